"""Which of the dates told before one is told from: the last, or the last that is fine enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.dates.rules.grammar import Reading, Setting, Tense
from index.edtf import (
    OPEN,
    Precision,
    Unit,
    first_day,
    is_day,
    is_year,
    last_day,
    names_month,
    precision_of,
    year_of,
)

_PLACED: Final = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)
"""What is short enough for a season or a month to stand beside it."""


def news(setting: Setting) -> str | None:
    """The day of the article's news, where no other was told just before, nor another year: "She said that evening"."""
    others = any(is_day(one) and one != setting.news for one in setting.told)
    return None if others or _is_of_other_year(setting) else setting.news


def _is_of_other_year(setting: Setting) -> bool:
    """Whether the date told last is of no year of the article's news: « Un an plus tard, … Ce jour-là »."""
    if setting.news is None or setting.anchor is None:
        return False
    return not first_day(setting.anchor).year <= year_of(setting.news) <= last_day(setting.anchor).year


def anchor_of(reading: Reading, unit: Unit, direction: int) -> str | None:
    """The date that is told from: the last, told in the sentence or the one before; where that one is before and not
    fine enough for ``unit``, the last that is. A span ends before what is later, and begins after what is earlier."""
    setting = reading.setting
    if direction == 0 and unit is Unit.YEAR:
        return _same_year(setting.told, setting.reference)
    if direction == 0:
        ends = (_point(one, 0) if OPEN in one else one for one in setting.told)  # « dès 2018 », and then that year
        fine = [one for one in ends if is_fine(one, unit)]
        return _come_to(fine, setting) or next(iter(fine), None)
    if setting.anchor is None:
        if direction < 0 and unit is Unit.YEAR and _is_news(setting):
            return setting.reference  # « un an plus tôt », in what is told of this year
        return _further_back(setting, unit, direction)
    if direction > 0 and _is_back(setting) and is_fine(setting.back_to or "", unit):
        return setting.back_to
    last = _point(setting.anchor, direction)
    before = () if setting.is_anchored_here else setting.told
    return next((point for one in before if is_fine(point := _point(one, direction), unit)), last)


def _come_to(fine: Sequence[str], setting: Setting) -> str | None:
    """The date among those that are ``fine`` which the story has come to, where the last told was yet to come then:
    "In May it said the shop would close on 3 July. The same month, …"; None where it is the last told."""
    if setting.is_anchored_here or setting.is_ahead or len(fine) < 2:
        return None
    reached = next((one for one in setting.line() if one in fine), None)
    return reached if reached is not None and first_day(fine[0]) > last_day(reached) else None


def _further_back(setting: Setting, unit: Unit, direction: int) -> str | None:
    """The date that the paragraph told last, or else the story, where what is told goes on from it, or had been."""
    goes_on = direction > 0
    if not goes_on and setting.tense is not Tense.EARLIER:
        return None
    near = (one for one in setting.told[: setting.near] if "/" not in one)
    found = next((one for one in near if is_fine(one, unit)), None)
    if found is None and goes_on:  # « Trois jours plus tard », behind what somebody said
        return next((one for one in setting.line() if is_fine(one, unit)), None)
    return found


def _is_back(setting: Setting) -> bool:
    """Whether the story comes back from what had been before: « avait quitté son poste un an plus tôt. Le mois
    suivant »."""
    return setting.back_to is not None and not setting.is_anchored_here and setting.tense is not Tense.EARLIER


def _same_year(told: Sequence[str], reference: str) -> str | None:
    """The date told last that is of a year: of « 2019 » rather than of a month of this year, of which nobody says "the
    same year"."""
    ends = [_point(one, 0) if OPEN in one else one for one in told]  # « dès 2018 », and then that year
    fine = [one for one in ends if is_fine(one, Unit.YEAR)]
    of_now = bool(fine) and not is_year(fine[0]) and year_of(fine[0]) == year_of(reference)
    named = next((one for one in fine if is_year(one)), None) if of_now else None
    return named or next(iter(fine), None)


def _is_news(setting: Setting) -> bool:
    now = year_of(setting.reference)
    return all("/" not in one and year_of(one) == now for one in setting.told)


def placed(reading: Reading, direction: int) -> str | None:
    """The date that a season or a month is told from: the last one; with no ``direction``, the last that is no span."""
    setting = reading.setting
    if direction == 0:
        return next((one for one in setting.told if precision_of(one) in _PLACED), None)
    anchor = _point(setting.anchor, direction) if setting.anchor else None
    return anchor if anchor is not None and precision_of(anchor) in _PLACED else None


def _point(value: str, direction: int) -> str:
    begin, slash, end = value.partition("/")
    if not slash:
        return value
    if begin in (OPEN, "") or end in (OPEN, ""):
        return end if begin in (OPEN, "") else begin
    return end if direction > 0 else begin


def is_fine(value: str, unit: Unit) -> bool:
    """Whether ``value`` names one ``unit``, or part of one."""
    if unit in (Unit.DAY, Unit.WEEK):
        return is_day(value)
    return names_month(value) if unit is Unit.MONTH else "/" not in value
