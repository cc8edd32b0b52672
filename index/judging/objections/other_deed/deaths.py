"""What somebody died of: that they died, and when, is no answer."""

from __future__ import annotations

import re
from typing import Final

from index.terms.letters import plain

_ASKED: Final = re.compile(
    r"\bwhat (?:did|has|was)\b.{1,60}\b(?:die|died|dead) (?:of|from)\b|\bcause of (?:\w+ ){0,3}death\b"
    r"|\b(?:how|comment) .{0,60}\b(?:die|died|mort|morte|decedee?)\b|\bwhat killed\b"
    r"|\bde quoi\b.{0,60}\b(?:mort|morte|mourut|decedee?)\b|\b(?:cause de (?:la|sa) mort|cause d[eu] deces)\b"
)
_TOLD: Final = re.compile(
    r"\b(?:died|dies|dead|death|mort|morte|meurt|mourut|deces|decedee?|succomb\w*) (?:[\w'-]+ ){0,5}?"
    r"(?:of|from|after|in an?|when|while|by|d'une?|des suites|a la suite|du|de (?:la|sa|son|vieillesse|froid|faim)"
    r"|apres|dans une?|en (?:tombant|\w+ant)|sous|peacefully|paisiblement)\b"
    r"|\b(?:killed|drown\w*|murder\w*|shot|poison\w*|hanged|suicide|overdose|tuee?|noye\w*|assassin\w*|pendue?"
    r"|emportee? par|victime d'|foudroye\w*|cancer|heart|stroke|crise cardiaque|maladie|illness|disease|accident"
    r"|avalanche|chute)\b"
)


def asks_cause_of_death(question: str) -> bool:
    """Whether ``question`` asks what somebody died of."""
    return _ASKED.search(plain(question)) is not None


def tells_cause_of_death(text: str) -> bool:
    """Whether ``text`` may tell what somebody died of."""
    return _TOLD.search(plain(text)) is not None
