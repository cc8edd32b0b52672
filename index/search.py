"""From a question to ranked passages: candidates by BM25 and by vector, ranked by all that speaks for each,
near-duplicates folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.calibration import Calibration
from index.generation.generation import Generation
from index.generation.texts import IndexedPassage
from index.query import Query
from index.signals import SignalReader, Signals
from index.terms.tokens import stems

CANDIDATES: Final = 100
"""Passages taken from each of the two rankings before they are scored by both."""
RANKED: Final = 30
"""Passages whose signals are gathered, at least; twice as many as are wanted if that is more."""
SAME_TEXT: Final = 0.8
"""Two passages that share this much of their words (Jaccard) say the same."""
SAME_PLACE: Final = 0.5
"""Two windows of one article that share this much of the shorter one are the same quote."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with what speaks for it and the score that makes: ``score = Σ weight x signal``."""

    row: int
    indexed: IndexedPassage
    score: float
    signals: Signals


def search(
    generation: Generation,
    query: Query,
    calibration: Calibration,
    limit: int,
    among: NDArray[np.int64] | None = None,
) -> list[Hit]:
    """The ``limit`` best passages for ``query``, best first, without near-duplicates, of all or of the rows ``among``.

    Candidates are chosen by BM25, scaled by its best score over the base, plus the weighted cosine: rank fusion
    would throw the margins away, and cost a third of R@1 here (measured).
    """
    if not generation.manifest.passages or (among is not None and not len(among)):
        return []
    reader = SignalReader(generation, query)
    hits = []
    for found in _candidates(generation, query, calibration.dense_weight, max(RANKED, 2 * limit), among):
        signals = reader.read(found.indexed, found.bm25, found.cosine, found.late)
        score = sum(calibration.ranking.get(name, 0.0) * value for name, value in asdict(signals).items())
        hits.append(Hit(found.row, found.indexed, score, signals))
    hits.sort(key=lambda hit: -hit.score)
    return _without_duplicates(hits, limit)


@dataclass(frozen=True, slots=True)
class _Candidate:
    row: int
    indexed: IndexedPassage
    bm25: float
    cosine: float
    late: float


def _candidates(
    generation: Generation, query: Query, dense_weight: float, ranked: int, among: NDArray[np.int64] | None
) -> Iterator[_Candidate]:
    """The ``ranked`` best by scaled BM25 and cosine; scaled over the whole base, whichever rows may answer, so that
    a verdict means the same with a filter and without."""
    bm25 = generation.terms.scores(query.text, query.lang)
    best = float(bm25.max())
    if best > 0:
        bm25 = bm25 / best
    allowed = np.arange(len(bm25)) if among is None else among
    count = min(max(CANDIDATES, ranked), len(allowed))
    lexical = allowed[np.argpartition(-bm25[allowed], count - 1)[:count]]
    nearest = generation.vectors.nearest(query.vector, count, among)
    rows = np.union1d(lexical[bm25[lexical] > 0], nearest).astype(np.int64)
    cosines = generation.vectors.cosines(query.vector, rows)
    order = np.argsort(-(bm25[rows] + dense_weight * cosines), kind="stable")[:ranked]
    rows, cosines = rows[order], cosines[order]
    passages = generation.texts.passages([int(row) for row in rows])
    late = generation.pieces.likeness(query.pieces, rows)
    for row, passage, cosine, its_late in zip(rows, passages, cosines, late, strict=True):
        yield _Candidate(int(row), passage, float(bm25[row]), float(cosine), float(its_late))


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
