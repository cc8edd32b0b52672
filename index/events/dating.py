"""Which dates a stretch of text tells events by, and what each begins, ends or only measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.dates.finder import TimeExpression, find_time_expressions
from index.edtf import first_day, is_day, last_day
from index.events.languages.syntax import Syntax
from index.passages.passage import Span

_COMPARING_LOOKBACK: Final = 60
_APPOSED_WITHIN: Final = 18
"""Characters between two ways of saying one date: « un an plus tard jour pour jour, le 28 septembre »."""


@dataclass(frozen=True, slots=True)
class EventDate:
    """What dates an event: the expression ``body[start:end]`` that means ``value`` (EDTF), or with ``by_article`` the
    article's own date, for which those words stand (« vient d'annoncer »)."""

    value: str
    start: int
    end: int
    by_article: bool = False

    @property
    def days(self) -> int:
        """Days between its first and its last."""
        return (last_day(self.value) - first_day(self.value)).days


def dates_in(plain: str, stretch: Span, lang: str, reference: str | None, syntax: Syntax) -> list[EventDate]:
    """The dates in ``plain[stretch]``, in order; what is only compared with (« par rapport à 2021 ») left out.

    ``stretch`` is what stands between two headings: « deux ans plus tard » does not look back over one.
    """
    start, end = stretch
    found = find_time_expressions(plain[start:end], lang, reference)
    dates = [EventDate(_turned(plain, start, one, syntax), start + one.start, start + one.end) for one in found]
    return [date for date in dates if not _is_compared(plain, date, syntax)]


def said_once(dates: Sequence[EventDate]) -> list[EventDate]:
    """``dates`` less those that only say another one again, at most as finely: « vendredi dernier, le 1er août »."""
    kept: list[EventDate] = []
    for date in dates:
        same = next((one for one in kept if _says_again(one, date)), None)
        if same is None:
            kept.append(date)
        elif date.days <= same.days:
            kept[kept.index(same)] = date
    return kept


def _turned(plain: str, start: int, found: TimeExpression, syntax: Syntax) -> str:
    """« à partir du 31 décembre » begins something on that day; « depuis 2019 » goes on."""
    begin, _, finish = found.value.partition("/")
    if finish != "..":
        return found.value
    sets_in = syntax.onset.match(plain, start + found.start, start + found.end) is not None
    return begin if sets_in or is_day(begin) else found.value


def _is_compared(plain: str, date: EventDate, syntax: Syntax) -> bool:
    return syntax.compared.search(plain, max(0, date.start - _COMPARING_LOOKBACK), date.start) is not None


def _says_again(one: EventDate, other: EventDate) -> bool:
    if one.value == other.value:
        return True
    fine, coarse = sorted((one, other), key=lambda date: date.days)
    inside = first_day(coarse.value) <= first_day(fine.value) and last_day(fine.value) <= last_day(coarse.value)
    return inside and other.start - one.end <= _APPOSED_WITHIN
