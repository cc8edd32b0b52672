"""A time axis that folds long gaps, so that 2007 and a crowded 2022 fit on one line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.catalogue import Words
from bot.dates import spell_date
from index.edtf import EARLIEST, LATEST, Day, month_of, year_text

FOLD_FROM: Final = 0.11
"""Share of the axis; a longer stretch in which nothing begins or ends is folded to it. Few stretches get more."""
_FEW: Final = 1.5
_MARKED: Final = 0.7
"""A stretch squeezed less than this is not marked as folded: nobody would be misled."""
_ROUNDS: Final = 12
_SHORTEST: Final = 30.0
"""Days an axis shows at least."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch from ``begin`` to ``end`` (ordinal days) that is shown shorter than the others."""

    begin: float
    end: float


class FoldedAxis:
    """Maps ordinal days to pixels from ``left`` to ``right``; days within a fold are squeezed."""

    def __init__(self, days: Sequence[float], left: float, right: float) -> None:
        """``days`` are where something begins or ends, at least one."""
        points = sorted(set(days))
        if points[-1] - points[0] < _SHORTEST:
            points = [points[0] - _SHORTEST / 2, *points, points[-1] + _SHORTEST / 2]
        gaps = [after - before for before, after in pairwise(points)]
        shown = _folded(gaps)
        scale = (right - left) / sum(shown)
        self._points = points
        self._places = [left]
        for length in shown:
            self._places.append(self._places[-1] + length * scale)
        self.folds = tuple(
            Fold(before, after)
            for (before, after), gap, length in zip(pairwise(points), gaps, shown, strict=True)
            if length < gap * _MARKED
        )

    def x(self, day: float) -> float:
        """Where ``day`` stands, in pixels; days outside stand at the ends."""
        day = min(max(day, self._points[0]), self._points[-1])
        place = min(bisect_right(self._points, day) - 1, len(self._points) - 2)
        begin, end = self._points[place], self._points[place + 1]
        share = (day - begin) / (end - begin)
        return self._places[place] + share * (self._places[place + 1] - self._places[place])

    def is_folded(self, day: float) -> bool:
        """Whether ``day`` stands inside a fold, where no distance can be read."""
        return any(fold.begin < day < fold.end for fold in self.folds)

    @property
    def first(self) -> float:
        """The first day shown."""
        return self._points[0]

    @property
    def last(self) -> float:
        """The last day shown."""
        return self._points[-1]


def _folded(gaps: Sequence[float]) -> list[float]:
    """Each gap, cut to FOLD_FROM of what is then the whole."""
    shown = list(gaps)
    share = max(FOLD_FROM, _FEW / len(gaps))
    for _ in range(_ROUNDS):
        longest = share * sum(shown)
        shown = [min(gap, max(longest, 1e-9)) for gap in gaps]
    return shown


def ticks(axis: FoldedAxis, words: Words, width_of: Callable[[str], float]) -> Iterator[tuple[float, str]]:
    """Where an axis has its ticks and what they say: years, or months when there are less than two, as many as can be
    read; ``width_of`` measures a text in pixels."""
    first, last = (
        Day.fromordinal(min(max(EARLIEST.toordinal(), int(day)), LATEST.toordinal())) for day in (axis.first, axis.last)
    )
    by_year = last.year - first.year >= 2
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month + 1)
    taken = -1e9
    for month in months:
        if by_year and month % 12:
            continue
        year, place = divmod(month, 12)
        if year > last.year:
            return
        day = Day(year, place + 1, 1).toordinal()
        text = spell_date(year_text(year) if by_year else month_of(year, place + 1), words.lang)
        x, half = axis.x(day), width_of(text) / 2
        inside = axis.first <= day <= axis.last and not axis.is_folded(day)
        if inside and x - half > taken + 14:
            yield x, text
            taken = x + half
