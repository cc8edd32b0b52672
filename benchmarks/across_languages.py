"""French questions on English articles: how often the right article comes first, and among the first five.

    python benchmarks/across_languages.py --passages xquad.en.json --questions squad_french_test.json [--model NAME ...]

Both files have the form of SQuAD. The passages are XQuAD's (https://github.com/google-deepmind/xquad, CC BY-SA 4.0),
240 on 48 subjects; the questions are the 327 French ones of github.com/AkariAsai/extractive_rc_by_runtime_mt, on the
same subjects. Nothing was trained on either. For each model: by words, by the vector alone, by the whole ranking; and
the English questions of XQuAD, for which the passage must be right.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from index.building.reindex import ReindexPlan, reindex
from index.calibration.calibration import Calibration, calibration_for
from index.encoder.encoder import Encoder
from index.encoder.model import find_model
from index.generation.generation import Generation
from index.generation.store import GenerationStore
from index.question.query import Query
from index.ranking.search import Hit, search

LARGEST = 10**7
CUTS = (1, 5)


@dataclass(frozen=True)
class Question:
    """``right``: the article in which the answer stands, or the beginning of the passage."""

    text: str
    lang: str
    right: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--model", nargs="*", default=[None])
    arguments = parser.parse_args()
    english, french = (
        json.loads(path.read_text("utf-8"))["data"] for path in (arguments.passages, arguments.questions)
    )
    across = [Question(text, "fr", subject["title"]) for subject in french for _, text in asked(subject)]
    within = [Question(text, "en", told) for subject in english for told, text in asked(subject)]
    print(f"{len(across)} French questions, {len(within)} English ones; @{' and @'.join(map(str, CUTS))}")
    with tempfile.TemporaryDirectory() as scratch:
        articles = Path(scratch) / "articles"
        write_articles(english, articles)
        for number, name in enumerate(arguments.model):
            encoder = Encoder(find_model(name))
            store = GenerationStore(Path(scratch) / str(number))
            report = reindex(ReindexPlan(articles, LARGEST, 1), store, encoder, lambda *_: None)
            measure(name or "shipped", store.open(report.generation), encoder, across, within)


def asked(subject: dict) -> Iterable[tuple[str, str]]:
    """Each question of a subject, and its passage."""
    for paragraph in subject["paragraphs"]:
        for question in paragraph["qas"]:
            yield paragraph["context"], question["question"]


def write_articles(subjects: list[dict], folder: Path) -> None:
    """An article a passage, under the subject's title."""
    folder.mkdir()
    for subject in subjects:
        card = yaml.safe_dump({"title": subject["title"].replace("_", " "), "lang": "en"}, allow_unicode=True)
        for number, paragraph in enumerate(subject["paragraphs"]):
            text = f"---\n{card}---\n\n{paragraph['context']}\n"
            (folder / f"{subject['title']}-{number}.md").write_text(text, encoding="utf-8")


def measure(
    name: str, generation: Generation, encoder: Encoder, across: list[Question], within: list[Question]
) -> None:
    fitted = calibration_for(encoder.model.fingerprint)
    by_words = Calibration(0.0, {"bm25": 1.0}, {}, (), 1.0, 0.0, "")
    by_vector = Calibration(100.0, {"cosine": 1.0}, {}, (), 1.0, 0.0, "")
    for rule, calibration in (("words", by_words), ("vector", by_vector), ("ranking", fitted)):
        figures = [
            f"{kind} {' '.join(f'{share:.3f}' for share in found_at(questions, generation, encoder, calibration))}"
            for kind, questions in (("fr → en article", across), ("en → en passage", within))
        ]
        print(f"{name:24} {rule:8} {'   '.join(figures)}", flush=True)


def found_at(
    questions: list[Question], generation: Generation, encoder: Encoder, calibration: Calibration
) -> Iterable[float]:
    ranks = []
    for question in questions:
        encoded = encoder.question(question.text)
        query = Query(question.text, question.lang, encoded.vector, encoded.pieces)
        hits = search(generation, query, calibration, max(CUTS))
        ranks.append(next((at for at, hit in enumerate(hits, 1) if is_right(question, hit)), max(CUTS) + 1))
    return [float(np.mean([rank <= cut for rank in ranks])) for cut in CUTS]


def is_right(question: Question, hit: Hit) -> bool:
    if question.lang == "fr":
        return hit.indexed.card.title == question.right.replace("_", " ")
    return hit.indexed.passage.text[:40] in question.right


if __name__ == "__main__":
    main()
