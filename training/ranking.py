"""How passages are ranked: weights under which the candidates that answer a question are likeliest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from bases import Base
from numpy.typing import NDArray
from questions_asked import FOLDS, asked_of, fold_of
from scipy.optimize import minimize

from index.calibration.calibration import Calibration
from index.encoder.encoder import EncodedQuestion
from index.measuring.labelled import is_right
from index.ranking.search import search
from index.ranking.signals import Signals

CANDIDATES = 30
CANDIDATE_WEIGHT = 2.4
"""Of the cosine when candidates are chosen: at this one, 99 in 100 right passages are among them."""
DEPTH = 10
OWN_WEIGHT = 3.0
"""Weight of a question on knowledge/ beside one of PIAF: fewer, and nearer to what people ask."""
ACROSS = 0.5
"""Weight of a question answered in the other language alone: half of ours are such, fewer of those people ask."""
RIDGE = 1e-4

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """One answerable question: its candidates' signals, shape (candidates, signals), and which answer."""

    signals: Array
    right: NDArray[np.bool_]
    question: str
    own: bool
    importance: float = 1.0


def candidates(base: Base, vectors: dict[str, EncodedQuestion]) -> Iterable[Candidates]:
    """What the ranking is fitted on: the first candidates of each answerable question."""
    plain = Calibration(CANDIDATE_WEIGHT, {"bm25": 1.0, "cosine": CANDIDATE_WEIGHT}, {}, (), 1.0, 0.0, "")
    for question in base.questions:
        if question.answerable:
            query = asked_of(base, question, vectors)
            hits = search(base.generation, query, plain, CANDIDATES)
            signals = np.array([list(asdict(hit.signals).values()) for hit in hits])
            right = np.array([is_right(question, hit) for hit in hits])
            yield Candidates(signals, right, question.text, base.own, importance_of(base, signals, right))


def importance_of(base: Base, signals: Array, right: NDArray[np.bool_]) -> float:
    """How much a question counts: ours more than PIAF's, those that only the other language answers less."""
    if not base.own:
        return 1.0
    foreign = signals[right][:, list(Signals.__dataclass_fields__).index("foreign")]
    return OWN_WEIGHT * (ACROSS if len(foreign) and foreign.all() else 1.0)


def fit_ranking(found: Sequence[Candidates], left_out: Collection[str] = ("foreign",)) -> dict[str, float]:
    """The ranking weights, by signal, without those ``left_out``; prints what they and simpler rules give."""
    names = list(Signals.__dataclass_fields__)
    used = np.array([name not in left_out for name in names])
    simple = np.zeros(len(names))
    simple[names.index("bm25")] = 1.0
    report_ranking("BM25", found, [simple] * len(found))
    for weight in (1.2, 2.4, 4.8):
        simple[names.index("cosine")] = weight
        report_ranking(f"BM25 + {weight} cosine", found, [simple.copy()] * len(found))
    fold = fold_of([each.question for each in found])
    fitted = [softmax_weights([f for f, its in zip(found, fold, strict=True) if its != k], used) for k in range(FOLDS)]
    report_ranking(f"all but {', '.join(left_out)}"[:40], found, [fitted[k] for k in fold])
    weights = softmax_weights(found, used)
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


def softmax_weights(found: Sequence[Candidates], used: NDArray[np.bool_] | None = None) -> Array:
    """The weights, none negative, 0 for signals not ``used``, under which the candidates that answer are likeliest."""
    usable = [each for each in found if each.right.any()]
    importance = np.array([each.importance for each in usable])
    importance /= importance.sum()
    counts = [len(each.right) for each in usable]
    signals, right = np.concatenate([each.signals for each in usable]), np.concatenate([each.right for each in usable])
    first = np.cumsum([0, *counts[:-1]])

    def likelihoods(scores: Array) -> tuple[Array, Array]:
        """Of each question the logarithm of the sum, and of each candidate its share in it."""
        sums = np.logaddexp.reduceat(scores, first)
        return sums, np.exp(scores - np.repeat(sums, counts))

    def loss(weights: Array) -> tuple[float, Array]:
        scores = signals @ weights
        of_all, among_all = likelihoods(scores)
        of_right, among_right = likelihoods(np.where(right, scores, -np.inf))
        total = RIDGE * weights @ weights + importance @ (of_all - of_right)
        return total, 2 * RIDGE * weights + signals.T @ (np.repeat(importance, counts) * (among_all - among_right))

    count = signals.shape[1]
    bounds = [(0, None if use else 0) for use in (used if used is not None else np.ones(count, np.bool_))]
    fitted: Array = minimize(loss, np.zeros(count), jac=True, method="L-BFGS-B", bounds=bounds).x
    return fitted


def report_ranking(name: str, found: Sequence[Candidates], weights: Sequence[Array]) -> None:
    """Print R@1, R@3, R@5 and MRR@10 on both sets of questions."""
    row = f"{name:40}"
    for own in (True, False):
        places = [
            place_of_first(each.right[np.argsort(-(each.signals @ w), kind="stable")])
            for each, w in zip(found, weights, strict=True)
            if each.own == own
        ]
        ranks = np.array(places)
        row += f"  {'knowledge' if own else 'mixed':>9}" + "".join(
            f"  R@{cut} {(ranks <= cut).mean():.3f}" for cut in (1, 3, 5)
        )
        row += f"  MRR {np.where(ranks <= DEPTH, 1 / ranks, 0).mean():.3f}"
    print(row)


def place_of_first(right: NDArray[np.bool_]) -> float:
    """The rank, from 1, of the first True; infinity without one."""
    return float(right.argmax() + 1) if right.any() else float("inf")
