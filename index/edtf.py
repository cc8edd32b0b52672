"""Arithmetic on EDTF dates (ISO 8601-2) at their own precision: a month shifted by a year is a month.

Values handled: days, months, years, seasons (21-24, a winter belongs to the year it begins in), quarters (33-36),
halves (40, 41), decades ("201X"), centuries ("19XX"), "~" behind any of them, and intervals. Years before our era
have a sign ("-0043" is 44 BC).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
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
    """A day of the calendar in any year, before our era too, where ``datetime.date`` ends: the year before 1 is 0
    (1 BC), the one before that -1. Raises ValueError when the calendar lacks it, or its year lies outside of what EDTF
    writes in four figures."""

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


OPEN: Final = ".."
EARLIEST, LATEST = Day(FIRST_YEAR, 1, 1), Day(LAST_YEAR, 12, 31)
_FIRST_MONTH: Final = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
_MONTHS_LONG: Final = {**dict.fromkeys(range(21, 25), 3), **dict.fromkeys(range(33, 37), 3), 40: 6, 41: 6}
_POINT: Final = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X|(-?\d\d)XX", re.ASCII)


class Unit(StrEnum):
    """A length of time that can be counted."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


def day_or_none(year: int, month: int, day: int) -> str | None:
    """The EDTF day, or None when the calendar lacks it."""
    try:
        return Day(year, month, day).isoformat()
    except ValueError:
        return None


def month_of(year: int, month: int) -> str:
    """The EDTF month; ``month`` may lie outside 1 to 12 and then moves the year."""
    years, months = divmod(month - 1, 12)
    return f"{year_text(year + years)}-{months + 1:02d}"


def is_edtf(value: str) -> bool:
    """Whether ``value`` is a date of the kinds this module handles."""
    try:
        return first_day(value) <= last_day(value)
    except ValueError:
        return False


class Precision(StrEnum):
    """How finely a value tells when; quarters and halves of a year count as seasons, centuries as intervals."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"


def precision_of(value: str) -> Precision:
    """The precision of ``value``, of the kinds this module handles."""
    point = value.rstrip("~?%")
    if "/" in point or point.endswith("XX"):
        return Precision.INTERVAL
    if point.endswith("X"):
        return Precision.DECADE
    if is_day(point):
        return Precision.DAY
    if is_month(point):
        return Precision.MONTH
    return Precision.YEAR if is_year(point) else Precision.SEASON


def first_day(value: str) -> Day:
    """The first day of ``value``; an open beginning is the earliest day there is."""
    begin = value.partition("/")[0]
    return EARLIEST if begin in (OPEN, "") else _bounds(begin)[0]


def last_day(value: str) -> Day:
    """The last day of ``value``; an open end is the latest day there is."""
    begin, slash, finish = value.partition("/")
    if not slash:
        return _bounds(begin)[1]
    return LATEST if finish in (OPEN, "") else _bounds(finish)[1]


def turning_point(value: str) -> str:
    """The end of an open interval that is known, which it is told for: "2019" of "2019/..", "2021-02" of "../2021-02";
    any other value itself."""
    begin, slash, finish = value.partition("/")
    if not slash:
        return value
    return finish if begin in (OPEN, "") else begin if finish in (OPEN, "") else value


def year_of(value: str) -> int:
    """The year that ``value`` begins in, or ends in when its beginning is open."""
    begin = first_day(value)
    return last_day(value).year if begin == EARLIEST else begin.year


def is_day(value: str) -> bool:
    """Whether ``value`` names one day."""
    return re.fullmatch(r"-?\d{4}-\d\d-\d\d", value) is not None


def is_month(value: str) -> bool:
    """Whether ``value`` names one month."""
    return re.fullmatch(r"-?\d{4}-(?:0[1-9]|1[0-2])", value) is not None


def is_year(value: str) -> bool:
    """Whether ``value`` names one year."""
    return re.fullmatch(r"-?\d{4}", value) is not None


def names_month(value: str) -> bool:
    """Whether ``value`` is a month or a day of one."""
    return is_month(value) or is_day(value)


def shift(value: str, count: int, unit: Unit) -> str | None:
    """``value`` moved by ``count`` units, no more precise than either; None when that leaves the calendar."""
    try:
        return _shift(first_day(value), value, count, unit)
    except (ValueError, OverflowError):
        return None


def _shift(start: Day, value: str, count: int, unit: Unit) -> str:
    if unit in (Unit.YEAR, Unit.DECADE):
        return year_text(_checked_year(start.year + count * (10 if unit is Unit.DECADE else 1), start))
    if unit is Unit.MONTH:
        if not names_month(value):
            years, rest = divmod(count, 12)
            if not rest:
                return year_text(_checked_year(start.year + years, start))
            if abs(count) < 12:
                return year_text(start.year)
            first = _checked_year(start.year + years, start)
            return f"{year_text(first)}/{year_text(_checked_year(first + 1, start))}"
        _checked_year(start.year + (start.month - 1 + count) // 12, start)
        return month_of(start.year, start.month + count)
    if is_day(value):
        moved = start + timedelta(days=count * (7 if unit is Unit.WEEK else 1))
        _checked_year(moved.year, start)
        return moved.isoformat()
    return month_of(start.year, start.month) if is_month(value) else year_text(start.year)


def _checked_year(year: int, origin: Day) -> int:
    """``year``, unless counting back from our era leaves it: that is nobody's meaning."""
    if not FIRST_YEAR <= year <= LAST_YEAR or year < 1 <= origin.year:
        raise ValueError(year)
    return year


def week_of(day: Day) -> str:
    """The week of ``day``, Monday to Sunday, as an interval."""
    monday = day + timedelta(days=-day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _bounds(point: str) -> tuple[Day, Day]:
    found = _POINT.fullmatch(point.rstrip("~?%"))
    if found is None:
        raise ValueError(point)
    year, month, day, decade, century = found.groups()
    if decade:
        return Day(int(decade) * 10, 1, 1), Day(int(decade) * 10 + 9, 12, 31)
    if century:
        near, far = f"{century}00", f"{century}99"  # "-01XX" runs from -0199 to -0100
        first, last = sorted((int(near), int(far)))
        return Day(first, 1, 1), Day(last, 12, 31)
    if day:
        both = Day(int(year), int(month), int(day))
        return both, both
    if month:
        return _months(int(year), _FIRST_MONTH.get(int(month), int(month)), _MONTHS_LONG.get(int(month), 1))
    return Day(int(year), 1, 1), Day(int(year), 12, 31)


def _months(year: int, first: int, count: int) -> tuple[Day, Day]:
    years, place = divmod(first + count - 2, 12)
    last_year, last_month = year + years, place + 1
    # A leap year of our era stands for one before it.
    days = calendar.monthrange(last_year if last_year > 0 else last_year % 400 + 400, last_month)[1]
    return Day(year, first, 1), Day(last_year, last_month, days)
