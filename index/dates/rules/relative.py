"""Dates told from the article's own: from what is said to the EDTF value it means, the same in every language."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from index.dates.rules.grammar import Reading, Resolve, Tense
from index.dates.rules.resolving import calendar_date
from index.edtf import (
    Day,
    Unit,
    day_or_none,
    first_day,
    is_day,
    last_day,
    month_of,
    names_month,
    shift,
    week_of,
    year_of,
    year_text,
)

_NEAR: Final = 3
"""Days within which the weekday that something was planned for is rather the coming one."""
_EXACT_WEEKS: Final = 4


def weekday(reading: Reading) -> str | None:
    """The nearest such day in the tense's direction; only the month under a reference without a day."""
    setting = reading.setting
    if not is_day(setting.reference):
        return setting.reference
    today = first_day(setting.reference)
    ahead = (reading.words.weekdays[(reading.groups["weekday"] or "").casefold()] - today.weekday()) % 7
    if reading.says("next"):
        return day_from(today, ahead or 7)
    if reading.says("last"):
        return day_from(today, ahead - 7)
    is_near = setting.tense is Tense.PLANNED and ahead <= _NEAR
    if setting.is_ahead or setting.tense is Tense.SCHEDULED or is_near:
        return day_from(today, ahead)
    return day_from(today, ahead - 7 if ahead else 0)


def weekday_week(reading: Reading) -> str | None:
    """Such a day a week away from the nearest one: "last Thursday week", "Monday week"."""
    setting = reading.setting
    nearest = weekday(reading)
    if nearest is None or not is_day(setting.reference):
        return nearest
    return shift(nearest, -7 if first_day(nearest) <= first_day(setting.reference) else 7, Unit.DAY)


def weekday_night(reading: Reading) -> str | None:
    """The night from such a day to the next."""
    day = weekday(reading)
    after = shift(day, 1, Unit.DAY) if day is not None and is_day(day) else None
    return f"{day}/{after}" if after else day


def near_day(offset: int) -> Resolve:
    """Yesterday (-1), today (0), tomorrow (1); under a reference without a day only what is sure to be so."""

    def resolve(reading: Reading) -> str | None:
        reference = reading.setting.reference
        if is_day(reference):
            return day_from(first_day(reference), offset)
        return reference if offset else None  # "today" in a monthly means "nowadays"

    return resolve


def near(unit: Unit, offset: int) -> Resolve:
    """This (0), last (-1), next (1) week, month, year."""

    def resolve(reading: Reading) -> str | None:
        reference = reading.setting.reference
        moved = shift(reference, offset, unit)
        if unit is Unit.WEEK and moved and is_day(moved):
            return week_of(first_day(moved))
        return month_within(moved, reading)

    return resolve


