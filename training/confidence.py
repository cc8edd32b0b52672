"""How sure an answer is: boosted trees over the evidence, and the thresholds of the verdicts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from bases import Base
from numpy.typing import NDArray
from questions_asked import FOLDS, asked_of, fold_of
from ranking import DEPTH, OWN_WEIGHT, Array
from scipy.stats import binomtest
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

from index.calibration.calibration import Calibration, Split, Tree
from index.encoder.encoder import EncodedQuestion
from index.judging.verdict import FIRST, Evidence, gather_evidence
from index.measuring.labelled import is_right
from index.ranking.search import search

MOST_WRONGLY_REFUSED = 0.05
"""Of the questions whose answer is among the first quotes, at most this share may be refused..."""
FOUND_PRECISION = 0.8
"""...and at least this share of the answers called found must hold the answer; each as a one-sided exact binomial bound
(Clopper and Pearson 1934) that holds in CERTAIN of the samples one might have drawn."""
CERTAIN = 0.95

TREES, DEPTH_OF_TREES, LEARNING_RATE, SHRUNK, LEAF = 250, 2, 0.05, 5.0, 30
"""A logistic regression with slopes that are not negative came first: AUROC .751 on knowledge/ where these have .778,
.33 of the questions on other things refused where these refuse .44, of right answers as many. Deeper trees, forests and
all of them together have .78 to .79."""


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
                gather_evidence(hits, question.text),
                right,
                answerable,
                base.name,
                question.text,
                question.kind or "",
                base.own,
            )


def fit_confidence(
    trials: Sequence[Trial], names: Sequence[str], ranked_by: Calibration, fitted_on: str
) -> Calibration:
    """Boosted trees over the evidence ``names``, their thresholds from cross-validated confidences."""
    values = np.array([[trial.evidence.by_name()[name] for name in names] for trial in trials])
    right = np.array([trial.right for trial in trials])
    importance = np.array([OWN_WEIGHT if trial.own else 1.0 for trial in trials])
    fold = fold_of([trial.question for trial in trials])
    sure = np.zeros(len(trials))
    for k in range(FOLDS):
        fitted = boosted(values[fold != k], right[fold != k], importance[fold != k])
        sure[fold == k] = fitted.predict_proba(values[fold == k])[:, 1]
    # Hollowed bases teach what a missing fact looks like; how often one is asked for, they don't tell.
    usual = np.array([not trial.base.startswith("hollowed") for trial in trials])
    weak = highest_lenient(sure[right & usual])
    found = max(weak, lowest_precise(sure[usual], right[usual]))
    report_confidence(trials, sure, names, weak, found)
    return replace(
        ranked_by,
        trees=tuple(trees_of(boosted(values, right, importance), names)),
        found=round(found, 4),
        weak=round(weak, 4),
        fitted_on=fitted_on,
    )


def boosted(
    values: Array,
    right: NDArray[np.bool_],
    importance: Array,
    *,
    depth: int = DEPTH_OF_TREES,
    either_way: Collection[int] = (),
) -> HistGradientBoostingClassifier:
    """TREES trees of ``depth``, none of which counts evidence against, but in columns that may go ``either_way``."""
    model = HistGradientBoostingClassifier(
        max_depth=depth,
        max_iter=TREES,
        learning_rate=LEARNING_RATE,
        l2_regularization=SHRUNK,
        min_samples_leaf=LEAF,
        monotonic_cst=[0 if column in either_way else 1 for column in range(values.shape[1])],
        early_stopping=False,
        random_state=0,
    )
    return model.fit(values, right, sample_weight=importance / importance.mean())


def trees_of(model: HistGradientBoostingClassifier, names: Sequence[str]) -> Iterable[Tree]:
    """What the model adds up, the share of right answers first; in scikit-learn's own layout of its nodes."""
    yield round(float(np.ravel(model._baseline_prediction)[0]), 4)
    for (predictor,) in model._predictors:
        yield _tree(predictor.nodes, 0, names)


def _tree(nodes: NDArray[np.void], place: int, names: Sequence[str]) -> Tree:
    node = nodes[place]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    low, high = (_tree(nodes, int(node[side]), names) for side in ("left", "right"))
    return Split(names[int(node["feature_idx"])], round(float(node["num_threshold"]), 5), low, high)


def highest_lenient(sure: Array) -> float:
    """The highest threshold under which at most MOST_WRONGLY_REFUSED of right answers, as sure as ``sure``, fall."""
    ordered = np.sort(sure)
    refused = 0
    while upper_bound(refused + 1, len(ordered)) <= MOST_WRONGLY_REFUSED:
        refused += 1
    return float(ordered[refused])


def lowest_precise(sure: Array, right: NDArray[np.bool_], precision: float = FOUND_PRECISION) -> float:
    """The lowest confidence from which at least ``precision`` of the answers are right."""
    order = np.argsort(-sure)
    hits = np.cumsum(right[order])
    precise = [n for n in range(len(order)) if 1 - upper_bound(n + 1 - hits[n], n + 1) >= precision]
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
    if name.startswith("elsewhere "):
        return "elsewhere"
    return "one left out" if name.startswith("without ") else "one alone" if name.endswith(" alone") else name


def share(which: NDArray[np.bool_]) -> str:
    """A share as it is printed."""
    return f"{which.mean():.3f}" if len(which) else "    –"
