"""Invented articles with questions that teach reading: dossiers and stories, as one kind of record.

A *dossier* is one article whose every paragraph comes with questions it answers and tempting ones that nothing
answers; a *story* is one subject through several articles of different dates. Both give, for most of the questions that
nothing answers, the one sentence that would (an insert): so the same question stands over two passages that differ in a
single sentence, and neither its form nor shared words give the label away.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

STORY, ARCHIVE = "story", "archive"
DOSSIERS_ASIDE: Final = 9
STORIES_ASIDE: Final = {STORY: 5, ARCHIVE: 10}
"""One set of dossiers, or one story, in so many is kept for choosing and for calibration."""


@dataclass(frozen=True, slots=True)
class InventedArticle:
    """An article; ``body`` is its paragraphs with a blank line between them."""

    id: str
    title: str
    date: str
    lang: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        """The whole text."""
        return "\n\n".join(self.paragraphs)

    def offset(self, paragraph: int) -> int:
        """Where a paragraph begins in the body."""
        return sum(len(text) + 2 for text in self.paragraphs[:paragraph])


@dataclass(frozen=True, slots=True)
class Insert:
    """A sentence which, put into ``article``'s body at ``at`` (with the space before it), answers a question; the
    answer is ``start:end`` of the body with it."""

    article: str
    at: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class InventedQuestion:
    """A question; answered by ``start:end`` of the body of ``article``, or by nothing when ``start`` is None, and then
    by ``insert`` if there is one. ``newest`` when older statements of the same are no answer any more."""

    id: str
    text: str
    lang: str
    kind: str
    source: str
    aside: bool
    article: str
    start: int | None
    end: int | None
    insert: Insert | None
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Invented:
    """Articles with their questions."""

    articles: tuple[InventedArticle, ...]
    questions: tuple[InventedQuestion, ...]


def read_dossiers(path: Path) -> Invented:
    """The dossiers of ``path`` (JSON lines, gzip)."""
    articles, questions = [], []
    for record in _lines(path):
        article = InventedArticle(
            record["id"],
            record["title"],
            record["date"],
            record["lang"],
            tuple(paragraph["text"] for paragraph in record["paragraphs"]),
        )
        articles.append(article)
        aside = is_aside(article.id.rpartition("-")[0], DOSSIERS_ASIDE)
        for place, paragraph in enumerate(record["paragraphs"]):
            questions.extend(_asked_of_paragraph(article, place, paragraph, aside))
    return Invented(tuple(articles), tuple(questions))


def _asked_of_paragraph(
    article: InventedArticle, place: int, paragraph: dict[str, Any], aside: bool
) -> Iterator[InventedQuestion]:
    offset = article.offset(place)
    for number, asked in enumerate([*paragraph["answerable"], *paragraph["unanswerable"]]):
        start, end, insert = None, None, None
        if "answer" in asked:
            start = offset + asked["start"]
            end = start + len(asked["answer"])
        elif asked.get("insert"):
            its = asked["insert"]
            grown = len(its["text"]) - len(paragraph["text"])
            at = offset + its["at"]
            text = its["text"][its["at"] : its["at"] + grown]
            begins = offset + its["start"]
            insert = Insert(article.id, at, text, begins, begins + len(its["answer"]))
        yield InventedQuestion(
            f"{article.id}-{place}-{number}",
            asked["question"],
            asked["lang"],
            asked.get("style") or asked["kind"],
            "dossier",
            aside,
            article.id,
            start,
            end,
            insert,
        )


def read_stories(paths: Iterable[Path], source: str = STORY) -> Invented:
    """The stories of ``paths`` (JSON lines, gzip when the name says so); ``source`` is what their questions are called
    after: those of the ARCHIVE are shorter, with more that tempts."""
    articles, questions = [], []
    for path in paths:
        for record in _lines(path):
            its = [
                InventedArticle(
                    f"{record['id']}-{number}", each["title"], each["date"], each["lang"], tuple(each["paragraphs"])
                )
                for number, each in enumerate(record["articles"])
            ]
            articles.extend(its)
            questions.extend(_asked_of_story(record, its, source))
    return Invented(tuple(articles), tuple(questions))


def _asked_of_story(record: dict[str, Any], articles: list[InventedArticle], source: str) -> Iterator[InventedQuestion]:
    aside = is_aside(record["id"], STORIES_ASIDE[source])
    for number, asked in enumerate(record["questions"]):
        article = articles[asked["at"][0]]
        start = article.offset(asked["at"][1]) + article.paragraphs[asked["at"][1]].index(asked["a"])
        yield InventedQuestion(
            f"{record['id']}-q{number}",
            asked["q"],
            asked["lang"],
            asked["kind"],
            source,
            aside,
            article.id,
            start,
            start + len(asked["a"]),
            None,
            asked["kind"] == "latest",
        )
    for number, asked in enumerate(record["absent"]):
        insert, its = None, asked.get("insert")
        article = articles[its["at"][0] if its else (asked.get("closest") or {"at": [0]})["at"][0]]
        if its:
            paragraph = article.paragraphs[its["at"][1]]
            at = article.offset(its["at"][1]) + paragraph.index(its["after"]) + len(its["after"])
            begins = at + 1 + its["sentence"].index(its["a"])
            insert = Insert(article.id, at, " " + its["sentence"], begins, begins + len(its["a"]))
        yield InventedQuestion(
            f"{record['id']}-a{number}",
            asked["q"],
            asked["lang"],
            asked["kind"],
            source,
            aside,
            article.id,
            None,
            None,
            insert,
        )


def labels_of(asked: InventedQuestion, articles: Mapping[str, InventedArticle]) -> dict[str, object]:
    """A question on ``articles``, by their ids, as :func:`index.measuring.labelled.labelled` takes it."""
    answer = articles[asked.article].body[asked.start : asked.end] if asked.start is not None else None
    return {
        "id": asked.id,
        "lang": asked.lang,
        "question": asked.text,
        "answerable": answer is not None,
        "answers": [answer] if answer is not None else [],
        "article": asked.article if answer is not None else None,
        "kind": asked.kind,
    }


def is_aside(name: str, one_in: int) -> bool:
    """Whether a set of dossiers, or a story, is among those kept for measuring: about one in so many."""
    return zlib.crc32(name.encode()) % one_in == 0


def write_articles(articles: Iterable[InventedArticle], folder: Path) -> None:
    """Write ``articles`` as Markdown files, whose bodies read back as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in articles:
        card = json.dumps({"title": each.title, "date": each.date, "lang": each.lang}, ensure_ascii=False)
        (folder / f"{each.id}.md").write_text(f"---\n{card}\n---\n\n{each.body}\n", encoding="utf-8")


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)
