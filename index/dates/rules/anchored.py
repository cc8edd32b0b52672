"""Dates told from the one named last, or from the last that is fine enough: « le lendemain », "that same summer". From
what is said to the EDTF value it means, the same in every language."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from index.dates.rules.anchors import anchor_of, is_fine, news, placed
from index.dates.rules.grammar import Reading, Resolve, Setting, Tense
from index.dates.rules.relative import counted_from, day_from, month_within
from index.dates.rules.resolving import calendar_date
from index.edtf import (
    Precision,
    Unit,
    day_or_none,
    first_day,
    is_day,
    is_edtf,
    is_month,
    is_year,
    last_day,
    month_of,
    names_month,
    precision_of,
    shift,
    week_of,
    year_of,
    year_text,
)

_WINTER: Final = 24
_MARCH: Final = 3
_SATURDAY: Final = 5
_SHORT: Final = (Precision.DAY, Precision.MONTH, Precision.SEASON)
_YOUNGEST: Final = 4
"""Years of somebody of whom something is told."""


def counted_from_anchor(direction: int) -> Resolve:
    """So many units before or after the date named last; None when none was."""

    def resolve(reading: Reading) -> str | None:
        unit = reading.unit()
        anchor = anchor_of(reading, unit, direction)
        if unit is Unit.DAY and (anchor is None or not is_fine(anchor, Unit.MONTH)):
            anchor = news(reading.setting)
        counted = counted_from(reading, anchor, direction) if anchor else None
        if counted is None or direction < 0 or not _is_to_come(counted, reading.setting):
            return counted
        # « une note retrouvée l'an dernier. Dix ans plus tard » goes on with what was told before that
        earlier = (counted_from(reading, one, direction) for one in reading.setting.told if is_fine(one, unit))
        return next((one for one in earlier if one and not _is_to_come(one, reading.setting)), counted)

    return resolve


def counted_before_had(reading: Reading) -> str | None:
    """So many units before the date told last in this sentence, that is over: "closed in 2015, three years after it had
    opened"; "dropped on Tuesday its plan to close in 2022, a month after it had been announced"."""
    setting, unit = reading.setting, reading.unit()
    if not setting.is_anchored_here or setting.anchor is None or "/" in setting.anchor:
        return None
    anchor = setting.anchor
    if first_day(anchor) > last_day(setting.reference):
        over = (one for one in setting.told[: setting.near] if "/" not in one)
        anchor = next((one for one in over if first_day(one) <= last_day(setting.reference)), setting.reference)
    return counted_from(reading, anchor, -1) if is_fine(anchor, unit) else None


def counted_before_told(reading: Reading) -> str | None:
    """The same of what is told as past by its verb or by no verb: "resigned on 4 May, a week after the vote"."""
    return None if reading.setting.is_ahead else counted_before_had(reading)


def counted_before_now(reading: Reading) -> str | None:
    """So many years before the article's news: "Ten years after his first night there, he hands over the keys"; None
    where it tells of another year."""
    setting = reading.setting
    now = year_of(setting.reference)
    if setting.is_ahead or any("/" in one or year_of(one) != now for one in setting.told):
        return None
    return counted_from(reading, setting.reference, -1)


def _is_to_come(value: str, setting: Setting) -> bool:
    """Whether what is told as over would be yet to come."""
    return not setting.is_ahead and first_day(value) > last_day(setting.reference)


def at_age(reading: Reading) -> str | None:
    """The year in which somebody was so many years old of whom the paragraph says when they were born; None where it
    does not, or the sentence tells another date beside."""
    setting, age = reading.setting, reading.number("n")
    is_dated = setting.is_anchored_here and year_text(year_of(setting.anchor or "")) != setting.born
    if setting.born is None or age is None or age < _YOUNGEST or is_dated:
        return None
    return shift(setting.born, age, Unit.YEAR)


def anchored(unit: Unit, offset: int) -> Resolve:
    """The same (0) day, week, month, year as the last date that names one, the following (1) or preceding (-1) one of
    the date named last; None when none was."""

    def resolve(reading: Reading) -> str | None:
        anchor, reference = anchor_of(reading, unit, offset), reading.setting.reference
        if unit is Unit.DAY and (anchor is None or not is_fine(anchor, Unit.MONTH)):
            anchor = news(reading.setting)
        if anchor is None:
            return None
        if offset < 0 and first_day(anchor) > last_day(reference):
            anchor = reference  # « le mois précédent » looks back from today, not from what is yet to come
        if not is_fine(anchor, unit):  # "in April a note … The next day": no finer than told
            return anchor if unit is Unit.DAY and offset and precision_of(anchor) is Precision.MONTH else None
        moved = shift(anchor, offset, unit)
        if unit is Unit.WEEK:
            return week_of(first_day(moved)) if moved else None
        return month_within(moved, reading)

    return resolve


