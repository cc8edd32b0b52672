"""Where a sentence that tells several things ends one of them and begins the next."""

from __future__ import annotations

import re
from typing import Final

from index.dates.finder import PLAIN
from index.events.clauses import TURNING

_CLAUSES: Final = re.compile(
    r"[;:] |, (?=(?:and|but|then|while|when|before|after|et|mais|puis|alors|tandis|quand|avant|après)\b)", re.IGNORECASE
)
_COMMAS: Final = re.compile(r", ")
_JOINTS: Final = re.compile(
    r" (?=(?:and|but|then|while|when|before|after|which|who|where|et|mais|puis|quand|avant|après|qui|dont|où)\b)",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r", (?:the|an?|its|their|le|la|les|l['’]|un|une|son|sa|leur)\b[^,;]*\Z", re.IGNORECASE)
"""What says who somebody is, up to the comma behind which the verb comes: « Ada Vance, its director, | told »."""
_GOES_ON: Final = re.compile(r", [a-zà-ÿ]")
_VERBS: Final = re.compile(
    r" (?=(?:had|has|have|was|were|is|are|will|for|by|a \w+(?:é|i|u|is)|ont|avait|avaient|est|sont|était|sera|pour|par)"
    r"\b)"
)
"""Where what something did goes on, or what for: « La collecte ouverte à Noël | avait réuni »."""


def turns(text: str, low: int, high: int) -> bool:
    """Whether ``text[low:high]``, between two dates, only turns from one that it was not to the other."""
    return TURNING.fullmatch(text[low:high].translate(PLAIN)) is not None


def border(text: str, low: int, high: int, *, default: int) -> int:
    """Where in ``text[low:high]``, between two dates, the one's part ends: at the clause, else at the last comma or
    joint, else at a verb or what it is for; ``default`` where nothing tells."""
    for pattern in (_CLAUSES, _COMMAS, _JOINTS, _VERBS):
        found = [match.start() for match in pattern.finditer(text, low, high)]
        if pattern is _COMMAS:
            asides = {each for at in found for each in _around_aside(text, low, at)}
            found = [at for at in found if at not in asides]
        if found:
            return found[-1] if pattern is not _VERBS else found[0]
    return default


def _around_aside(text: str, low: int, comma: int) -> tuple[int, ...]:
    """The commas around what says who somebody is, the last of which is ``comma``; none when it closes none."""
    aside = _ASIDE.search(text[low:comma]) if _GOES_ON.match(text, comma) else None
    return (low + aside.start(), comma) if aside is not None else ()
