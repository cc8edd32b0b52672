"""Fit what Sourcier believes of a model: how passages are ranked, and when an answer is sure.

    python training/fit_calibration.py --data DATA [--knowledge knowledge] [--model NAME]

DATA holds ``questions_dev.jsonl``, ``piaf_dev.jsonl.gz`` and ``piaf_dev_questions.jsonl.gz``; the bases made of
them are those of ``bases.py``. Two fits, each reported by five-fold cross-validation over questions: the ranking
weights (the probability, by softmax over a question's candidates, of those that answer), then the confidence (a
logistic regression over the evidence). The result goes to ``index/calibration.json`` under the model's fingerprint.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
from bases import Base, partial_bases, whole_bases
from numpy.typing import NDArray
from pydantic import TypeAdapter
from scipy.optimize import minimize
from scipy.special import expit, logsumexp
from sklearn.metrics import roc_auc_score

from index.calibration import ANY_MODEL, FILE, Calibration
from index.encoder.encoder import EncodedQuestion, Encoder
from index.encoder.model import find_model
from index.evaluation import LabelledQuestion, is_right
from index.query import Query
from index.search import search
from index.signals import Signals
from index.verdict import FIRST, Evidence, gather_evidence

FOLDS = 5
CANDIDATES = 30
CANDIDATE_WEIGHT = 2.4
"""Of the cosine when candidates are chosen: at this one, 99 in 100 right passages are among them."""
JUDGED = 10
OWN_WEIGHT = 3.0
"""Weight of a question on knowledge/ beside one of PIAF: fewer, and nearer to what people ask."""
ACROSS = 0.5
"""Weight of a question answered in the other language alone: half of ours are such, fewer of those people ask."""
RIDGE = 1e-4
MAX_WRONGLY_REFUSED = 0.05
FOUND_PRECISION = 0.8

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """One answerable question: its candidates' signals, shape (candidates, signals), and which answer."""

    signals: Array
    right: NDArray[np.bool_]
    question: str
    own: bool
    importance: float = 1.0


@dataclass(frozen=True, slots=True)
class Trial:
    """One question asked of one base: the evidence, and whether the first quotes hold the answer."""

    evidence: Evidence
    right: bool
    answerable: bool
    base: str
    question: str
    own: bool


def main() -> int:
    """Fit, print the figures, write the calibration."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--model")
    arguments = parser.parse_args()
    encoder = Encoder(find_model(arguments.model))
    with tempfile.TemporaryDirectory() as scratch:
        folders = (arguments.data, arguments.knowledge, Path(scratch), encoder)
        bases = list(whole_bases(*folders))
        vectors = question_vectors(bases, encoder)
        ranking = fit_ranking([found for base in bases for found in candidates(base, vectors)])
        unfitted = Calibration(CANDIDATE_WEIGHT, ranking, 0.0, {}, 1.0, 0.0, "")
        trials = []
        for base in chain(bases, partial_bases(*folders)):
            vectors.update(question_vectors([base], encoder, vectors))
            trials += ask(base, vectors, unfitted)
    fitted_on = f"{len({trial.question for trial in trials})} questions, {len({trial.base for trial in trials})} bases"
    names = tuple(Evidence.__dataclass_fields__)
    ours = fit_confidence(trials, names, unfitted, fitted_on)
    wordy = tuple(name for name in names if name not in ("cosine", "lead"))
    words_alone = fit_confidence(trials, wordy, unfitted, fitted_on)
    save({encoder.model.fingerprint: ours, ANY_MODEL: words_alone})
    return 0


def question_vectors(
    bases: Iterable[Base], encoder: Encoder, known: dict[str, EncodedQuestion] | None = None
) -> dict[str, EncodedQuestion]:
    """The vector of each question, by its text under the entities' own names."""
    asked = {base.generation.wording.under_own_names(q.text) for base in bases for q in base.questions}
    texts = sorted(asked - (known or {}).keys())
    if not texts:
        return {}
    return {text: encoder.question(text) for text in texts}


