"""Fit what follows from what was read: the order of the passages, the sentence marked, the verdict.

    python training/fit_reading.py --trials TRIALS.pickle… [--reader FOLDER]

TRIALS come from ``reading_trials.py``. Three fits as in ``fit_calibration.py``, each reported by five-fold
cross-validation over questions; what they give goes to ``index/calibration/calibration.json``, under the encoder's and
the reader's fingerprints.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from confidence import boosted, highest_lenient, judged, kind_of_base, lowest_precise, trees_of
from fit_calibration import save
from numpy.typing import NDArray
from questions_asked import FOLDS, fold_of
from ranking import OWN_WEIGHT, Array, Candidates, softmax_weights
from reading_trials import ReadTrial, TriedHit
from sklearn.ensemble import HistGradientBoostingClassifier

from index.calibration.calibration import ReadCalibration, calibration_for
from index.demands.told import Fit
from index.encoder.model import find_model
from index.judging.by_reading import (
    EITHER_WAY,
    OF_READING,
    ReadEvidence,
    Reasons,
    Told,
    evidence_of_reading,
    reasons_of,
)
from index.judging.fitting.order import first_fitting
from index.judging.verdict import BEYOND_SIGNALS, FIRST, JUDGED, evidence_of
from index.ranking.signals import SentenceSignals, Signals
from index.reading.first import AGAIN
from index.reading.model import SHIPPED, ReaderFiles

READ = "read"
REASONS = tuple(Reasons.__dataclass_fields__)
EVIDENCE = (*Signals.__dataclass_fields__, *BEYOND_SIGNALS, *OF_READING)
ROUNDS = 3
"""Of fitting the order: which passages are read again depends on it. The third changes nothing any more."""
NEWEST_WEIGHT = 1.5
"""Of being the newest that answers. Fitted with the others it gets .57, at which the latest statement comes first for
.66 of the questions that ask for it; at this for .76, and of the others that say "now" or "still" as many are right
(.87, .89). With 3 it is .79 and .84."""
DEPTH = 3
"""Of the trees: what was read bears on the signals, and these on one another."""
PRECISION = 0.9
"""Of the answers called found, at least this share must hold the answer, as FOUND_PRECISION without a reader. Nearly
half of the questions here are made to tempt: of those that people ask, more are answered."""
MAIN_BASES = ("knowledge", "stories", "dossiers", "mixed")


@dataclass(frozen=True, slots=True)
class Judged:
    """A trial as the fit of the confidence sees it; the fields that :func:`confidence.judged` reads. How well the first
    passage meets what is demanded, and whether it tells the contrary, is no evidence: it decides, as it does when
    people ask."""

    evidence: ReadEvidence
    fit: Fit
    contrary: bool
    right: bool
    answerable: bool
    base: str
    question: str
    kind: str
    own: bool


class _Unpickler(pickle.Unpickler):
    """Trials were written by a script, whose classes pickle as those of ``__main__``."""

    def find_class(self, module: str, name: str) -> object:
        return super().find_class("reading_trials" if module == "__main__" else module, name)


def main() -> int:
    """Fit, print the figures, write them down."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=Path, nargs="+", required=True)
    parser.add_argument("--reader", type=Path, default=SHIPPED)
    arguments = parser.parse_args()
    trials: list[ReadTrial] = []
    for path in arguments.trials:
        with path.open("rb") as file:
            trials += _Unpickler(file).load()
    to_be_ordered = [to_order(trial) for trial in trials]
    ranking, by_fold = fit_order(to_be_ordered)
    highlight = fit_sentences(trials)
    folds = fold_of([trial.typed for trial in trials])
    seen = [evidence(each, by_fold[fold]) for each, fold in zip(to_be_ordered, folds, strict=True)]
    fitted = fit_verdict(seen, [evidence(each, ranking) for each in to_be_ordered], folds)
    encoder = find_model(None).fingerprint
    calibration = calibration_for(encoder)
    reader = ReaderFiles(arguments.reader).fingerprint
    save({encoder: replace(calibration, read={reader: replace(fitted, ranking=_named(ranking), highlight=highlight)})})
    return 0


@dataclass(frozen=True, slots=True)
class Ordered:
    """The reasons of the passages of a trial, shape (passages, reasons): as each was read ``once``, and with what was
    read ``again`` around the answer."""

    trial: ReadTrial
    once: Array
    again: Array

    def first(self, weights: Array) -> NDArray[np.int64]:
        """The places of the passages that are read again: those that come first by ``weights`` without it."""
        return np.argsort(-(self.once @ weights), kind="stable")[:AGAIN]

    def by(self, weights: Array) -> Candidates:
        """As they are when the first ones by ``weights`` are read again."""
        reasons, first = self.once.copy(), self.first(weights)
        reasons[first] = self.again[first]
        right = np.array([hit.right for hit in self.trial.hits])
        own = self.trial.own
        return Candidates(reasons, right, self.trial.typed, own, OWN_WEIGHT if own else 1.0)


