"""Whose place a sentence tells: "Lumet, a company from Riga" tells nobody where the agency is that Lumet works for."""

from __future__ import annotations

import re
from typing import Final

from index.passages.passage import Span
from index.terms.letters import plain

_WHERE: Final = re.compile(
    r"(?:^|[,;:] )(?:et |and |alors |so )?(?:where|ou|(?:dans|in|a|de) (?:quel(?:le)?|which|what) (?:ville|city"
    r"|town|pays|country))\b"
    r"|\b(?:est|is|are|sont|se trouve\w*) (?:ou|where)\b|\b(?:situe|base|installe)\w* ou\b"
)
_APPOSED: Final = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*), (?:an?|the|une?|la|le|l['’]) ?[^,;.:()]{0,60}?"
    r"\b(?:from|of|in|at|de|du|des|à|d['’]) ?\Z"
)
_WORD: Final = re.compile(r"[^\W_]+")


def asks_where(question: str) -> bool:
    """Whether ``question`` asks where something is."""
    return _WHERE.search(plain(question)) is not None


def is_place_of_another(question: str, sentence: str, words: Span) -> bool:
    """Whether ``question`` asks where something is, and the ``words`` of ``sentence`` (characters in it) are where
    another is from whom the sentence names and the question does not."""
    asked = plain(question)
    found = _APPOSED.search(sentence, 0, words[0]) if asks_where(question) else None
    if found is None:
        return False
    return frozenset(_WORD.findall(plain(found["name"]))).isdisjoint(_WORD.findall(asked))
