"""How far each stretch of some passages says each thing that is asked: each word, by its stems, and each piece, by what
it means where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.encoder.pieces import QuestionPieces
from index.generation.pieces import PieceIndex
from index.generation.stretches import Stretches
from index.generation.texts import IndexedPassage
from index.passages.composed import compose
from index.passages.context import text_in_context
from index.terms.asked import AskedTerm
from index.terms.bm25 import TermIndex
from index.terms.numbers import stem_number

Floats = NDArray[np.float32]
LEAST_LEFT: Final = 0.01
"""Share of a question under which nothing is left to be said."""


@dataclass(frozen=True, slots=True)
class Match:
    """``said``: how far each stretch says each thing asked, at most 1, shape (stretches, things); ``weights``: how much
    each thing matters, summing to 1; and the stretches, to know which are whose."""

    said: Floats
    weights: Floats
    stretches: Stretches

    def by_stretch(self) -> Floats:
        """How far each stretch says what is asked."""
        return self._weighed(self.said)

    def under_heading(self) -> Floats:
        """How far each stretch does together with the heading above it, shape (stretches, things)."""
        heading_of = self.stretches.headings[self.stretches.passage_of]
        return np.maximum(self.said, self.said[heading_of])

    def with_sentence_before(self) -> Floats:
        """How far each sentence does together with the one before it; a heading counts as none."""
        before = np.roll(self.said, 1, axis=0)
        headings = self.stretches.headings
        before[headings] = 0
        before[headings + 1] = 0
        return self._weighed(np.maximum(self.said, before))

    def beyond_heading(self) -> Floats:
        """How far each stretch says of what is asked that which the heading above it does not; 1 where it says all."""
        heading = np.maximum(self.said[self.stretches.headings], 0)[self.stretches.passage_of]
        left = self.weights * (1 - heading)
        asked = left.sum(1)
        said: Floats = (left * self.said).sum(1)
        share = np.ones_like(said)
        np.divide(said, asked, out=share, where=asked > LEAST_LEFT)
        return share

    def by_passage(self) -> Floats:
        """How far each passage does, all its stretches together."""
        return self._weighed(np.maximum.reduceat(self.said, self.stretches.headings, axis=0))

    def _weighed(self, said: Floats) -> Floats:
        """How far what is ``said``, shape (…, things), is what is asked. The product once reported an invalid value,
        and not again of the same finite numbers: its report is not heeded."""
        with np.errstate(invalid="ignore"):
            return said @ self.weights

    def best_sentence(self, by_stretch: Floats) -> Floats:
        """The best of ``by_stretch`` among the sentences of each passage, 0 at least."""
        among_sentences = by_stretch.copy()
        among_sentences[self.stretches.headings] = 0
        return np.maximum.reduceat(among_sentences, self.stretches.headings)


def match_words(asked: Sequence[AskedTerm], stretches: Stretches, terms: TermIndex, lang: str) -> Match:
    """The words of a question against ``stretches`` of passages in ``lang``; each weighs what its idf says."""
    idf = np.array([terms.idf(term, lang) for term in asked], dtype=np.float32)
    said = np.zeros((len(stretches.stem_ends), len(asked)), dtype=np.float32)
    numbered = sorted(
        (stem_number(stem), place, weight) for place, term in enumerate(asked) for stem, weight in term.stems.items()
    )
    stretch_of_stem = stretches.stretch_of_stem
    for number, place, weight in numbered:
        where = stretch_of_stem[stretches.stems == number]
        said[where, place] = np.maximum(said[where, place], weight)
    return Match(said, idf / max(1e-9, float(idf.sum())), stretches)


def match_pieces(
    asked: QuestionPieces, pieces: PieceIndex, rows: Sequence[int], passages: Sequence[IndexedPassage], its: Stretches
) -> Match:
    """The pieces of a question against those of the ``passages`` at ``rows``, whose stretches are ``its``."""
    told = [pieces.of(row) for row in rows]
    ends = [np.searchsorted(each.starts, stretch_ends(passage)) for each, passage in zip(told, passages, strict=True)]
    before = np.cumsum([0, *(len(each.starts) for each in told)])[:-1]
    vectors = np.concatenate([each.vectors for each in told])
    nearest = asked.nearest(vectors, np.concatenate([end + start for end, start in zip(ends, before, strict=True)]))
    return Match(nearest, asked.importance, its)


def stretch_ends(indexed: IndexedPassage) -> NDArray[np.int64]:
    """Where the heading and each sentence of a passage end in the text that is encoded, in characters."""
    passage = indexed.passage
    composed = compose(passage.text)  # as it was encoded
    start = len(text_in_context(compose(indexed.card.title).text, passage)) - len(passage.text)
    ends = (composed.place_of(end - passage.start) for _, end in passage.sentences)
    return np.array([start, *(start + end for end in ends)], dtype=np.int64)


def weakest_words(match: Match, words: NDArray[np.int64], most: int) -> Floats:
    """How far the ``most`` words of the question that are said least are said on the average, by each stretch with its
    heading; ``words`` tells which pieces are whose. A question without words asks for nothing: 0."""
    count = int(words.max(initial=-1)) + 1
    if not count:
        return np.zeros(len(match.said), dtype=np.float32)
    share = np.zeros((len(words), count), dtype=np.float32)
    share[np.nonzero(words >= 0)[0], words[words >= 0]] = 1
    by_word = match.under_heading() @ (share / share.sum(0))
    weakest: Floats = np.sort(by_word, axis=1)[:, :most].mean(1)
    return weakest
