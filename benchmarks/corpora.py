"""What the systems are compared on: PIAF's articles and questions, and knowledge/ with its own.

Every system gets the passages that Sourcier makes of the articles, under their titles, and is asked the same questions.
A passage found is right when it holds what the question's label says, in the right article if that is labelled.
"""

from __future__ import annotations

import gzip
import json
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from index.articles.folder import read_folder
from index.measuring.labelled import LabelledQuestion, labelled, read_questions
from index.passages.context import text_in_context
from index.passages.sentences import sentences
from index.passages.windows import passages_of

ROOT = Path(__file__).parents[1]
KNOWLEDGE = ROOT / "knowledge"
OWN_QUESTIONS = sorted((ROOT / "training").glob("questions*.jsonl"))
ARTICLES, PASSAGES, QUESTIONS = "articles", "passages.jsonl", "questions.jsonl"
LARGEST = 10**8


@dataclass(frozen=True)
class Passage:
    """``text`` is shown, ``indexed`` is searched: the same under its title and section."""

    article: str
    text: str
    indexed: str
    lang: str


@dataclass(frozen=True)
class Corpus:
    """A folder with the articles, their passages and the questions."""

    folder: Path

    @property
    def articles(self) -> Path:
        return self.folder / ARTICLES

    def passages(self) -> list[Passage]:
        return read_passages(self.folder / PASSAGES)

    def questions(self) -> list[LabelledQuestion]:
        return [labelled(json.loads(line)) for line in (self.folder / QUESTIONS).read_text("utf-8").splitlines()]


def make_corpus(name: str, data: Path, asked: int, folder: Path) -> Corpus:
    """The corpus ``name``, "piaf" or "knowledge", in ``folder``, with at most ``asked`` questions."""
    folder.mkdir()
    if name == "piaf":
        (folder / ARTICLES).mkdir()
        for record in _unpacked(data / "piaf_dev.jsonl.gz"):
            (folder / ARTICLES / f"{record['article']}.md").write_text(record["markdown"], encoding="utf-8")
        records = [each for each in _unpacked(data / "piaf_dev_questions.jsonl.gz") if each["self_contained"]]
    else:
        shutil.copytree(KNOWLEDGE, folder / ARTICLES)
        records = _own_records(data)
    chosen = np.random.default_rng(0).permutation(len(records))[:asked]
    _write_lines(folder / QUESTIONS, [records[place] for place in chosen])
    articles = [file.article for file in read_folder(folder / ARTICLES, max_bytes=LARGEST).files]
    found = [
        Passage(article.card.id, passage.text, text_in_context(article.card.title, passage), article.card.lang)
        for article in articles
        for passage in passages_of(article)
    ]
    write_passages(folder / PASSAGES, found)
    return Corpus(folder)


def write_passages(path: Path, passages: list[Passage]) -> None:
    _write_lines(path, [asdict(passage) for passage in passages])


def read_passages(path: Path) -> list[Passage]:
    with path.open(encoding="utf-8") as lines:
        return [Passage(**json.loads(line)) for line in lines]


def is_right(question: LabelledQuestion, passage: Passage) -> bool:
    return question.article in (None, passage.article) and question.answered_by(passage.text)


def _own_records(data: Path) -> list[dict[str, object]]:
    articles = [file.article for file in read_folder(KNOWLEDGE, max_bytes=LARGEST).files]
    topics = frozenset({"seed", *(article.tags[0] for article in articles if article.tags)})
    records = []
    for path in (data / "questions_dev.jsonl", *OWN_QUESTIONS):
        kept = {question.id for question in read_questions(path, topics) if question.answerable}
        records += [each for each in map(json.loads, path.read_text("utf-8").splitlines()) if each["id"] in kept]
    return records


def _unpacked(path: Path) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _write_lines(path: Path, records: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def dealt(texts: Sequence[str], count: int, each: int, draw: random.Random) -> Iterator[str]:
    """``count`` articles of ``each`` sentences, taken by lot from ``texts``, the first of them the title too."""
    every = [text[start:end] for text in texts for start, end in sentences(text, 0, len(text))]
    for _ in range(count):
        chosen = draw.sample(every, each)
        yield f"---\ntitle: {chosen[0][:60]!r}\n---\n\n{' '.join(chosen)}\n"
