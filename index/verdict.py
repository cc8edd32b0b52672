"""How sure an answer is: evidence about the best passages, weighed by a fitted logistic regression."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Final

from index.answer import Verdict
from index.calibration import Calibration
from index.search import Hit

CLEAR_LEAD: Final = 10.0
"""The difference of scores that counts as a clear lead."""
FIRST: Final = 3
"""The passages that count as evidence: those a person is shown by default."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of how well the first passages fit the question: the best of each signal among them.

    ``lead``: how far the first score stands above that of the last passage looked at, 1 at most, times the cosine: off
    topic, some passage always leads. ``foreign``: 1 when the first passage is in another language than the question.
    """

    cosine: float
    spelling: float
    coverage: float
    sentence: float
    pair: float
    fitting: float
    beyond: float
    late: float
    late_sentence: float
    late_fitting: float
    late_beyond: float
    weakest: float
    lead: float
    foreign: float
    foreign_cosine: float
    foreign_late: float


def gather_evidence(hits: Sequence[Hit]) -> Evidence:
    """The evidence of ``hits``, at least one, best first."""
    first = [asdict(hit.signals) for hit in hits[:FIRST]]
    best = {name: max(signals[name] for signals in first) for name in first[0]}
    lead = min(1.0, (hits[0].score - hits[-1].score) / CLEAR_LEAD) * best["cosine"]
    known = {**best, "lead": lead, "foreign": first[0]["foreign"]}
    return Evidence(**{field.name: known[field.name] for field in fields(Evidence)})


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
