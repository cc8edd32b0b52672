"""Whether the very words that a reader takes for the answer can be one at all: a sum is nobody, kilometres
are no time."""

from __future__ import annotations

import re
from typing import Final

from index.passages.passage import Passage
from index.question.expectation import Expectation, expectation_of, meets
from index.reading.reading import Reading, whole_words
from index.terms.tokens import fold

_WHO: Final = re.compile(
    r"(?:^|[,;:] )(?:(?:et|alors|and|so|mais|but) )?(?:(?:a|par|avec|de|by|to|with) )?(?:qui|whom?)\b"
)
_TAKES: Final = re.compile(
    r"\bcombien de temps\b.{0,60}\b(?:dur\w+|met\w*|pren\w+|faut|faudra)\b"
    r"|\bhow long\b.{0,60}\b(?:tak(?:e|es|en|ing)|took|last(?:s|ed)?)\b"
)
_DISTANCE: Final = re.compile(r"\d ?(?:km|kilom\w+|metres?|meters?|miles?|feet|ft|yards?|m)\b")


def can_answer(question: str, words: str) -> bool:
    """Whether ``words`` may be what ``question`` asks for, as far as their kind tells."""
    asked, said = fold(question).replace("’", "'"), fold(words)
    if _TAKES.search(asked):
        return meets(words, Expectation.DURATION) or meets(words, Expectation.DATE)
    kind = expectation_of(question)
    if kind is Expectation.DATE:
        return meets(words, Expectation.DATE) or not (meets(words, Expectation.MONEY) or _DISTANCE.search(said))
    if kind is Expectation.NAME and _WHO.search(asked):
        return not (meets(words, Expectation.MONEY) or _DISTANCE.search(said)) or _has_name(words)
    return True


def is_of_the_kind(question: str, words: str) -> bool:
    """Whether ``words`` are just what ``question`` asks for: a time for "how long", a date for "when"."""
    asked = fold(question).replace("’", "'")
    if _TAKES.search(asked):
        return meets(words, Expectation.DURATION)
    return expectation_of(question) is Expectation.DATE and meets(words, Expectation.DATE)


def words_read(passage: Passage, reading: Reading, sentence: int) -> str:
    """The words of one sentence of ``passage``, which was read, that likeliest answer."""
    start, end = passage.sentences[sentence]
    found = reading.answer_within(start - passage.start, end - passage.start)
    return passage.text[slice(*whole_words(passage.text, found))] if found is not None else ""


def _has_name(words: str) -> bool:
    return any(word[:1].isupper() for word in words.split())
