"""Fit what Sourcier believes of a model: the weight of its cosine beside BM25, and when an answer is sure.

    python training/fit_calibration.py --data DATA [--knowledge knowledge] [--model NAME]

DATA holds ``questions_dev.jsonl`` (questions on knowledge/, some unanswerable) and ``piaf_dev.jsonl.gz`` with
``piaf_dev_questions.jsonl.gz`` (French questions on encyclopaedia paragraphs). Half of the PIAF articles are
indexed; questions on the other half are the ones a base can't answer. The logistic regression is fitted on all,
its figures are those of a five-fold cross-validation, and the result goes to ``index/calibration.json`` under
the model's fingerprint.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from index.calibration import ANY_MODEL, FILE, Calibration
from index.encoder.encoder import Encoder
from index.encoder.model import find_model
from index.evaluation import LabelledQuestion, is_right, read_questions
from index.generation.generation import Generation
from index.generation.store import GenerationStore
from index.reindex import ReindexPlan, reindex
from index.search import Query, search
from index.verdict import FIRST, Evidence, gather_evidence

DENSE_WEIGHTS = (0.0, 0.3, 0.6, 0.9, 1.2, 1.8, 2.4, 3.2, 4.8)
JUDGED = 10
PIAF_ASKED = 1200
"""Questions taken of PIAF, so that they do not drown the project's own."""
OWN_WEIGHT = 8.0
"""Weight of a question on knowledge/ beside one of PIAF: fewer, and nearer to what people ask."""
MAX_WRONGLY_REFUSED = 0.03
FOUND_PRECISION = 0.9


@dataclass(frozen=True, slots=True)
class Trial:
    """One question asked of one base: what is known, and whether the first quotes hold the answer."""

    evidence: Evidence
    right: bool
    answerable: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions for one base, with the base."""

    name: str
    generation: Generation
    questions: Sequence[LabelledQuestion]
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
        bases = list(build_bases(arguments.data, arguments.knowledge, Path(scratch), encoder))
        vectors = {
            base.name: encoder.passages([encoder.model.question_prompt + q.text for q in base.questions])
            for base in bases
        }
        weight = best_dense_weight(bases, vectors)
        trials = [trial for base in bases for trial in ask(base, vectors[base.name], weight)]
    fitted_on = f"questions_dev and PIAF dev, {len(trials)} questions"
    ours = fit(trials, tuple(Evidence.__dataclass_fields__), weight, fitted_on)
    words_alone = fit(trials, ("coverage", "foreign_coverage", "foreign"), 1.2, fitted_on)
    save({encoder.model.fingerprint: ours, ANY_MODEL: words_alone})
    return 0


def build_bases(data: Path, knowledge: Path, scratch: Path, encoder: Encoder) -> Iterable[Asked]:
    """The two bases and their questions: knowledge/ alone, and knowledge/ with half of PIAF."""
    own = read_questions(data / "questions_dev.jsonl", frozenset(topics(knowledge)))
    piaf = piaf_questions(data)
    yield Asked("knowledge", index_folder(knowledge, scratch / "own", encoder), [*own, *unanswerable(piaf[:150])], True)
    mixed = scratch / "mixed"
    shutil.copytree(knowledge, mixed)
    kept = set()
    with gzip.open(data / "piaf_dev.jsonl.gz", "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            article = json.loads(line)
            if number % 2 == 0:
                kept.add(article["article"])
                (mixed / f"{article['article']}.md").write_text(article["markdown"], encoding="utf-8")
    asked = [q if q.article in kept else unanswerable([q])[0] for q in piaf[:PIAF_ASKED]]
    yield Asked("mixed", index_folder(mixed, scratch / "mixed-data", encoder), asked, False)


def topics(knowledge: Path) -> set[str]:
    """The topics the base has articles on: the first tag of each, and the seed's."""
    found = {"seed"}
    for path in knowledge.glob("*.md"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("tags: ["):
                found.add(line.removeprefix("tags: [").split(",")[0])
    return found


def piaf_questions(data: Path) -> list[LabelledQuestion]:
    """The self-contained PIAF questions, in an order that mixes the articles."""
    with gzip.open(data / "piaf_dev_questions.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    chosen = [record for record in records if record["self_contained"]]
    order = np.random.default_rng(0).permutation(len(chosen))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        for place in order:
            lines.write(json.dumps(chosen[place]) + "\n")
        lines.flush()
        return list(read_questions(Path(lines.name)))


def unanswerable(questions: Iterable[LabelledQuestion]) -> list[LabelledQuestion]:
    """The same questions, asked of a base that does not hold their articles."""
    return [LabelledQuestion(q.id, q.lang, q.text, False, (), None, None, q.kind) for q in questions]


def index_folder(folder: Path, data_dir: Path, encoder: Encoder) -> Generation:
    """A generation of ``folder``."""
    store = GenerationStore(data_dir)
    reindex(ReindexPlan(folder, 10**8, 1), store, encoder, lambda *_: None)
    generation, _ = store.open_best()
    if generation is None:
        raise SystemExit(f"{folder}: nothing was indexed")
    return generation


def best_dense_weight(bases: Sequence[Asked], vectors: dict[str, NDArray[np.float32]]) -> float:
    """The weight of the cosine with the best MRR@10, each base counting the same."""
    print("dense weight  " + "".join(f"{base.name + ' R@1':>16}{'R@3':>8}{'MRR':>8}" for base in bases))
    quality = {}
    for weight in DENSE_WEIGHTS:
        row = []
        for base in bases:
            found = [
                rank(base, q, v, weight)
                for q, v in zip(base.questions, vectors[base.name], strict=True)
                if q.answerable
            ]
            row.append((share(found, 1), share(found, 3), sum(1 / r for r in found if r) / len(found)))
        quality[weight] = sum(mrr for _, _, mrr in row)
        print(f"{weight:12.1f}  " + "".join(f"{a:16.3f}{b:8.3f}{c:8.3f}" for a, b, c in row))
    return max(quality, key=lambda weight: quality[weight])


def rank(base: Asked, question: LabelledQuestion, vector: NDArray[np.float32], weight: float) -> int | None:
    """The place of the first right passage among the first ten."""
    hits = search(base.generation, Query(question.text, question.lang, vector), weight, JUDGED)
    return next((place for place, hit in enumerate(hits, 1) if is_right(question, hit)), None)


def share(ranks: Sequence[int | None], cut: int) -> float:
    """Recall at ``cut``."""
    return sum(r is not None and r <= cut for r in ranks) / len(ranks)


def ask(base: Asked, vectors: NDArray[np.float32], weight: float) -> Iterable[Trial]:
    """Ask each question of its base."""
    for question, vector in zip(base.questions, vectors, strict=True):
        query = Query(question.text, question.lang, vector)
        hits = search(base.generation, query, weight, JUDGED)
        if hits:
            right = question.answerable and any(is_right(question, hit) for hit in hits[:FIRST])
            yield Trial(gather_evidence(base.generation, query, hits), right, question.answerable, base.own)


def fit(trials: Sequence[Trial], names: Sequence[str], dense_weight: float, fitted_on: str) -> Calibration:
    """A logistic regression over the evidence ``names``, its thresholds from cross-validated confidences."""
    values = np.array([[asdict(trial.evidence)[name] for name in names] for trial in trials])
    right = np.array([trial.right for trial in trials])
    importance = np.array([OWN_WEIGHT if trial.own else 1.0 for trial in trials])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=1.0))
    weights = {"logisticregression__sample_weight": importance}
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    sure = cross_val_predict(model, values, right, cv=folds, method="predict_proba", params=weights)[:, 1]
    weak = float(np.quantile(sure[right], MAX_WRONGLY_REFUSED))
    found = lowest_precise(sure, right, importance)
    report(trials, sure, right, names, weak, found)
    model.fit(values, right, **weights)
    scaler, logistic = model[0], model[1]
    slopes = logistic.coef_[0] / scaler.scale_
    return Calibration(
        dense_weight=dense_weight,
        bias=float(logistic.intercept_[0] - (slopes * scaler.mean_).sum()),
        weights={name: round(float(slope), 4) for name, slope in zip(names, slopes, strict=True)},
        found=round(max(found, weak), 4),
        weak=round(weak, 4),
        fitted_on=fitted_on,
    )


