"""Where what a sentence tells at one date may end: not before its verb, « La reprise, annoncée en mai, | a échoué »."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from index.chronicle.labelling.openings import behind_dates
from index.chronicle.labelling.verbs import may_have_verb

_SAID: Final = re.compile(r"(?:\bque |\bqu['’]|\bthat )", re.IGNORECASE)
_CALLED: Final = re.compile(
    r"(?<!\b(?:is|as) )(?<!\bwas )\b(?:called|named|dubbed|appelée?s?|nommée?s?|baptisée?s?)\b(?= [A-ZÀ-ÖØ-Þ“«\"])"
)
"""What only says which name something has."""
_STOP: Final = re.compile(r"[,;:](?= )")
_ASIDE: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"(?:qui|dont|où|que|qu['’]|(?:à|sur|dans|avec|pour)? ?l(?:e|a|es)quel(?:le)?s?)\b"
        r"|(?:présidente?|filiale|patronn?e?|chef|cheffe|maire|\w+(?:teur|trice|aire|iste|ière)) (?:de|du|d['’])"
        r"|(?:d['’]abord |désormais |déjà |ensuite |enfin )?\w{3,}(?:ée?s?|ies?|ues?|erte?s?|uite?s?|ises?)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:who|which|whose|whom|where|that)\b"
        r"|(?:first |once |now |then |newly |originally |already |\w+ly )?"
        r"(?:\w{2,}ed|set|put|built|bought|sold|made|held|shut|born|begun|given|taken|led|run)\b",
        re.IGNORECASE,
    ),
}
"""What tells more of the name or the noun before it."""
_DONE: Final[Mapping[str, re.Pattern[str]]] = {"fr": re.compile(r"\b\w{3,}ée?s?\b"), "en": re.compile(r"(?!)")}
"""A participle, no verb by itself."""


def is_unfinished(told: str, lang: str) -> bool:
    """Whether ``told`` ends before the verb of what it begins with: « La reprise, annoncée en mai »."""
    if lang not in _ASIDE:
        return False
    said = _CALLED.sub(" ", _SAID.split(told)[-1].strip(" ,;:"))
    is_told_of = any(_ASIDE[lang].match(part) for part in said.split(", ")[1:2])
    first, *others = (said if is_told_of else behind_dates(said)).split(", ")
    if not others or may_have_verb(first, lang):
        return False
    rest = (_DONE[lang].sub(" ", part) for part in others if _ASIDE[lang].match(part) is None)
    return not any(may_have_verb(part, lang) for part in rest)


def finished(text: str, begin: int, end: int, high: int, lang: str) -> int:
    """Where what ``text`` tells from ``begin`` on ends, at ``end`` or behind it, with the verb of what it begins with;
    ``high`` at last."""
    if not is_unfinished(text[begin:end], lang):
        return end
    stops = (stop.start() for stop in _STOP.finditer(text, end + 1, high))
    return next((stop for stop in stops if not is_unfinished(text[begin:stop], lang)), high)
