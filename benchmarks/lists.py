"""Lists and contradictions on a base of stories: how many items of a list stand in marked sentences, and whether both
sides of a contradiction are shown.

    python benchmarks/lists.py STORIES [--one-in 1]

STORIES is a file of stories (a JSON object a line, perhaps in gzip), each with ``articles``, and ``lists``,
``contradictions`` and ``questions`` labelled with words of a paragraph; all articles go into one base. With
``--one-in N`` every Nth question of each sort is asked. Beside them: quotes a list shows, and how many of questions
about a single figure or date are called contradicted.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from pathlib import Path
from typing import Any

from index.answer import Answer
from index.engine import Engine, EngineOptions
from index.view import View

FIGURES = ("number", "date")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", type=Path)
    parser.add_argument("--one-in", type=int, default=1)
    arguments = parser.parse_args()
    opened = gzip.open if arguments.stories.suffix == ".gz" else open
    with opened(arguments.stories, "rt", encoding="utf-8") as lines:
        stories = [json.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as scratch:
        engine = Engine(EngineOptions(Path(scratch) / "articles", Path(scratch) / "data", reading_seconds=60))
        write(stories, Path(scratch) / "articles")
        engine.prepare()
        engine.reindex()
        measure(engine.seen_from(None), stories, arguments.one_in)
        engine.close()


def write(stories: list[dict[str, Any]], folder: Path) -> None:
    folder.mkdir(parents=True)
    for number, story in enumerate(stories):
        for place, article in enumerate(story["articles"]):
            front = [f"{key}: {json.dumps(article[key], ensure_ascii=False)}" for key in ("title", "date", "lang")]
            text = "\n".join(["---", *front, "---", "", "\n\n".join(article["paragraphs"]), ""])
            (folder / f"{article_id(number, place)}.md").write_text(text, encoding="utf-8")


def article_id(story: int, place: int) -> str:
    return f"story-{story:03}-{place}"


def measure(view: View, stories: list[dict[str, Any]], one_in: int) -> None:
    numbered = list(enumerate(stories))
    lists = [(number, one) for number, story in numbered for one in story.get("lists", [])][::one_in]
    told = whole = items = quotes = marked = holding = 0
    for number, one in lists:
        answer = view.ask(one["q"])
        wanted = [(article_id(number, item["at"][0]), item["a"]) for item in one["items"]]
        shown = sentences(answer)
        found = sum(any(article == where and words in text for article, text in shown) for where, words in wanted)
        told, items, whole = told + found, items + len(wanted), whole + (found == len(wanted))
        quotes, marked = quotes + len(answer.quotes), marked + len(shown)
        holding += sum(any(article == where and words in text for where, words in wanted) for article, text in shown)
    if lists:
        print(f"{len(lists)} lists: items {told / items:.3f}, whole {whole / len(lists):.3f},", end=" ")
        print(f"quotes {quotes / len(lists):.1f}, marked sentences that hold an item {holding / max(1, marked):.2f}")
    disputed = [(number, one) for number, story in numbered for one in story.get("contradictions", [])]
    both = said = 0
    for number, one in disputed:
        answer = view.ask(one["q"])
        shown = [(quote.article.id, quote.text) for quote in answer.quotes[:2]]
        wanted = [(article_id(number, side["at"][0]), side["a"]) for side in one["sides"]]
        both += all(any(article == where and words in text for article, text in shown) for where, words in wanted)
        said += any(quote.contradicted_by for quote in answer.quotes)
    if disputed:
        print(f"{len(disputed)} contradictions: both sides first {both / len(disputed):.3f}, marked {said}")
    known = {one["q"] for _, one in disputed}
    single = [
        one for story in stories for one in story["questions"] if one["kind"] in FIGURES and one["q"] not in known
    ]
    single = single[::one_in]
    false = sum(any(quote.contradicted_by for quote in view.ask(one["q"]).quotes) for one in single)
    print(f"{len(single)} figures and dates that nobody disputes: marked {false}")


def sentences(answer: Answer) -> list[tuple[str, str]]:
    """The article and the text of each marked sentence."""
    return [
        (quote.article.id, quote.text[start - quote.start : end - quote.start])
        for quote in answer.quotes
        for start, end in quote.highlights
    ]


if __name__ == "__main__":
    main()
