"""Dates told by what happened then: « le lendemain de la fête », "two days after the storm". From what is said to the
EDTF value it means, the same in every language."""

from __future__ import annotations

from index.dates.rules.grammar import Reading
from index.dates.rules.relative import counted_from
from index.edtf import Unit, first_day, is_day, last_day, names_month, shift


def beside_event(reading: Reading) -> str | None:
    """The day of what the story told before, or so many days from it (``days_before``, ``day_before``, ``day_after``,
    ``days_after``); no finer than that was told, None when it was not."""
    date = reading.setting.date_of(reading.groups["event"] or "")
    if date is None or not names_month(date):
        return None
    away = next((days for group, days in _AWAY.items() if reading.says(group)), 0)
    return _if_over(shift(date, away, Unit.DAY) if is_day(date) else date, reading)


def counted_from_event(reading: Reading) -> str | None:
    """So many units ``before`` or after what the story told before; None when that was told less finely."""
    date, unit = reading.setting.date_of(reading.groups["event"] or ""), reading.unit()
    if date is None:
        return None
    is_fine = is_day(date) if unit in (Unit.DAY, Unit.WEEK) else names_month(date) or unit is not Unit.MONTH
    return _if_over(counted_from(reading, date, -1 if reading.says("before") else 1), reading) if is_fine else None


def _if_over(value: str | None, reading: Reading) -> str | None:
    """``value``, unless it would be yet to come in a clause that tells what is over."""
    if value is None or reading.setting.is_ahead or first_day(value) <= last_day(reading.setting.reference):
        return value
    return None


_AWAY = {"days_before": -2, "day_before": -1, "day_after": 1, "days_after": 2}
