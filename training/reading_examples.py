"""What the reader learns from: questions with passages that answer and passages that don't, as the engine cuts them.

    python training/reading_examples.py --sources SOURCES --to FOLDER [--sets NAME ...] [--most N]

SOURCES holds ``training/`` (dossiers, stories) and ``data/`` (PIAF); our own stories and press lie beside this script.
Each question comes with

- the windows that hold its answer (``right``);
- for one that nothing answers, the window into which a sentence was put that does (``right`` too), and the same window
  without it (``twin``);
- for one that is answered, the window with the sentence that answers taken out (``hollow``);
- other windows of its article (``near``), and what the engine ranks first (``found``).

Passages are stored once, with what is read above them: title, date, section and, further down in an article, its lead.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
from bases import index_folder, piaf_folder, set_aside
from examples import piaf_in_english, piaf_question
from invented import ARCHIVE, STORY, Insert, Invented, InventedArticle, read_dossiers, read_stories, write_articles
from press import absent_questions, press_questions, write_press
from ranking import CANDIDATE_WEIGHT

from index.article import Article, ArticleCard
from index.encoder.encoder import Encoder
from index.encoder.model import find_model
from index.generation.generation import Generation
from index.measuring.labelled import LabelledQuestion
from index.passages.passage import Passage, Span
from index.passages.sentences import sentences
from index.passages.windows import passages_of
from index.reading.page import Page, lead_of, page_of

FOUND: Final = 10
NEAR: Final = 12
Asked = tuple[LabelledQuestion, str, bool]
"""A question, where it comes from, whether it is set aside."""
T = TypeVar("T")


@dataclass(slots=True)
class Example:
    """A question with the numbers of the passages about it; ``right`` ones with the span of the answer in their text.
    ``places`` of ``found`` tell which of them are right."""

    question: str
    lang: str
    kind: str
    source: str
    aside: bool
    newest: bool
    right: list[tuple[int, int, int]] = field(default_factory=list)
    twin: list[int] = field(default_factory=list)
    hollow: list[int] = field(default_factory=list)
    near: list[int] = field(default_factory=list)
    found: list[int] = field(default_factory=list)


class Passages:
    """Passages by number, each once."""

    def __init__(self) -> None:
        self.all: list[Page] = []
        self._numbers: dict[Page, int] = {}

    def number(self, card: ArticleCard, body: str, passage: Passage) -> int:
        """The number of a window."""
        told = page_of(card.title, card.date, lead_of(body), passage)
        if told not in self._numbers:
            self._numbers[told] = len(self.all)
            self.all.append(told)
        return self._numbers[told]


def main() -> int:
    """Gather and write, a file for each set; one that is there already stays."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--sets", nargs="*", default=["stories", "archive", "press", "dossiers"])
    parser.add_argument("--most", type=int, help="questions of a set, for a trial: spread over it")
    arguments = parser.parse_args()
    arguments.to.mkdir(parents=True, exist_ok=True)
    encoder = Encoder(find_model(None))
    training = arguments.sources / "training"
    for name in arguments.sets:
        path = arguments.to / f"{name}.json.gz"
        if path.exists():
            continue
        passages = Passages()
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "articles"
            if name == "press":
                piaf_folder(arguments.sources / "data", arguments.knowledge, folder)
                write_press(folder)
            else:
                invented = spread(invented_of(name, training), arguments.most)
                write_articles(invented.articles, folder)
            generation = index_folder(folder, Path(scratch) / "index", encoder)
            if name == "press":
                asked: Iterable[Asked] = labelled_questions(arguments.sources / "data")
                if arguments.most is not None:
                    asked = evenly(list(asked), arguments.most)
                examples = list(of_press(asked, generation, encoder, passages))
            else:
                examples = list(of_invented(invented, generation, encoder, passages))
        content = {"passages": [asdict(told) for told in passages.all], "examples": [asdict(each) for each in examples]}
        with gzip.open(path.with_suffix(".tmp"), "wt", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False)
        path.with_suffix(".tmp").replace(path)
        print(f"{path}: {len(examples)} questions, {len(passages.all)} passages", flush=True)
    return 0


def invented_of(name: str, training: Path) -> Invented:
    """The invented articles of a set."""
    if name == "dossiers":
        return read_dossiers(training / "dossiers.jsonl.gz")
    ours = sorted(Path(__file__).parent.glob(f"{name}_*.jsonl"))
    return read_stories(ours, ARCHIVE) if name == "archive" else read_stories([training / "stories.jsonl.gz", *ours])


def spread(invented: Invented, most: int | None) -> Invented:
    """At most so many of the questions, from all over, with the articles that they are about."""
    if most is None:
        return invented
    asked = tuple(evenly(invented.questions, most))
    about = {question.article for question in asked}
    return Invented(tuple(article for article in invented.articles if article.id in about), asked)


