"""Which raised figures call a note, and are no digits of what stands before them.

« 4² millions » is not 42 millions: the 2 calls a note. « m² », « 10⁶ » and « XIXᵉ » are words and numbers themselves.
"""

from __future__ import annotations

import re
from typing import Final

_CALL: Final = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})\s*[\])]?(?:\s*,\s*[\[(]?\d{1,3}[\])]?)*")
_BRACKETED: Final = re.compile(r"\s*[\[(].*[\])]\s*", re.DOTALL)
_FIGURES: Final = re.compile(r"\s*[\[(]?[\d*†‡§¶]")
_UNIT: Final = re.compile(
    r"(?:^|[^\w])(?:[kdcmµ]?m|ha|pieds?|pouces?|in|ft|yd|mi|miles?|feet|foot|yards?|inch(?:es)?"
    r"|(?:kilo|déci|deci|centi|milli)?m[eè]t(?:re|er)s?|s|[a-zA-Z]|CO|\)|10)$"
)
"""What has squares, cubes and powers: units, one letter, a closed bracket, ten."""


def is_note_call(raised: str, before: str, *, linked: bool) -> bool:
    """Whether the raised text ``raised`` behind ``before`` calls a note; ``linked``: it leads to another place of its
    page, as notes do and powers don't."""
    if not _CALL.fullmatch(raised.strip()):
        return False
    if linked or _BRACKETED.fullmatch(raised):
        return True
    return bool(_FIGURES.match(raised)) and not _UNIT.search(before.rstrip())
