"""Words cut to a length so that nothing is left in half: no number without its unit, no name without its end."""

from __future__ import annotations

import re
from typing import Final

_LEADING_ON: Final = re.compile(
    r"(?:[ ,;:–—(«“\"-]+|\s(?:et|ou|mais|de|du|des|d['’]un|d['’]une|à|au|aux|le|la|les|un|une|en|dans|par|pour|sur"
    r"|avec|que|qui|environ|ainsi|dont|including|such|about|nearly|almost|over|ses?|sa|son|ce|ces|cette|leurs?|and|or|but|of|the|an?|to|in|on|at|by|for|with|from|as|that|which|who|its|their|his|her"
    r"|a|ont|est|sont|était|étaient|ne|n['’](?:a|ont|est|avait)(?: pas)?"
    r"|has|have|had|is|are|was|were|been|would|will))+\Z",
    re.IGNORECASE,
)
"""Signs and words at a cut that nothing can end with."""
_QUANTITY: Final = re.compile(
    r"(?:\b(?:environ|près de|plus de|moins de|presque|quelque|soit|jusqu['’]à|about|some|nearly|almost|over"
    r"|(?:more|less|fewer) than|around|up to) )?(?P<currency>[$€£]?)\b\d[\d.,\u00a0\u202f]*"
    r"(?:[ \u00a0\u202f]\d{3})*(?P<scale>[ \u00a0\u202f](?:mill(?:ier|ion|iard)s?|mille|(?:b|tr)illions?|billion"
    r"|thousand|hundred))?\Z",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_UNIT: Final = re.compile(
    r"[ \u00a0\u202f](?:[a-zà-ÿ%€$£\d]|(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b)"
)
"""What a number that ends at a cut is of: « 3,9 | milliards », « le 14 | janvier », "18 | May 2020"."""
_SCALE: Final = re.compile(r"[ \u00a0\u202f](?:mill|(?:b|tr)illion|thousand|hundred|%)")
_NAME: Final = re.compile(
    r"(?: (?:(?:de|du|des|d['’]|la|of|the|von|van|&) ?)?(?:\w['’])?[A-ZÀ-ÖØ-ÞŒ][\w’'.&-]*){1,5}\Z"
)
_LEAST: Final = 3
"""What part of the words has to stay."""
_GOES_ON: Final = re.compile(r" (?:(?:of|&|de|du) )?[A-ZÀ-ÖØ-ÞŒ]")


def shortened(text: str, most: int) -> str:
    """``text`` in at most ``most`` characters, cut between words and behind one that needs no other after it; a
    parenthesis that is cut is closed."""
    if len(text) <= most:
        return text
    at = text[: most - 1].rfind(" ")
    cut = _ended(text, at) if at > 0 else text[: most - 1]
    return f"{cut}…)" if at > 0 and cut.rfind("(") > cut.rfind(")") else f"{cut}…"


def _ended(text: str, at: int) -> str:
    """``text`` up to ``at``, less what can't end there."""
    cut = _LEADING_ON.sub("", text[:at])
    while cut:
        less = _without_half(cut, text[len(cut) :])
        less = _LEADING_ON.sub("", less)
        if less == cut or len(less) < len(text[:at]) / _LEAST:
            break
        cut = less
    return cut


def _without_half(cut: str, rest: str) -> str:
    """``cut`` less the number whose unit, or the name whose end, begins the ``rest``."""
    number = _QUANTITY.search(cut)
    if number is not None and _needs_unit(number, rest):
        return cut[: number.start()]
    name = _NAME.search(cut) if _GOES_ON.match(rest) else None
    return cut[: name.start()] if name is not None else cut


def _needs_unit(number: re.Match[str], rest: str) -> bool:
    if number["currency"]:
        return number["scale"] is None and _SCALE.match(rest) is not None
    return _UNIT.match(rest) is not None and _YEAR.match(number[0]) is None