def evenly(every: Sequence[T], most: int) -> Sequence[T]:
    """At most so many of ``every``, at even distances."""
    return every[:: -(-len(every) // most)]


def of_invented(invented: Invented, generation: Generation, encoder: Encoder, passages: Passages) -> Iterator[Example]:
    """The questions on dossiers and stories."""
    articles = {article.id: article for article in invented.articles}
    for number, asked in enumerate(invented.questions):
        article = articles[asked.article]
        example = Example(asked.text, asked.lang, asked.kind, asked.source, asked.aside, asked.newest)
        windows = windows_of(article, article.body)
        if asked.start is not None and asked.end is not None:
            span = (asked.start, asked.end)
            example.right = [
                (passages.number(*_of(article, article.body), window), span[0] - window.start, span[1] - window.start)
                for window in windows
                if covers(window, span)
            ]
            body = without_sentence(article.body, span)
            if body is not None:
                example.hollow = [
                    passages.number(*_of(article, body), window)
                    for window in windows_of(article, body)
                    if window.start <= span[0] <= window.end + 1
                ]
        elif asked.insert is not None:
            example.right = list(_with_insert(article, asked.insert, passages))
            at = asked.insert.at
            example.twin = [
                passages.number(*_of(article, article.body), window)
                for window in windows
                if window.start <= at <= window.end
            ]
        answer = article.body[asked.start : asked.end] if asked.start is not None else None
        story = asked.article.rpartition("-")[0]
        right = {place for place, _, _ in example.right}
        for window in windows:
            place = passages.number(*_of(article, article.body), window)
            if place not in right and (answer is None or answer not in window.text):
                example.near.append(place)
        example.near = example.near[:NEAR]
        for card, body, window in ranked(asked.text, asked.lang, generation, encoder):
            its_story = asked.source in (STORY, ARCHIVE) and card.id.rpartition("-")[0] == story
            if asked.newest and its_story and card.id != asked.article:
                continue  # what was said before: neither wrong nor right
            place = passages.number(card, body, window)
            same = card.id == asked.article or its_story
            if place not in right and same and answer is not None and answer in window.text:
                continue  # may answer as well
            example.found.append(place)
        if number % 2000 == 0:
            print(f"  {number} of {len(invented.questions)}", file=sys.stderr, flush=True)
        yield example


def _of(article: InventedArticle, body: str) -> tuple[ArticleCard, str]:
    return ArticleCard(article.id, article.title, article.date, None, None, f"{article.id}.md", article.lang), body


def _with_insert(article: InventedArticle, insert: Insert, passages: Passages) -> Iterator[tuple[int, int, int]]:
    body = article.body[: insert.at] + insert.text + article.body[insert.at :]
    for window in windows_of(article, body):
        if covers(window, (insert.start, insert.end)):
            yield (
                passages.number(*_of(article, body), window),
                insert.start - window.start,
                insert.end - window.start,
            )


@lru_cache(maxsize=64)
def windows_of(article: InventedArticle, body: str) -> Sequence[Passage]:
    """The passages of the article with that body."""
    return passages_of(Article(_of(article, body)[0], body))


def covers(window: Passage, span: Span) -> bool:
    """Whether a window holds all of a span."""
    return window.start <= span[0] and span[1] <= window.end


def without_sentence(body: str, span: Span) -> str | None:
    """``body`` without the sentence that holds ``span``; None when that is all of a paragraph, or more than one."""
    for start, end in sentences(body, 0, len(body)):
        if start <= span[0] and span[1] <= end:
            alone = (start == 0 or body[start - 2 : start] == "\n\n") and body[end : end + 2] in ("", "\n\n")
            return None if alone else body[:start] + body[end:].lstrip(" ")
    return None


def ranked(
    text: str, lang: str, generation: Generation, encoder: Encoder
) -> Iterator[tuple[ArticleCard, str, Passage]]:
    """What the engine finds first, by words and meaning alone."""
    bm25 = generation.terms.scores(text, lang)
    cosines = generation.vectors.cosines(encoder.question(text).vector, np.arange(len(bm25)))
    scores = bm25 / max(1e-9, float(bm25.max())) + CANDIDATE_WEIGHT * cosines
    best = [int(row) for row in np.argsort(-scores, kind="stable")[:FOUND]]
    for indexed in generation.texts.passages(best):
        yield indexed.card, _bodies(generation, indexed.card.id), indexed.passage


_READ: dict[tuple[int, str], str] = {}


def _bodies(generation: Generation, article: str) -> str:
    key = (id(generation), article)
    if key not in _READ:
        found = generation.texts.article(article)
        _READ[key] = found.body if found else ""
    return _READ[key]


def labelled_questions(data: Path) -> Iterator[Asked]:
    """PIAF's, in both languages, and those on our press, with and without an answer; whether each is set aside."""
    with gzip.open(data / "piaf_dev_questions.jsonl.gz", "rt", encoding="utf-8") as file:
        records = {record["id"]: record for record in map(json.loads, file)}
    english = [{**records[name], "lang": "en", "question": text} for name, text in piaf_in_english()]
    for record in (*records.values(), *english):
        yield piaf_question(record), "PIAF", set_aside(record["article"])
    for question in (*press_questions(), *absent_questions()):
        yield question, "press", set_aside(question.article or "")


def of_press(asked: Iterable[Asked], generation: Generation, encoder: Encoder, passages: Passages) -> Iterator[Example]:
    """The questions on PIAF's articles and our press."""
    indexed = generation.texts.passages(range(generation.manifest.passages))
    windows: dict[str, list[Passage]] = {}
    cards = {}
    for each in indexed:
        windows.setdefault(each.card.id, []).append(each.passage)
        cards[each.card.id] = each.card
    for question, source, aside in asked:
        article = question.article or ""
        if article not in cards:
            continue
        body = _bodies(generation, article)
        example = Example(question.text, question.lang, question.kind or "", source, aside, newest=False)
        for window in windows[article]:
            place = passages.number(cards[article], body, window)
            spans = [match.span() for pattern in question.patterns if (match := pattern.search(plain(window.text)))]
            if not spans:
                example.near.append(place)
            elif question.answerable:
                example.right.append((place, *spans[0]))
        if question.answerable and not example.right:
            continue
        example.near = example.near[:NEAR]
        right = {place for place, _, _ in example.right}
        for card, its, window in ranked(question.text, question.lang, generation, encoder):
            place = passages.number(card, its, window)
            if place in right or not question.answered_by(window.text):
                example.found.append(place)
        yield example


def plain(text: str) -> str:
    """``text`` with plain apostrophes, place by place."""
    return text.replace("’", "'")


if __name__ == "__main__":
    sys.exit(main())
