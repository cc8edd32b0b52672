"""How sure an answer is: evidence about the first passage, weighed by a fitted logistic regression."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from index.answer import Verdict
from index.calibration import Calibration
from index.search import Hit
from index.signals import Signals

CLEAR_LEAD: Final = 10.0
"""The difference of scores that counts as a clear lead."""
FIRST: Final = 3
"""The passages one of which must hold the answer: those a person is shown by default."""
LEAD: Final = "lead"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of how well the first passage fits the question: its ``signals``, and its ``lead``: how far its
    score stands above that of the last passage looked at, 1 at most, times its cosine: off topic, some passage always
    leads.

    The passages after it were tried too: the best of each signal among the first three says less, since one passage
    then has the subject and another what is asked of it.
    """

    signals: Signals
    lead: float

    def by_name(self) -> dict[str, float]:
        """Every reason by the name it is weighed under."""
        return {**asdict(self.signals), LEAD: self.lead}


def gather_evidence(hits: Sequence[Hit]) -> Evidence:
    """The evidence of ``hits``, at least one, best first."""
    first = hits[0].signals
    return Evidence(first, min(1.0, (hits[0].score - hits[-1].score) / CLEAR_LEAD) * first.cosine)


def confidence(evidence: Evidence, calibration: Calibration) -> float:
    """The probability, 0 to 1, that the first quotes hold the answer."""
    logit = calibration.bias + sum(
        calibration.weights.get(name, 0.0) * value for name, value in evidence.by_name().items()
    )
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


def verdict(sureness: float, calibration: Calibration) -> Verdict:
    """The word for a confidence."""
    if sureness >= calibration.found:
        return Verdict.FOUND
    return Verdict.WEAK if sureness >= calibration.weak else Verdict.NONE
