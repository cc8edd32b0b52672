"""Dates named as such, days, months, seasons, decades: from what is said to the EDTF value it means, the same in every
language."""

from __future__ import annotations

from typing import Final

from index.dates.rules.grammar import Reading, Resolve, Setting, Tense
from index.edtf import (
    day_or_none,
    first_day,
    is_day,
    is_edtf,
    is_year,
    last_day,
    month_of,
    names_month,
    year_of,
    year_text,
)

CENTURY_TURN: Final = 30
"""« les années 20 » are the 2020s, « les années 30 » the 1930s."""

_WINTER: Final = 24
_HALF_A_YEAR: Final = 6
"""Months."""


def calendar_date(reading: Reading) -> str | None:
    """A day or a month with its year, or the one that fits when the year is left out; a year alone."""
    day, month, year = reading.number("day"), reading.month(), reading.year()
    if month is None:
        return year_text(year) if year is not None else None
    if year is None:
        year = year_meant(day, month, reading)
    return month_of(year, month) if day is None else day_or_none(year, month, day)


def numeric_date(reading: Reading) -> str | None:
    """A date in figures; its groups are ``year``, ``mm`` and, if a day is named, ``day``."""
    year, month, day = reading.year(), reading.number("mm"), reading.number("day")
    if year is None or month is None or not 1 <= month <= 12:
        return None
    return month_of(year, month) if day is None else day_or_none(year, month, day)


def numeric_date_either_way(reading: Reading) -> str | None:
    """A date in figures where the month or the day may come first: read only where one of them can't be a month, or
    both are the same."""
    year, first, second = reading.year(), reading.number("mm"), reading.number("day")
    if year is None or first is None or second is None or (first != second and max(first, second) <= 12):
        return None
    month, day = sorted((first, second))
    return day_or_none(year, month, day)


def numeric_date_month_first(reading: Reading) -> str | None:
    """A date in figures, the month first unless only the second figure can be one."""
    return numeric_date(reading) or numeric_date_either_way(reading)


def quarter(reading: Reading) -> str | None:
    """A quarter, of the year named or of the one that fits."""
    return _part_of_year(reading, "quarter", 4, 32)


def half(reading: Reading) -> str | None:
    """A half year."""
    return _part_of_year(reading, "half", 2, 39)


def season(reading: Reading) -> str | None:
    """A season, of the year named, or the last, the next, or the one that fits."""
    code = reading.words.seasons[(reading.groups["season"] or "").casefold()]
    year = reading.year()
    reference = reading.setting.reference
    if year is not None:
        return f"{year_text(year)}-{code}"
    is_counted = any(reading.says(word) for word in ("last", "next", "this"))
    if reading.setting.scene is not None and _is_told(reading.setting) and not is_counted:
        return _season_from(reading.setting.scene, code)
    this_year = year_of(reference)
    candidates = [f"{year_text(this_year + offset)}-{code}" for offset in (-2, -1, 0, 1)]
    candidates = [value for value in candidates if is_edtf(value)]
    today = last_day(reference)
    if reading.says("last"):
        return next((value for value in reversed(candidates) if last_day(value) < first_day(reference)), None)
    if reading.says("next"):
        return next((value for value in candidates if first_day(value) > today), None)
    if reading.says("this") and code != _WINTER:
        return f"{year_text(this_year)}-{code}"
    current = next((value for value in candidates if first_day(value) <= today <= last_day(value)), None)
    if current:
        return current
    if reading.setting.is_past:
        return next((value for value in reversed(candidates) if first_day(value) <= today), None)
    if reading.setting.is_ahead:
        return next((value for value in candidates if first_day(value) > today), None)
    return f"{year_text(this_year)}-{code}"


def _season_from(scene: str, code: int) -> str | None:
    """The season that holds the day or the month ``scene``, or the next one in the story."""
    year, day = year_of(scene), first_day(scene)
    candidates = [value for offset in (-1, 0, 1) if is_edtf(value := f"{year_text(year + offset)}-{code}")]
    return next((value for value in candidates if last_day(value) >= day), None)


def decade(reading: Reading) -> str | None:
    """A decade, by four figures, by two, or in words, which are older than this century."""
    said = (reading.groups["decade"] or "").casefold()
    if not said.isdecimal():
        return f"19{reading.words.decades[said]}X"
    if len(said) == 4:
        return f"{said[:3]}X"
    return f"{'20' if int(said) < CENTURY_TURN else '19'}{said[0]}X"


def century(reading: Reading) -> str | None:
    """A century, by Roman figures, Arabic ones or a word."""
    return _century(reading, "century")


def centuries(reading: Reading) -> str | None:
    """From one century to another."""
    first, last = _century(reading, "century"), _century(reading, "to_century")
    return f"{first}/{last}" if first and last and first_day(first) < first_day(last) else None


def holiday(month: int, day: int) -> Resolve:
    """A feast that falls on the same day each year."""

    def resolve(reading: Reading) -> str | None:
        year = reading.year()
        return day_or_none(year if year is not None else year_meant(day, month, reading), month, day)

    return resolve


def month_called(month: int) -> Resolve:
    """A month by another name, as « la rentrée »: the last, the next, or the one that fits."""

    def resolve(reading: Reading) -> str | None:
        return month_of(year_meant(None, month, reading), month)

    return resolve


