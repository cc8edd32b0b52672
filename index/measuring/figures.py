"""Figures over what was made of some questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.answer import Verdict
from index.judging.verdict import FIRST
from index.measuring.outcome import Outcome
from index.measuring.reliability import Bin, auroc, brier_score, calibration_error, reliability

CUTS: Final = (1, 3, 5)
RISKS: Final = (0.03, 0.05)
"""Shares of the answerable questions that may be refused."""
DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures over some questions; shares lie between 0 and 1, and are None where nothing was asked.

    ``recall``: the share of answerable questions with a right quote among the first k, whatever the verdict; ``mrr``:
    the mean of 1 / the rank of the first right quote. ``highlighted``: of right quotes of several sentences, those
    whose marked sentence holds the answer. ``refused``: of unanswerable questions, those refused (verdict none).
    ``wrongly_refused``: of answerable ones. ``calibration_error`` and ``brier``: how far confidences differ from the
    truth (:mod:`index.measuring.reliability`).

    ``answer_overlapping`` and ``answer_exact``: of answerable questions, those where the first quote is right and the
    words marked as the answer share some with the right ones, or are just those. ``auroc``: how likely an answerable
    question is more confident than one that is not. ``refused_at``: of unanswerable questions, those refused when so
    large a share of all the answerable ones may be.
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
    answer_overlapping: float | None
    answer_exact: float | None
    auroc: float | None
    refused_at: dict[str, float | None]


def confidence_at_risk(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """For each of RISKS the highest confidence below which no larger share of the answerable questions lies."""
    sure = sorted(outcome.confidence for outcome in outcomes if outcome.question.answerable)
    return {f"{risk:g}": sure[int(risk * len(sure))] for risk in RISKS} if sure else {}


def figures_of(outcomes: Sequence[Outcome], at_risk: Mapping[str, float]) -> Figures:
    """The figures over ``outcomes``, with refusals at confidences of :func:`confidence_at_risk`."""
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
        answer_overlapping=_share(answerable, lambda o: o.answer_overlaps),
        answer_exact=_share(answerable, lambda o: o.answer_exact),
        auroc=_rounded(auroc([o.confidence for o in answerable], [o.confidence for o in unanswerable])),
        refused_at={risk: _share(unanswerable, _below(sure)) for risk, sure in at_risk.items()},
    )


def reliability_of(outcomes: Sequence[Outcome]) -> tuple[Bin, ...]:
    """The confidences of ``outcomes`` beside the share of them that was right."""
    return reliability([outcome.confidence for outcome in outcomes], [answers(outcome) for outcome in outcomes])


def answers(outcome: Outcome) -> bool:
    """Whether what the confidence speaks of is so: one of the first quotes holds the answer."""
    return _within(FIRST)(outcome)


def _within(cut: int) -> Callable[[Outcome], bool]:
    return lambda outcome: outcome.rank is not None and outcome.rank <= cut


def _below(confidence: float) -> Callable[[Outcome], bool]:
    return lambda outcome: outcome.confidence < confidence


def _share(outcomes: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> float | None:
    return _rounded(sum(map(holds, outcomes)) / len(outcomes) if outcomes else None)


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, DIGITS)
