"""How crowded the days of a timeline are: the more there is that a date may mean, the less it tells that two tellings
share it."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

_STEPS: Final = 2
"""In how many steps what is twice as crowded is: what is merged stays as it is until the next one."""
_FULL: Final = 4
"""How often the other dates double until it is as crowded as counts for one."""

_FEW: Final = 4
"""Dates of a timeline that is too short to tell that one of them stands alone: it counts as having so many."""


class Crowd:
    """The ``dates`` of a timeline, each as its first and last day; many tellings of one date count once."""

    def __init__(self, dates: Iterable[tuple[int, int]]) -> None:
        every = set(dates)
        self._begins = sorted(begin for begin, _ in every)
        self._ends = sorted(end for _, end in every)

    def around(self, begin: int, end: int) -> float:
        """How crowded the days from ``begin`` to ``end`` are, that are one of the dates: from 0, where no other date
        overlaps them."""
        others = bisect_right(self._begins, end) - bisect_left(self._ends, begin) - 1
        others = max(others, _FEW - len(self._begins))
        return round(_STEPS * math.log2(1 + others)) / _STEPS / _FULL
