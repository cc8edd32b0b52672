"""How sure an answer is: evidence about the best passages, weighed by a fitted logistic regression."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from index.answer import Verdict
from index.calibration import Calibration
from index.search import Hit

FIRST: Final = 3
"""The passages that count as evidence: those a person is shown by default."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of how well the first passages fit the question: the best of each signal among them.

    The shares of idf mass are told apart by language (``foreign_…``: names and figures alone can match then).
    ``foreign``: 1 when the first passage is in another language than the question. ``margin``: how far the first
    score stands above that of the last passage looked at.
    """

    cosine: float
    foreign: float
    coverage: float
    foreign_coverage: float
    sentence: float
    foreign_sentence: float
    fitting: float
    foreign_fitting: float
    spelling: float
    foreign_spelling: float
    margin: float


def gather_evidence(hits: Sequence[Hit]) -> Evidence:
    """The evidence of ``hits``, at least one, best first."""
    first = [hit.signals for hit in hits[:FIRST]]
    own = [signals for signals in first if not signals.foreign]
    foreign = [signals for signals in first if signals.foreign]
    return Evidence(
        cosine=max(signals.cosine for signals in first),
        foreign=first[0].foreign,
        coverage=max((signals.coverage for signals in own), default=0.0),
        foreign_coverage=max((signals.coverage for signals in foreign), default=0.0),
        sentence=max((signals.sentence for signals in own), default=0.0),
        foreign_sentence=max((signals.sentence for signals in foreign), default=0.0),
        fitting=max((signals.fitting for signals in own), default=0.0),
        foreign_fitting=max((signals.fitting for signals in foreign), default=0.0),
        spelling=max((signals.spelling for signals in own), default=0.0),
        foreign_spelling=max((signals.spelling for signals in foreign), default=0.0),
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