def to_order(trial: ReadTrial) -> Ordered:
    """The reasons of a trial's passages."""
    told = [told_of(hit) for hit in trial.hits]
    scores, dates = [hit.score for hit in trial.hits], [hit.date for hit in trial.hits]
    once, again = (
        np.array([list(asdict(its).values()) for its in reasons_of(trial.question, scores, dates, told, around)])
        for around in ([None] * len(told), [hit.around for hit in trial.hits])
    )
    return Ordered(trial, once, again)


def told_of(hit: TriedHit) -> Told | None:
    """What the reader told of a passage."""
    return (hit.answers, hit.certain) if hit.answers is not None else None


def fit_order(trials: Sequence[Ordered]) -> tuple[Array, list[Array]]:
    """The weights of the reasons, and those of each fold, fitted without it. Prints the recall, unread and read, of the
    questions whose answer was found, and of all that have one."""
    asked = [
        each
        for each in trials
        if any(hit.right for hit in each.trial.hits) and not each.trial.base.startswith("hollow")
    ]
    fold = fold_of([each.trial.typed for each in asked])
    by_fold = [_weights([each for each, its in zip(asked, fold, strict=True) if its != k]) for k in range(FOLDS)]
    found = [(each.trial, each.by(by_fold[k]), by_fold[k]) for each, k in zip(asked, fold, strict=True)]
    for base in MAIN_BASES:
        its = [(c, weights) for trial, c, weights in found if trial.base == base]
        if not its:
            continue
        row = f"order {base:10} {len(its):5}"
        for name, weigh in (("unread", _unread), ("read", _by_weights)):
            ranks = np.array([int(np.argmax(c.right[np.argsort(-weigh(c, w), kind="stable")])) for c, w in its])
            row += f"  {name}" + "".join(f" R@{cut} {np.mean(ranks < cut):.3f}" for cut in (1, 3, 5))
        all_asked = sum(each.trial.base == base and each.trial.answerable for each in trials)
        row += f"  of all {all_asked}" + "".join(f" R@{cut} {np.sum(ranks < cut) / all_asked:.3f}" for cut in (1, 3))
        print(row)
    right = [bool(c.right[int(np.argmax(_by_weights(c, w)))]) for trial, c, w in found if trial.kind == "latest"]
    print(f"order of the latest {len(right)}: read R@1 {np.mean(right):.3f}")
    return _weights(asked), by_fold


def _weights(asked: Sequence[Ordered]) -> Array:
    newest = REASONS.index("newest")
    weights = np.zeros(len(REASONS))
    for _ in range(ROUNDS):
        weights = softmax_weights([each.by(weights) for each in asked], np.arange(len(REASONS)) != newest)
        weights[newest] = NEWEST_WEIGHT
    return weights


def _unread(candidates: Candidates, _: Array) -> Array:
    return candidates.signals[:, 0]


def _by_weights(candidates: Candidates, weights: Array) -> Array:
    scores: Array = candidates.signals @ weights
    return scores


def _named(weights: Array) -> dict[str, float]:
    return {name: round(float(weight), 4) for name, weight in zip(REASONS, weights, strict=True)}


def fit_sentences(trials: Sequence[ReadTrial]) -> dict[str, float]:
    """The weights of the signals of sentences that were read."""
    names = [*SentenceSignals.__dataclass_fields__, READ]
    found, of = [], []
    for trial in trials:
        hit = next((hit for hit in trial.hits if hit.right and hit.sentences), None)
        if hit is None or not trial.answerable:
            continue
        right = np.array([sentence.right for sentence in hit.sentences])
        if right.any() and not right.all():
            rows = [[*asdict(sentence.signals).values(), sentence.read] for sentence in hit.sentences]
            found.append(Candidates(np.array(rows), right, trial.typed, trial.own, OWN_WEIGHT if trial.own else 1.0))
            of.append(trial.base)
    fold = fold_of([each.question for each in found])
    fitted = [softmax_weights([c for c, its in zip(found, fold, strict=True) if its != k]) for k in range(FOLDS)]
    for base in MAIN_BASES:
        its = [(c, fitted[k]) for c, k, name in zip(found, fold, of, strict=True) if name == base]
        if its:
            both = np.mean([c.right[int(np.argmax(c.signals @ w))] for c, w in its])
            alone = np.mean([c.right[int(np.argmax(c.signals[:, -1]))] for c, _ in its])
            print(f"marked sentence {base:10} {len(its):5}: right {both:.3f}, by reading alone {alone:.3f}")
    return {name: round(float(weight), 2) for name, weight in zip(names, softmax_weights(found), strict=True)}


