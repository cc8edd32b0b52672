"""What timelines leave out, beside a plain baseline: every dated sentence that names the subject.

    python benchmarks/told_timelines.py GOLD.jsonl [--knowledge FOLDER] [--missed] [--false]
    python benchmarks/told_timelines.py --stories STORIES.jsonl.gz [--write FOLDER] [--missed] [--false]

GOLD.jsonl is in the format of :mod:`index.measuring.gold_timelines`, about the articles of FOLDER. Stories (a JSON
object a line: ``id``, ``subject``, ``articles`` with ``paragraphs``, ``timeline``) become one base of their articles
without a list of entities, and gold timelines; those whose id's digest ends in a multiple of three are held out: no
rule was written and no weight fitted with them. ``--write`` keeps both, for ``sourcier eval --timelines``.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.answer import Quote
from index.article import Article, ArticleCard
from index.articles.folder import read_folder
from index.chronicle.chronology import Reach, chronicle, timeline
from index.dates.finder import find_time_expressions
from index.edtf import precision_of
from index.entities.book.entity import EntityBook
from index.entities.book.folder import listed_entities
from index.entities.book.names import folded
from index.entities.wording import Wording
from index.events.event import Level, Mark
from index.events.whose.extraction import EventExtractor
from index.generation.texts import IndexedArticle, Texts, write_texts
from index.measuring.gold_timelines import GoldTimeline, gold_timeline, read_timelines
from index.measuring.timelines import Share, TimelineFigures, TimelineOutcome, evaluate_timelines, timeline_figures
from index.passages.sentences import sentences
from index.tellings.prepared import prepare_entries
from index.tellings.stored import Events, write_events
from index.timeline import Telling, Timeline, TimelineEvent

ROOT = Path(__file__).parents[1]
LIMIT = 10**7


class Told:
    """Timelines as the engine tells them, of ``articles`` alone."""

    def __init__(self, folder: Path, articles: Sequence[Article], book: EntityBook) -> None:
        self.wording, self.number = Wording(book), 1
        self._articles = {article.card.id: article for article in articles}
        extractor = EventExtractor(self.wording)
        write_texts(folder / "texts.sqlite", [IndexedArticle(one, one.card.id) for one in articles], ())
        write_events(folder / "events.sqlite", (event for one in articles for event in extractor.events(one)))
        prepare_entries(folder / "events.sqlite", book)
        self.texts, self.events = Texts(folder / "texts.sqlite"), Events(folder / "events.sqlite")

    def timeline(self, subject: str) -> Timeline:
        found = chronicle(self.wording, self, subject, None, None, Reach.SURE)
        return timeline(found, self, self.wording, subject, None)

    def article(self, article_id: str) -> Article:
        return self._articles[article_id]


class Baseline:
    """Every dated sentence that names the subject, or goes by one of its other names."""

    def __init__(self, articles: Sequence[Article], book: EntityBook) -> None:
        self._articles = {article.card.id: article for article in articles}
        self._wording = Wording(book)

    def timeline(self, subject: str) -> Timeline:
        named = self._wording.finder.named(subject)
        names = [alias.name for alias in self._wording.book[named.entity_id].names] if named else [subject]
        wanted = [folded(name.replace("’", "'")) for name in names]
        events = [event for article in self._articles.values() for event in _dated(article, wanted)]
        return Timeline(subject, None, None, tuple(events), len(events), False, 1)

    def article(self, article_id: str) -> Article:
        return self._articles[article_id]


def _dated(article: Article, names: Sequence[str]) -> Iterator[TimelineEvent]:
    card = article.card
    for start, end in sentences(article.body, 0, len(article.body)):
        text = article.body[start:end]
        if not any(name in folded(text.replace("’", "'")) for name in names):
            continue
        for found in find_time_expressions(text, card.lang, card.date):
            quote = Quote(text, start, end, (), 1.0, None, card)
            told = Telling(quote, found.value, text[found.start : found.end], Level.NAMED, Mark.TOLD, False)
            yield TimelineEvent(found.value, precision_of(found.value), (told,))


@dataclass(frozen=True)
class Stories:
    """Stories as a base of articles, each with its subject's name, and a gold timeline for each subject."""

    articles: list[Article]
    seen: list[GoldTimeline]
    held_out: list[GoldTimeline]
    records: list[dict[str, Any]]
    subjects: dict[str, str]


def read_stories(path: Path) -> Stories:
    """The articles of the stories in ``path`` and a gold timeline for each, in two parts."""
    return parse_stories(read_lines(path))


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a file, compressed or not, one a line."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.decode("utf-8").splitlines()]


