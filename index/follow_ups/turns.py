"""How a question follows another, French and English: the words :mod:`index.follow_ups.following` reads a text with.

Every pattern reads small letters without accents.
"""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = (
    r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
)
LINK: Final = re.compile(
    r"(?:(?:et|and|mais|but|or|puis|then|alors|so|du coup|donc|ok|okay|d'accord|dac|right|ah|oh|euh|hum?|hm+"
    r"|um+|uh|er|bon"
    r"|ben|bah|oui|ouais|yes|yeah|no|non|nan|well|(?:what|how) about|what of|(?:the )?same (?:question"
    r"|thing)?\s?(?:for|about)"
    r"|(?:qu'en est-il|quid|pareil|(?:la )?meme (?:question|chose))(?: pour| d(?:e|u|es)|(?= d'))?)(?:[\s,:.…]+"
    r"|(?<=d')))+"
)
"""What goes before a question that goes on."""
GOES_ON: Final = re.compile(r"\b(?:et|and|mais|but|puis|then|so|du coup|donc|about|same|quid|pareil|meme)\b")
TRAILS: Final = re.compile(
    r"[\s,]+(?:alors|donc|(?<!back )(?<!by )(?<!since )(?<!until )(?<!before )then|too|aussi|deja|again|hein"
    r"|du coup|exactement|exactly|stp|svp|please|pls|lol)\Z"
)
"""What closes a question and says nothing."""
"""The links that say so by themselves."""
CORRECTION: Final = re.compile(
    r"(?:(?:non|no|nan|nope|euh|sorry|pardon|desolee?|oups|oops|mais|but|actually|en fait|ah|oh|i mean|um+)[\s,.!:…]+)*"
    r"(?:je (?:parle|parlais|veux parler|voulais parler) (?:plutot )?(?:d(?:e |u |es |'))|je (?:pense"
    r"|pensais) (?:plutot )?a "
    r"|je (?:veux|voulais) dire (?:plutot )?|je (?:demande|demandais) (?:plutot )?(?:pour )?"
    r"|i (?:mean|meant|was (?:talking|asking) about|am (?:talking|asking) about|said|was thinking of) (?:rather )?"
    r"|i'm (?:talking|asking) about |(?:pas|not) [\w' -]{2,30}, (?:mais |but )?(?=\w))[\s,:]*"
)
"""What begins the words that stand in the place of some said before: « non, je parlais de … », "sorry, I meant …"."""
CHANGE: Final = re.compile(
    r"\b(?:chang(?:ement|eons|e|ons) de sujet|autre (?:chose|sujet|question)|rien a voir|sans (?:aucun )?rapport"
    r"|passons"
    r"|question suivante|tout autre chose|chang(?:e|ing) (?:of|the) (?:subject|topic)|(?:different|another|new"
    r"|separate)"
    r" (?:thing|question|topic|subject)|(?:something|anything) else|unrelated|let's switch|switching|never ?mind"
    r"|next question|on another (?:note|topic)|moving on|forget (?:that|it)|laisse tomber|oublie)\b"
)
"""Words that say that something else is asked."""
CHANGES_FIRST: Final = re.compile(
    rf"[^:;,.!?]{{0,30}}?(?:{CHANGE.pattern})[^:;,.!?]{{0,20}}[:;,.!?](?:\s*(?:mais|but)\b)?\s+"
)
"""...at the head of a question, with what stands around them."""
WH: Final = re.compile(
    r"\b(?:qui|quoi|quand|qd|kan|ou|comment|combien|combi1|cb|pourquoi|pq|pk|quel(?:le)?s?|kel(?:le)?s?|lequel"
    r"|laquelle|lesquel(?:le)?s|que|qu'|est-ce|esque"
    r"|who|whom|whose|what|when|where|why|how|which|whats|whos|wheres|whens|hows)(?:'s|'re)?\b|\bqu'"
)
WH_HEAD: Final = re.compile(
    r"(?:(?:a|de|d'|en|par|pour|chez|dans|sur|avec|contre|depuis|jusqu'|to|in|on|at|by|from|for|of|with|under|since"
    r"|until)\s?)?(?:(?:combien de (?:temps|fois)|depuis quand|jusqu'ou|qu'est-ce qu(?:i|e|')|est-ce qu(?:e|')"
    r"|c'est quoi|whats|whos|wheres|whens|hows"
    r"|qui est-ce qui|how (?:much|long|old|big|far|often|large|come)|what(?:'s| is| was| are)?|who(?:'s| is| was)?|whom"
    r"|when|where|why|how|qui(?: est| etait)?|quoi|quand|ou|comment|pourquoi|que|combien(?! d))\b\s?|qu')"
    r"(?:(?:did|does|do|is|was|were|are|has|have|had|est-ce qu(?:e|'))\b\s?)?"
)
"""What a question asks with, at its head: the rest is what it is about."""
DETERMINER: Final = re.compile(r"(?:combien d(?:e |')|how (?:many|much) |quel(?:le)?s? (?!est\b|sont\b)|which |what )")
PAYING: Final = re.compile(
    r"\b(?:how much|(?:for|what) price|combien(?! d)|a quel prix|quel (?:est|etait) le prix"
    r"|what (?:did|does|was) .{0,30}\b"
    r"(?:cost|pay|price)|cout(?:e|ent|ait)|paye)\b"
)
"""What asks for what was paid..."""
BARGAIN: Final = re.compile(
    r"\b(?:bought|acquired|purchased|sold|took over|rachete|achete|acquis|vendu|cede|repris) "
    r"(?:(?:the|a|an|le|la|les|un|une) |l')?"
)
"""...and the deeds for which something is."""
CLAUSE: Final = re.compile(
    r"\b(?:whats|whos|wheres|whens|hows|is|are|was|were|did|does|do|has|have|had|will|would|can|could|should"
    r"|isn't|wasn't|didn't"
    r"|est|sont|etait|etaient|fut|furent|sera|seront|a|ont|avait|avaient|aura|va|vont|fait|font|faut|doit|peut"
    r"|il|ils|(?<!avec )(?<!chez )(?<!pour )(?<!par )(?<!apres )(?<!avant )(?<!que )elles?|on|he|she"
    r"|(?<!in )(?<!of )(?<!on )(?<!at )(?<!to )(?<!by )(?<!for )(?<!from )(?<!with )(?<!about )(?<!after )"
    r"(?<!before )it"
    r"|they|ca(?!$)|c'(?:est|etait)|y en)\b|\b[ls]'(?:a|est|etait|ont)\b|'s\b|-t-"
    r"|-(?:il|elle)s?\b"
    r"|\b(?!(?:souhait|portrait|extrait|retrait|attrait|parfait|forfait|bienfait|distrait"
    r"|abstrait)\b)\w{3,}ai(?:t|ent)\b"
    r"|\b\w{3,}ront\b|\b\w{3,} l'\w{3,}ent\b"
    r"|\b(?:qui|who) (?!(?:d'autre|else|exactement|exactly|ca|donc)\b)\w|\b(?:which|what"
    r"|quel(?:le)?s?) \w+ (?:\w+ )?\w+"
)
"""What no fragment has: a verb, or whoever does it."""
POINTS: Final = re.compile(
    r"\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|these|those|there|ones?|else|others?"
    r"|(?:this|that)(?! (?:year|month|week|day)\b)"
    r"|elles?|ils|lui|eux|son|sa|ses|leurs?|celui|celle|ceux|celles|ca|cela|ce|cet|cette|ces|la-bas|la-dedans"
    r"|l'un|l'autre|les autres|un autre|une autre|d'autres?|les deux|the (?:two|latter|former|other|same))\b"
    r"|\b\w{3,} l'\w{3,}ent\b|\by \w{3,}(?:ent|ont|ait)\b"
    r"|\bil\b(?! (?:y a|faut|reste|existe)\b)|\bc'|-(?:il|ils|elle|elles|la|le|les|ce)\b"
    r"|\b(?:y|en) (?:a|ont|avait|avaient|est|sont|etait|etaient)\b|(?<!\bil )\by en\b|\bs'en\b|\bn'en\b"
    r"|\b(?:on|tu|vous|qui|quand|comment|combien|pourquoi|ou) (?:la|le|les|l'|lui|leur|y|en) ?\w"
    r"|\b(?:at the time|back then|by then|since then|before that|after that|a l'epoque|a ce moment|depuis lors"
    r"|jusque-la)\b"
)
"""Words that stand for what was named before."""
OWN_SUBJECT: Final = re.compile(
    r"(?:\A|(?<=[\s,]))(?<!\ba )(?<!\bau )(?<!\bde )(?<!\bdans )(?<!\ben )(?<!\bpar )(?<!\bpour )(?<!\bsur )"
    r"(?<!\bvers )"
    r"(?P<article>(?:le|la|les|une?|des) |l')"
    r"[^\W\d_]{2,}(?:-[^\W\d_]+)*(?: [^\W_]+(?:['’-][^\W_]+)*){0,5}? (?:[nlsmt]'|s['’]en )?[^\W\d_]+"
    r"(?P<again>-(?:t-)?(?:ils?|elles?)\b)"
)
"""Where the pronoun behind the verb takes up the question's own subject: « pourquoi les patients attendent-ils »."""
PERSON: Final = re.compile(
    r"\b(?:he|him|his|she|her|hers|lui|who)\b|\b(?:il|elle|son|sa|ses)\b|\b(?:they|them|their|ils|elles|eux|leurs?)\b"
)
SEVERAL: Final = re.compile(r"\b(?:they|them|their|ils|elles|eux|leurs?|ones?|those|these|y en|en)\b")
OF_THIS_MOMENT: Final = re.compile(
    r"(?:what time is it|what day is it|what is the time|quelle heure (?:est-il|il est)|il est quelle heure"
    r"|(?:on est|nous sommes) quel jour|quel jour (?:on est|sommes-nous)|(?:is|will) it (?:raining|rain|snowing|snow)"
    r"|(?:il pleut|pleut-il|il va pleuvoir))\b.{0,20}"
)
"""What is asked of the hour or the weather, of nothing said before."""
TOPIC_NOUN: Final = re.compile(
    r"\b(?:combien d(?:e |')|how many |quel(?:le)?s? |which |what (?=(?:share|plant|ship|number|rate|price|contract)))"
    r"(?P<noun>(?:(?:small|new|first|premiere?s?|petit(?:e)?s?|nouve(?:au|lle)s?) )?[^\W\d_]{3,}(?:(?: of | d(?:e "
    r"|es |u |'))[^\W\d_]{3,})?)"
)
TOPIC_CHOSEN: Final = re.compile(r"\b(?:quel(?:le)?s?|which) ")
"""Where one is asked for among several, whatever stands for it may be that one."""
ASKS_AT_END: Final = re.compile(
    r"(?P<rest>\w.*?),?\s(?:et |and )?(?:quand|comment|pourquoi|ou|combien)(?=\s?(?:\(|\Z))"
)
"""French questions that end with what they ask with: « ça a fermé quand ? »."""
ALSO_ASKED: Final = re.compile(r",\s(?:et|and)\s(?P<asked>[^,?()]{1,60})\s?\Z")
"""What was put behind a question when a fragment followed it: « Qui a fondé Babylon, et quand ? »."""
MEANS_SOMEBODY: Final = re.compile(r"\b(?:he|him|she|her|lui|elle|eux|them)\b(?!-)")
OUTWARD: Final = re.compile(
    r"\b(?:en|y|lui|leur) (?:a|ont|avait|avaient|est|etait|pense|pensait|dit)\b|\b(?:l'(?:a|ont|avait|avaient) \w+e)\b"
    r"|\b(?:for|of|about|to|from|with|by|against|after|before|than|in|on) (?:it|them|her|him|that|this)\b"
)
"""Words that stand for something else than whoever was just named."""
EVENT: Final = re.compile(
    r"\b(?:c'(?:est|etait)|ca s'est|cela s'est|(?:is|was|did) (?:that|this)(?: happen)?(?= ?\W*$))"
)
"""Words that stand for all that happened."""
_NOUN_OF_ITS_OWN: Final = (
    r"(?:(?:les?|la|une?|des|cette|ces|cet|leurs?|son|sa|ses|the|a|an|these|those|his|her|its|their) |l')"
    r"(?!quel)[^\W\d_]{3,}"
)
TAKEN_UP: Final = re.compile(
    rf"\A{_NOUN_OF_ITS_OWN}[^,;]{{0,60}}, (?:c'(?:est|etait)|(?:is|was) (?:that|this))\b"
    r"|\bc'(?:est|etait) (?:(?:pour|en|a|chez|depuis|de) )?(?:quand|quoi|ou|comment|combien|qui|quel(?:le)?s? \w+)"
    rf" (?:ca |deja )?{_NOUN_OF_ITS_OWN}"
)
"""« la montre qui a brûlé, c'était laquelle ? », « c'est pour quand le déménagement ? »: « c' » stands for what the
question itself speaks of."""
CHOOSES: Final = re.compile(
    r"\A(?:(?:de|a|pour|chez|par|avec|in|of|for|by|from|to) )?(?:(?:le|la|les)quel(?:le)?s?\b"
    r"|which (?:one|ones|of (?:them|these|those|the (?:two|three)))\b)"
)
"""« laquelle a coûté le plus cher ? »: one of those just asked for."""
ANOTHERS: Final = re.compile(
    r"\A(?:celles?|celui|ceux) (?=de |du |des |d')|\A(?:that|those|the ones?) (?=of |for |from )"
)
"""« et celles de Doctolib ? »: the same of another."""
OF: Final = re.compile(r"\A(?:de la |de l'|de |du |des |d'|of |for |from )")
IMPERSONAL: Final = re.compile(r"\b(?:temps fer(?:a|ait)|fait|faut|y a|reste|existe|s'agit)-?(?:t-)?il\b")
NOUN: Final = re.compile(
    r"\b(?:the|le|la|les|une?|an|(?<!\bat )its|(?<!\ba )(?:sa|son|ses))\s(?P<noun>"
    r"(?:(?:first|second|third|last|new|next|only|main|premiere?|deuxieme|seconde?|derniere?|nouve(?:au|lle)"
    r"|seule?)\s)?"
    r"(?!(?:first|second|third|last|new|next|only|main|ones?|same|other|others|premiere?|deuxieme|seconde?"
    r"|derniere?|meme"
    r"|autres?|nouve(?:au|lle)|seule?)s?\b)[^\W\d_]{3,}(?:-[^\W\d_]+)*(?:\s(?:[b-z]|\d{1,2})\b(?!['’]))?)"
    r"|\bl'(?P<elided>[^\W\d_]{4,})"
)
"""What is spoken of without a name."""
UP_TO_NAME: Final = re.compile(
    r"(?:\b(?:the|le|la|les|an|une?|ce|cette)\s|\b[ld]'|\b(?:du|des|au|aux)\s)"
    r"(?P<noun>(?:[^\W\d_]+(?:-[^\W\d_]+)*\s){0,2}?[^\W\d_]{3,}) (?:(?:de|du|des|of|a|at|in|for|to)(?: (?:la|les"
    r"|the))? |d'|de l')\Z"
)
DATE: Final = re.compile(
    rf"(?:\b(?:en|in|by|au|a la|de|depuis|since|before|after|avant|apres|vers|around|during|le|on|fin|end of|late|early"
    rf"|debut|back in|(?:the |l')?(?:summer|winter|autumn|spring|ete|hiver|automne|printemps)(?: (?:of|de))?|in the"
    rf"|a l')\s)*(?:\b(?:\d{{1,2}}(?:er)?\s)?(?:{_MONTHS})\b(?:\s\d{{1,2}}\b,?)?(?:\s(?:1[5-9]|20)\d\d)?"
    r"|\b(?:1[5-9]|20)\d\d\b)"
)
NOW: Final = re.compile(
    r"\b(?:aujourd'hui|maintenant|actuellement|a present|today|now|currently|nowadays|these days"
    r"|l'annee (?:d'avant|suivante|precedente)|l'an (?:dernier|passe)|the (?:year|month) (?:before|after)|last year"
    r"|\w+ (?:ans|mois|years?|months?) (?:plus (?:tot|tard)|apres|avant|earlier|later|before|after))\b"
)
BEFORE_NAME: Final = re.compile(
    r"\b(?P<before>a|au|aux|chez|en|dans|pour|par|avec|contre|de|du|des|d'|sur|in|at|for|by|with|from|of|to|near)\s?\Z"
)
LINKED: Final = re.compile(
    r"(?:de|du|des|of|a|au|aux|at|dans|en|in|pour|for|par|by|avec|with|chez|sur|on|contre|against)\s|d'"
)
"""What links a thing to what is asked of it: « et dans la ligue de Tarmont ? »."""
ASIDE: Final = re.compile(r"\s*\([^()]+\)\s*\Z")
"""What was put behind a question in brackets, being what it is about."""
SPOKEN_TO: Final = re.compile(r"\b(?:tu|toi|t'|vous|you|your|u|yourself|bot)\b")
CHAT: Final = frozenset(
    """
    ah oh eh hein ha haha hahaha hm hmm bah ben bon bref voila ok okay dac d'accord accord oui ouais non si yes yeah
    yep no nope nah
    super top genial parfait cool nice great perfect good well done wow waouh lol mdr ptdr xd vraiment really serieux
    serieusement
    seriously sure bien tres trop so too very much merci thanks thank thx ty cheers bravo excellent awesome amazing
    incroyable fou
    dingue crazy interessant interesting wild noted note compris got it that's ca c'est c that all tout what quoi
    alors et and so
    je vois i see the a un une le la ah bon bah dis donc you u de rien welcome meme pas mal not bad a plus bye ciao
    salut
    bonne journee soiree nuit day night see later good ca marche roule works that helps helpful utile ce que
    cherchais cherchait needed wanted right exactly exactement exact indeed en effet clair clear evidemment of course
    bien sur wtf omg
    """.split()
)