def lowest_precise(sure: NDArray[np.float64], right: NDArray[np.bool_], importance: NDArray[np.float64]) -> float:
    """The lowest confidence from which the share of right answers reaches FOUND_PRECISION."""
    order = np.argsort(-sure)
    precision = np.cumsum((right * importance)[order]) / np.cumsum(importance[order])
    precise = np.nonzero(precision >= FOUND_PRECISION)[0]
    return float(sure[order][precise[-1]]) if len(precise) else 1.0


def report(
    trials: Sequence[Trial],
    sure: NDArray[np.float64],
    right: NDArray[np.bool_],
    names: Sequence[str],
    weak: float,
    found: float,
) -> None:
    """Print what the cross-validated confidences give, for each base."""
    print(f"\nevidence: {', '.join(names)}; weak from {weak:.3f}, found from {found:.3f}")
    for own in (True, False):
        chosen = np.array([trial.own == own for trial in trials])
        answerable = np.array([trial.answerable for trial in trials])
        yes, no = chosen & answerable, chosen & ~answerable
        print(
            f"  {'knowledge' if own else 'mixed':10} AUROC {roc_auc_score(right[chosen], sure[chosen]):.3f}"
            f"  unanswerable refused {(sure[no] < weak).mean():.3f}, called found {(sure[no] >= found).mean():.3f}"
            f"  answerable refused {(sure[yes] < weak).mean():.3f}, called found {(sure[yes] >= found).mean():.3f}"
        )


def save(entries: dict[str, Calibration]) -> None:
    """Write ``entries`` into index/calibration.json, beside those of other models."""
    adapter = TypeAdapter(dict[str, Calibration])
    known = adapter.validate_json(FILE.read_bytes()) if FILE.is_file() else {}
    FILE.write_bytes(adapter.dump_json({**known, **entries}, indent=1) + b"\n")
    print(f"\n{FILE.name}: {', '.join(entries)}")


if __name__ == "__main__":
    sys.exit(main())
