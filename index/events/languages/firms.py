"""What tells that a name is a firm's, and that a clause goes on about that firm alone, in both languages."""

from __future__ import annotations

import re
from typing import Final

_NOUNS_FR: Final = (
    r"(?:société|entreprise|firme|compagnie|groupe|start-up|startup|concurrente?|rivale?|banque|assureur|fonds|usine"
    r"|fabricant|constructeur|promoteur|semencier|éditeur|opérateur|exploitant|fournisseur|distributeur|transporteur"
    r"|armateur|brasseur|imprimeur|géant|chaîne|enseigne|agence|cabinet|laboratoire|clinique|coopérative|régie"
    r"|fondation|studio|bureau d'études|maison d'édition|jeune pousse|multinationale|filiale|brasserie)"
)
_NOUNS_EN: Final = (
    r"(?:company|firm|start-up|startup|rival|competitor|bank|insurer|fund|utility|maker|manufacturer|builder|publisher"
    r"|operator|supplier|retailer|distributor|carrier|airline|brewer|brewery|group|giant|chain|agency|lab|laboratory"
    r"|clinic|cooperative|co-op|foundation|studio|broadcaster|developer|subsidiary|business|distillery|shipyard)"
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
    r"|,? (?:which |qui |elle, |lui, )?(?:went (?:bankrupt|bust|under|out of business)|(?:was|had been) (?:wound up"
    r"|liquidated|broken up)|(?:a|avait) fait faillite|(?:a|avait) été liquidée?|a déposé le bilan)\b"
)
NAMED_AS_FIRM: Final = re.compile(
    r" (?:Airlines|Bank|Capital|Energy|Energies|Freight|Group|Health|Holdings?|Inc|Industries|Labs|Logistics|Ltd"
    r"|Partners|Pharma|SA|SAS|Seeds|Systems|Technologies|Énergies?|Groupe|Industrie|Assurances)\Z|\A(?:Groupe|Banque) "
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
"""What sets a subject against what the text is about, right behind it: « Accumel, elle, »."""
BEFORE_THEN: Final = re.compile(
    r"\A(?:, [^,]*,)?,? (?:which |that |who |qui )?(?:(?:l'|s'|y |n')?(?:avait|avaient)|had)"
    r" (?!to\b|an?\b|the\b|its\b|no\b|une?\b|le\b|la\b|son\b|sa\b|\d)\w+"
)
"""A pluperfect: what had happened before what the text goes on about."""
DEMISE: Final = re.compile(
    r"\A(?:, [^,]*,)?,? (?:which |that |who |qui )?(?:went (?:bankrupt|bust|under|out of business)|(?:closed|shut)\b"
    r"(?! (?:the|its (?!doors)|two|three|an?)\b)|(?:was|were|has been|had been|is) (?:since )?(?:sold|bought|wound up"
    r"|liquidated|broken up|dissolved|taken over|acquired|closed|shut|merged)\b|burnt down|folded\b|collapsed\b"
    r"|(?:a|avait|aura) (?:fait faillite|fermé|disparu|cessé|déposé le bilan)\b|(?:a|avait) été (?:liquid|rachet|vend|"
    r"dissou|ferm|absorb|démantel|cédé)\w*|(?:ferme|disparaît|est (?:rachetée?|vendue?|liquidée?|dissoute?))\b)"
)
"""What becomes of a firm itself: it closes, goes bankrupt, is bought."""
APPOSED: Final = re.compile(r"\A, (?:an?|the|une?|le|la|l') ?[^,;.]{2,60},")
"""What a name is said to be, right behind it: ", the new owner of Agrovel,"."""
RELATIVE: Final = re.compile(r"\b(?:which|that|who|qui) (?=(?:had |was |has |a |avait |[a-zà-ÿ]+))")
ANTECEDENT: Final = re.compile(r",? (?:\(?[^,;.()]{0,20}\)? )?\Z|, (?:an?|the|une?|le|la|l') ?[^,;.]{2,60},? \Z")
"""What stands between a name and the relative clause about it: "Quill, a maker of software | that"."""
LED_ELSEWHERE: Final = re.compile(
    r"\b(?:to (?:found|start|join|head|run|create)|found(?:s|ed)|set up|started|joined|left|runs?|founding"
    r"|fond\w+|cré(?:er?|é|a)|rejoin\w+|quitt\w+|lanc(?:er?|é)|mont(?:er?|é)|dirig(?:er?|e|é)) "
    r"(?:the |la |le |l'|an? |une? )?(?:[a-zà-ÿ-]+ ){0,2}\Z"
)
"""What somebody does who goes to another firm, or comes from one; matched up to its name."""
DEALS: Final = re.compile(
    r"\b(?:offer\w*|bids?|bid for|su(?:ed|es)|propos\w+|approach\w*|offr\w+|attaqu\w+|poursui\w+|stake|takeover"
    r"|merg\w+|fusionn\w+|capital|négoci\w+|negotiat\w+|sign\w+|refus\w+|renonc\w+|lost|perdu\w*|withdr[ae]w\w*)\b"
)
"""What one firm does to another that need not be named again."""
