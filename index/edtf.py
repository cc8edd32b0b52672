"""Arithmetic on EDTF dates (ISO 8601-2) at their own precision: a month shifted by a year is a month.

Values handled: days, months, years, seasons (21-24, a winter belongs to the year it begins in), quarters (33-36),
halves (40, 41), decades ("201X"), centuries ("19XX"), "~" behind any of them, and intervals.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

OPEN: Final = ".."
EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)
_FIRST_MONTH: Final = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
_MONTHS_LONG: Final = {**dict.fromkeys(range(21, 25), 3), **dict.fromkeys(range(33, 37), 3), 40: 6, 41: 6}
_POINT: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X|(\d\d)XX", re.ASCII)


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
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_of(year: int, month: int) -> str:
    """The EDTF month; ``month`` may lie outside 1 to 12 and then moves the year."""
    years, months = divmod(month - 1, 12)
    return f"{year + years:04d}-{months + 1:02d}"


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
    return Precision.YEAR if len(point) == 4 else Precision.SEASON


def first_day(value: str) -> date:
    """The first day of ``value``; an open beginning is the earliest day there is."""
    begin = value.partition("/")[0]
    return EARLIEST if begin in (OPEN, "") else _bounds(begin)[0]


def last_day(value: str) -> date:
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
    return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


def is_month(value: str) -> bool:
    """Whether ``value`` names one month."""
    return re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", value) is not None


def names_month(value: str) -> bool:
    """Whether ``value`` is a month or a day of one."""
    return is_month(value) or is_day(value)


def shift(value: str, count: int, unit: Unit) -> str | None:
    """``value`` moved by ``count`` units, no more precise than either; None when that leaves the calendar."""
    try:
        return _shift(first_day(value), value, count, unit)
    except (ValueError, OverflowError):
        return None


def _shift(start: date, value: str, count: int, unit: Unit) -> str:
    if unit in (Unit.YEAR, Unit.DECADE):
        return f"{_checked_year(start.year + count * (10 if unit is Unit.DECADE else 1)):04d}"
    if unit is Unit.MONTH:
        if not names_month(value):
            return f"{start.year:04d}"
        moved = month_of(start.year, start.month + count)
        _checked_year(int(moved[:4]))
        return moved
    if is_day(value):
        return (start + timedelta(days=count * (7 if unit is Unit.WEEK else 1))).isoformat()
    return f"{start.year:04d}-{start.month:02d}" if is_month(value) else f"{start.year:04d}"


def _checked_year(year: int) -> int:
    if not 1 <= year <= LATEST.year:
        raise ValueError(year)
    return year


def week_of(day: date) -> str:
    """The week of ``day``, Monday to Sunday, as an interval."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _bounds(point: str) -> tuple[date, date]:
    found = _POINT.fullmatch(point.rstrip("~?%"))
    if found is None:
        raise ValueError(point)
    year, month, day, decade, century = found.groups()
    if decade or century:
        begin, years = (int(decade) * 10, 10) if decade else (int(century) * 100, 100)
        return date(max(begin, 1), 1, 1), date(begin + years - 1, 12, 31)
    if day:
        both = date(int(year), int(month), int(day))
        return both, both
    if month:
        return _months(int(year), _FIRST_MONTH.get(int(month), int(month)), _MONTHS_LONG.get(int(month), 1))
    return date(int(year), 1, 1), date(int(year), 12, 31)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = month_of(year, first + count - 1)
    end_year, end_month = int(last[:4]), int(last[5:])
    return date(year, first, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
