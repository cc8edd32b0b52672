"""Which tellings are the same event: precision and recall over every two tellings of a subject whose dates overlap.

    python benchmarks/merging.py [--stories STORIES.jsonl.gz] [--errors]

Each line of ``benchmarks/same_events.jsonl`` and ``training/same_events.jsonl`` is a telling, by article, the words
that say its date and those before them, and the number of the event it tells: tellings of one number are the same.
``perhaps`` is another event that it may as well tell; such pairs are not counted. The first file is about knowledge/,
the second about the stories of training/ and, if given, those of STORIES. What is kept aside (some articles of
knowledge/, some stories) was neither fitted with nor looked at after it was labelled; ``--errors`` shows the others'.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from told_timelines import LIMIT, Stories, is_held_out, parse_stories, read_lines

from index.article import Article
from index.articles.folder import read_folder
from index.entities.asked_for import entity_asked_for
from index.entities.entity import EntityBook
from index.entities.folder import listed_entities
from index.entities.wording import Wording
from index.events.belonging import SURELY
from index.events.event import ArticleEvent
from index.events.extraction import EventExtractor
from index.tellings.agreement import SAME, agreement, features
from index.tellings.comparable import Comparable, Subject, comparable, subject_of
from index.tellings.entries import tie

ROOT = Path(__file__).parents[1]
OF_KNOWLEDGE = Path(__file__).with_name("same_events.jsonl")
OF_STORIES = ROOT / "training" / "same_events.jsonl"
STORIES = sorted((ROOT / "training").glob("stories_*.jsonl"))
KINDS = ("within an article", "across articles", "across languages")


@dataclass(frozen=True)
class LabelledPair:
    """Two tellings of ``subject`` ready to be compared, and whether they are the same."""

    subject: str
    one: Comparable
    other: Comparable
    same: bool
    is_kept_aside: bool

    @property
    def kind(self) -> str:
        """Which of KINDS."""
        one, other = self.one.event, self.other.event
        return KINDS[2 if one.lang != other.lang else 1 if one.article_id != other.article_id else 0]


@dataclass(frozen=True)
class _Label:
    event: int
    perhaps: int | None


class Labels:
    """The labelled tellings of a file, and how many of them were found again."""

    def __init__(self, path: Path) -> None:
        self._lines: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for line in read_lines(path):
            self._lines[line["article"]].append(line)
        self.count = sum(map(len, self._lines.values()))
        self.found: set[tuple[str, int]] = set()

    def label(self, event: ArticleEvent, body: str) -> _Label | None:
        """What ``event`` tells, None if it is not labelled."""
        start, end = event.expression
        for line in self._lines.get(event.article_id, ()):
            if body[start:end] == line["expression"] and body[:start].endswith(line["from"]):
                self.found.add((event.article_id, start))
                return _Label(line["event"], line.get("perhaps"))
        return None


def labelled_pairs(stories: Path | None = None) -> tuple[list[LabelledPair], str]:
    """All pairs, and how many labelled tellings were found of how many; those of ``stories`` too, if given."""
    knowledge, told = Labels(OF_KNOWLEDGE), Labels(OF_STORIES)
    lines = [line for path in (*STORIES, *([stories] if stories else ())) for line in read_lines(path)]
    pairs = [*_of_knowledge(knowledge), *_of_stories(parse_stories(lines), told)]
    found = f"{len(knowledge.found)} of {knowledge.count} of knowledge/, {len(told.found)} of {told.count} of stories"
    return pairs, found


def _of_knowledge(labels: Labels) -> Iterator[LabelledPair]:
    folder = ROOT / "knowledge"
    book = listed_entities(folder, LIMIT).book
    articles = [file.article for file in read_folder(folder, max_bytes=LIMIT).files]
    subjects = [subject_of(entity.id, book) for entity in book]
    yield from _pairs(articles, book, subjects, labels, is_article_kept_aside)


def _of_stories(stories: Stories, labels: Labels) -> Iterator[LabelledPair]:
    for gold in (*stories.seen, *stories.held_out):
        entity = entity_asked_for(gold.query)
        if entity is not None:
            its = [one for one in stories.articles if stories.subjects[one.card.id] == gold.query]
            subject = Subject(entity.id, frozenset({entity.id}))
            yield from _pairs(its, EntityBook([entity]), [subject], labels, lambda name: is_held_out(name[:-2]))


def _pairs(
    articles: Sequence[Article], book: EntityBook, subjects: Sequence[Subject], labels: Labels, is_aside: Any
) -> Iterator[LabelledPair]:
    extractor = EventExtractor(Wording(book))
    told: list[tuple[ArticleEvent, _Label]] = []
    for article in articles:
        events = extractor.events(article)
        told += [(event, label) for event in events if (label := labels.label(event, article.body)) is not None]
    seen: set[tuple[object, ...]] = set()
    for subject in subjects:
        its = [(comparable(event, subject), label) for event, label in told if tie(event, subject, SURELY)]
        for (one, first), (other, second) in combinations(its, 2):
            if one.end < other.begin or other.end < one.begin or _is_undecided(first, second):
                continue
            key = (id(one.event), id(other.event), features(one, other))
            if key not in seen:
                seen.add(key)
                aside = is_aside(one.event.article_id) or is_aside(other.event.article_id)
                yield LabelledPair(subject.key, one, other, first.event == second.event, aside)


def _is_undecided(one: _Label, other: _Label) -> bool:
    return one.perhaps == other.event or other.perhaps == one.event


def is_article_kept_aside(article_id: str) -> bool:
    """Whether an article of knowledge/ is kept for measuring alone."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 5 >= 3


def print_figures(pairs: Sequence[LabelledPair], likely: Mapping[int, float]) -> None:
    """Print precision and recall over ``pairs``, by kind; ``likely`` holds the agreement of each, by its place."""
    rows = [("all", range(len(pairs)))]
    rows += [(kind, [place for place, pair in enumerate(pairs) if pair.kind == kind]) for kind in KINDS]  # type: ignore[list-item]
    for name, places in rows:
        merged = [place for place in places if likely[place] >= SAME]
        same = sum(pairs[place].same for place in places)
        right = sum(pairs[place].same for place in merged)
        shares = f"precision {right / max(1, len(merged)):.3f}  recall {right / max(1, same):.3f}"
        print(f"  {name:18} {len(places):5} pairs, {same:4} the same  {shares}")


def print_errors(pairs: Iterable[LabelledPair], likely: Mapping[int, float]) -> None:
    """Print the pairs that are merged or kept apart wrongly."""
    for place, pair in enumerate(pairs):
        if pair.same != (likely[place] >= SAME):
            print(f"{pair.subject} {likely[place]:.2f} {'not merged' if pair.same else 'merged'}")
            for event in (pair.one.event, pair.other.event):
                print(f"    {event.article_id} {event.date} {' '.join(event.actions)} | {' '.join(event.said)}")


def main(options: argparse.Namespace) -> int:
    pairs, found = labelled_pairs(options.stories)
    print(f"tellings found: {found}")
    for name, aside in (("seen", False), ("kept aside", True)):
        its = [pair for pair in pairs if pair.is_kept_aside == aside]
        likely = {place: agreement(pair.one, pair.other) for place, pair in enumerate(its)}
        print(name)
        print_figures(its, likely)
        if options.errors and not aside:
            print_errors(its, likely)
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--errors", action="store_true")
    sys.exit(main(parser.parse_args()))