def asked_of(base: Base, question: LabelledQuestion, vectors: dict[str, EncodedQuestion]) -> Query:
    """The question as the engine asks it of that base."""
    text = base.generation.wording.under_own_names(question.text)
    encoded = vectors[text]
    return Query(text, question.lang, encoded.vector, encoded.pieces)


def candidates(base: Base, vectors: dict[str, EncodedQuestion]) -> Iterable[Candidates]:
    """What the ranking is fitted on: the first candidates of each answerable question."""
    plain = Calibration(CANDIDATE_WEIGHT, {"bm25": 1.0, "cosine": CANDIDATE_WEIGHT}, 0.0, {}, 1.0, 0.0, "")
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


def fit_ranking(found: Sequence[Candidates]) -> dict[str, float]:
    """The ranking weights, by signal; prints what they and simpler rules give."""
    names = list(Signals.__dataclass_fields__)
    found = [replace(each, signals=each.signals * np.array([name != "foreign" for name in names])) for each in found]
    simple = np.zeros(len(names))
    simple[names.index("bm25")] = 1.0
    report_ranking("BM25", found, [simple] * len(found))
    for weight in (1.2, 2.4, 4.8):
        simple[names.index("cosine")] = weight
        report_ranking(f"BM25 + {weight} cosine", found, [simple.copy()] * len(found))
    fold = fold_of([each.question for each in found])
    fitted = [softmax_weights([f for f, its in zip(found, fold, strict=True) if its != k]) for k in range(FOLDS)]
    report_ranking("all signals", found, [fitted[k] for k in fold])
    weights = softmax_weights(found)
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


def softmax_weights(found: Sequence[Candidates]) -> Array:
    """The weights, none negative, under which the candidates that answer are likeliest."""
    usable = [each for each in found if each.right.any()]
    importance = np.array([each.importance for each in usable])
    importance /= importance.sum()

    def loss(weights: Array) -> tuple[float, Array]:
        total, slope = RIDGE * weights @ weights, 2 * RIDGE * weights
        for each, share in zip(usable, importance, strict=True):
            scores = each.signals @ weights
            among_all, among_right = np.exp(scores - logsumexp(scores)), np.where(each.right, scores, -np.inf)
            total += share * (logsumexp(scores) - logsumexp(among_right))
            slope = slope + share * each.signals.T @ (among_all - np.exp(among_right - logsumexp(among_right)))
        return total, slope

    count = usable[0].signals.shape[1]
    fitted: Array = minimize(loss, np.zeros(count), jac=True, method="L-BFGS-B", bounds=[(0, None)] * count).x
    return fitted


def report_ranking(name: str, found: Sequence[Candidates], weights: Sequence[Array]) -> None:
    """Print R@1, R@3, R@5 and MRR@10 on both sets of questions."""
    row = f"{name:22}"
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
        row += f"  MRR {np.where(ranks <= JUDGED, 1 / ranks, 0).mean():.3f}"
    print(row)


def place_of_first(right: NDArray[np.bool_]) -> float:
    """The rank, from 1, of the first True; infinity without one."""
    return float(right.argmax() + 1) if right.any() else float("inf")


def ask(base: Base, vectors: dict[str, EncodedQuestion], calibration: Calibration) -> Iterable[Trial]:
    """Ask each question of its base; one that is answered although it should not be able to counts as answerable."""
    for question in base.questions:
        query = asked_of(base, question, vectors)
        hits = search(base.generation, query, calibration, JUDGED)
        if hits:
            right = any(is_right(question, hit) for hit in hits[:FIRST])
            answerable = question.answerable or any(is_right(question, hit) for hit in hits)
            yield Trial(gather_evidence(hits), right, answerable, base.name, question.text, base.own)


