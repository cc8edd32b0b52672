"""Lists, comparisons and contradictions: how many items of a list stand in marked sentences, whether two that are
compared stand side by side, and whether both sides of a contradiction are shown.

    python benchmarks/lists.py [STORIES] [--part chosen|aside|all]

Without STORIES the questions of ``lists.jsonl`` beside this file are asked of knowledge/. STORIES is a file of stories
(a JSON object a line, perhaps in gzip), each with ``articles``, and ``lists``, ``contradictions`` and ``questions``
labelled with words of a paragraph; all articles go into one base. Beside them: quotes a list shows, and how many of
questions about a single figure or date are called contradicted. Every third question is kept ``aside``: weights and
words are chosen on the others.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from index.answer import Answer
from index.engine import Engine, EngineOptions
from index.view import View

FIGURES = ("number", "date")
HOME = Path(__file__).resolve().parent.parent
ASIDE = 3

Told = Mapping[str, Sequence[str]]
"""By the ids of articles, words any of which tells an item."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question, and what is to be told: the items of a list, or the sides of what is compared or disputed."""

    question: str
    told: tuple[Told, ...]

    @classmethod
    def of_line(cls, line: Mapping[str, Any], key: str) -> Self:
        """A line of ``lists.jsonl``."""
        return cls(line["q"], tuple(line[key]))

    @classmethod
    def of_story(cls, story: int, one: Mapping[str, Any], key: str) -> Self:
        """A list or a contradiction of a story."""
        return cls(one["q"], tuple({article_id(story, its["at"][0]): [its["a"]]} for its in one[key]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", type=Path, nargs="?")
    parser.add_argument("--part", choices=("chosen", "aside", "all"), default="all")
    arguments = parser.parse_args()
    stories = stories_of(arguments.stories) if arguments.stories else None
    with tempfile.TemporaryDirectory() as scratch:
        knowledge = Path(scratch) / "articles" if stories is not None else HOME / "knowledge"
        if stories is not None:
            write(stories, knowledge)
        engine = Engine(EngineOptions(knowledge, Path(scratch) / "data", reading_seconds=60))
        engine.prepare()
        view = engine.seen_from(None)
        lists, compared = labelled_lists(stories)
        measure_lists(view, part_of(lists, arguments.part))
        measure_compared(view, part_of(compared, arguments.part))
        if stories is not None:
            measure_disputed(view, stories, arguments.part)
        engine.close()


def stories_of(file: Path) -> list[dict[str, Any]]:
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write(stories: list[dict[str, Any]], folder: Path) -> None:
    folder.mkdir(parents=True)
    for number, story in enumerate(stories):
        for place, article in enumerate(story["articles"]):
            front = [f"{key}: {json.dumps(article[key], ensure_ascii=False)}" for key in ("title", "date", "lang")]
            text = "\n".join(["---", *front, "---", "", "\n\n".join(article["paragraphs"]), ""])
            (folder / f"{article_id(number, place)}.md").write_text(text, encoding="utf-8")


def article_id(story: int, place: int) -> str:
    return f"story-{story:03}-{place}"


def labelled_lists(stories: list[dict[str, Any]] | None) -> tuple[list[Labelled], list[Labelled]]:
    """The lists and the comparisons to ask: those of ``stories``, or of knowledge/."""
    if stories is not None:
        found = [Labelled.of_story(at, one, "items") for at, its in enumerate(stories) for one in its.get("lists", [])]
        return found, []
    lines = [json.loads(line) for line in (HOME / "benchmarks" / "lists.jsonl").read_text("utf-8").splitlines()]
    lists = [Labelled.of_line(line, "items") for line in lines if "items" in line]
    return lists, [Labelled.of_line(line, "sides") for line in lines if "sides" in line]


def part_of(questions: Sequence[T], part: str) -> list[T]:
    """The questions that choices are made on, those kept aside, or all."""
    return [one for at, one in enumerate(questions) if part == "all" or (at % ASIDE == 0) == (part == "aside")]


def measure_lists(view: View, lists: Sequence[Labelled]) -> None:
    told = whole = items = quotes = marked = holding = 0
    for one in lists:
        answer = view.ask(one.question)
        shown = sentences(answer)
        found = sum(any(is_told(its, sentence) for sentence in shown) for its in one.told)
        told, items, whole = told + found, items + len(one.told), whole + (found == len(one.told))
        quotes, marked = quotes + len(answer.quotes), marked + len(shown)
        holding += sum(any(is_told(its, sentence) for its in one.told) for sentence in shown)
    if lists:
        print(f"{len(lists)} lists: items {told / items:.3f}, whole {whole / len(lists):.3f},", end=" ")
        print(f"quotes {quotes / len(lists):.1f}, marked sentences that hold an item {holding / max(1, marked):.2f}")


def measure_compared(view: View, compared: Sequence[Labelled]) -> None:
    both = ordered = 0
    for one in compared:
        shown = [sentences(quote) for quote in view.ask(one.question).quotes[:2]]
        places = [[at for at, its in enumerate(shown) if any(is_told(side, text) for text in its)] for side in one.told]
        both += all(places)
        ordered += all(places) and places[0][0] <= places[1][-1]
    if compared:
        print(f"{len(compared)} comparisons: both marked in the first two quotes {both / len(compared):.3f},", end=" ")
        print(f"in the order of time {ordered / len(compared):.3f}")


def measure_disputed(view: View, stories: list[dict[str, Any]], part: str) -> None:
    numbered = list(enumerate(stories))
    disputed = [Labelled.of_story(at, one, "sides") for at, its in numbered for one in its.get("contradictions", [])]
    known = {one.question for one in disputed}
    disputed = part_of(disputed, part)
    both = said = 0
    for one in disputed:
        answer = view.ask(one.question)
        shown = [(quote.article.id, quote.text) for quote in answer.quotes[:2]]
        both += all(any(is_told(side, text) for text in shown) for side in one.told)
        said += any(quote.contradicted_by for quote in answer.quotes)
    if disputed:
        print(f"{len(disputed)} contradictions: both sides first {both / len(disputed):.3f}, marked {said}")
    single = [one for its in stories for one in its["questions"] if one["kind"] in FIGURES and one["q"] not in known]
    single = part_of(single, part)
    false = sum(any(quote.contradicted_by for quote in view.ask(one["q"]).quotes) for one in single)
    print(f"{len(single)} figures and dates that nobody disputes: marked {false}")


def is_told(told: Told, sentence: tuple[str, str]) -> bool:
    """Whether a ``sentence`` of an article tells one item."""
    article, text = sentence
    return any(words in text for words in told.get(article, ()))


def sentences(shown: Answer | Any) -> list[tuple[str, str]]:
    """The article and the text of each marked sentence of an answer, or of a quote."""
    return [
        (quote.article.id, quote.text[start - quote.start : end - quote.start])
        for quote in getattr(shown, "quotes", (shown,))
        for start, end in quote.highlights
    ]


if __name__ == "__main__":
    main()