def evidence(ordered: Ordered, weights: Array) -> Judged:
    """A trial in the order that ``weights`` give it."""
    trial = ordered.trial
    scores = ordered.by(weights).signals @ weights
    order = np.argsort(-scores, kind="stable").tolist()
    fitting = first_fitting([trial.hits[at].answers for at in order], lambda place: trial.hits[order[place]].fit)
    order = [*order[fitting:], *order[:fitting]]
    hits: list[TriedHit] = [trial.hits[place] for place in order]
    first = hits[0]
    around = first.around if order[0] in ordered.first(weights) else None
    its = evidence_of(
        [hit.signals for hit in hits[:JUDGED]],
        [scores[place] for place in order[:JUDGED]],
        named=first.named,
        question=trial.question,
        typed=trial.typed,
    )
    return Judged(
        evidence_of_reading(its, [told_of(hit) for hit in hits], around),
        first.fit,
        first.contrary,
        any(hit.right for hit in hits[:FIRST]),
        trial.answerable,
        trial.base,
        trial.typed,
        trial.kind,
        trial.own,
    )


def fit_verdict(seen: Sequence[Judged], whole: Sequence[Judged], fold: NDArray[np.int64]) -> ReadCalibration:
    """Trees over the evidence; thresholds from the confidences of folds left out."""
    right = np.array([trial.right for trial in seen])
    importance = np.ones(len(seen))  # a base of anyone's counts as much as ours
    values, all_values = (_values(trials) for trials in (seen, whole))
    taught = np.array([trial.fit is not Fit.LACKS for trial in seen])  # the others are refused whatever is read
    sure = np.zeros(len(seen))
    for k in range(FOLDS):
        others = taught & (fold != k)
        fitted = _trees(values[others], right[others], importance[others])
        sure[fold == k] = fitted.predict_proba(values[fold == k])[:, 1]
    sure[~taught] = 0.0
    usual = np.array([not trial.base.startswith("hollowed") for trial in seen])
    weak = highest_lenient(sure[right & usual])
    may_be_found = usual & np.array([trial.fit is Fit.MEETS and not trial.contrary for trial in seen])
    found = max(weak, lowest_precise(sure[may_be_found], right[may_be_found], PRECISION))
    thresholds = ReadCalibration({}, {}, (), found, weak, "")
    sure = np.array([left_of(its, trial, thresholds) for its, trial in zip(sure, seen, strict=True)])
    print(f"\nverdict: weak from {weak:.3f}, found from {found:.3f}")
    _report(seen, sure, weak, found, lambda trial: kind_of_base(trial.base))
    _report(seen, sure, weak, found, lambda trial: f"{trial.base} {trial.kind}" if trial.base in MAIN_BASES else "")
    taught = np.array([trial.fit is not Fit.LACKS for trial in whole])
    all_right = np.array([trial.right for trial in whole])
    trees = tuple(trees_of(_trees(all_values[taught], all_right[taught], importance[taught]), EVIDENCE))
    fitted_on = f"{len({trial.question for trial in seen})} questions, {len({trial.base for trial in seen})} bases"
    return replace(thresholds, trees=trees, found=round(found, 4), weak=round(weak, 4), fitted_on=fitted_on)


def left_of(sure: float, trial: Judged, thresholds: ReadCalibration) -> float:
    """What is left of how ``sure`` the evidence is, as when people ask."""
    return trial.fit.at_most(min(sure, thresholds.weak) if trial.contrary else sure, thresholds)


def _trees(values: Array, right: NDArray[np.bool_], importance: Array) -> HistGradientBoostingClassifier:
    either_way = [EVIDENCE.index(name) for name in EITHER_WAY]
    return boosted(values, right, importance, depth=DEPTH, either_way=either_way)


def _values(trials: Sequence[Judged]) -> Array:
    return np.array([[trial.evidence.by_name()[name] for name in EVIDENCE] for trial in trials])


def _report(trials: Sequence[Judged], sure: Array, weak: float, found: float, group: Callable[[Judged], str]) -> None:
    groups = [group(trial) for trial in trials]
    for name in sorted(set(groups) - {""}):
        chosen = np.array([its == name for its in groups])
        its = [trial for trial, among in zip(trials, chosen, strict=True) if among]
        shown = [trial.right for trial, its in zip(trials, sure, strict=True) if group(trial) == name and its >= found]
        precise = f", of found right {np.mean(shown):.3f}" if shown else ""
        print(f"  {name:28} {judged(its, sure[chosen], weak, found)}{precise}")  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
