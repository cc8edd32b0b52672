"""From a question to ranked passages: candidates by BM25 and by vector, ranked by all that speaks for each,
near-duplicates folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.calibration.calibration import Calibration
from index.generation.generation import Generation
from index.generation.texts import IndexedPassage
from index.question.query import Query
from index.ranking.candidates import AT_HAND, Candidates, CandidateSource
from index.ranking.signals import Candidate, SignalReader, Signals

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
    """A passage found in ``generation`` for ``query``, with what speaks for it and the score that makes:
    ``score = Σ weight x signal``."""

    row: int
    indexed: IndexedPassage
    score: float
    signals: Signals
    generation: Generation = field(compare=False)
    query: Query = field(compare=False)


def search(
    generation: Generation,
    query: Query,
    calibration: Calibration,
    limit: int,
    among: NDArray[np.int64] | None = None,
    source: CandidateSource = AT_HAND,
) -> list[Hit]:
    """The ``limit`` best passages for ``query``, best first, without near-duplicates, of all or of the rows ``among``,
    from the candidates of ``source``.

    Candidates are chosen by BM25, scaled by its best score over the base, plus the weighted cosine: rank fusion
    would throw the margins away, and cost a third of R@1 here (measured).
    """
    return _without_duplicates(weighed(generation, query, calibration, limit, among, source), limit)


def weighed(
    generation: Generation,
    query: Query,
    calibration: Calibration,
    limit: int,
    among: NDArray[np.int64] | None = None,
    source: CandidateSource = AT_HAND,
) -> list[Hit]:
    """The passages among which :func:`search` finds the ``limit`` best, best first, near-duplicates and all."""
    if not generation.manifest.passages or (among is not None and not len(among)):
        return []
    ranked = max(RANKED, 2 * limit)
    found = source.candidates(generation, query, max(CANDIDATES, ranked), among)
    candidates = _best(generation, found, calibration.dense_weight, ranked)
    hits = []
    for candidate, signals in zip(candidates, SignalReader(generation, query).read(candidates), strict=True):
        hits.append(
            Hit(candidate.row, candidate.indexed, signals.weighed(calibration.ranking), signals, generation, query)
        )
    hits.sort(key=lambda hit: -hit.score)
    return hits


def repeats(hit: Hit, others: Sequence[Hit]) -> Hit | None:
    """The one of ``others`` for which ``hit`` is left out where they stand before it: its near-duplicate."""
    return next((other for other in others if _says_the_same(hit, _words(hit), other, _words(other))), None)


def together(found: Sequence[Sequence[Hit]], calibration: Calibration, limit: int) -> list[Hit]:
    """The ``limit`` best of what was ``found`` in several generations, best first, without near-duplicates.

    BM25 is scaled by its best score over each base, so that each has one passage at 1, whatever it says. The more a
    base covers of the question, the more its scale counts.
    """
    covered = [max((hit.signals.coverage for hit in hits), default=0.0) for hits in found]
    most = max(covered, default=0.0) or 1.0
    every = [
        _scaled(hit, share / most, calibration) for hits, share in zip(found, covered, strict=True) for hit in hits
    ]
    return _without_duplicates(sorted(every, key=lambda hit: -hit.score), limit)


def _scaled(hit: Hit, share: float, calibration: Calibration) -> Hit:
    signals = replace(hit.signals, bm25=hit.signals.bm25 * share)
    return replace(hit, signals=signals, score=signals.weighed(calibration.ranking))


def _best(generation: Generation, found: Candidates, dense_weight: float, ranked: int) -> list[Candidate]:
    """The ``ranked`` best of ``found`` by scaled BM25 and cosine."""
    order = np.argsort(-(found.bm25 + dense_weight * found.cosines), kind="stable")[:ranked]
    chosen = [int(row) for row in found.rows[order]]
    passages = generation.texts.passages(chosen)
    return [
        Candidate(row, indexed, float(bm25), float(cosine))
        for row, indexed, bm25, cosine in zip(chosen, passages, found.bm25[order], found.cosines[order], strict=True)
    ]


def _without_duplicates(hits: Sequence[Hit], limit: int) -> list[Hit]:
    kept: list[tuple[Hit, frozenset[int]]] = []
    for hit in hits:
        if len(kept) == limit:
            break
        words = _words(hit)
        if not any(_says_the_same(hit, words, other, its) for other, its in kept):
            kept.append((hit, words))
    return [hit for hit, _ in kept]


def _words(hit: Hit) -> frozenset[int]:
    stretches = hit.generation.stretches.of([hit.row])
    return frozenset(stretches.stems[stretches.stem_ends[0] :].tolist())  # without the heading's


def _says_the_same(one: Hit, its_words: frozenset[int], other: Hit, other_words: frozenset[int]) -> bool:
    return _same_place(one, other) or _same_text(one, its_words, other, other_words)


def _same_place(one: Hit, other: Hit) -> bool:
    a, b = one.indexed.passage, other.indexed.passage
    if a.article_id != b.article_id or one.generation is not other.generation:
        return False
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > SAME_PLACE * min(a.end - a.start, b.end - b.start)


def _same_text(one: Hit, its_words: frozenset[int], other: Hit, other_words: frozenset[int]) -> bool:
    """Whether two passages share most of their stems; the numbers of stems only mean something in one language of one
    generation, so of two generations the plain words are compared."""
    if one.indexed.card.lang != other.indexed.card.lang or not its_words:
        return False
    if one.generation is not other.generation:
        a, b = (frozenset(hit.indexed.passage.text.casefold().split()) for hit in (one, other))
        return len(a & b) >= SAME_TEXT * len(a | b)
    return len(its_words & other_words) >= SAME_TEXT * len(its_words | other_words)
