"""From a question as it was typed to the passages found for it, and how sure they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.answer import Verdict
from index.calibration import calibration_for
from index.encoder.encoder import Encoder
from index.faults import EngineFault, FaultCode
from index.filters import ALL_ARTICLES, Filters
from index.generation.generation import Generation
from index.language import detect_language
from index.query import Query
from index.reranker import RERANKED, Reranker
from index.search import Hit, search
from index.verdict import confidence, gather_evidence, verdict

MAX_QUESTION: Final = 6000
"""Characters; what Discord lets a person type into one option."""
JUDGED: Final = 10
"""Passages the verdict looks at, however few are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The passages found for a question in ``generation``, best first, and how sure they are, whatever is then shown;
    ``weights`` are those of the signals that make a passage's score."""

    generation: Generation
    query: Query
    hits: tuple[Hit, ...]
    weights: Mapping[str, float]
    confidence: float
    verdict: Verdict


def find(
    generation: Generation,
    encoder: Encoder,
    question: str,
    lang: str | None,
    limit: int,
    filters: Filters,
    reranker: Reranker | None = None,
) -> Finding:
    """The ``limit`` best passages for ``question``; arguments and faults as of :meth:`index.engine.Engine.ask`. A
    ``reranker`` orders the first ones again; how sure they are stays what it was."""
    text = _checked(question)
    among = _rows(generation, filters)
    calibration = calibration_for(encoder.model.fingerprint)
    asked_in = lang or detect_language(text)
    asked = generation.wording.under_own_names(generation.spelling.corrected(text, asked_in))
    encoded = encoder.question(asked)
    query = Query(asked, asked_in, encoded.vector, encoded.pieces)
    wanted = max(limit, JUDGED if reranker is None else RERANKED)
    hits = search(generation, query, calibration, wanted, among)
    sureness = confidence(gather_evidence(hits[:JUDGED]), calibration) if hits else 0.0
    judged = verdict(sureness, calibration)
    shown = hits if reranker is None else reranker.reranked(asked, hits)
    return Finding(generation, query, tuple(shown[:limit]), calibration.ranking, sureness, judged)


def _checked(question: str) -> str:
    text = " ".join(question.encode("utf-8", "replace").decode().split())  # a lone surrogate is no character
    if not text:
        raise EngineFault(FaultCode.QUESTION_EMPTY)
    if len(text) > MAX_QUESTION:
        raise EngineFault(FaultCode.QUESTION_TOO_LONG, length=len(text), limit=MAX_QUESTION)
    return text


def _rows(generation: Generation, filters: Filters) -> NDArray[np.int64] | None:
    """The rows of the passages that may answer; None when all may."""
    if filters == ALL_ARTICLES:
        return None
    if filters.article is not None:
        filters = replace(filters, article=generation.cards.card(filters.article).id)
    return np.array(generation.texts.rows_of(filters.chosen(generation.cards.cards)), dtype=np.int64)
