"""The value that holds, where the text takes back the one that was read: « ramenée de 9 à 7 mètres »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.judging.objections.retracted import holds_nothing, what_holds
from index.judging.objections.sums import is_of_subscription
from index.judging.objections.taken_back import is_denied, is_taken_back
from index.judging.objections.words_that_hold import held_instead, span_that_holds
from index.passages.passage import Span
from index.question.expectation import expectation_of, meets
from index.ranking.search import Hit
from index.reading.reading import Reading

BESIDE_IT: Final = 2
"""Sentences on each side of one whose value gave way, in which the one that holds is looked for."""


def gives_way(question: str, hit: Hit, reading: Reading, sentence: int) -> bool:
    """Whether what is read in a sentence of ``hit`` is taken back by the text itself, or paid beside what is asked
    for."""
    passage = hit.indexed.passage
    texts, words = passage.sentence_texts(), span_that_holds(question, passage, reading, sentence)
    if is_denied(texts[sentence], " ".join(texts[sentence + 1 : sentence + 2])):
        return True
    if is_of_subscription(question, texts[sentence]):
        return True
    return words is not None and is_taken_back(question, texts[sentence], words)


def values_near(question: str, hit: Hit, reading: Reading, sentence: int) -> list[int]:
    """The places of the sentences of ``hit`` around one that have what is expected, and is not taken back there."""
    texts, kind = hit.indexed.passage.sentence_texts(), expectation_of(question)
    around = range(max(0, sentence - BESIDE_IT), min(len(texts), sentence + 1 + BESIDE_IT))
    return [
        place
        for place in around
        if place != sentence and meets(texts[place], kind) and not gives_way(question, hit, reading, place)
    ]


def holding_value(question: str, hit: Hit, reading: Reading, sentence: int, scores: Sequence[float]) -> int:
    """The place of the sentence beside ``sentence``, the best by ``scores``, that tells the value that holds, where
    that one tells one that gave way to it, is only asked, or taken back by the next one; else ``sentence``."""
    held = what_holds(question, hit.indexed.passage.sentence_texts(), sentence)
    if held is not None:
        return held
    if not gives_way(question, hit, reading, sentence):
        return sentence
    return max(values_near(question, hit, reading, sentence), key=scores.__getitem__, default=sentence)


def is_left_open(question: str, hit: Hit, sentence: int) -> bool:
    """Whether the next sentence of ``hit`` takes ``sentence`` back, and nothing behind it tells what holds."""
    texts = hit.indexed.passage.sentence_texts()
    held = what_holds(question, texts, sentence)
    return held is not None and holds_nothing(question, texts[held])


def words_instead(question: str, hit: Hit, reading: Reading, sentence: int) -> Span | None:
    """Where in the article the words of a sentence of ``hit`` stand that hold instead of the likeliest ones."""
    return held_instead(question, hit.indexed.passage, reading, sentence)
