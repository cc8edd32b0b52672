"""The words of a sentence that answer, where the likeliest of them are a value that the sentence itself gives up, or
stand beside those."""

from __future__ import annotations

import re
from typing import Final

from index.figures.designations import is_designation
from index.judging.objections.beside_words import beside_instead
from index.judging.objections.kind_of_words import span_read
from index.judging.objections.other_deed.deeds import asks_whether
from index.judging.objections.other_deed.yet_to_come import when_done
from index.judging.objections.taken_back import what_holds
from index.judging.objections.what_is_left import is_what_is_left
from index.judging.objections.whose_place import is_place_of_another
from index.passages.passage import Passage, Span, overlap
from index.question.expectation import Expectation, expectation_of, meets
from index.reading.reading import Reading, whole_words

_HAD_BEEN: Final = re.compile(r", (?:which|who|qui) (?:had|avaient|avait) [^,;.]{3,90}, ")
_FIGURES: Final = frozenset({Expectation.FIGURE, Expectation.MONEY, Expectation.DURATION})
_CLAUSE_END: Final = re.compile(r"[,;.!?]")
MOST_GIVEN_UP: Final = 3
"""Values that one sentence gives up, at most."""


def span_that_holds(question: str, passage: Passage, reading: Reading, sentence: int) -> Span | None:
    """Where in one sentence of ``passage``, which was read, the likeliest words stand that answer ``question`` and that
    the sentence does not give up for others; None without any."""
    text, words = passage.sentence_texts()[sentence], span_read(passage, reading, sentence)
    start = passage.sentences[sentence][0] - passage.start
    if words is not None and (beside := beside_instead(question, text, words)) is not None:
        return beside
    for _ in range(MOST_GIVEN_UP):
        if words is not None and (since := _what_came_of_it(question, text, words)) is not None:
            return since
        if words is not None and (done := when_done(question, text, words)) is not None:
            return done
        part = what_holds(question, text, words) if words is not None else None
        if part is None:
            return words
        found = reading.answer_within(start + part[0], start + part[1])
        if found is None:
            return words
        first, last = whole_words(passage.text, found)
        held = (max(first - start, part[0]), last - start)
        if not _may_be_value(question, text[slice(*held)]):
            return words
        words = held
    return words


def _what_came_of_it(question: str, text: str, words: Span) -> Span | None:
    """Where ``text`` goes on behind what had been so before, in which the ``words`` stand, and ``question`` asks
    whether it was: "the port, which had refused a third ship, ordered it"."""
    if not asks_whether(question):
        return None
    had_been = next((found for found in _HAD_BEEN.finditer(text) if overlap(words, found.span())), None)
    if had_been is None or words[0] < had_been.start():
        return None
    end = _CLAUSE_END.search(text, had_been.end())
    return had_been.end(), end.start() if end is not None else len(text)


def words_that_hold(question: str, passage: Passage, reading: Reading, sentence: int) -> str:
    """The words at :func:`span_that_holds`, empty without any."""
    found = span_that_holds(question, passage, reading, sentence)
    return passage.sentence_texts()[sentence][slice(*found)] if found is not None else ""


def is_beside(question: str, passage: Passage, reading: Reading, sentence: int) -> bool:
    """Whether the words at :func:`span_that_holds` surely are not what ``question`` asks for: a number that counts
    nothing, what is left of what was taken away, the place of another."""
    found, text = span_that_holds(question, passage, reading, sentence), passage.sentence_texts()[sentence]
    if found is None:
        return False
    if is_place_of_another(question, text, found):
        return True
    counted = expectation_of(question) in _FIGURES
    return counted and (is_designation(text, found) or is_what_is_left(question, text, found))


def held_instead(question: str, passage: Passage, reading: Reading, sentence: int) -> Span | None:
    """Where in its article the words at :func:`span_that_holds` stand, where they are not the likeliest ones."""
    found = span_that_holds(question, passage, reading, sentence)
    if found is None or found == span_read(passage, reading, sentence):
        return None
    start = passage.sentences[sentence][0]
    return start + found[0], start + found[1]


def _may_be_value(question: str, words: str) -> bool:
    """Whether ``words`` have a figure or a date, as ``question`` asks for; what it counts may be said elsewhere."""
    kind = expectation_of(question)
    return meets(words, Expectation.DATE if kind is Expectation.DATE else Expectation.FIGURE)
