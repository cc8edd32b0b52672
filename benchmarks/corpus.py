"""A corpus as the systems that are compared find it: a folder with articles, their passages, and what is asked.

Nothing of Sourcier is imported here: a process that answers takes no more than its system needs, and an earlier version
of Sourcier brings its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

ARTICLES, PASSAGES, QUESTIONS = "articles", "passages.jsonl", "questions.jsonl"


@dataclass(frozen=True)
class Passage:
    """``text`` is shown, ``indexed`` is searched: the same under its ``title`` and section."""

    article: str
    text: str
    indexed: str
    lang: str
    title: str = ""


@dataclass(frozen=True)
class Corpus:
    """A folder with the articles, their passages and the questions, labelled as ``sourcier eval`` takes them."""

    folder: Path

    @property
    def articles(self) -> Path:
        return self.folder / ARTICLES

    def passages(self) -> list[Passage]:
        return read_passages(self.folder / PASSAGES)

    def records(self) -> list[dict[str, object]]:
        """The questions with their labels."""
        return [json.loads(line) for line in (self.folder / QUESTIONS).read_text("utf-8").splitlines()]

    def asked(self) -> list[str]:
        """The questions alone."""
        return [str(record["question"]) for record in self.records()]


def write_passages(path: Path, passages: Iterable[Passage]) -> None:
    write_lines(path, [asdict(passage) for passage in passages])


def read_passages(path: Path) -> list[Passage]:
    with path.open(encoding="utf-8") as lines:
        return [Passage(**json.loads(line)) for line in lines]


def write_lines(path: Path, records: Iterable[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
