"""Matters of firms and courts: for each the French words and the English ones, each as the words it is asked for with,
what tells it, what tells it only in an article that says so elsewhere, and what else it is found by."""

from __future__ import annotations

from typing import Final

Words = tuple[str, ...]
_SUM: Final = r"(?:[$£€] ?[\d.,]+|[\d.,]+ (?:(?:million|billion|thousand) )?(?:euros?|dollars?|pounds?|francs?))"
_SOME: Final = r"(?:[\d.,]+|\w+(?:-\w+)?|hundreds of|thousands of|a (?:dozen|hundred|third|fifth|quarter) of)"
_WORK: Final = r"(?:jobs?|posts|positions)"
_WORKERS: Final = (
    r"(?:workers|staff|drivers|crews?|teachers|nurses|doctors|employees|miners|porters|dockers|musicians|pilots|dancers"
    r"|technicians|conductors|players|cleaners|couriers|journalists|printers|shift)"
)
_BUSINESS: Final = (
    r"(?:compan(?:y|ies)|firms?|business(?:es)?|makers?|start-?ups?|groups?|chains?|rivals?|competitors?|employers?"
    r"|owners?|operators?|suppliers?|publishers?|insurers?|banks?|brewer(?:y|ies)|mills?|factory|plant|division|unit"
    r"|subsidiary|brand|label|studio|network|airline|shipyard|club|broadcaster|retailer|manufacturer|investors?|fund)"
)
_FIRM: Final = (
    r"(?:(?:the|its|an?|his|her|their|own|another|one of its) )?(?:[\w-]+ ){0,3}?"
    rf"(?:{_BUSINESS}\b|(?-i:[A-Z])\w{{2,}})"
)
_BUYER: Final = (
    rf"(?:(?:the|an?|its|his|her|their) )?(?:[\w-]+ ){{0,3}}?(?:{_BUSINESS}\b|(?-i:[A-Z])\w+|town|trust|state)"
)
_SOCIETE: Final = (
    r"(?:sociétés?|entreprises?|groupes?|start-?ups?|jeunes? pousses?|fabricants?|concurrente?s?|riva(?:l|le|ux)"
    r"|filiales?|chaînes?|cabinets?|usines?|marques?|assureurs?|banques?|exploitants?|éditeurs?|brasseries?|régies?"
    r"|coopératives?|employeurs?|maisons?|réseaux?|enseignes?|opérateurs?)"
)
_FIRME: Final = (
    r"(?:(?:l'|d'|une? |le |la |les |son |sa |ses |leur |deux |trois )(?:[\w-]+ ){0,2}?)?"
    rf"(?:{_SOCIETE}\b|(?-i:[A-ZÉ])\w{{2,}})"
)

