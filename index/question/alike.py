"""Which questions ask the same thing in nearly the same words, or in those of another language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.question.expectation import expectation_of
from index.terms.asked import asked_terms
from index.terms.tokens import WORD, asked_words, fold, stem_of

_SHARED: Final = 0.6
"""Of all words that two questions ask with, the share that both have."""


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    lang: str
    stems: frozenset[str]
    names: frozenset[str]
    """The stems of numbers, and of words in capitals but for the first."""
    named: str
    """The same words as they were typed."""


def groups_alike(questions: Sequence[tuple[str, str]]) -> tuple[tuple[int, ...], ...]:
    """The places of ``questions`` (text, language) in groups that are alike, in the order of the first of each.

    Two that name different things, or different numbers, are never alike.
    """
    read = [_read(question, lang) for question, lang in questions]
    groups: list[list[int]] = []
    for place, one in enumerate(read):
        group = next((its for its in groups if _alike(read[its[0]], one)), None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    return tuple(map(tuple, groups))


def _read(question: str, lang: str) -> _Asked:
    words = list(WORD.finditer(question))
    names = [
        word.group()
        for number, word in enumerate(words)
        if word.group()[:1].isdigit() or (number and word.group()[:1].isupper())
    ]
    asked = asked_words(question, lang) or [fold(word.group()) for word in words]
    return _Asked(
        question,
        lang,
        frozenset(stem_of(word, lang) for word in asked),
        frozenset(stem_of(fold(name), lang) for name in names),
        " ".join(names),
    )


def _alike(one: _Asked, other: _Asked) -> bool:
    if one.lang != other.lang:
        return _alike_across(one, other)
    if one.stems == other.stems:
        return True
    only_here, only_there = one.stems - other.stems, other.stems - one.stems
    if only_here & one.names and only_there & other.names:
        return False
    shared = one.stems & other.stems
    return len(shared) >= 2 and len(shared) >= _SHARED * len(one.stems | other.stems)


def _alike_across(one: _Asked, other: _Asked) -> bool:
    """Whether two questions in different languages ask for the same kind of thing in words that translate each other,
    and each names what the other does."""
    if expectation_of(one.text) is not expectation_of(other.text):
        return False
    both = ((one, other), (other, one))
    if not all(term.found_in(to.stems) for of, to in both for term in asked_terms(of.named, of.lang, to.lang)):
        return False
    found = [term.found_in(to.stems) > 0 for of, to in both for term in asked_terms(of.text, of.lang, to.lang)]
    return sum(found) >= 4 and sum(found) >= _SHARED * len(found)
