"""What was read of one passage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.passages.passage import Passage, Span

LONGEST_ANSWER: Final = 40
"""Pieces of an answer, at most."""

NOWHERE: Final = -40.0
"""Logarithm of a probability that is none."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one page: ``answers``, the logarithm of the odds that it answers; and for each piece of its text
    the logarithm of the probability that the answer ``starts`` or ``ends`` there, with the ``places`` of the pieces,
    start and end in the text, in characters."""

    answers: float
    starts: Floats
    ends: Floats
    places: NDArray[np.int64]

    @property
    def certain(self) -> float:
        """How likely the likeliest words are, 0 to 1."""
        return float(np.exp(self.starts.max() + self.ends.max())) if len(self.starts) else 0.0

    def answer_within(self, start: int, end: int) -> Span | None:
        """The likeliest answer between ``start`` and ``end``, as characters of the text; None without a piece there."""
        inside = np.flatnonzero((self.places[:, 0] >= start) & (self.places[:, 1] <= end))
        if not len(inside):
            return None
        both = self.starts[inside][:, np.newaxis] + self.ends[inside]
        allowed = np.triu(np.ones_like(both, dtype=np.bool_)) & ~np.triu(
            np.ones_like(both, dtype=np.bool_), LONGEST_ANSWER
        )
        first, last = np.unravel_index(int(np.where(allowed, both, -np.inf).argmax()), both.shape)
        return int(self.places[inside[first], 0]), int(self.places[inside[last], 1])

    def surest_within(self, start: int, end: int) -> float:
        """The logarithm of the probability of the likeliest answer between ``start`` and ``end``."""
        found = self.answer_within(start, end)
        if found is None:
            return -np.inf
        first, last = (self.places[:, 0] == found[0]), (self.places[:, 1] == found[1])
        return float(self.starts[first].max() + self.ends[last].max())

    def answering_sentence(self, passage: Passage) -> int:
        """The place of the sentence of ``passage``, which was read, in which the answer likeliest starts."""
        shares = [self.share_within(start - passage.start, end - passage.start) for start, end in passage.sentences]
        return shares.index(max(shares))

    def only_within(self, start: int, end: int) -> Reading:
        """The same with no answer but between ``start`` and ``end`` of the text."""
        inside = (self.places[:, 0] >= start) & (self.places[:, 1] <= end)
        return replace(self, starts=np.where(inside, self.starts, NOWHERE).astype(np.float32))

    def share_within(self, start: int, end: int) -> float:
        """The logarithm of the probability that the answer starts between ``start`` and ``end`` of the text."""
        inside = (self.places[:, 0] >= start) & (self.places[:, 0] < end)
        return float(np.logaddexp.reduce(self.starts[inside])) if inside.any() else -np.inf


def whole_words(text: str, span: Span) -> Span:
    """``span`` of ``text`` with its words whole: what is read may begin or end inside one."""
    start, end = span
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end