OF_FIRMS: Final[tuple[tuple[Words, Words], ...]] = (
    (
        (
            "grève, débrayage, préavis de grève, mouvement de grève",
            r"grèves?|grévistes?|débray\w*|piquets? de grève|dépos\w+ (?:un|leur|des) préavis"
            r"|préavis (?:a|ont|avait|est|était|sera) (?:été )?déposés?"
            r"|(?:ont|avaient)(?: [\w']+){0,2} cessé le travail|cess(?:ent|aient|èrent|eront) le travail",
            r"préavis|cessé le travail|repri(?:se du|s le|rent le) travail|mouvement|conflit",
            "gréviste, débrayer, préavis",
        ),
        (
            "strike, walkout, walk-out, stoppage, work stoppage, industrial action, strike notice",
            r"(?<!air )(?<!drone )(?<!lightning )(?<!missile )strikes?(?! (?:up|out|an?|the|at|on|back|down)\b)"
            r"|(?:on|to|of|by) strike (?:on|at)"
            r"|strikers?|walk-?outs?|(?:work |day )stoppages?|industrial action|pickets?|picket lines?"
            rf"|down(?:ed|ing)? tools|stop(?:ped|s|ping)? work|{_WORKERS}(?: had| have)? walk(?:ed|s)? out",
            r"walk(?:ed|s|ing)? (?:out|off the job)|(?:back|return\w*|went) to work|stoppages?|the dispute",
            "striker, walk, picket, dispute, work",
        ),
    ),
    (
        (
            "procès, audience, jugement, verdict, poursuites judiciaires, action en justice",
            r"procès(?! d'intention)(?!-verba)|tribun(?:al|aux)|(?:cour|conseil) d(?:'appel|'assises|'état|e cassation)"
            r"|cour (?:supérieure|suprême|fédérale|de justice)"
            r"|assigna?t?\w{1,4} (?:\w+ )?(?:en justice|devant|en référé)|plaintes?|verdicts?|jury|jurés|prud'hommes"
            r"|pénal(?:e|es)?|correctionnel(?:le|les)?|en justice|non-lieu"
            r"|poursui\w* (?:en justice|devant|pour)|acquitt(?:é|ée|és|ement)|relax(?:é|ée|és|e)"
            r"|condamn\w* (?:à|par|en|pour)|(?:devant|saisi\w*|par) la justice"
            r"|(?:est|sont|a été|ont été|sera|seront) (?:re)?jugée?s?(?= (?:par|à|en|devant|le|au)\b)",
            r"audiences?|jugements?|juges?(?= (?:a|ont|avait|d')\b)|prévenus?|plaid(?:é|oiries?|ent)|référés?"
            r"|ordonnances? n°",
            "tribunal, plainte, pénal, juge, jury, condamné, correctionnel, justice, cour, conseil d'état, référé",
        ),
        (
            "trial, lawsuit, court case, hearing, litigation, verdict, legal action, legal proceedings",
            r"(?:criminal|civil|murder|fraud|court|jury|show|corruption) trials?|on trial|(?:stands?|stood|face[sd]?)"
            r" trial|mistrials?|retrials?|lawsuits?|su(?:e|es|ed|ing)|courts?(?! (?:of public|of inquiry|shoes?))"
            r"|jury|juries|verdicts?|prosecut\w+|acquit\w*|convict(?:ed|ion|ions)"
            r"|(?:found|pleaded) (?:not )?guilty"
            r"|magistrates?|litigation|(?:legal|class) actions?|indict\w+"
            r"|(?:reject|dismiss|fil|br[io](?:ng|ught)|drop|settl|los|w[io]n)\w* (?:the |a |an |its |that |their )?"
            r"(?:\w+ )?suits?|suits? (?:against|over|filed|brought)"
            r"|complain(?:ed|s|ts?) (?:to|with|before|against) (?:the )?(?:court|commission|regulator|(?-i:[A-Z]{2,}))"
            r"|(?:fil|lodg)(?:e|es|ed|ing) (?:an? |its |their |his |her )?(?:\w+ )?complaints?",
            r"trials?(?!'s)(?! (?:phase|period|runs?|basis)\b)(?! (?:of|on|in|with|run) (?:\w+ ){0,2}(?:drugs?"
            r"|medicines?|treatments?|vaccines?|patients|volunteers|hospitals|device|pill|app|service)\b)"
            r"|hearings?|the judges?|claims? (?:was|were) \w+",
            "court, sue, jury, judge, prosecutor, acquit, convict, guilty, suit, complained, complaint",
        ),
    ),
    (
        (
            "amende, pénalité, sanction financière",
            r"amendes?|pénalités?|sanctions? (?:pécuniaires?|financières?|record)"
            r"|condamn\w* à (?:verser|payer) (?:une amende|\d)",
            r"sanctions?|sanctionn\w+",
            "sanction, pénalité, verser, payer",
        ),
        (
            "fine, penalty, financial penalty",
            r"fine[ds]|(?:an?|the|its|that|this|record|first|of) (?:\w+ ){0,2}fine(?= (?:of|on|for|to|was|is|from|by)\b"
            r"|[.,;])|fining|(?<!death )penalt(?:y|ies)(?! (?:area|kick|shoot))",
            rf"(?:would|will|must|to|agreed to) pay {_SUM}|the sanctions?|sanctioned",
            "sanction, penalty, pay",
        ),
    ),
    (
        (
            "licenciement, suppression de poste, suppression d'emploi, plan social, réduction d'effectifs",
            r"licenci(?:e|er|ent|ements?|aient|era|eront)"
            r"|licenciée?s?(?! par [^,;.]* (?:a|ont|avait|avaient|fonde|fondent|créent?|lancent?|dépos\w+)\b)"
            r"|réductions? d(?:'|e ses |es )effectifs"
            r"|suppressions? d(?:e |')(?:[\d ]+ |\w+ )?(?:postes?|emplois?)|plans? (?:social|sociaux|de départs)"
            r"|(?:supprim\w*|perd\w*|sacrifi\w*|tailler dans)(?: [\w']+){0,5}?[ '](?:postes?|emplois?|effectifs)"
            r"|(?:postes?|emplois?)(?: [\w']+){0,4}? (?:supprimés?|menacés?|sacrifiés?|perdus?)"
            r"|pertes? d(?:e |')[\w ]{0,16}(?:emplois?|postes?)|(?:remerci\w*|renvo\w*|congédi\w*) (?:\d+|ses|tous"
            r"|toutes|la moitié|[a-z]+ (?:salariés|employés|ouvriers))",
            r"(?:ces|les|des|premiers) (?:départs|coupes)|charrettes?",
            "licencier, suppression, poste, emploi, effectif",
        ),
        (
            "layoff, lay-off, job cut, job loss, redundancy, staff cut",
            r"laid off(?! by [^,;.]* (?:founded|set up|started|created|opened|launched|formed)\b)|lay(?:s|ing)? off"
            r"|lay-?offs?|(?:job|staff|workforce) (?:cuts?|loss(?:es)?|reductions?)"
            r"|redundan(?:t|cy|cies)|dismiss(?:als|(?:ed|es)? [\d,]+)|sack(?:ed|s)? [\d,]+|let [\d,]+ (?:\w+ )?go"
            r"|(?:cut|cuts|cutting|shed|sheds|shedding|axe[sd]?|slash\w*|eliminat\w*|los[te]\w*)(?: [\w,%]+){0,5}?"
            r" (?:jobs?|posts|positions|staff|employees|workers|workforce)|(?:cut|shed)s? [\d,]+"
            rf"|loss of (?:{_SOME} )?{_WORK}|{_WORK} (?:(?:are|were|will|would|to) )?(?:to be |be )?"
            r"(?:cut|lost|axed|gone?|went|disappear\w*)|(?:thrown|put) (?:\w+ ){0,3}out of work",
            r"(?:the|these|those|further|more|first|deep|new) cuts",
            "laid, lay, redundant, job, staff, workforce, cut, dismiss",
        ),
    ),
    (
        (
            "levée de fonds, tour de table, augmentation de capital",
            r"levées? de fonds|tours? de table|augmentations? de capital"
            r"|l(?:ève|èvent|evé|ever|evait|evèrent|èvera)(?: \w+){0,2} \d[\d,. ]*(?:million|milliard|euro|dollar)s?",
            r"(?:a|ont|avait|avaient) (?:investi|misé)|entrée?s? au capital|lev(?:é|er) des fonds",
            "lever, levé, capital, investir",
        ),
        (
            "fund raising, fundraising, fund-raising, funding round, funding, financing round, capital raising, "
            "round of funding, round of financing, investment round",
            rf"rais(?:e|es|ed|ing) (?:\w+ ){{0,3}}?{_SUM}|(?:funding|financing|seed|investment) rounds?"
            r"|series [a-f] (?:round|funding)|rounds? of (?:funding|financing|investment)|fund-?raising|seed money"
            r"|raised (?:capital|funds)",
            rf"(?:the|its|this|a|that|first|second|third|last|new) (?:\w+ )?round(?! (?:of|trip|table))|put in {_SUM}"
            r"|invested|rais(?:ed|es) [\d.]+",
            "raise, round, invest",
        ),
    ),
    (
        (
            "rachat, acquisition, prise de contrôle, offre publique d'achat, OPA",
            r"rachats?(?! d(?:e |')(?:actions|crédits?|titres))"
            rf"|rach[eè]t\w+(?! (?:des|ses|leurs) (?:propres )?(?:actions|titres))"
            rf"|acquisitions? (?:d'|de |du |des ){_FIRME}"
            rf"|(?:acquiert|acquérir|ach[eè]t\w+|s'offr\w+|s'empar\w+ d(?:e|u)) {_FIRME}|s'empar\w+ d'{_FIRME}"
            r"|l'(?:achat|acquisition) d(?:e |')(?:l[a'] ?)?(?-i:[A-Z])\w+"
            rf"|(?:vend|vendu|vendue|vendent|cède|cèdent|cédée?) (?:[\w']+ ){{0,4}}?(?:à|au) {_FIRME}"
            rf"|reprend (?:l'usine|l'entreprise|la société|{_FIRME})|offres? publiques? d'achat|prises? de contrôle"
            r"|reprise? (?:par|à la barre)",
            r"l'opération (?:est|a été|sera) \w+ée|(?:est|a été|sont|fut) (?:vendue?|cédée?)s?",
            "racheter, rachète, rachat, acheter, achat, achète, acquisition, acquérir, vendre, vendu, céder, reprendre"
            ", reprise, opération",
        ),
        (
            "takeover, take-over, buyout, buy-out, acquisition",
            r"take-?overs?|buy-?outs?|acqui(?:re|res|red|ring|sitions?)(?= (?:of |by )?(?:[\w'-]+ ){0,3})"
            rf"|(?:buys?|bought|buying|purchas(?:e[sd]?|ing)) (?:out\b|up\b|{_FIRM})|(?:was|were|been|is|be) bought"
            rf"|(?:purchase|sale) of {_FIRM}|t(?:ook|ake|akes|aking) over (?-i:[A-Z])\w+"
            rf"|(?:sell|sells|sold|selling) (?:it|itself|them|her|him|(?:the|its|his|her|their) {_BUSINESS}"
            rf"|(?-i:[A-Z])\w+)?(?:,? [\w$£€.,]+){{0,8}}? ?to {_BUYER}",
            r"(?:was|were) sold|the (?:deal|sale)",
            "takeover, acquire, acquisition, buy, bought, buyout, purchase, sold, sell, sale, deal",
        ),
    ),
    (
        (
            "fuite de données, vol de données, violation de données, piratage, cyberattaque, attaque informatique, "
            "intrusion informatique",
            r"(?:fuites?|vols?|violations?) (?:de|des|d'un fichier de) (?:ses |leurs )?(?:données|dossiers|fichiers)"
            r"|pirat(?:ages?|ée?s?|er|é par)|pirates? (?:informatiques?|ont|avaient)|hackers?"
            r"|cyber-?(?:attaques?|pirates?)|attaques? (?:informatiques?|par rançongiciel)|intrusions? informatiques?"
            r"|rançongiciels?"
            r"|(?:données|dossiers|fichiers)(?: [\w']+){0,5}? (?:volée?s|dérobée?s|copiée?s|divulguée?s|exposée?s)"
            r"|(?:vol|dérob|copi|divulgu|laiss)\w*(?: [\w']+){0,6}? (?:données|dossiers|fichiers|mots de passe)"
            r"(?: [\w']+){0,3}? (?:de|des|d'|fuiter|échapper)",
            r"(?:la|cette|une) (?:fuite|attaque)|l'(?:attaque|intrusion)|rançon",
            "fuite, pirate, données, dossier, intrusion, rançon, attaque",
        ),
        (
            "data breach, data leak, data theft, data loss, hack, hacking, cyberattack, cyber attack, cyber-attack",
            r"(?:data|security|privacy) (?:breach(?:es)?|leaks?|thefts?)|hack(?:s|ed|ers?|ing)(?! away)"
            r"|cyber-? ?(?:attack\w*|crim\w+)|ransomware"
            r"|breach(?:es)? in (?:the|its) (?:sector|systems?|network|security)"
            r"|(?:leak|stole|copied|copying|expos|los[te]|hack|tak(?:e|en))\w*(?: [\w,.]+){0,6}? "
            r"(?:records|files|passwords|accounts|data)(?= (?:of|on|from|to|belonging)\b|[.,;])"
            r"|(?:records|files|passwords|data)(?: of [\w ]{3,40})? (?:were|was|had been|have been) "
            r"(?:stolen|leaked|copied|exposed|taken)",
            r"break-?ins?|(?:the|that|this|a|second|first) (?:breach|leak|attack|intrusion|theft)|the ransom",
            "breach, leak, hack, intruder, record, file, password, data, ransom, theft, attack, letter",
        ),
    ),
    (
        ("fusion", r"fusions?(?! nucléaire| froide)|fusionn\w+", r"rapprochements?", "fusionner, rapprochement"),
        (
            "merger, amalgamation",
            r"mergers?|merge[sd]?|merging|amalgamat\w+",
            r"tie-?up",
            "merge, amalgamate",
        ),
    ),
    (
        (
            "rappel, rappel de produit, retrait du marché",
            r"(?:le|un|ce|son) rappel d(?:e|es|u|')(?! l'histoire)|campagnes? de rappel"
            r"|retraits? (?:de la vente|du marché)"
            r"|rappel(?:le|lent|é|er) (?:tous|toutes|les|ses|\d+|[a-z]+ (?:\w+ )?(?:véhicules|appareils|lots|modèles))"
            r"|retir\w+ (?:de la vente|du marché)",
            r"(?:le|ce|du) rappel",
            "rappeler, retirer",
        ),
        (
            "recall, product recall",
            r"recalls? (?:of|all|every|its|[\d,]+|some|about|more)|recalled (?:all|every|its|[\d,]+|some|about|more)"
            r"|(?:was|were|been|be) recalled|product recalls?|withdr\w+ from (?:sale|the market|shops|shelves)",
            r"(?:the|that|this|its|a) recall",
            "withdraw, recalled",
        ),
    ),
    (
        (
            "faillite, dépôt de bilan, liquidation, redressement judiciaire, liquidation judiciaire",
            r"faillites?|dépôts? de bilan|dépos\w+ (?:le|son|leur) bilan|liquidations?|liquidée?s?"
            r"|redressement judiciaire|cessation (?:de|des) paiements?|banqueroute|clés? sous la porte"
            r"|procédure de sauvegarde",
            r"liquidateurs?",
            "bilan, redressement, liquidateur",
        ),
        (
            "bankruptcy, insolvency, liquidation, receivership",
            r"bankrupt\w*|insolven\w+|liquidat\w+|receivership|chapter (?:11|7|eleven|seven)|went (?:bust|under)"
            r"|(?:in|into|enter\w*|out of) administration|wound up(?! (?:with|as|at)\b)|winding[- ]up",
            r"administrators|receivers?|creditors",
            "bankrupt, insolvent, receiver, liquidator, wound, administration",
        ),
    ),
    (
        (
            "enquête, perquisition, investigation",
            r"enquêt(?:es?|eurs?|é)(?! d'opinion| de satisfaction)|perquisition\w*|investigations?|mise? en examen",
            "",
            "enquête, perquisition, enquêteur",
        ),
        (
            "investigation, inquiry, probe, enquiry",
            r"investigat\w+|inquir(?:y|ies)|enquir(?:y|ies)|prob(?:e|es|ed|ing)",
            r"raided|inspectors",
            "investigate, inquiry, probe",
        ),
    ),
)
