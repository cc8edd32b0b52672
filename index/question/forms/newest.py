"""Whether a question asks for the newest of what was said over time: "still", « aujourd'hui », "the latest"."""

from __future__ import annotations

import re
from typing import Final

from index.terms.letters import plain
from index.terms.tokens import fold

_NEWEST: Final = re.compile(
    r"\b(?:still|now(?:adays)?|current(?:ly)?|latest|newest|most recent(?:ly)?|today|these days|at present|presently"
    r"|at the moment|atm|so far|to date|as of|any ?more|any ?longer|up to date|lately"
    r"|toujours|encore|mtn|actuel(?:le|s|les|lement)?|aujourd'? ?hui|maintenant|desormais|a present|a ce jour"
    r"|en ce moment"
    r"|ces temps-ci|ces jours-ci|dernier(?:e|s|es)? en date|plus recente?s?|recemment|dernierement|a l'heure actuelle"
    r"|jusqu'ici|de nos jours)\b"
    r"|\bhow (?:many|much) .*\bleft\b|\breste(?:nt)?(?:-t-\w+)? (?:\w+ ){0,2}combien\b|\bcombien .*"
    r"(?<!\best )(?<!\best-il )(?<!\best-elle )(?<!\bsont )(?<!\bsont-ils )(?<!\bsont-elles )\breste(?:nt)?\b"
    r"|\b(?:les?|aux?) (?:tout )?derni(?:er|ere)s? (?:chiffres?|nouvelles|montant|bilan|tarifs?|prix|decompte)\b"
    r"|\b(?:la|le|les|l'|the) (?:toute )?(?:derniere?s?|last) (?!fois|time|ann|year|mois|month|semaine|week|jour|day)"
    r"|\bqu'(?:est|etait|ont|sont|etaient)(?:-\w+)? devenue?s?\b|\bque? (?:va |vont )?(?:devien(?:t|nent)|devenir)\b"
    r"|\bqu'adviendra\b|\bqu'est-il advenu\b|\bwhat (?:\w+ ){0,2}becomes?\b|\bwhat became\b|\bin the end\b|\bfinally\b"
    r"|\b(?:au bout|en fin) du? ?(?:de )?compte\b|\bfinalement\b|\bau final\b|\bdefinit(?:if|ive)s?\b"
    r"|\bfinal (?:cost|price|toll|bill|count|figure|result)\b"
)


_WHOLE: Final = re.compile(
    r"\b(?:en tout(?! (?:cas|etat|genre|lieu|temps|point|premier|confort|petit))|au total|in total"
    r"|in all(?! \w)|all told"
    r"|end(?:s|ed)? up|turn(?:s|ed)? out)\b"
)
"""Who asks for the whole of it asks for what it has come to by now."""


def says_now(text: str) -> bool:
    """Whether ``text`` has words for what is so now, or was so last."""
    return _NEWEST.search(fold(text).replace("’", "'")) is not None


def asks_for_newest(question: str) -> bool:
    """Whether of several statements the newest is asked for."""
    return says_now(question) or _WHOLE.search(plain(question)) is not None


_NEW_ONE: Final = re.compile(
    r"\b(?:le|la|l'|les|du|au|son|sa|the|its|their|his|her) (?:tout )?"
    r"(?:nouve(?:au|l|lle|aux|lles)|(?:brand )?new) [a-z]"
)


def asks_for_the_new(question: str) -> bool:
    """Whether ``question`` asks about what took the place of an older one: « le nouveau stade », "the new boss"."""
    return _NEW_ONE.search(plain(question).replace("new york", "").replace("new zealand", "")) is not None


_THE_END: Final = re.compile(
    r"\b(?:combien|how many)\b.*\b(?:a|vers|sur) la fin\b|\bhow many\b.*\b(?:at|by|in|near) the end\b"
)


def asks_of_the_end(question: str) -> bool:
    """Whether ``question`` asks how many there were last, before it was over: « combien étaient-ils à la fin »."""
    found = _THE_END.search(plain(question))
    return found is not None and re.match(r" (?:of|de|du|des|d')\b", plain(question)[found.end() :]) is None
