"""How sure an answer is: evidence about the best passages, weighed by a fitted logistic regression."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from index.answer import Verdict
from index.calibration import Calibration
from index.generation.generation import Generation
from index.search import Hit, Query

FIRST: Final = 3
"""The passages that count as evidence: those a person is shown by default."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of how well the first passages fit the question; each part lies between 0 and 1 or so.

    ``coverage``: the share of the question's idf mass that the best of the first passages holds, when question
    and passage share a language, else 0. ``foreign_coverage``: the same when they don't (names and figures
    alone can match). ``foreign``: 1 when the first passage is in another language than the question.
    ``cosine``: of question and passage, the highest among the first. ``margin``: how far the best score stands
    above the last one's looked at.
    """

    coverage: float
    foreign_coverage: float
    foreign: float
    cosine: float
    margin: float


def gather_evidence(generation: Generation, query: Query, hits: Sequence[Hit]) -> Evidence:
    """The evidence of ``hits``, at least one, best first."""
    coverages = [
        (
            generation.terms.coverage(query.text, query.lang, hit.row, hit.indexed.card.lang),
            hit.indexed.card.lang != query.lang,
        )
        for hit in hits[:FIRST]
    ]
    return Evidence(
        coverage=max((share for share, foreign in coverages if not foreign), default=0.0),
        foreign_coverage=max((share for share, foreign in coverages if foreign), default=0.0),
        foreign=float(coverages[0][1]),
        cosine=max(hit.cosine for hit in hits[:FIRST]),
        margin=hits[0].score - hits[-1].score,
    )


def confidence(evidence: Evidence, calibration: Calibration) -> float:
    """The probability, 0 to 1, that the first quotes hold the answer."""
    logit = calibration.bias + sum(
        calibration.weights.get(name, 0.0) * value for name, value in asdict(evidence).items()
    )
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


def verdict(sureness: float, calibration: Calibration) -> Verdict:
    """The word for a confidence."""
    if sureness >= calibration.found:
        return Verdict.FOUND
    return Verdict.WEAK if sureness >= calibration.weak else Verdict.NONE
