"""Whether what is read for "why" can give a reason: it says more than what was asked about."""

from __future__ import annotations

import re
from typing import Final

from index.question.letters import plain
from index.terms.asked import asked_terms
from index.terms.tokens import stems

REPEATED: Final = 0.6
"""The share of the words of an answer that the question has, from which it only repeats that."""
TOLD_AGAIN: Final = 0.75
"""The share of the words of the question that an answer has, from which it tells what was asked about once more."""
_BECAUSE: Final = re.compile(
    r"\b(?:because|since|due|owing|after|so|for|as|parce|car|puisque|faute|raison|cause|afin|pour|apres|suite|grace)\b"
)
_WHY: Final = re.compile(
    r"(?:^|[,;:] |\b(?:and|et|so|mais|but|alors) )(?:why|how come|pourquoi|pk|pq)\b|\bpour quelles? raisons?\b"
    r"|\b(?:what was the reason|for what reason|la raison|cause (?:of|de|du)|reason (?:for|why))\b"
)


def asks_why(question: str) -> bool:
    """Whether ``question`` asks for a reason."""
    return _WHY.search(plain(question)) is not None


def tells_a_reason(sentence: str) -> bool:
    """Whether ``sentence`` has a word that leads to a reason."""
    return _BECAUSE.search(plain(sentence)) is not None


def only_repeats(question: str, asked_in: str, words: str, lang: str) -> bool:
    """Whether ``words``, in ``lang``, are mostly those of ``question``, asked in ``asked_in``, or tell all that was
    asked about and no reason."""
    told = set(stems(words, lang))
    terms = asked_terms(question, asked_in, lang)
    if not told or not terms:
        return False
    asked = frozenset(stem for term in terms for stem in term.stems)
    if len(told & asked) >= REPEATED * len(told):
        return True
    said = sum(not told.isdisjoint(term.stems) for term in terms)
    return said >= TOLD_AGAIN * len(terms) and not _BECAUSE.search(plain(words))