def weekend(reading: Reading) -> str | None:
    """Saturday and Sunday of this week, of the last (``last``) or of the next one (``next``)."""
    reference = reading.setting.reference
    if not is_day(reference):
        return reference
    today = first_day(reference)
    saturday = today + timedelta(days=5 - today.weekday())
    if reading.says("last"):
        saturday += timedelta(days=-7)
    elif reading.says("next") and today.weekday() > 4:
        saturday += timedelta(days=7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def counted(direction: int) -> Resolve:
    """So many units before (-1) or after (1) the reference; ``about`` makes it approximate, and so do many weeks, which
    nobody counts to the day: "ten weeks ago"."""

    def resolve(reading: Reading) -> str | None:
        value = counted_from(reading, reading.setting.reference, direction)
        is_rough = reading.unit() is Unit.WEEK and (reading.number("n") or 0) > _EXACT_WEEKS
        return f"{value}~" if value is not None and is_rough and not reading.says("about") else value

    return resolve


def counted_ahead(reading: Reading) -> str | None:
    """So many units after the reference, but not of what is over, nor of what would be within one: "taken up in nine
    days", "hoped to sell them in two years" and "would kill them in a week" say how long that takes."""
    setting = reading.setting
    takes = setting.tense is Tense.PROSPECTIVE and reading.number("n") == 1
    is_none = takes or setting.is_past or setting.tense in (Tense.SUPPOSED, Tense.PLANNED)
    return None if is_none else counted(1)(reading)


def since_count(reading: Reading) -> str | None:
    """From so many units before the reference on."""
    begin = counted_from(reading, reading.setting.reference, -1)
    return f"{begin}/.." if begin else None


def until_count(reading: Reading) -> str | None:
    """At some time before so many units from the reference are over."""
    end = counted_from(reading, reading.setting.reference, 1)
    return f"../{end}" if end else None


def past_span(reading: Reading) -> str | None:
    """The last so many units until the reference; one for a ``single``, a few when no number is said."""
    reference, count, unit = reading.setting.reference, reading.number("n"), reading.unit()
    if reading.says("single"):
        count = 1
    if count is None:
        if unit in (Unit.DAY, Unit.WEEK):
            return reference.removesuffix(f"-{first_day(reference).day:02d}") if is_day(reference) else reference
        if unit is Unit.MONTH:
            return year_text(year_of(reference))
        count = 3
    begin, end = shift(reference, -count, unit), shift(reference, 0, unit)
    return f"{begin}/{end}" if begin and end and first_day(begin) < first_day(end) else None


def month_within(year: str | None, reading: Reading) -> str | None:
    """The month of ``year`` that is named beside it ("May of last year"), or the season; ``year`` itself when none
    is."""
    month = reading.month()
    if year and reading.says("season"):
        return f"{year_text(year_of(year))}-{reading.words.seasons[(reading.groups['season'] or '').casefold()]}"
    return month_of(year_of(year), month) if year and month else year


def near_quarter(offset: int) -> Resolve:
    """This, last, next quarter."""

    def resolve(reading: Reading) -> str | None:
        reference = reading.setting.reference
        if not names_month(reference):
            return None
        start = first_day(reference)
        years, place = divmod((start.month - 1) // 3 + offset, 4)
        return f"{year_text(start.year + years)}-{33 + place}"

    return resolve


def counted_from(reading: Reading, origin: str, direction: int) -> str | None:
    """So many units before (-1) or after (1) ``origin``; ``about`` makes it approximate."""
    count = reading.number("n")
    if count is None:
        return None
    unit = reading.unit()
    if reading.says("and_half") or reading.says("half_more"):
        moved = _moved_by_half(origin, direction, count, unit)
    else:
        moved = shift(origin, direction * count, unit)
    return f"{moved}~" if moved and reading.says("about") else moved


def _moved_by_half(origin: str, direction: int, count: int, unit: Unit) -> str | None:
    """« quatre ans et demi » from ``origin``: the year it leads to, or of months and a half the month."""
    if unit is Unit.MONTH:
        return shift(origin, direction * count, unit)
    if unit is not Unit.YEAR:
        return None
    moved = shift(origin, direction * (12 * count + 6), Unit.MONTH) if names_month(origin) else None
    return year_text(year_of(moved)) if moved else shift(origin, direction * count, unit)


def counted_beside(reading: Reading, date: str) -> str | None:
    """So many units before or after ``date``: the one ``before_day`` or ``after_day``, or ``n`` of them."""
    if reading.says("before_day") or reading.says("after_day"):
        return shift(date, -1 if reading.says("before_day") else 1, Unit.DAY) if is_day(date) else None
    unit = reading.unit()
    is_fine = is_day(date) if unit in (Unit.DAY, Unit.WEEK) else names_month(date) or unit is not Unit.MONTH
    if not is_fine or "/" in date:
        return None
    return counted_from(reading, date, -1 if reading.says("before") else 1)


def of_near_year(offset: int) -> Resolve:
    """A day or a month of this (0) or the last year (-1)."""

    def resolve(reading: Reading) -> str | None:
        day, month, year = reading.number("day"), reading.month(), year_of(reading.setting.reference) + offset
        if month is None:
            return None
        return month_of(year, month) if day is None else day_or_none(year, month, day)

    return resolve


def day_from(origin: Day, offset: int) -> str | None:
    """The day so many days from ``origin``; None when that leaves the calendar."""
    try:
        return (origin + timedelta(days=offset)).isoformat()
    except (OverflowError, ValueError):
        return None


def weekday_of_week(reading: Reading) -> str | None:
    """A day of the last (``last``), of the next (``next``) or of this week; only the month under a reference without
    a day."""
    reference = reading.setting.reference
    if not is_day(reference):
        return reference
    today = first_day(reference)
    weeks = 1 if reading.says("next") else -1 if reading.says("last") else 0
    place = reading.words.weekdays[(reading.groups["weekday"] or "").casefold()]
    return day_from(today, 7 * weeks + place - today.weekday())


def weekday_of_month(reading: Reading) -> str | None:
    """The first (``nth`` 1) to the fifth, or the ``final`` such day of a month: of the one named, of this, of the
    ``last_month`` or of the ``next_month``."""
    reference = reading.setting.reference
    if reading.month() is not None:
        month = calendar_date(reading)
    else:
        moved = 1 if reading.says("next_month") else -1 if reading.says("last_month") else 0
        month = shift(reference, moved, Unit.MONTH) if names_month(reference) else None
    if month is None:
        return None
    first, last = first_day(month), last_day(month)
    place = reading.words.weekdays[(reading.groups["weekday"] or "").casefold()]
    if reading.says("final"):
        return day_from(last, -((last.weekday() - place) % 7))
    day = (place - first.weekday()) % 7 + 7 * ((reading.number("nth") or 1) - 1)
    return day_from(first, day) if first.day + day <= last.day else None
