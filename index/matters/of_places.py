"""Matters of towns and people, in the form of :mod:`index.matters.of_firms`."""

from __future__ import annotations

from typing import Final

from index.matters.of_firms import Words

OF_PLACES: Final[tuple[tuple[Words, Words], ...]] = (
    (
        (
            "élection, scrutin",
            r"élections?|(?:ré)?élue?s?|scrutins?|(?:ré)?éli(?:sent|t|re)|aux urnes|(?:premier|second) tour",
            r"votes?|voté\w*|suffrages?",
            "élu, réélu, scrutin, urne, vote",
        ),
        (
            "election, poll, ballot",
            r"elections?|(?:re-?)?elect(?:ed|s)|by-?elections?|ballots?|polling day",
            r"votes?|voted|(?:the )?polls?",
            "elect, ballot, vote, poll",
        ),
    ),
    (
        (
            "décès, mort, obsèques",
            r"décès|décéd\w+|(?:est|sont|était|étaient|fut|furent) morte?s?|la mort d\w+|sa mort|mour(?:ut|urent|ir)"
            r"|s'(?:est|était) éteinte?|obsèques|funérailles|tuée?s?",
            r"enterrée?s?|inhumée?s?",
            "mort, décédé, mourir, éteint, tué, funérailles",
        ),
        (
            "death, funeral",
            r"deaths?|die[sd]|dying|funerals?|killed|passed away|drowned|perished",
            r"buried",
            "die, kill, drown, perish, funeral",
        ),
    ),
    (
        (
            "inondation, crue",
            r"inond\w+|crues?|submerg(?:é|ée|és|ées|ea)|submersion|montées? des eaux",
            r"les eaux",
            "inonder, crue, eau, submerger",
        ),
        (
            "flood, flooding, high water",
            r"flood\w*|inundat\w+|burst its banks|submerged|under water|high water",
            r"the waters?",
            "flood, water, submerge",
        ),
    ),
    (
        (
            "incendie, feu",
            r"incendi\w+|(?:pris|prit|prend) feu|(?:le|un) feu (?:s'|a |avait |prit|prend|dévor|ravag)\w*"
            r"|brûl(?:é|ée|és"
            r"|ées|a|èrent|ent|er)|en flammes|les flammes",
            r"(?:le|du) (?:feu|sinistre)",
            "brûler, feu, flamme, incendier, sinistre",
        ),
        (
            "fire, blaze",
            r"(?:an?|the|that|this|its|another|second|of) (?:\w+ )?fires?"
            r"(?! (?:brigade|station|service|engine|door|alarm|chief|officer|sale|crews?))"
            r"|(?:caught|catch|set on|on) fire|fires|blazes?|ablaze|burn(?:ed|t)(?: down)?|arson|gutted|in flames"
            r"|went up in smoke",
            r"the flames",
            "burn, burnt, blaze, flame, gut",
        ),
    ),
    (
        (
            "tempête, orage, ouragan, avalanche",
            r"tempêtes?|orages?|ouragans?|cyclones?|tornades?|bourrasques?|avalanches?",
            "",
            "orage, ouragan, cyclone, tornade",
        ),
        (
            "storm, hurricane, gale, avalanche",
            r"storms?|hurricanes?|gales?|tornado\w*|cyclones?|blizzards?|avalanches?",
            "",
            "gale, hurricane, tornado, blizzard",
        ),
    ),
    (
        (
            "accident, collision, naufrage, catastrophe",
            r"accident(?:s|é|ée|és)?|collisions?|déraill\w+|naufrag\w+|catastrophes?|explos\w+"
            r"|effondr(?:é|ée|és|ement)",
            r"ruptures?|drame",
            "dérailler, naufrage, exploser, effondrer, rupture",
        ),
        (
            "accident, crash, collision, disaster, shipwreck",
            r"accidents?|crash(?:es|ed)?|collisions?|collid\w+|derail\w+|wreck(?:s|ed)?|disasters?|explo(?:sions?|ded)"
            r"|capsiz\w+|ran aground",
            r"collapsed?",
            "crash, derail, wreck, explode, capsize",
        ),
    ),
    (
        (
            "manifestation, protestation, pétition",
            r"manifestations?|manifest(?:é|ent|aient|èrent|ants?)(?! (?:le|la|les|un|une|son|sa|ses|leur|de l')\b)"
            r"|pétitions?|protest\w+|défil(?:é|ent|èrent) (?:contre|dans|devant|pour)|sit-in",
            r"rassembl(?:ement|és?|ées)|cortèges?",
            "manifester, manifestant, pétition, défiler, rassemblement",
        ),
        (
            "protest, demonstration, petition, protest march",
            r"protest(?:s|ed|ers?|ors?)?|demonstrat(?:ions?|ors?|ed against)|petition\w*|march(?:ed|ers)|sit-ins?",
            r"rall(?:y|ies|ied)|campaigners|placards",
            "demonstrator, petition, rally, march",
        ),
    ),
    (
        (
            "prix, récompense, médaille",
            r"(?:re(?:çu|çoit|çut|mporté\w*|mporte)|décern\w+|obtenu\w*|obtient|gagn\w+) (?:[\w'-]+ ){0,4}?(?:prix"
            r"|médailles?|récompenses?|titres?)|récompens(?:es?|é|ée|és|ées)|lauréat\w*|médaill(?:e|es|é|ée|és)",
            "",
            "récompense, médaille, lauréat, décerner",
        ),
        (
            "award, prize, medal",
            r"awards|(?:the|an?|its|of) (?:\w+ ){0,2}award|awarded (?:the|an?) (?:\w+ ){0,3}(?:prize|medal|title)"
            r"|prizes?|medals?|laureates?",
            "",
            "award, prize, medal",
        ),
    ),
    (
        (
            "vol, cambriolage, braquage",
            r"vols? (?:de|d'|du|des)(?! (?:nuit|essai|oiseaux|retour|jour|patrouille))|volée?s?"
            r"(?= (?:en|dans|au|à|par)\b)|dérob(?:é|ée|és|ées|er|ent)|cambriol\w+|braqu(?:age|é)\w*|voleurs?",
            "",
            "voler, dérober, cambrioler, voleur",
        ),
        (
            "theft, burglary, robbery",
            r"thefts?|stolen|stole|burgl\w+|robber\w*|robbed|thie(?:f|ves)|looted",
            "",
            "stolen, stole, burglar, rob, thief",
        ),
    ),
)
