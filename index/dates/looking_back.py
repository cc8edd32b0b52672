"""A date that the next sentence tells better: of which year it is, where that dates something within it or puts it
off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.dates.read import Read
from index.edtf import Precision, first_day, is_edtf, is_month, last_day, names_month, precision_of, year_of, year_text

_YEAR: Final = re.compile(r"\d{4}")
_FRONTED: Final = 6
"""Characters between the head of a sentence and its date: "On 9 October 2024, "."""
_PUT_OFF: Final = re.compile(
    r"\b(?:(?:repoussé|reporté|décalé|différé|remis|ajourné|renvoyé)e?s?"
    r"|put (?:off|back)|postponed|pushed back|moved back|delayed|deferred|slipped)\b"
    r"[^.;:]*\b(?:à|au|aux|pour|to) (?:le |la |the )?\Z",
    re.IGNORECASE,
)
_SAYS_SO: Final = 90


def told_better(plain: str, start: int, before: Sequence[Read], inside: Sequence[Read]) -> Read | None:
    """The one date of the sentence ``before``, as the sentence that begins at ``start``, with the dates ``inside``,
    tells it; None where it tells no more of it."""
    if len(before) != 1 or not inside or "\n" in plain[before[0].end : start]:
        return None
    return _of_year_after(plain, start, before[0], inside[0]) or _put_off(plain, start, before[0], inside[0])


def _of_year_after(plain: str, start: int, said: Read, then: Read) -> Read | None:
    """A month or season said without its year, as one of the year in which the next sentence first dates something
    within it: « Tout change à l'automne. Le 9 octobre 2024, … »."""
    is_vague = is_month(said.value) or precision_of(said.value) is Precision.SEASON
    if not is_vague or not names_month(then.value) or _YEAR.search(plain, said.start, said.end):
        return None
    if then.start - start > _FRONTED or _YEAR.search(plain, then.start, then.end) is None:
        return None
    meant = (f"{year_text(year_of(then.value) - late)}{said.value[4:]}" for late in (0, 1))
    value = next((one for one in meant if first_day(one) <= first_day(then.value) <= last_day(one)), None)
    return replace(said, value=value) if value is not None and value != said.value else None


def _put_off(plain: str, start: int, said: Read, then: Read) -> Read | None:
    """What was promised for a month or a day without its year, as the last before what it was put off to: « promise
    pour janvier. Elle a été repoussée à mars »."""
    if not names_month(said.value) or "/" in said.value or not names_month(then.value):
        return None
    if _YEAR.search(plain, said.start, said.end) or first_day(said.value) < first_day(then.value):
        return None
    if _PUT_OFF.search(plain, max(start, then.start - _SAYS_SO), then.start) is None:
        return None
    value = f"{year_text(year_of(said.value) - 1)}{said.value[4:]}"
    return replace(said, value=value) if is_edtf(value) and first_day(value) < first_day(then.value) else None
