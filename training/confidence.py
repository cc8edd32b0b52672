"""How sure an answer is: a logistic regression over the evidence, and the thresholds of the verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from bases import Base
from numpy.typing import NDArray
from questions_asked import FOLDS, asked_of, fold_of
from ranking import DEPTH, OWN_WEIGHT, RIDGE, Array
from scipy.optimize import minimize
from scipy.special import expit
from scipy.stats import binomtest
from sklearn.metrics import roc_auc_score

from index.calibration import Calibration
from index.encoder.encoder import EncodedQuestion
from index.measuring.labelled import is_right
from index.search import search
from index.verdict import FIRST, Evidence, gather_evidence

MOST_WRONGLY_REFUSED = 0.05
"""Of the questions whose answer is among the first quotes, at most this share may be refused..."""
FOUND_PRECISION = 0.8
"""...and at least this share of the answers called found must hold the answer; each as a one-sided exact binomial bound
(Clopper and Pearson 1934) that holds in CERTAIN of the samples one might have drawn."""
CERTAIN = 0.95


@dataclass(frozen=True, slots=True)
class Trial:
    """One question asked of one base: the evidence, and whether the first quotes hold the answer."""

    evidence: Evidence
    right: bool
    answerable: bool
    base: str
    question: str
    kind: str
    own: bool


def ask(base: Base, vectors: dict[str, EncodedQuestion], calibration: Calibration) -> Iterable[Trial]:
    """Ask each question of its base; one that is answered although it should not be able to counts as answerable."""
    for question in base.questions:
        query = asked_of(base, question, vectors)
        hits = search(base.generation, query, calibration, DEPTH)
        if hits:
            right = any(is_right(question, hit) for hit in hits[:FIRST])
            answerable = question.answerable or any(is_right(question, hit) for hit in hits)
            yield Trial(
                gather_evidence(hits), right, answerable, base.name, question.text, question.kind or "", base.own
            )


def fit_confidence(
    trials: Sequence[Trial], names: Sequence[str], ranked_by: Calibration, fitted_on: str
) -> Calibration:
    """A logistic regression over the evidence ``names``, its thresholds from cross-validated confidences."""
    values = np.array([[trial.evidence.by_name()[name] for name in names] for trial in trials])
    right = np.array([trial.right for trial in trials])
    importance = np.array([OWN_WEIGHT if trial.own else 1.0 for trial in trials])
    fold = fold_of([trial.question for trial in trials])
    sure = np.zeros(len(trials))
    for k in range(FOLDS):
        bias, slopes = logistic(values[fold != k], right[fold != k], importance[fold != k])
        sure[fold == k] = expit(values[fold == k] @ slopes + bias)
    # Hollowed bases teach what a missing fact looks like; how often one is asked for, they don't tell.
    usual = np.array([not trial.base.startswith("hollowed") for trial in trials])
    weak = highest_lenient(sure[right & usual])
    found = max(weak, lowest_precise(sure[usual], right[usual]))
    report_confidence(trials, sure, names, weak, found)
    bias, slopes = logistic(values, right, importance)
    return replace(
        ranked_by,
        bias=round(bias, 4),
        weights={name: round(float(slope), 4) for name, slope in zip(names, slopes, strict=True)},
        found=round(found, 4),
        weak=round(weak, 4),
        fitted_on=fitted_on,
    )


def logistic(values: Array, right: NDArray[np.bool_], importance: Array) -> tuple[float, Array]:
    """Bias and slopes of a logistic regression whose slopes are not negative: more evidence never counts against."""
    share = importance / importance.sum()
    sign = np.where(right, 1.0, -1.0)

    def loss(weights: Array) -> tuple[float, Array]:
        score = sign * (values @ weights[1:] + weights[0])
        slope = -share * sign * expit(-score)
        penalty = RIDGE * weights[1:] @ weights[1:]
        gradient = np.concatenate([[slope.sum()], values.T @ slope + 2 * RIDGE * weights[1:]])
        return float(share @ np.logaddexp(0, -score) + penalty), gradient

    count = values.shape[1]
    bounds = [(None, None), *[(0, None)] * count]
    fitted = minimize(loss, np.zeros(count + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return float(fitted[0]), fitted[1:]


def highest_lenient(sure: Array) -> float:
    """The highest threshold under which at most MOST_WRONGLY_REFUSED of right answers, as sure as ``sure``, fall."""
    ordered = np.sort(sure)
    refused = 0
    while upper_bound(refused + 1, len(ordered)) <= MOST_WRONGLY_REFUSED:
        refused += 1
    return float(ordered[refused])


def lowest_precise(sure: Array, right: NDArray[np.bool_]) -> float:
    """The lowest confidence from which at least FOUND_PRECISION of the answers are right."""
    order = np.argsort(-sure)
    hits = np.cumsum(right[order])
    precise = [n for n in range(len(order)) if 1 - upper_bound(n + 1 - hits[n], n + 1) >= FOUND_PRECISION]
    return float(sure[order][precise[-1]]) if precise else 1.0


def upper_bound(count: int, total: int) -> float:
    """The highest share that ``count`` of ``total`` leaves likely."""
    interval = binomtest(int(count), int(total), alternative="less").proportion_ci(CERTAIN, method="exact")
    return float(interval.high)


def report_confidence(trials: Sequence[Trial], sure: Array, names: Sequence[str], weak: float, found: float) -> None:
    """Print what the cross-validated confidences give, for each kind of base, and of question on knowledge/."""
    print(f"\nevidence: {', '.join(names)}; weak from {weak:.3f}, found from {found:.3f}")
    groups = [(kind_of_base(trial.base), f"  {trial.kind}" * (trial.base == "knowledge")) for trial in trials]
    for name in sorted({name for its in groups for name in its if name}):
        chosen = np.array([name in its for its in groups])
        its = [trial for trial, among in zip(trials, chosen, strict=True) if among]
        print(f"  {name:16} {judged(its, sure[chosen], weak, found)}")


def judged(trials: Sequence[Trial], sure: Array, weak: float, found: float) -> str:
    """What the verdicts are worth on ``trials``."""
    right, answerable = (np.array([getattr(trial, name) for trial in trials]) for name in ("right", "answerable"))
    auroc = f"{roc_auc_score(right, sure):.3f}" if 0 < right.sum() < len(right) else "    –"
    yes, no = sure[answerable], sure[~answerable]
    return (
        f"AUROC {auroc}  unanswerable {len(no):5} refused {share(no < weak)}, found {share(no >= found)}"
        f"  answerable {len(yes):5} refused {share(yes < weak)}, found {share(yes >= found)}"
    )


def kind_of_base(name: str) -> str:
    """The kinds that :mod:`bases` makes."""
    return "one left out" if name.startswith("without ") else "one alone" if name.endswith(" alone") else name


def share(which: NDArray[np.bool_]) -> str:
    """A share as it is printed."""
    return f"{which.mean():.3f}" if len(which) else "    –"