def days_of_month(reading: Reading) -> str | None:
    """From one day to another: groups ``day``, ``to_day``, ``month``, and if said ``from_month`` and ``year``."""
    begin, end, month = reading.number("day"), reading.number("to_day"), reading.month()
    if begin is None or end is None or month is None:
        return None
    year = reading.year()
    if year is None:
        year = year_meant(end, month, reading)
    first_month = reading.month("from_month") or month
    first = day_or_none(year - (first_month > month), first_month, begin)
    last = day_or_none(year, month, end)
    return f"{first}/{last}" if first and last and first_day(first) < first_day(last) else None


def months(reading: Reading) -> str | None:
    """From one month (``from_month``, of the same year unless ``from_year`` is said) to another."""
    first, last, year = reading.month("from_month"), reading.month(), reading.year()
    if first is None or last is None:
        return None
    if year is None and (reading.says("next") or reading.says("last")):
        year = year_meant(None, last, reading)
    if year is None:
        return None
    from_year = reading.year("from_year") if reading.says("from_year") else year - (first > last)
    begin, end = month_of(from_year or year, first), month_of(year, last)
    return f"{begin}/{end}" if first_day(begin) < first_day(end) else None


def years(reading: Reading) -> str | None:
    """From one year to another; of the second, its last two figures may be enough ("1914-18")."""
    begin, said = reading.year(), reading.groups["to_year"] or ""
    end = reading.year("to_year")
    if begin is None or end is None:
        return None
    if len(said) == 2 and not reading.says("bc"):
        end += begin - begin % 100
    return f"{year_text(begin)}/{year_text(end)}" if begin < end else None


def season_of_years(reading: Reading) -> str | None:
    """Two years that follow each other ("2021/22"), as sports and budgets count; any other figures are no date."""
    value = years(reading)
    return value if value and year_of(value) + 1 == last_day(value).year else None


def _century(reading: Reading, group: str) -> str | None:
    said = (reading.groups[group] or "").casefold()
    number = _roman(said) if said and set(said) <= set("ivx") else reading.number(group)
    if not number or not 1 <= number <= 30:
        return None
    return f"{'-' if reading.says('bc') else ''}{number - 1:02d}XX"


def _part_of_year(reading: Reading, group: str, parts: int, before_first: int) -> str | None:
    place = reading.number(group)
    if place is None or not 1 <= place <= parts:
        return None
    year = reading.year()
    if year is None:
        reference = reading.setting.reference
        year = year_of(reference)
        now = first_day(reference).month if names_month(reference) else 12
        current = (now - 1) * parts // 12 + 1
        if reading.says("last_year"):
            year -= 1
        elif reading.says("next_year"):
            year += 1
        elif place > current and reading.setting.is_past:
            year -= 1
        elif place < current and reading.setting.is_ahead:
            year += 1
    return f"{year_text(year)}-{before_first + place}"


def year_meant(day: int | None, month: int, reading: Reading) -> int:
    """The year of a date said without one: in a story, that of the date told before it, or the next; else the last
    such date in the past, the next in the future, or the nearest."""
    setting = reading.setting
    reference = first_day(setting.reference)
    follows = reading.says("following") and setting.scene is not None
    if reading.says("following") and (year := _year_before(setting)) is not None:
        return year + 1
    is_counted = any(reading.says(word) for word in ("last", "next", "this"))
    before = first_day(setting.scene or "") if setting.scene is not None else reference
    if setting.is_before_scene and not is_counted and before <= reference:
        return before.year - ((month, day or before.day) > (before.month, before.day))
    if follows or (_is_told(setting) and not is_counted):
        year = before.year + ((month, day or before.day) < (before.month, before.day))
        is_ahead = (year, month) > (reference.year, reference.month)
        if follows or not (is_ahead and setting.is_past):  # what is over is not yet to come
            return year
    compared = 2 if day is not None and is_day(setting.reference) else 1
    said, now = (month, day or 0)[:compared], (reference.month, reference.day)[:compared]
    if reading.says("last"):
        return reference.year - (said >= now)
    if reading.says("next"):
        return reference.year + (said <= now)
    if setting.is_past:
        return reference.year - (said > now)
    if setting.is_ahead:
        return reference.year + (said < now)
    distance = month - reference.month
    if setting.tense is Tense.PLANNED and distance == _HALF_A_YEAR:
        return reference.year - 1
    return reference.year + (1 if distance < -_HALF_A_YEAR else -1 if distance > _HALF_A_YEAR else 0)


def _year_before(setting: Setting) -> int | None:
    """The year told last, if no month of it was: « née en 2016 … au mois de mars suivant »."""
    if setting.anchor is None or not is_year(setting.anchor):
        return None
    year = year_of(setting.anchor)
    return None if setting.scene is not None and year_of(setting.scene) >= year else year


def _is_told(setting: Setting) -> bool:
    """Whether the scene is set in another year."""
    if setting.scene is None or setting.tense is Tense.FUTURE:
        return False
    if setting.tense is Tense.PROSPECTIVE and not setting.is_told_here:
        return False
    return year_of(setting.scene) < year_of(setting.reference)


def _roman(said: str) -> int:
    values = {"i": 1, "v": 5, "x": 10}
    figures = [values[figure] for figure in said]
    return sum(-a if a < b else a for a, b in zip(figures, [*figures[1:], 0], strict=True))