def fit_confidence(
    trials: Sequence[Trial], names: Sequence[str], ranked_by: Calibration, fitted_on: str
) -> Calibration:
    """A logistic regression over the evidence ``names``, its thresholds from cross-validated confidences."""
    values = np.array([[asdict(trial.evidence)[name] for name in names] for trial in trials])
    right = np.array([trial.right for trial in trials])
    importance = np.array([OWN_WEIGHT if trial.own else 1.0 for trial in trials])
    fold = fold_of([trial.question for trial in trials])
    sure = np.zeros(len(trials))
    for k in range(FOLDS):
        bias, slopes = logistic(values[fold != k], right[fold != k], importance[fold != k])
        sure[fold == k] = expit(values[fold == k] @ slopes + bias)
    own_right = right & np.array([trial.own for trial in trials])
    weak = float(np.quantile(sure[own_right], MAX_WRONGLY_REFUSED))
    found = lowest_precise(sure, right, importance)
    report_confidence(trials, sure, names, weak, found)
    bias, slopes = logistic(values, right, importance)
    return Calibration(
        dense_weight=ranked_by.dense_weight,
        ranking=ranked_by.ranking,
        bias=round(bias, 4),
        weights={name: round(float(slope), 4) for name, slope in zip(names, slopes, strict=True)},
        found=round(max(found, weak), 4),
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


def fold_of(questions: Sequence[str]) -> NDArray[np.int64]:
    """The fold of each question; the same words always fall into the same one."""
    place = {text: place for place, text in enumerate(sorted(set(questions)))}
    drawn = np.random.default_rng(0).integers(0, FOLDS, len(place))
    return np.array([drawn[place[text]] for text in questions])


def lowest_precise(sure: Array, right: NDArray[np.bool_], importance: Array) -> float:
    """The lowest confidence from which the share of right answers reaches FOUND_PRECISION."""
    order = np.argsort(-sure)
    precision = np.cumsum((right * importance)[order]) / np.cumsum(importance[order])
    precise = np.nonzero(precision >= FOUND_PRECISION)[0]
    return float(sure[order][precise[-1]]) if len(precise) else 1.0


def report_confidence(trials: Sequence[Trial], sure: Array, names: Sequence[str], weak: float, found: float) -> None:
    """Print what the cross-validated confidences give, for each kind of base."""
    print(f"\nevidence: {', '.join(names)}; weak from {weak:.3f}, found from {found:.3f}")
    kinds = [kind_of_base(trial.base) for trial in trials]
    for kind in sorted(set(kinds)):
        chosen = [(trial, sureness) for trial, sureness, its in zip(trials, sure, kinds, strict=True) if its == kind]
        yes = np.array([sureness for trial, sureness in chosen if trial.answerable])
        no = np.array([sureness for trial, sureness in chosen if not trial.answerable])
        labels = [trial.right for trial, _ in chosen]
        auroc = roc_auc_score(labels, [sureness for _, sureness in chosen]) if 0 < sum(labels) < len(labels) else 0
        print(
            f"  {kind:12} AUROC {auroc:.3f}"
            f"  unanswerable {len(no):5} refused {share(no < weak)}, found {share(no >= found)}"
            f"  answerable {len(yes):5} refused {share(yes < weak)}, found {share(yes >= found)}"
        )


def kind_of_base(name: str) -> str:
    """The kinds that :mod:`bases` makes."""
    return "one left out" if name.startswith("without ") else "one alone" if name.endswith(" alone") else name


def share(which: NDArray[np.bool_]) -> str:
    """A share as it is printed."""
    return f"{which.mean():.3f}" if len(which) else "    –"


def save(entries: dict[str, Calibration]) -> None:
    """Write ``entries`` into index/calibration.json, beside those of other models."""
    adapter = TypeAdapter(dict[str, Calibration])
    try:
        known = adapter.validate_json(FILE.read_bytes())
    except (OSError, ValueError):
        known = {}
    FILE.write_bytes(adapter.dump_json({**known, **entries}, indent=1) + b"\n")
    print(f"\n{FILE.name}: {', '.join(entries)}")


if __name__ == "__main__":
    sys.exit(main())