def parse_stories(lines: Iterable[dict[str, Any]]) -> Stories:
    """As :func:`read_stories`, of stories that are read already; those without a timeline have an empty one."""
    stories = Stories([], [], [], [], {})
    for story in lines:
        for number, told in enumerate(story["articles"]):
            article_id = f"{story['id']}-{number}"
            card = ArticleCard(article_id, told["title"], told["date"], None, None, f"{article_id}.md", told["lang"])
            stories.articles.append(Article(card, "\n\n".join(told["paragraphs"])))
            stories.subjects[article_id] = story["subject"]["name"]
        record = {
            "subject": story["subject"]["name"],
            "query": story["subject"]["name"],
            "events": [
                {
                    "date": event["date"],
                    "article": f"{story['id']}-{event['at'][0]}",
                    "sentence": event["sentence"],
                    "named": event["named"],
                }
                for event in story.get("timeline", ())
            ],
        }
        stories.records.append(record)
        (stories.held_out if is_held_out(story["id"]) else stories.seen).append(gold_timeline(record))
    return stories


def is_held_out(story_id: str) -> bool:
    """Whether a story is kept for measuring alone."""
    return int(hashlib.sha256(story_id.encode()).hexdigest(), 16) % 3 == 0


def write_stories(stories: Stories, folder: Path) -> None:
    """Write the articles as Markdown into ``folder/articles`` and the gold timelines into ``folder/gold.jsonl``."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for article in stories.articles:
        card = article.card
        head = f"---\ntitle: {json.dumps(card.title, ensure_ascii=False)}\ndate: {card.date}\nlang: {card.lang}\n---\n"
        (folder / "articles" / card.path).write_text(f"{head}\n{article.body}\n", encoding="utf-8")
    lines = "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in stories.records)
    (folder / "gold.jsonl").write_text(lines, encoding="utf-8")


def main(options: argparse.Namespace) -> int:
    groups: dict[str, Sequence[GoldTimeline]]
    if options.stories:
        stories = read_stories(options.stories)
        if options.write:
            write_stories(stories, options.write)
        articles, book = stories.articles, EntityBook()
        groups = {"seen": stories.seen, "held out": stories.held_out}
    else:
        articles = [file.article for file in read_folder(options.knowledge, max_bytes=LIMIT).files]
        book = listed_entities(options.knowledge, LIMIT).book
        groups = {"gold": read_timelines(options.gold)}
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        told = Told(Path(folder), articles, book)
        for name, gold in groups.items():
            outcomes = evaluate_timelines(told, gold)
            rows.append((f"{name}: timelines", timeline_figures(outcomes)))
            rows.append((f"{name}: baseline", timeline_figures(evaluate_timelines(Baseline(articles, book), gold))))
            if options.missed or options.false:
                _print_errors(name, outcomes, options)
    _print_rows(rows)
    return 0


def _print_errors(name: str, outcomes: Iterable[TimelineOutcome], options: argparse.Namespace) -> None:
    for outcome in outcomes:
        print(f"== {name}: {outcome.gold.subject}, lost {outcome.lost}")
        for event in outcome.missed if options.missed else ():
            print(f"  - {event.dates[0]:12} {event.tie:9} {event.tellings[0].article}: {event.tellings[0].sentence}")
        for one in outcome.shown if options.false else ():
            if not one.tells:
                quote = one.event.tellings[0].quote
                finer = "finer " if one.finer else ""
                level = one.event.level.name.lower()
                print(f"  + {one.event.date:12} {finer}{level:9} {quote.article.id}: {quote.text!r}")


def _print_rows(rows: Sequence[tuple[str, TimelineFigures]]) -> None:
    ties = sorted({tie for _, figures in rows for tie in figures.by_tie})
    heads = ["must", "named", "not named", *ties, "first page", "first 40", "precision", "twice", "finer"]
    table = [["", *heads]]
    for name, figures in rows:
        shares = [figures.found, figures.named, figures.not_named, *(figures.by_tie.get(tie) for tie in ties)]
        shares += [figures.first_page, figures.first_list, figures.right]
        table.append([name, *map(_share, shares), str(figures.twice), str(figures.finer)])
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    for row in table:
        print("  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]))


def _share(share: Share | None) -> str:
    return f"{share.share:.3f} /{share.of}" if share is not None and share.share is not None else "–"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--knowledge", type=Path, default=ROOT / "knowledge")
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--false", action="store_true")
    given = parser.parse_args()
    if (given.gold is None) == (given.stories is None):
        parser.error("give a file of gold timelines, or --stories")
    sys.exit(main(given))
