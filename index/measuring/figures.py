"""Figures over what was made of some questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from index.answer import Verdict
from index.judging.verdict import FIRST
from index.measuring.outcome import Outcome
from index.measuring.reliability import Bin, brier_score, calibration_error, reliability

CUTS: Final = (1, 3, 5)
DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures over some questions; shares lie between 0 and 1, and are None where nothing was asked.

    ``recall``: the share of answerable questions with a right quote among the first k, whatever the verdict; ``mrr``:
    the mean of 1 / the rank of the first right quote. ``highlighted``: of right quotes of several sentences, those
    whose marked sentence holds the answer. ``refused``: of unanswerable questions, those refused (verdict none).
    ``wrongly_refused``: of answerable ones. ``calibration_error`` and ``brier``: how far confidences differ from the
    truth (:mod:`index.measuring.reliability`).
    """

    answerable: int
    unanswerable: int
    recall: dict[str, float | None]
    mrr: float | None
    highlighted: float | None
    refused: float | None
    wrongly_refused: float | None
    found_when_answerable: float | None
    found_when_unanswerable: float | None
    calibration_error: float | None
    brier: float | None


def figures_of(outcomes: Sequence[Outcome]) -> Figures:
    """The figures over ``outcomes``."""
    answerable = [outcome for outcome in outcomes if outcome.question.answerable]
    unanswerable = [outcome for outcome in outcomes if not outcome.question.answerable]
    bins = reliability_of(outcomes)
    return Figures(
        answerable=len(answerable),
        unanswerable=len(unanswerable),
        recall={str(cut): _share(answerable, _within(cut)) for cut in CUTS},
        mrr=_rounded(sum(1 / o.rank for o in answerable if o.rank) / len(answerable) if answerable else None),
        highlighted=_share([o for o in answerable if o.marked is not None], lambda o: o.marked is True),
        refused=_share(unanswerable, lambda o: o.verdict is Verdict.NONE),
        wrongly_refused=_share(answerable, lambda o: o.verdict is Verdict.NONE),
        found_when_answerable=_share(answerable, lambda o: o.verdict is Verdict.FOUND),
        found_when_unanswerable=_share(unanswerable, lambda o: o.verdict is Verdict.FOUND),
        calibration_error=_rounded(calibration_error(bins) if bins else None),
        brier=_rounded(brier_score([o.confidence for o in outcomes], [answers(o) for o in outcomes])),
    )


def reliability_of(outcomes: Sequence[Outcome]) -> tuple[Bin, ...]:
    """The confidences of ``outcomes`` beside the share of them that was right."""
    return reliability([outcome.confidence for outcome in outcomes], [answers(outcome) for outcome in outcomes])


def answers(outcome: Outcome) -> bool:
    """Whether what the confidence speaks of is so: one of the first quotes holds the answer."""
    return _within(FIRST)(outcome)


def _within(cut: int) -> Callable[[Outcome], bool]:
    return lambda outcome: outcome.rank is not None and outcome.rank <= cut


def _share(outcomes: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> float | None:
    return _rounded(sum(map(holds, outcomes)) / len(outcomes) if outcomes else None)


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, DIGITS)