def same_day(reading: Reading) -> str | None:
    """The day told last in the same paragraph, or in the sentence before: « le même soir »; at the head of a section,
    that told just before it; no finer than that was told."""
    setting = reading.setting
    is_anchored = setting.anchor is not None and is_day(setting.anchor)
    last = setting.anchor if is_anchored else news(setting) if setting.told else setting.day or setting.news
    told = next(filter(is_day, setting.told[: setting.near]), None)
    month = setting.anchor if setting.anchor is not None and is_month(setting.anchor) else None
    if month is None or first_day(month) > last_day(setting.reference) or (told or "").startswith(month):
        return told or last
    return month if (told or last) is not None or setting.tense is Tense.EARLIER else None


def same_moment(reading: Reading) -> str | None:
    """The date told last in the sentence before, as finely as that: « au même moment »; None where it is long."""
    setting = reading.setting
    is_short = setting.anchor is not None and precision_of(setting.anchor) in _SHORT
    return setting.anchor if is_short and not setting.is_anchored_here else None


def anchored_weekday(direction: int) -> Resolve:
    """The first such day after (1) or the last before (-1) the day named last; None when none was."""

    def resolve(reading: Reading) -> str | None:
        anchor = anchor_of(reading, Unit.DAY, direction)
        if anchor is None or not is_day(anchor):
            return None
        day = first_day(anchor)
        away = direction * (reading.words.weekdays[(reading.groups["weekday"] or "").casefold()] - day.weekday()) % 7
        return day_from(day, direction * (away or 7))

    return resolve


def anchored_weekend(offset: int) -> Resolve:
    """The weekend of the week (0) of the day named last, or of the next (1) or the former (-1) one."""

    def resolve(reading: Reading) -> str | None:
        anchor = anchor_of(reading, Unit.DAY, offset)
        if anchor is None or not is_day(anchor):
            return None
        saturday = first_day(anchor)
        saturday += timedelta(days=_SATURDAY - saturday.weekday() + 7 * offset)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"

    return resolve


def anchored_season(offset: int) -> Resolve:
    """Such a season of the year (0) named last, the first after it (1) or the last before it (-1)."""

    def resolve(reading: Reading) -> str | None:
        code = reading.words.seasons[(reading.groups["season"] or "").casefold()]
        anchor = placed(reading, offset)
        if anchor is None:
            return None
        year, begin, end = year_of(anchor), first_day(anchor), last_day(anchor)
        if offset == 0:
            is_late = code == _WINTER and names_month(anchor) and begin.month <= _MARCH  # a winter goes on
            return f"{year_text(year - is_late)}-{code}"
        around = [value for place in (-1, 0, 1) if is_edtf(value := f"{year_text(year + place)}-{code}")]
        if offset > 0:
            after = (one for one in around if (last_day(one) if is_year(anchor) else first_day(one)) > end)
            return next(after, None)
        before = (one for one in reversed(around) if (first_day(one) if is_year(anchor) else last_day(one)) < begin)
        return next(before, None)

    return resolve


def month_told(reading: Reading) -> str | None:
    """The month of that name that was told last; else the one that fits."""
    month = reading.month()
    same = (one for one in reading.setting.told if names_month(one) and "/" not in one)
    return next((one[:7] for one in same if first_day(one).month == month and is_edtf(one[:7])), None) or calendar_date(
        reading
    )


def previous_month(reading: Reading) -> str | None:
    """The last such month before the date named last, or before the article."""
    month = reading.month()
    if month is None:
        return None
    anchor = placed(reading, -1) or reading.setting.reference
    begin = first_day(anchor)
    return month_of(begin.year - (month >= begin.month), month)


def month_of_told_year(reading: Reading) -> str | None:
    """That month of the year told last: "that April"; None when none was."""
    anchor, month = placed(reading, 0), reading.month()
    return month_of(year_of(anchor), month) if anchor and month else None


def day_of_told_month(reading: Reading) -> str | None:
    """That day of the month told last in the paragraph, or the next such day: "on the 17th", « Le 30, »; None when no
    month was told, or the day would be yet to come."""
    setting, said = reading.setting, reading.number("day")
    told = next(filter(names_month, (one for one in setting.told[: setting.near] if "/" not in one)), None)
    if told is None or said is None:
        return None
    begin = first_day(told)
    month = shift(told[:7], 1, Unit.MONTH) if is_day(told) and said < begin.day else told[:7]
    if month is None or not is_edtf(month):
        return None
    day = day_or_none(year_of(month), first_day(month).month, said)
    is_over = day is not None and (setting.is_ahead or first_day(day) <= last_day(setting.reference))
    return day if is_over else None


def following_month(reading: Reading) -> str | None:
    """The first such month after the date named last."""
    anchor, month = placed(reading, 1), reading.month()
    if anchor is None or month is None:
        return None
    end = last_day(anchor)
    return month_of(end.year + (month <= end.month), month)
