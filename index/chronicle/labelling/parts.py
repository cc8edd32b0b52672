"""Where a sentence that tells several things ends one of them and begins the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.dates.finder import PLAIN
from index.events.clauses import TURNING
from index.passages.passage import Span

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
_ONE_SERIES: Final = re.compile(
    r", |,? (?:and|et|or|ou|then|puis) (?:again |à nouveau |de nouveau )?(?:in |en |on |le )?"
)
"""What stands between two dates of one thing: "in 2014 and 2015"."""
_GOES_ON: Final = re.compile(r", [a-zà-ÿ]")
_VERBS: Final = re.compile(
    r" (?=(?:had|has|have|was|were|is|are|will|for|by|a \w+(?:é|i|u|is)|ont|avait|avaient|est|sont|était|sera|pour|par)"
    r"\b)"
)
"""Where what something did goes on, or what for: « La collecte ouverte à Noël | avait réuni »."""


def turns(text: str, low: int, high: int) -> bool:
    """Whether ``text[low:high]``, between two dates, only turns from one that it was not to the other."""
    return TURNING.fullmatch(text[low:high].translate(PLAIN)) is not None


def beside_series(text: str, date: Span, others: Sequence[Span]) -> list[Span]:
    """``others`` less the dates that are told of the same thing as ``date``: "In 2014 and | 2015 it lent tools"."""
    series, left = [date], sorted(others, key=lambda other: abs(other[0] - date[0]))
    apart = []
    for other in left:
        if any(_ONE_SERIES.fullmatch(text, *_between(one, other)) for one in series):
            series.append(other)
        else:
            apart.append(other)
    return sorted(apart)


def _between(one: Span, other: Span) -> Span:
    """What stands between two spans that don't overlap."""
    return min(one[1], other[1]), max(one[0], other[0])


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
