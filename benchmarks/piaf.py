"""The French questions of PIAF and the paragraphs they are about, as the benchmarks take them.

DATA holds ``piaf_dev.jsonl.gz`` and ``piaf_dev_questions.jsonl.gz``. A passage is a paragraph under its title; it is
right when it is of the question's article and holds an answer.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ASKED = 1000


@dataclass(frozen=True)
class Passage:
    article: str
    text: str
    indexed: str


@dataclass(frozen=True)
class Question:
    text: str
    article: str
    answers: list[str]


def read_passages(data: Path) -> list[Passage]:
    passages = []
    with gzip.open(data / "piaf_dev.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            _, front, body = record["markdown"].split("---\n", 2)
            title = next(line for line in front.splitlines() if line.startswith("title:")).removeprefix("title:")
            passages += [
                Passage(record["article"], paragraph, f"{title}\n{paragraph}")
                for paragraph in body.split("\n\n")
                if paragraph.strip()
            ]
    return passages


def read_questions(data: Path, asked: int = ASKED) -> list[Question]:
    """The first of the self-contained questions, in an order that mixes the articles."""
    with gzip.open(data / "piaf_dev_questions.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [record for record in map(json.loads, file) if record["self_contained"]]
    chosen = np.random.default_rng(0).permutation(len(records))[:asked]
    return [Question(records[i]["question"], records[i]["article"], records[i]["answers"]) for i in chosen]


def rank(question: Question, found: Sequence[Passage]) -> int | None:
    """The place of the first right passage, from 1."""
    for place, passage in enumerate(found, start=1):
        if passage.article == question.article and any(answer in passage.text for answer in question.answers):
            return place
    return None
