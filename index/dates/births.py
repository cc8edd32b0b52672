"""In which year somebody was born, as a sentence tells it: what "at twenty" is counted from."""

from __future__ import annotations

import re
from typing import Final

from index.edtf import is_day, is_year, names_month, year_of, year_text

_BORN: Final = re.compile(
    r"\b(?:born|née?|naquit|naît|naissait|(?:a vu|voit|vit) le jour)\b"
    r"(?:(?! (?:and|et|who|qui|but|mais)\b)[^.;:,()])*(?:, [^.;:,()]{0,40}, )?\Z",
    re.IGNORECASE,
)
_WITHIN: Final = 120
"""Characters before a date."""


def year_of_birth(plain: str, start: int, at: int, value: str) -> str | None:
    """The year of ``value``, if the sentence that begins at ``start`` says before ``at`` that it was a birth."""
    is_one = is_year(value) or is_day(value) or names_month(value)
    if not is_one or "/" in value or _BORN.search(plain, max(start, at - _WITHIN), at) is None:
        return None
    return year_text(year_of(value))
