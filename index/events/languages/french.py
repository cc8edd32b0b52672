"""French clauses, references and actions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from index.dates.languages.french_verbs import CALLED_OFF, CONDITIONAL, IRREGULAR_PARTICIPLE, JUST_DONE, PLANNED
from index.entities.book.entity import Kind
from index.events.languages.action import Action
from index.events.languages.syntax import Description, Syntax


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_PRONOUN: Final = r"(?:il|elle|ils|elles|on|l'on|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière)"
_AUXILIARY: Final = r"(?:a|ont|avait|avaient|est|sont|était|étaient|sera|seront|fut|furent|aura|va|vont|vient)"
_PARTICIPLE: Final = (
    r"(?:racheté|acheté|acquis|fondé|créé|lancé|né|basé|cédé|vendu|dissous|dissout|fermé|annoncé"
    r"|signé|conclu|approuvé"
    r"|autorisé|nommé|dirigé|développé|conçu|ouvert|publié|présenté|installé|rebaptisé|devenu"
    r"|condamné|arrivé|adopté"
    r"|recruté|promis|prévu|dévoilé|mis|sorti|introduit|coté|évalué|valorisé|repris)(?:e|es|s)?"
)
_SAYING: Final = (
    r"(?:annonc|déclar|affirm|dis|dit|estim|jug|expliqu|précis|indiqu|confirm|assur|promet|promis"
    r"|prévoi|prévu|révél"
    r"|reconna|reconnu|montr|démontr|constat|conclu|écri|rappel|soulign|ajout|croi|prétend|apprend|décid)\w*"
)

_ADJECTIVE: Final = (
    r" [a-zà-ÿ-]+(?:ain|aine|ais|aise|ien|ienne|ique|al|ale|ant|ante|ent|ente|aire|if|ive|é|ée|eux"
    r"|euse|ois|oise|and|ande)"
)

_COMPANY: Final = frozenset({Kind.COMPANY})
_PRODUCT: Final = frozenset({Kind.PRODUCT, Kind.PROJECT})
_INSTITUTION: Final = frozenset({Kind.INSTITUTION})
_PERSON: Final = frozenset({Kind.PERSON})

ACTIONS: Final[Mapping[Action, re.Pattern[str]]] = {
    Action.BUY: _pattern(
        r"\b(?:rach[aeè]t\w*|ach[aeè]t\w*|acquis\w*|acquérir|acquiert"
        r"|offre publique d'achat|reprend|(?:met|mis|mettre) la main|s'offr\w*|s'empare\w*)\b"
    ),
    Action.SELL: _pattern(r"\b(?:vend\w*|vente|cession|cèd\w*|céd\w*)\b"),
    Action.LAUNCH: _pattern(
        r"\b(?:(?:appli(?:cation)?|jeu|logiciel|modèle|version|produit|album|film|livre|console|appareil)s?"
        r" (?:sort(?:ent)?|sortir(?:a|ont)|(?:est|sont) sortie?s?)"
        r"|lanc\w*|inaugur\w*|ouvr\w*|ouvert\w*|démarr\w*|introdui\w*|dévoil\w*|mis\w* en service"
        r"|commercialis\w*"
        r"|fond(?:e|ent|é|ée|ation)|cré(?:e|ent|é|ée|ation)|née?s? (?:en|de|d')|naît|naissance)\b"
    ),
    Action.CLOSE: _pattern(
        r"\b(?:ferm\w*|arrêt\w*|abandon\w*|cess(?:e\w*|é\w*|ation)|dissou\w*|dissol\w*|fin de|met fin"
        r"|mis fin|liquid\w*"
        r"|faillite|redressement judiciaire|dép[oô]\w* (?:le|de|son) bilan|clé sous la porte"
        r"|prend fin|suppression|disparaî\w*|s'éteint|retir\w*)\b"
    ),
    Action.ANNOUNCE: _pattern(r"\b(?:annonc\w*|déclar\w*|promet\w*|révèl\w*|révél\w*|confirm\w*)\b"),
    Action.SUE: _pattern(r"\b(?:plainte|poursui\w*|procès|assign\w*|saisi\w*|enquête\w*|tribunal|juge\w*|jury)\b"),
    Action.APPEAL: _pattern(
        r"\b(?:f[aeio]\w+|interjet\w+) appel\b(?! (?:à|aux?)\b)|\bpourv(?:oi|oient|u) (?:en cassation|devant)\b"
    ),
    Action.FINE: _pattern(r"\b(?:amende\w*|sanction\w*|condamn\w*|pénalité\w*|transaction|indemnis\w*)\b"),
    Action.ALLOW: _pattern(
        r"\b(?:autoris\w*|approuv\w*|approbation|feu vert|homologu\w*|agré\w*"
        r"|valid\w*|adopt\w*)\b"
    ),
    Action.FORBID: _pattern(r"\b(?:interdi\w*|bloqu\w*|refus\w*|suspen\w*|rejett\w*|rejet\w*|annul\w*)\b"),
    Action.INVEST: _pattern(r"\b(?:invest\w*|lev\w* \d|levée de fonds|financ\w*|bourse|introduction en bourse)\b"),
    Action.LAY_OFF: _pattern(
        r"\b(?:licenci\w*|suppressions? (?:de|d')(?: ?[\d ]+)? ?(?:postes|emplois)|plan social|plans sociaux"
        r"|(?:supprim\w*|perd\w*|sacrifi\w*|tailler dans)(?: [\w']+){0,5}?[ '](?:postes?|emplois?|effectifs)"
        r"|(?:postes?|emplois?)(?: [\w']+){0,4}? (?:supprimés?|menacés?|sacrifiés?|perdus?)"
        r"|(?:remerci\w*|renvo\w*|congédi\w*) (?:\d+|ses|tous|toutes|la moitié|[a-z]+ (?:salariés|employés)))\b"
    ),
    Action.APPOINT: _pattern(r"\b(?:nomm\w*|nomination|recrut\w*|embauch\w*|prend la tête|prend ses fonctions)\b"),
    Action.LEAVE: _pattern(r"\b(?:quitt\w*|démission\w*|départ|s'en va)\b"),
    Action.PARTNER: _pattern(r"\b(?:partenariat\w*|s'alli\w*|alliance|accord|collabor\w*|coentreprise|contrat)\b"),
    Action.EXTEND: _pattern(r"\b(?:éten\w*|exten\w*|élargi\w*|généralis\w*|déploi\w*|implant\w*|arriv\w*)\b"),
    Action.PUBLISH: _pattern(r"\b(?:publi\w*|paraî\w*|parut|étude|rapport|article)\b"),
    Action.BREACH: _pattern(
        r"\b(?:cyberattaque\w*|piratage\w*|fuite\w*|vol de données|rançon\w*"
        r"|intrusion\w*|vols?)\b"
    ),
}

FRENCH: Final = Syntax(
    main=_pattern(
        rf" ?;|,? mais |, (?:et )?puis |, et |, or |, {_PRONOUN} (?!y a\b)| et (?={_PRONOUN} "
        rf"|{_AUXILIARY} |l'a |ne |n')"
        rf"| puis (?={_AUXILIARY} |l'a |le |la )| : "
    ),
    aside=_pattern(
        rf",? (?:qui|dont|où|lequel|laquelle|lesquels|lesquelles|auquel|à laquelle|duquel) |, (?:que |qu')"
        rf"|, (?:tout )?(?:juste )?{_PARTICIPLE}\b|(?<=\w) {_PARTICIPLE}(?= (?:en|le|par|au|à|fin|début) )| ?\("
    ),
    circumstance=_pattern(
        r",? (?:(?:(?:un peu|à peine|environ|quelque|presque|seulement|(?:plus|moins) de|près de) ){0,2}"
        r"[\w-]+ (?:jours?|semaines?|mois|ans?)(?: et demie?)? (?=après (?:avoir|être|s'être|l'avoir)\b)"
        r"|après que |après (?:avoir|s'être|être) |alors que |alors qu'|tandis que |tandis qu'"
        r"|pendant que |parce que "
        r"|parce qu'|puisque |puisqu'|bien que |bien qu'|avant que |avant qu'|avant de |avant d'être "
        r"|dès que |lorsque "
        r"|lorsqu'|quand |car |depuis que |depuis qu'|faute d'avoir )"
        r"|^[\w-]+ (?:jours?|semaines?|mois|ans?) (?=après (?!quoi|cela|ça))"
        r"|, [\w-]+ (?:jours?|semaines?|mois|ans?) (?=après (?:l'|(?:la|le|les|son|sa|ses|leurs?) ))"
        r"| pour (?=(?:n'|l'|les |leur |lui )?(?:avoir|être) )"
        r"|^(?:après avoir |après s'être |alors que |alors qu'|lorsque |lorsqu'|quand |bien que "
        r"|tandis que |avant de )"
    ),
    complement=_pattern(rf"\b{_SAYING}(?: (?!que)[\w'’-]+){{0,4}},? (?:que |qu')"),
    fronted=_pattern(rf"{_PARTICIPLE}\b"),
    pronoun=_pattern(
        r"(?:^|[\s,;«(])(?:(?P<many>ils|elles|ceux-ci|celles-ci|toutes deux|tous deux"
        r"|les deux(?=,| (?:ont|se|ne|en|y|vont|font|sont|étaient|avaient|[a-zà-ÿ]{3,}ent)\b| [ns]'))"
        r"|il(?! y a\b| faut\b| fallait\b| faudra\b| s'agi| semble| s'avère| reste\b| restait\b| suffi| convient\b"
        r"| existe\b| (?:est|était) (?:possible|probable|question|vrai|prévu)\b)|elle"
        r"|(?P<latter>celui-ci|celle-ci|(?:ce dernier|cette dernière)"
        r"(?=,| (?:a|est|avait|était|ne|se|va|sera|doit|peut|en|y|lui|le|la|ont) | (?:n|s|l)')))(?=[ ,])"
    ),
    before_subject=_pattern(
        r"(?:\A|[,;:(\d—–-] ?|\b(?:et|mais|puis|que|qu'|quand|lorsque|lorsqu'|car|si|comme|puisque|puisqu'|où|alors"
        r"|tandis) ?)\Z"
    ),
    cleft=_pattern(r" (?:n')?(?:est|était|sera) (?:temps|tard|tôt|clair)\b"),
    before_object=_pattern(
        r"(?:\b(?:de|du|des|à|au|aux|par|pour|avec|chez|dans|en|sur|contre|entre|sous|sans|vers|après|avant)(?: la| le"
        r"| les| l')? ?|\bd'(?:un |une )?)\Z"
    ),
    any_company=_pattern(r"(?:l'|la |le |cette |ce )(?:firme|société|entreprise|compagnie|groupe|start-up|startup)"),
    taken_up=_pattern(
        r"\b(?:(?P<one>(?:il(?! y a\b| faut\b| s'agi)|elle|lui|son|sa|ses|je|ma|mon|mes|cel(?:ui|le)-ci)\b"
        r"|[jm]'|l'(?=(?:a|ai|avait)\b))|(?P<many>nous|notre|nos|ils|elles|eux|leurs?|on)\b)"
    ),
    possessive=_pattern(r"(?:^|, )\s?(?:son|sa|ses|leur|leurs) "),
    hanging=_pattern(
        r"(?:et |mais )?(?:(?:il(?! y a\b)|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|son|sa|ses|leurs?"
        r"|chacune?|tous deux|toutes deux|c'est)\b|ce |cette (?!année|semaine)|cet |ces "
        r"|(?:l'autre|les autres|la seconde|le second|la première|le premier|l'une?|les deux"
        r"|(?:une?|la|le) (?:deuxième|troisième)|une? (?:autre|seconde?)|d'autres|certaine?s|aucune?)"
        r"(?=,| (?:a|est|ont|sont|avait|avaient|était|étaient|sera|seront|doit|doivent|se|ne) | (?:n|s)'))"
    ),
    leaning=_pattern(
        r"(?:(?:celui|celle|ceux|celles) (?:de|du|des|d'|qui|que|qu')|d'ici là|depuis lors|entre-temps|l'intéressée?"
        r"|(?:dans|sur|à) (?:la|le) (?:première|premier|seconde?|deuxième|troisième)(?=,)|c(?:e fut|'était)"
        r"|elles?-mêmes?|(?:lui|eux)-mêmes?)"
    ),
    elsewhere=_pattern(
        r"(?<!\bil )(?<!\bn')\by (?:a été|ont été|avait|avaient|était|étaient|est|sont|sera"
        r"|[a-zà-ÿ]{3,}(?:ra|ront|ent|ait|aient))\b"
    ),
    object_pronoun=_pattern(
        r"\bl'(?:a|ont|avait|avaient|aura|auront)\b|\b(?:la|le|les|lui|leur) (?:a|ont|avait|avaient|aura|auront)\b"
        r"|(?<!['-])\blui (?:en |y )?[a-zà-ÿ]{3,}(?:e|t|d|ent|ra|ront)\b|\b(?:la|les) [a-zà-ÿ]{4,}ent\b"
        r"|(?-i:[A-ZÀ-Þ])[\w-]+ (?:la|le|les) [a-zà-ÿ]{3,}(?:e|t|d|ait|a|ra)\b(?! (?:de |du |des |d'|et |à ))"
        r"|\ben (?:a|ont|avait|avaient|[a-zà-ÿ]+ra|[a-zà-ÿ]+ront)\b|\bd'en [a-zà-ÿ]+(?:er|ir|re)\b"
        r"|\bs'en (?:est|sont|était|étaient)\b"
    ),
    done_to=_pattern(r"\bl'(?:a|ont|avait|avaient|aura|auront) (?!été\b)"),
    demonstrative=_pattern(
        r"\b(?:contre|de|à|sur|par|pour|dans|avec|après|avant|sans) (?:cette|cet|ces|ce)"
        r" (?!année|jour|mois|semaine|moment|temps|fois|date|époque|été|automne|hiver|printemps|soir|matin|nuit|point)"
        r"[a-zà-ÿ]{4,}"
    ),
    definite=r"\b(?:l'|la |le |les |cette |ce |cet |ces |du |au |aux |des )",
    modifiers=r"(?:(?:jeune|petite?|nouve(?:au|l|lle)|ancien|ancienne|grande?|même|propre|autre|future?) )?",
    descriptions=(
        Description(
            _COMPANY,
            r"(?:firme|société|entreprise|compagnie|groupe|géant|mastodonte|titan|start-up|startup"
            r"|multinationale|filiale"
            r"|maison mère|fabricant|distributeur|éditeur|assureur|laboratoire|banque"
            r"|opérateur|acquéreur"
            r"|acheteur|licorne|constructeur|enseigne|chaîne|marque|détaillant)",
        ),
        Description(
            _PRODUCT,
            r"(?:service|offre|produit|application|appli|programme|projet|bracelet|montre|outil|logiciel|système"
            r"|dispositif|appareil|assistant|plateforme|carnet|abonnement|réseau)",
        ),
        Description(
            _INSTITUTION,
            r"(?:agence|autorité|institution|fondation|association|commission|hôpital|université"
            r"|gendarme|régulateur"
            r"|organisme|ministère|groupement)",
        ),
        Description(
            _PERSON,
            r"(?:dirigeante?|patronn?e?|PDG|présidente?|ministre|(?:co)?fondat(?:eur|rice)|directeur|directrice"
            r"|chercheur|médecin)",
        ),
    ),
    periphrasis=_pattern(
        r"(?:l'|le |du |au )(?:géant|mastodonte|titan|numéro un|pionnier"
        r"|leader) (?:d[ue']|de|américain)"
    ),
    several=_pattern(
        r"\b(?:les|ces|des) (?P<count>deux|trois|quatre|cinq) (?:(?:grande?s|autres|jeunes) )?"
        r"(?:entreprises|groupes|sociétés|firmes|géants|partenaires|compagnies|start-up|acteurs"
        r"|hommes|femmes|fondateurs)"
    ),
    numbers={"deux": 2, "trois": 3, "quatre": 4, "cinq": 5},
    event_nouns=_pattern(
        r"\b(?:l'|la |le |cette |ce |cet )(?:opération|rachat|acquisition|fusion|transaction|vente|accord|lancement"
        r"|fermeture|décision|annonce|amende|jugement|procès|cyberattaque|attaque|affaire|démarche"
        r"|contrat|projet|essai"
        r"|dissolution|partenariat|plainte|enquête|cession|dossier|achat)\b"
        r"(?! (?:de |d'|du |des )[A-ZÀ-Ý])"
    ),
    unnamed=_pattern(
        r"\b(?:un|une) (?:autre |jeune |petite? |grande? )?(?:monstre|société|entreprise|start-up"
        r"|startup|géant|groupe|acteur"
        r"|spécialiste|poids lourd|leader|concurrente?|pionnier|pépite|chaîne|réseau|service|plateforme|application"
        r"|fabricant|éditeur|firme|compagnie|laboratoire)\b"
    ),
    complements_of_noun=(
        rf"(?:{_ADJECTIVE})?(?: (?:de |d'|du |des |en |à |aux? |pour )(?:la |l'"
        rf"|les )?[a-zà-ÿ-]{{3,}}(?:{_ADJECTIVE})?)"
        r"{0,3},? (?:appelée? |nommée? |baptisée? )?"
    ),
    apposition=r", (?:une? |la |le |l'|son |sa )(?:[a-zà-ÿ-]+ ){0,2}?",
    titles=r"\b(?:M\.|MM\.|Mme|Mlle|Dr|Pr|Me|docteure?|professeure?|présidente?) ",
    coordinated=_pattern(r" ?, (?:et )?(?:le |la |les |l')?| (?:et|ou|&) (?:le |la |les |l'|d')?"),
    described_by=r" (?:de |du |des |d')(?:la |l'|les )?",
    source_before=_pattern(
        r"(?:\b(?:selon|d'après|à en croire|comme l'(?:explique|indique|écrit|affirme)"
        r"|comme le (?:rapporte|note|rappelle"
        r"|souligne|révèle|raconte|relève)|citée? par|révélée?s? par|rapportée?s? par|relayée?s? par|interview à"
        r"|entretien (?:à|avec)|dans les colonnes|interrogée?s? par|source de"
        r"|(?:déclar|confi|expliqu|indiqu|affirm|racont)\w+ à)"
        r"(?: (?:le |la |les |l'|des? |du |au |quotidien |journal |site |magazine )*)?"
        r"|, (?:rapporte|indique|écrit|précise|révèle|note|raconte|relève)(?:nt)? (?:le |la |les |l')?"
        r"|\bl'émission [\w ]{1,24} de )\Z"
    ),
    source_after=_pattern(r"\s(?:a |ont |avait )?(?:rapport|révèl|révél|écri|racont|relat|décri|montr)\w*\b"),
    just_now=_pattern(JUST_DONE),
    announcing_now=_pattern(
        r"(?<!l')(?<!\bd')(?<!une )(?<!cette )(?<!son )(?<!\bà l')\b(?:annonce"
        r"|annoncent)\b(?! de\b)"
    ),
    compared=_pattern(
        r"\b(?:selon|d'après) [^,;:.]{0,50}\Z|\bvue?s? de(?:puis)? \Z|\b(?:par rapport à|comparée?s? à|(?:contre"
        r" (?:\d|(?:la|le) même|(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|aucun|aucune|seulement|près de"
        r"|plus de|moins de|environ|quelque) )|au lieu de )[^,;.]{0,40}? en|(?:contre|au lieu de) \d[^;:.]{0,24}"
        r"|(?:plus|moins|autant|aussi|mieux|pire|mêmes?|meilleure?s?|fois|davantage|supérieure?s?|inférieure?s?)\b"
        r"[^,;.]{0,40} qu'en) (?:l'année )?\Z"
    ),
    not_before=_pattern(r"\b(?:ne |n')[^.;:,]{0,40}?\b(?:pas|guère|rien)\b[^.;:,]{0,40}\Z"),
    each_time=_pattern(
        r"\b(?:fois par (?:an|jour|mois|semaine)|chaque (?:année|été|hiver)|tous les ans)\b[^.;]{0,24}\Z"
    ),
    onset=_pattern(r"\b(?:à (?:partir|compter)|dès)\b"),
    future=_pattern(
        r"\b(?:\w{2,}(?:era|eront|ira|iront|dra|dront|tra|tront|vra|vront|urra|urront)|sera|seront"
        r"|aura|auront|ira|iront"
        r"|doit|doivent|devra|devront|prévoit|prévu(?:e|s|es)?|attendu(?:e|s|es)?|compte|entend"
        r"|s'apprête|va (?!bien)"
        r"|vont|bientôt|promet|vise|projet(?:te|ait) d|prochainement)\b"
    ),
    conditional=_pattern(
        rf"\b{CONDITIONAL}\b"
        r"|\b(?:peut-être|envisage\w*|songe\w*|éventuel\w*|hypothè\w*|rumeur\w*)\b"
    ),
    past_saying=_pattern(rf"\b(?:a|ont|avait|avaient) (?:\w+ ){{0,2}}{_SAYING}|\b{_SAYING}(?= que|,? qu')"),
    was_to=_pattern(PLANNED),
    unmet=_pattern(r"\baur(?:ait|aient) dû\b"),
    called_off=_pattern(CALLED_OFF),
    dropped_next=_pattern(
        r",? (?:et|puis|et puis|avant d'être)(?: \w+)? (?:annulée?s?|supprimée?s?|abandonnée?s?|repoussée?s?"
        r"|reportée?s?)\b(?! (?:le|la|les|l'|un|une|son|sa|ses|leur)\b)"
    ),
    plan=_pattern(
        r"\b(?:plans?|projets?|propositions?|idées?) (?:d(?:e |u |es |')|visant )"
        r"(?:(?! (?:est|sont|a|ont|était|étaient|avait|avaient|sera|seront|qui|que|dont|\w{3,}ée?s?)\b| qu')[^,.;:])*\Z"
    ),
    plan_off=_pattern(rf"(?:, [^,.;]*,)?(?: (?!et\b|mais\b)[\w'-]+){{0,6}}? {CALLED_OFF}"),
    other_thing=_pattern(r"(?:une?|deux|trois|des|plusieurs|d'autres|quelques|certaine?s) "),
    participle_first=_pattern(
        rf"(?:\w{{2,}}(?:é|ée|és|ées|ie|ies|ue|ues|u)|{IRREGULAR_PARTICIPLE})"
        r" (?:en|le|au|à|par|dans|hier|fin|début|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|il y a)\b"
    ),
    negation=_pattern(
        r"\b(?!n'ét(?:ait|aient) pas (?:(?:lui|elle|eux|elles)-mêmes? )?(?:en|sous|dans|concerné|touché|parmi))"
        r"(?:ne |n')(?:\w+ |l'|s'|lui |en |y |\w+'){0,4}?\s?(?:pas|jamais)\b"
        r"(?! (?:seulement|que |encore|toujours)\b)(?! \w+(?:er|ir|oir|dre|tre)\b)"
        r"(?!(?: [\w']+){0,6} (?:avant|depuis)\b)"
    ),
    not_then=_pattern(r"(?:\bet non(?: pas)?|, (?:non(?: pas)?|pas)|\bet pas) (?:(?:en|le|au|du|de|dès) )?\Z"),
    inner=_pattern(r"(?<!\b[àe] ce) (?:(?:qui|que|dont|où) |qu')"),
    actions=ACTIONS,
)
