"""What tells that a name is a firm's, and that a clause goes on about that firm alone, in both languages."""

from __future__ import annotations

import re
from typing import Final

_NOUNS_FR: Final = (
    r"(?:société|entreprise|firme|compagnie|groupe|start-up|startup|concurrente?|rivale?|banque|assureur|fonds|usine"
    r"|fabricant|constructeur|promoteur|éditeur|opérateur|exploitant|fournisseur|distributeur|transporteur|armateur"
    r"|brasseur|imprimeur|géant|chaîne|enseigne|agence|cabinet|laboratoire|clinique|coopérative|régie|fondation|studio"
    r"|bureau d'études|maison(?: d'édition)?|jeune pousse|multinationale|filiale|brasserie|scierie|conserverie|fonderie"
    r"|imprimerie|minoterie|verrerie|raffinerie|distillerie|librairie|galerie|mutuelle|marque|client|cliente|(?:semenc|minot|chocolat|papet"
    r"|textil|gaz|pétrol|laint|messag|hôtel|aciér)ier)"
)
_NOUNS_EN: Final = (
    r"(?:company|firm|start-up|startup|rival|competitor|bank|insurer|fund|utility|maker|manufacturer|builder|publisher"
    r"|operator|supplier|retailer|distributor|carrier|airline|brewer|brewery|group|giant|chain|agency|lab|laboratory"
    r"|clinic|cooperative|co-op|foundation|studio|broadcaster|developer|subsidiary|business|distillery|shipyard|mill"
    r"|foundry|printworks|refinery|sawmill|cannery|dairy|bakery|steelworks|shipbuilder|grocer|wholesaler|customer|brand)"
)
_FROM: Final = (
    r"(?:allemand|américain|anglais|autrichien|belge|britannique|canadien|chinois|coréen|danois|espagnol|finlandais"
    r"|français|grec|hongrois|indien|irlandais|islandais|italien|japonais|néerlandais|norvégien|polonais|portugais"
    r"|suédois|suisse|tchèque|turc)"
)
BEFORE_FIRM: Final = re.compile(
    rf"(?:\b{_NOUNS_FR}(?: [a-zà-ÿ-]+(?: de [a-zà-ÿ-]+)?)?,? |\b(?i:l'|le |du |au |de l'|à l'){_FROM} "
    rf"|\b{_NOUNS_EN}(?: called| named)?,? |\b(?:bought|acquired|took over|achet\w+|rachet\w+) "
    r"|\b(?:bank|school|conservatory|club|banque|conservatoire|école|clinique|clinic) (?:of|de|d') ?)\Z"
)
"""What stands before a firm's name and tells what it is: « la société », "the utility", « l'allemand »."""
AFTER_FIRM: Final = re.compile(
    rf", (?:une? |la |le |l')(?:[a-zà-ÿ-]+ )?{_NOUNS_FR}\b|, (?:an?|the) (?:[\w-]+ ){{0,2}}?{_NOUNS_EN}\b"
    rf"| {_NOUNS_EN}\b"
    r"|,? (?:which |qui |elle, |lui, )?(?:went (?:bankrupt|bust|under|out of business)|(?:was|had been) (?:wound up"
    r"|liquidated|broken up)|(?:a|avait) fait faillite|(?:a|avait) été liquidée?|a déposé le bilan)\b"
)
"""What stands behind it and does so: ", a maker of", " mill", « qui a fait faillite »."""
NAMED_AS_FIRM: Final = re.compile(
    r" (?:Airlines|Bank|Capital|Energy|Energies|Freight|Group|Health|Holdings?|Inc|Industries|Labs|Logistics|Ltd"
    r"|Partners|Pharma|SA|SAS|Seeds|Systems|Technologies|Tools|Wire|Works|Énergies?|Groupe|Industrie|Assurances)\Z"
    r"|\A(?:Groupe|Banque) "
)
"""How the name of a firm ends, or begins."""
HEAD: Final = re.compile(
    r"[\s;:,–-]*(?:(?:and|but|et|mais|while|puis|tandis que|alors que) )?"
    r"(?:(?i:the|a|an|its|their|his|her|another|le|la|l'|les|un|une|son|sa|leur|ce|cette) ?)?"
    r"(?:(?!(?:of|by|to|for|in|at|on|from|with|de|du|des|d|à|au|par|pour|en|dans|sur|avec|chez|que|qui|that|which)\b)"
    r"[a-zà-ÿ'-]+,? ){0,3}(?:(?:bank|school|club|clinic|conservatoire|école|clinique|banque) (?:of|de) )?"
)
"""What a clause has before its subject, a name: "Its rival", « Le géant coréen »."""
RIVAL: Final = re.compile(r"\b(?:rival|competitor|concurrente?|rivale)\b")
IN_CONTRAST: Final = re.compile(
    r"\A(?:,? itself\b|-même|,? (?:elle|lui)(?:-même)?,|,? de son côté|,? quant à (?:elle|lui)|,? for its part"
    r"|(?:,? [\w']+){0,2} (?:aussi|également|also|meanwhile)\b)"
)
"""What sets a subject against what the text is about, right behind it: « Aldous, elle, »."""
_WHOSE_CLAUSE: Final = r",? (?:which |that |who |qui |(?:where|où) (?:she |he |it |they |il |elle |ils )?)?"
_APPOSED: Final = r"(?:, [^,]*,)?"
BEFORE_THEN: Final = re.compile(
    rf"\A(?: {_NOUNS_EN}\b)?{_APPOSED}{_WHOSE_CLAUSE}(?:(?:l'|s'|y |n')?(?:avait|avaient)|had)"
    r" (?!to\b|an?\b|the\b|its\b|no\b|une?\b|le\b|la\b|son\b|sa\b|\d)\w+"
)
"""A pluperfect: what had happened before what the text goes on about."""
DEMISE: Final = re.compile(
    rf"\A{_APPOSED}{_WHOSE_CLAUSE}(?:went (?:bankrupt|bust|under|out of business)|(?:closed|shut)\b"
    r"(?! (?:the|its (?!doors)|two|three|an?)\b)|(?:was|were|has been|had been) (?:wound up|liquidated|dissolved)\b"
    r"|burnt down|folded\b|collapsed\b|left (?:the )?[A-Z]"
    r"|(?:a|avait|aura) (?:fait faillite|fermé|disparu|cessé|déposé le bilan|quitté (?:la |le |l'|les )?[A-Z])\b"
    r"|(?:a|avait) été (?:liquidée?|dissoute?|dissous)\b|(?:ferme|disparaît)\b)"
)
"""What becomes of a firm itself: it closes, goes bankrupt."""
UNDERGONE: Final = re.compile(
    rf"\A{_APPOSED}{_WHOSE_CLAUSE}(?:(?:(?:was|were|has been|had been|is) (?:since |itself |later |then )*"
    r"(?!refus|hir|chos|pick|ask|paid|call|told|award|invit|beat|forc|order|oblig)(?:\w+ed|sold|bought|shut|set up"
    r"|taken over|broken up|wound up|built)\b)"
    r"|(?:a|avait) (?:depuis )?été (?!refus|embauch|chois|reten|pay|appel|charg|invit|forc|oblig|condamn)"
    r"(?:\w+ée?|vendue?)\b|est (?:rachet|liquid|absorb|vend)\w+\b)"
)
"""What is done to it, by whom or not: it is bought, founded, renamed."""
APPOSED: Final = re.compile(r"\A, (?:an?|the|une?|le|la|l') ?[^,;.]{2,60},")
"""What a name is said to be, right behind it: ", the new owner of Bertin,"."""
RELATIVE: Final = re.compile(r"\b(?:which|that|who|where|qui|où) (?=[a-zà-ÿ])")
ANTECEDENT: Final = re.compile(r",? (?:\(?[^,;.()]{0,20}\)? )?\Z|, (?:an?|the|une?|le|la|l') ?[^,;.]{2,60},? \Z")
"""What stands between a name and the relative clause about it: "Aldous, a maker of software | that"."""
LED_ELSEWHERE: Final = re.compile(
    r"\b(?:to (?:found|start|join|head|run|create)|found(?:s|ed)|set up|started|joined|left|runs?|founding|came from"
    r"|fond\w+|cré(?:er?|é|a)|rejoin\w+|quitt\w+|lanc(?:er?|é)|mont(?:er?|é)|dirig(?:er?|e|é)|ven(?:ue?|ait) de) "
    r"(?:the |la |le |l'|an? |une? |chez )?(?:[a-zà-ÿ-]+ ){0,2}\Z"
)
"""What somebody does who goes to another firm, or comes from one; matched up to its name."""
DEALS: Final = re.compile(
    r"\b(?:offer\w*|bids?|bid for|su(?:ed|es)|propos\w+|approach\w*|offr\w+|attaqu\w+|poursui\w+|stake|takeover"
    r"|merg\w+|fusionn\w+|capital|négoci\w+|negotiat\w+|sign\w+|refus\w+|renonc\w+|lost|perdu\w*|withdr[ae]w\w*"
    r"|the (?:company|firm|start-up|startup|business|maker)|(?:l')?entreprise"
    r"|la (?:société|firme|compagnie|start-up))\b"
)
"""What one firm does to another that need not be named again."""
ELSEWHERE: Final = re.compile(
    r"(?:\b(?:runs?|ran|had run|heads?|headed|had headed|chairs|chaired|keeps|kept) |\bpresid(?:es|ed) over )"
    r"(?:\w+ ){0,2}?(?:an? |the [\w -]{2,30} of [A-Z])"
    r"|\b(?:préside|présidait|tient|tenait|dirige|dirigeait|(?:a|avait) (?:présidé|tenu|dirigé))"
    r"(?: depuis [^,;.]{4,20}?| aujourd'hui| maintenant| désormais)?"
    r" (?:une? |(?:la |le |l')[a-zà-ÿ' -]{2,30} d(?:e |')[A-ZÀ-ÖØ-ÞŒ])"
)
"""What somebody runs that is not the firm: « tient une librairie », "had run the gene bank of Lund"."""
FOUNDED_SOME: Final = re.compile(
    r"\b(?:He|She|Il|he|she|il|qui|who) (?:then |later |a |avait )?"
    r"(?:founded|opened|started|set up|bought|fond\w+|ouv\w+|cré\w+|mont\w+|achet\w+) (?:an?|une?) [^,;.]{3,60},? \Z"
)
"""What somebody founds that has no name, before a relative clause about it: "He founded a brewery, | which"."""
LEFT_FOR_SOME: Final = re.compile(
    r"\b(?:left|leaves|resigned|quit|part|parti|partie|quitte|quitté|démissionne|démissionné)\b[^.;]*"
    r" (?:and|to|et|pour) (?:found(?:ed)?|open(?:ed)?|start(?:ed)?|set up|bought|buy|fond\w+|ouvr\w+|cré\w+|mont\w+"
    r"|achet\w+) (?:an?|une?) [^,;.]{3,60},? \Z"
)
"""The same of somebody who left the firm."""
PRONOUN: Final = re.compile(r"[\s;:,–-]*(?:(?:and|but|et|mais|puis) )?(?:it|il|elle)(?= )", re.IGNORECASE)
SOMEBODY: Final = re.compile(r"\b(?:He|She|Il|he|she|il|who)(?: \w+)? ?\Z|, qui \Z")
"""A pronoun for somebody, the subject of what follows."""
