"""Where the passages that may answer are looked for: in the index at hand, or in an engine beside it that answers for
it. Whoever finds them, what they are ranked by comes from the generation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from index.generation.generation import Generation
from index.question.query import Query

Rows = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The ``rows`` of passages that may answer, each once; ``bm25`` of each divided by the best of the whole base,
    whichever rows may answer, so that a verdict means the same with a filter and without; and ``cosines`` with the
    question."""

    rows: Rows
    bm25: Floats
    cosines: Floats


class CandidateSource(Protocol):
    """Finds candidates; safe to use from any thread."""

    def candidates(self, generation: Generation, query: Query, count: int, among: Rows | None) -> Candidates:
        """The ``count`` passages of ``generation`` that BM25 and the ``count`` that the cosine put first for ``query``,
        of all or only of the rows ``among``, in order of their rows."""


class AtHand:
    """The generation's own index."""

    def candidates(self, generation: Generation, query: Query, count: int, among: Rows | None) -> Candidates:
        """As :meth:`CandidateSource.candidates`."""
        bm25 = generation.terms.scores(query.text, query.lang)
        best = float(bm25.max())
        if best > 0:
            bm25 = bm25 / best
        told = bm25 if among is None else bm25[among]
        count = min(count, len(told))
        first = np.argpartition(-told, count - 1)[:count]
        lexical = first if among is None else among[first]
        nearest = generation.vectors.nearest(query.vector, count, among)
        rows = np.union1d(lexical[bm25[lexical] > 0], nearest).astype(np.int64)
        return Candidates(rows, bm25[rows], generation.vectors.cosines(query.vector, rows))


AT_HAND: Final = AtHand()
