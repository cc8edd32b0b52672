"""Dates that say which one is meant, of what is told elsewhere: « l'accord de 2021 », "the fine of two years ago".

A clause with such a date seldom tells what happened then; merging puts it with what does, and a timeline does without
the year of something (« son rapport de 2018 ») that stays alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_BEFORE: Final = 60
_BEHIND: Final = 40
_OF_NOUN: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"\b(?:[cdl]e|l'|d'|du|au|aux|des|[cdl]es|la|une?|cette|[lmst]a|[lmst]on|[lmst]es|leurs?|nos|notre)\s*"
        r"(?:\w+ )?(?P<noun>\w{4,})(?: \w{4,})?\s(?:du|d'|de l'|de la|de|des)\s*(?:l')?\Z",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:the|an?|that|this|its|his|her|their|our|my|\w+'s)\s(?:[\w-]+ )?(?P<noun>[\w-]{3,})\sof\s(?:the )?\Z",
        re.IGNORECASE,
    ),
}
"""What stands before a date that says which: a noun and its preposition."""
_FRENCH_NOUN: Final = re.compile(
    r"\b(?:[cdl]e|l'|d'|du|aux?|des|[cl]es|la|une?|cette|[lmst]a|[lmst]on|[lmst]es|leurs?|nos|notre)\s*"
    r"(?:\w+ )?\w{4,}(?: \w{4,})?\s\Z",
    re.IGNORECASE,
)
"""What stands before a French year that says which: « son rapport annuel 2018 »."""
_OF_TIME: Final[Mapping[str, frozenset[str]]] = {
    "fr": frozenset(
        "partir compter cours début milieu loin issue lors fois mois année années trimestre semestre jour jours nuit "
        "semaines matin soir semaine été automne hiver printemps courant "
        "date datée datées ensemble règlement décret directive rentrée entre depuis avant après dès vers jusqu jusque "
        "pendant durant".split()
    ),
    "en": frozenset(
        "end start beginning middle course first last half quarter spring summer autumn fall winter month months year "
        "years week day night morning evening rest close early late number".split()
    ),
}
_BEFORE_NOUN: Final = re.compile(
    r"\A(?:'s?|)\s(?:[\w-]+ )?(?!(?:and|or|to|in|at|by|on|for|with|when|as|the|an?|after|from|but|it|its|he|she|they|"
    r"were|was|is|are|has|had|would|will|that|which|who)\b)[a-z][\w-]{3,}",
)
_DETERMINED: Final = re.compile(r"(?:\b(?:the|its|his|her|their|a|an|that|over|with)|'s)\s\Z", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")
_YEARS_BEFORE: Final = re.compile(r"(?:(?:19|20)\d\d(?:, | et | ou | and | or )(?:de )?)+\Z", re.IGNORECASE)
_YEARS_BEHIND: Final = re.compile(r"\A(?:(?:, | and | or )(?:19|20)\d\d)+", re.IGNORECASE)
"""« son rapport de 2018 et », "the 2018 and 2019 reports": years beside the one that is looked at."""
_APPOSED_AFTER: Final = re.compile(
    r"[,(–—] ?(?:(?:datée?s? )?(?:de |du |d')(?:l'an(?:née)? )?|from |of |dated |dating (?:from |back to )|circa )\Z",
    re.IGNORECASE,
)
_APPOSED_BEFORE: Final = re.compile(r" ?[,)–—]")
_LONGEST_APPOSED: Final = 24


def is_apposed(plain: str, start: int, end: int) -> bool:
    """Whether the date ``plain[start:end]`` stands beside a noun, between commas, and only says of when that is: « Le
    tableau, de 1887, »."""
    before = _APPOSED_AFTER.search(plain, max(0, start - _LONGEST_APPOSED), start)
    return before is not None and _APPOSED_BEFORE.match(plain, end) is not None


def says_which(plain: str, start: int, end: int, lang: str) -> bool:
    """Whether the date ``plain[start:end]``, in a text with plain apostrophes and spaces, belongs to a noun."""
    before = _YEARS_BEFORE.sub("", plain[max(0, start - _BEFORE) : start])
    behind = _YEARS_BEHIND.sub("", plain[end : end + _BEHIND])
    pattern = _OF_NOUN.get(lang)
    if pattern is not None and (found := pattern.search(before)) is not None:
        return found["noun"].lower() not in _OF_TIME[lang]
    is_year = _YEAR.match(plain[start:end]) is not None
    if lang == "fr" and is_year and (found := _FRENCH_NOUN.search(before)) is not None:
        return _OF_TIME[lang].isdisjoint(found[0].lower().split())
    if lang != "en":
        return False
    if behind.startswith("'s "):
        return True
    return is_year and _DETERMINED.search(before) is not None and _BEFORE_NOUN.match(behind) is not None
