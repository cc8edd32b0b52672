"""Figures of which one is told for each day, month or year, not of all of them."""

from __future__ import annotations

import re
from typing import Final

from index.terms.letters import plain

_RATE: Final = re.compile(
    r"\b(?:chaque|par|each|every|per|a) (?:jours?|day|semaine|week|mois|month|an|annee|year|heure|hour|nuit|night|matin"
    r"|saison|season)\b(?<!\ba an)|\b(?:quotidiennement|hebdomadaires?|mensuel\w*|annuel\w*|daily|weekly|monthly|yearly"
    r"|annually|a l'annee|l'heure)\b"
)


def is_rate(sentence: str) -> bool:
    """Whether ``sentence`` tells how many there are in each of many days, months or years."""
    return _RATE.search(plain(sentence)) is not None
