"""What a model is worth, beside others and beside none, on questions that it was not tuned on.

    python training/measure_model.py --data DATA [--knowledge knowledge] [--beside NAME ...]

The shipped model and those named are asked the same questions of the same base: knowledge/, PIAF's articles and our
press. The questions are those on articles set aside (``bases.py``) and our own on knowledge/, in the language of the
passage and across. For each: recall at 1 and 5 of the passages that answer, by words (BM25), by the vector alone, by
both (BM25 scaled to 1 and 2.4 times the cosine), and by the whole ranking; and how many questions the last answers
first that BM25 doesn't, and the other way round, with the p-value of a sign test. ``random`` names a model of the
shipped one's shape whose weights were drawn.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bases import index_folder, own_questions, piaf_folder, piaf_questions, set_aside
from numpy.typing import NDArray
from press import press_questions, write_press
from scipy.stats import binomtest

from index.calibration.calibration import calibration_for
from index.encoder.encoder import Encoder
from index.encoder.model import SHIPPED_MODEL, find_model
from index.generation.generation import Generation
from index.measuring.labelled import LabelledQuestion
from index.question.query import Query
from index.ranking.search import search

DENSE_WEIGHT = 2.4
CUTS = (1, 5)
RANDOM = "random"
NOWHERE = 10**6

Rank = Callable[[Query], Sequence[int]]
"""The rows of a base in the order a rule puts them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the set it is of, and the rows that answer it."""

    question: LabelledQuestion
    set: str
    right: frozenset[int]


def main() -> int:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--beside", nargs="*", default=[])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "articles"
        piaf_folder(arguments.data, arguments.knowledge, folder)
        write_press(folder)
        for number, name in enumerate((None, *arguments.beside)):
            encoder = Encoder(find_model(str(drawn_at_random(Path(scratch))) if name == RANDOM else name))
            generation = index_folder(folder, Path(scratch) / str(number), encoder)
            asked = list(questions(arguments.data, arguments.knowledge, generation))
            report(name or "shipped", asked, generation, encoder)
    return 0


def questions(data: Path, knowledge: Path, generation: Generation) -> Iterable[Asked]:
    """The questions, with the rows of ``generation`` that answer each."""
    passages = generation.texts.passages(range(generation.manifest.passages))
    rows = defaultdict(list)
    own = {path.stem for path in knowledge.glob("*.md")}
    for row, indexed in enumerate(passages):
        rows[indexed.card.id].append(row)
    sets = {
        "PIAF": piaf_questions(data),
        "press": [question for question in press_questions() if set_aside(question.article or "")],
        "ours": [question for question in own_questions(data, knowledge) if question.answerable],
    }
    for name, its in sets.items():
        for question in its:
            places = rows[question.article] if question.article else [row for stem in own for row in rows[stem]]
            right = frozenset(row for row in places if question.answered_by(passages[row].passage.text))
            if right:
                across = all(passages[row].card.lang != question.lang for row in right)
                yield Asked(question, name + " across" * across, right)


def report(name: str, asked: Sequence[Asked], generation: Generation, encoder: Encoder) -> None:
    """Print what each rule gives with the model ``encoder`` runs."""
    queries = [query_of(each.question, generation, encoder) for each in asked]
    rules = rules_over(generation, encoder)
    ranks = {
        rule: np.array([rank_of(each.right, order(query)) for each, query in zip(asked, queries, strict=True)])
        for rule, order in rules.items()
    }
    print(f"\n{name}")
    for kind in dict.fromkeys(each.set for each in asked):
        chosen = np.array([each.set == kind for each in asked])
        row = f"  {kind:13} {chosen.sum():4}"
        for rule, its in ranks.items():
            row += f"  {rule} " + " ".join(f"{(its[chosen] <= cut).mean():.3f}" for cut in CUTS)
        won, lost = (ranks["ranking"] == 1) & (ranks["BM25"] > 1), (ranks["ranking"] > 1) & (ranks["BM25"] == 1)
        print(f"{row}  won {won[chosen].sum()} lost {lost[chosen].sum()} p {sign_test(won[chosen], lost[chosen]):.1g}")


def rules_over(generation: Generation, encoder: Encoder) -> dict[str, Rank]:
    """The rules compared."""
    every = np.arange(generation.manifest.passages)
    calibration = calibration_for(encoder.model.fingerprint)

    def words(query: Query) -> NDArray[np.float32]:
        scores = generation.terms.scores(query.text, query.lang)
        return scores / max(1e-9, float(scores.max()))

    def vector(query: Query) -> NDArray[np.float32]:
        return generation.vectors.cosines(query.vector, every)

    return {
        "BM25": lambda query: best(words(query)),
        "vector": lambda query: best(vector(query)),
        "both": lambda query: best(words(query) + DENSE_WEIGHT * vector(query)),
        "ranking": lambda query: [hit.row for hit in search(generation, query, calibration, max(CUTS))],
    }


def query_of(question: LabelledQuestion, generation: Generation, encoder: Encoder) -> Query:
    """The question as the engine asks it."""
    text = generation.wording.under_own_names(generation.spelling.corrected(question.text, question.lang))
    encoded = encoder.question(text)
    return Query(text, question.lang, encoded.vector, encoded.pieces)


def best(scores: NDArray[np.float32]) -> list[int]:
    """The rows of the highest scores, highest first."""
    return [int(row) for row in np.argsort(-scores, kind="stable")[: max(CUTS)]]


def rank_of(right: frozenset[int], rows: Sequence[int]) -> int:
    """The rank, from 1, of the first row that is right."""
    return next((rank for rank, row in enumerate(rows, start=1) if row in right), NOWHERE)


def sign_test(won: NDArray[np.bool_], lost: NDArray[np.bool_]) -> float:
    """How likely as uneven a split is by chance."""
    total = int(won.sum() + lost.sum())
    return float(binomtest(int(won.sum()), total).pvalue) if total else 1.0


def drawn_at_random(scratch: Path) -> Path:
    """The shipped model with other weights, drawn as BERT's are before training."""
    import torch
    from sentence_transformers import SentenceTransformer

    folder = scratch / RANDOM
    shutil.copytree(SHIPPED_MODEL, folder, ignore=shutil.ignore_patterns("*.onnx", "words.safetensors"))
    torch.manual_seed(0)
    transformer = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    transformer[0].auto_model.init_weights()
    for parameter in transformer.parameters():
        if parameter.dim() > 1:
            torch.nn.init.normal_(parameter, std=0.02)
    transformer.save(str(folder), create_model_card=False)
    return folder


if __name__ == "__main__":
    sys.exit(main())
