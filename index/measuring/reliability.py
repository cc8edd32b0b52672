"""How far confidences can be believed: of the answers called 80 % sure, are 80 % right? Do they tell yes from no?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

BINS: Final = 10
LEAST: Final = 10
"""Questions a bin holds at least: the share of fewer says nothing."""
FEW: Final = 2 * LEAST
"""With fewer questions than this there is no telling."""
SIDE: Final = 1.96
"""Standard deviations that hold 95 %."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions of like confidence: how many, their mean ``confidence``, the share of them that is ``right``, and
    between ``low`` and ``high`` the share they were drawn from, at 95 % (Wilson 1927)."""

    count: int
    confidence: float
    right: float
    low: float
    high: float


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> tuple[Bin, ...]:
    """Bins of as many questions each, least sure first; none when there are few questions.

    Bins of equal width would leave most of them empty: confidences gather at both ends.
    """
    if len(confidences) < FEW:
        return ()
    order = np.argsort(np.asarray(confidences), kind="stable")
    sure, holds = np.asarray(confidences)[order], np.asarray(right)[order]
    parts = np.array_split(np.arange(len(order)), min(BINS, len(order) // LEAST))
    return tuple(_bin(len(part), float(sure[part].mean()), float(holds[part].mean())) for part in parts)


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error (Naeini et al. 2015) over ``bins``, at least one: how far confidence and share
    differ, on average."""
    count = sum(each.count for each in bins)
    return sum(each.count * abs(each.confidence - each.right) for each in bins) / count


def brier_score(confidences: Sequence[float], right: Sequence[bool]) -> float | None:
    """The mean square of what confidences miss by (Brier 1950): 0 at best, 0.25 for saying one half always."""
    if not confidences:
        return None
    return float(np.mean((np.asarray(confidences) - np.asarray(right, dtype=float)) ** 2))


def auroc(yes: Sequence[float], no: Sequence[float]) -> float | None:
    """The area under the receiver operating characteristic: how often one of ``yes`` is above one of ``no``, a tie
    counting half (Hanley and McNeil 1982); None where there is nothing to compare."""
    if not yes or not no:
        return None
    above, below = np.asarray(yes)[:, np.newaxis], np.asarray(no)
    return float((above > below).mean() + 0.5 * (above == below).mean())


def _bin(count: int, confidence: float, right: float) -> Bin:
    spread = 1 + SIDE**2 / count
    centre = (right + SIDE**2 / (2 * count)) / spread
    side = SIDE * math.sqrt(right * (1 - right) / count + SIDE**2 / (4 * count**2)) / spread
    return Bin(count, confidence, right, max(0.0, centre - side), min(1.0, centre + side))
