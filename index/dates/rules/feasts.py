"""Feasts that move with the moon, from what is said to the EDTF value it means."""

from __future__ import annotations

from index.dates.rules.grammar import Reading, Resolve
from index.dates.rules.relative import day_from
from index.dates.rules.resolving import year_meant
from index.edtf import day_or_none, first_day


def easter(offset: int) -> Resolve:
    """A feast so many days from Easter Sunday."""

    def resolve(reading: Reading) -> str | None:
        setting, year = reading.setting, reading.year()
        reference = first_day(setting.reference)
        if year is None:  # of the feast of this year, which that of its own year may be far from
            year = year_meant(*_easter_of(reference.year), reading)
        day, month = _easter_of(year)
        sunday = day_or_none(year, month, day)
        return day_from(first_day(sunday), offset) if sunday else None

    return resolve


def _easter_of(year: int) -> tuple[int, int]:
    """The day and the month of Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return day + 1, month
