"""From a question to ranked passages: BM25 and cosine, added; near-duplicates folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.generation.generation import Generation
from index.generation.texts import IndexedPassage
from index.terms.tokens import stems

CANDIDATES: Final = 100
"""Passages taken from each of the two rankings before they are scored by both."""
SAME_TEXT: Final = 0.8
"""Two passages that share this much of their words (Jaccard) say the same."""
SAME_PLACE: Final = 0.5
"""Two windows of one article that share this much of the shorter one are the same quote."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question ready for searching: its language and its unit vector."""

    text: str
    lang: str
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with the parts of its score: ``score = bm25 / best bm25 + dense_weight x cosine``."""

    row: int
    indexed: IndexedPassage
    score: float
    bm25: float
    cosine: float


def search(generation: Generation, query: Query, dense_weight: float, limit: int) -> list[Hit]:
    """The ``limit`` best passages for ``query``, best first, without near-duplicates.

    BM25 is scaled by its best score over the whole base and added to the weighted cosine: rank fusion would
    throw the margins away, and cost a third of R@1 here (measured).
    """
    if not generation.manifest.passages:
        return []
    bm25 = generation.terms.scores(query.text, query.lang)
    rows = _candidates(generation, query, bm25)
    cosines = generation.vectors.cosines(query.vector, rows)
    best = float(bm25.max())
    scores = dense_weight * cosines + (bm25[rows] / best if best > 0 else 0.0)
    order = np.argsort(-scores, kind="stable")
    indexed = generation.texts.passages([int(row) for row in rows[order]])
    hits = [
        Hit(int(rows[i]), passage, float(scores[i]), float(bm25[rows[i]]), float(cosines[i]))
        for i, passage in zip(order, indexed, strict=True)
    ]
    return _without_duplicates(hits, limit)


def _candidates(generation: Generation, query: Query, bm25: NDArray[np.float32]) -> NDArray[np.int64]:
    count = min(CANDIDATES, len(bm25))
    lexical = np.argpartition(-bm25, count - 1)[:count]
    found: NDArray[np.int64] = np.union1d(
        lexical[bm25[lexical] > 0], generation.vectors.nearest(query.vector, CANDIDATES)
    ).astype(np.int64)
    return found


def _without_duplicates(hits: Sequence[Hit], limit: int) -> list[Hit]:
    kept: list[Hit] = []
    words: list[frozenset[str]] = []
    for hit in hits:
        if len(kept) == limit:
            break
        its_words = frozenset(stems(hit.indexed.passage.text, hit.indexed.card.lang))
        if any(_same_place(hit, other) or _same_text(its_words, w) for other, w in zip(kept, words, strict=True)):
            continue
        kept.append(hit)
        words.append(its_words)
    return kept


def _same_place(one: Hit, other: Hit) -> bool:
    a, b = one.indexed.passage, other.indexed.passage
    if a.article_id != b.article_id:
        return False
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > SAME_PLACE * min(a.end - a.start, b.end - b.start)


def _same_text(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and len(one & other) >= SAME_TEXT * len(one | other)
