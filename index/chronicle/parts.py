"""Where a sentence that tells several things ends one of them and begins the next."""

from __future__ import annotations

import re
from typing import Final

_CLAUSES: Final = re.compile(
    r"[;:] |, (?=(?:and|but|then|while|when|before|after|et|mais|puis|alors|tandis|quand|avant|après)\b)", re.IGNORECASE
)
_COMMAS: Final = re.compile(r", ")
_JOINTS: Final = re.compile(
    r" (?=(?:and|but|then|while|when|before|after|which|who|where|et|mais|puis|quand|avant|après|qui|dont|où)\b)",
    re.IGNORECASE,
)
_VERBS: Final = re.compile(
    r" (?=(?:had|has|have|was|were|is|are|will|for|by|a|ont|avait|avaient|est|sont|était|sera|pour|par)\b)"
)
"""Where what something did goes on, or what for: « La collecte ouverte à Noël | avait réuni »."""


def border(text: str, low: int, high: int, *, default: int) -> int:
    """Where in ``text[low:high]``, between two dates, the one's part ends: at the clause, else at the last comma or
    joint, else at a verb or what it is for; ``default`` where nothing tells."""
    for pattern in (_CLAUSES, _COMMAS, _JOINTS, _VERBS):
        found = [match.start() for match in pattern.finditer(text, low, high)]
        if found:
            return found[-1] if pattern is not _VERBS else found[0]
    return default
