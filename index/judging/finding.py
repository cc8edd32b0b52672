"""From a question as it was typed to the passages found for it, and how sure they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.answer import Verdict
from index.articles.language import detect_language
from index.calibration.calibration import calibration_for
from index.encoder.encoder import Encoder
from index.faults import EngineFault, FaultCode
from index.generation.generation import Generation
from index.judging.verdict import confidence, gather_evidence, verdict
from index.question.filters import ALL_ARTICLES, Filters
from index.question.query import Query
from index.ranking.reranker import RERANKED, Reranker
from index.ranking.search import Hit, search, together

MAX_QUESTION: Final = 6000
"""Characters; what Discord lets a person type into one option."""
JUDGED: Final = 10
"""Passages the verdict looks at, however few are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The passages found for a question, best first, and how sure they are, whatever is then shown; ``generation`` is
    that of the shared base, ``query`` the question as asked of it, ``weights`` those of the signals that make a
    passage's score."""

    generation: Generation
    query: Query
    hits: tuple[Hit, ...]
    weights: Mapping[str, float]
    confidence: float
    verdict: Verdict


def find(
    generations: Sequence[Generation],
    encoder: Encoder,
    question: str,
    lang: str | None,
    limit: int,
    filters: Filters,
    reranker: Reranker | None = None,
) -> Finding:
    """The ``limit`` best passages of ``generations`` for ``question``; arguments and faults as of
    :meth:`index.view.View.ask`. A ``reranker`` orders the first ones again; how sure they are stays what it was."""
    text = _checked(question)
    rows = _rows(generations, filters)
    calibration = calibration_for(encoder.model.fingerprint)
    asked_in = lang or detect_language(text)
    queries = _queries(text, asked_in, generations, encoder)
    wanted = max(limit, JUDGED if reranker is None else RERANKED)
    found = [search(each, queries[each], calibration, wanted, among) for each, among in rows.items()]
    hits = found[0] if len(found) == 1 else together(found, calibration, wanted)
    sureness = confidence(gather_evidence(hits[:JUDGED]), calibration) if hits else 0.0
    judged = verdict(sureness, calibration)
    query = queries[generations[0]]
    shown = hits if reranker is None else reranker.reranked(query.text, hits)
    return Finding(generations[0], query, tuple(shown[:limit]), calibration.ranking, sureness, judged)


def _checked(question: str) -> str:
    text = " ".join(question.encode("utf-8", "replace").decode().split())  # a lone surrogate is no character
    if not text:
        raise EngineFault(FaultCode.QUESTION_EMPTY)
    if len(text) > MAX_QUESTION:
        raise EngineFault(FaultCode.QUESTION_TOO_LONG, length=len(text), limit=MAX_QUESTION)
    return text


def _queries(text: str, asked_in: str, generations: Iterable[Generation], encoder: Encoder) -> dict[Generation, Query]:
    """The question as it is asked of each generation, its slips set right and its names spelt as that one knows them;
    encoded once for each wording."""
    asked = {each: each.wording.under_own_names(each.spelling.corrected(text, asked_in)) for each in generations}
    encoded = {wording: encoder.question(wording) for wording in dict.fromkeys(asked.values())}
    return {
        each: Query(wording, asked_in, encoded[wording].vector, encoded[wording].pieces)
        for each, wording in asked.items()
    }


def _rows(generations: Iterable[Generation], filters: Filters) -> dict[Generation, NDArray[np.int64] | None]:
    """The generations that may answer, and the rows of the passages that may: None for all."""
    if filters == ALL_ARTICLES:
        return dict.fromkeys(generations)
    chosen: dict[Generation, NDArray[np.int64] | None] = {}
    unknown: EngineFault | None = None
    for each in generations:
        its = filters
        if filters.article is not None:
            try:
                its = replace(filters, article=each.cards.card(filters.article).id)
            except EngineFault as fault:
                unknown = unknown or fault
                continue
        chosen[each] = np.array(each.texts.rows_of(its.chosen(each.cards.cards)), dtype=np.int64)
    if unknown is not None and not chosen:
        raise unknown
    return chosen
