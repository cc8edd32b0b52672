"""Dates that only say which issue of a newspaper is meant: nothing else is told from them."""

from __future__ import annotations

import re
from typing import Final

_ISSUE: Final = re.compile(
    r"(?:\b(?:issue|edition)s?"
    r"|\b(?:notre|nos|votre|vos|dans (?:son|ses|leurs?|une?|des|les))(?: \w+)? (?:éditions?|numéros?)"
    r"|\bdans l'édition) (?:(?:dated|of|datée?s?)(?: of| du| de| des)?(?: the)? |(?:du|de|des) )?\Z",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"(?:of|du|de|des) ", re.IGNORECASE)
_JOINED: Final = (" of ", " the ", " dated ", " du ", " de ", " des ")
_WITHIN: Final = 40
"""Characters before a date that say so."""


def dates_issue(plain: str, start: int, at: int) -> bool:
    """Whether what stands before ``at``, in a sentence that begins at ``start``, makes a date there that of an issue:
    "in our issue of | 3 May", « dans notre édition | du 3 mai »."""
    said = _ISSUE.search(plain, max(start, at - _WITHIN), at)
    return said is not None and (said[0].endswith(_JOINED) or _OF.match(plain, at) is not None)
