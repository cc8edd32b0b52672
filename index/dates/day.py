"""A day of the calendar in any year, before our era too.

``datetime.date`` begins with the year 1. Years are counted as ISO 8601 counts them: the year before 1 is 0 (1 BC), and
the one before that -1 (2 BC); the Gregorian calendar is used throughout, as EDTF does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

FIRST_YEAR: Final = -9999
LAST_YEAR: Final = 9999
_CYCLE: Final = 400
"""Years after which the calendar repeats itself, weekdays included."""
_CYCLE_DAYS: Final = 146_097


def year_text(year: int) -> str:
    """``year`` as EDTF writes it: "0800", "-0043"."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day. Raises ValueError when the calendar lacks it, or its year lies outside of what EDTF writes in four
    figures."""

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(self.year)
        self._shifted()

    @classmethod
    def fromordinal(cls, ordinal: int) -> Day:
        """The day number ``ordinal``; 1 is the first of January of the year 1, as for ``datetime.date``."""
        cycles = 0 if 0 < ordinal <= date.max.toordinal() else (ordinal - 1) // _CYCLE_DAYS
        found = date.fromordinal(ordinal - cycles * _CYCLE_DAYS)
        return cls(found.year + cycles * _CYCLE, found.month, found.day)

    def toordinal(self) -> int:
        """The number of the day, as of :meth:`fromordinal`."""
        shifted, cycles = self._shifted()
        return shifted.toordinal() - cycles * _CYCLE_DAYS

    def weekday(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return self._shifted()[0].weekday()

    def isoformat(self) -> str:
        """The day in EDTF."""
        return f"{year_text(self.year)}-{self.month:02d}-{self.day:02d}"

    def __sub__(self, other: Day) -> timedelta:
        return timedelta(days=self.toordinal() - other.toordinal())

    def __add__(self, span: timedelta) -> Day:
        return Day.fromordinal(self.toordinal() + span.days)

    def _shifted(self) -> tuple[date, int]:
        """The same day some whole cycles later, in a year that ``datetime.date`` has, and how many."""
        cycles = 0 if self.year > 0 else -(self.year - 1) // _CYCLE + 1
        return date(self.year + cycles * _CYCLE, self.month, self.day), cycles
