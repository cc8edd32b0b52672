"""The tellings of a subject by row, whether they are at hand or read when they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from index.events.event import ArticleEvent
from index.tellings.comparable import Comparable, Setting, comparable


class Tellings(Protocol):
    """Tellings by row."""

    def __getitem__(self, row: int, /) -> Comparable:
        """The telling in ``row``."""

    def ready(self, rows: Iterable[int], /) -> None:
        """Make those in ``rows`` ready together: they are looked at soon."""


class Held:
    """Tellings at hand."""

    def __init__(self, told: Mapping[int, Comparable]) -> None:
        self._told = told

    def __getitem__(self, row: int) -> Comparable:
        """The telling in ``row``."""
        return self._told[row]

    def ready(self, rows: Iterable[int]) -> None:
        """Nothing: they are."""


class Read:
    """Tellings that are read when they are looked at first, in their ``setting``."""

    def __init__(self, read: Callable[[Sequence[int]], Sequence[ArticleEvent]], setting: Setting) -> None:
        self._read = read
        self._setting = setting
        self._told: dict[int, Comparable] = {}

    def __getitem__(self, row: int) -> Comparable:
        """The telling in ``row``."""
        if row not in self._told:
            self.ready([row])
        return self._told[row]

    def ready(self, rows: Iterable[int]) -> None:
        """Read those in ``rows`` that were not read before."""
        missing = sorted({row for row in rows if row not in self._told})
        for row, event in zip(missing, self._read(missing), strict=True):
            self._told[row] = comparable(event, self._setting)
