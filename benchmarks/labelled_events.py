"""Tellings that are labelled with the event they tell, as the articles tell them now.

Each line of ``benchmarks/same_events.jsonl`` and ``training/same_events.jsonl`` is a telling, by article, the words
that say its date and those before them, and the number of the event it tells: tellings of one number are the same.
``perhaps`` is another event that it may as well tell; such pairs are not counted. The first file is about knowledge/,
the second about the stories of training/ and of shared folders. ``training/retold.jsonl`` holds what three articles in
two languages tell of sixteen invented subjects, each date marked with the number of its event. Folders of other
subjects (``articles/`` and ``timelines.jsonl``, as those of benchmarks/elsewhere) label what their gold timelines tell:
the sentences of one gold event are tellings of it.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from told_timelines import LIMIT, Stories, Told, is_held_out, parse_stories, read_lines

from index.article import Article, ArticleCard
from index.articles.folder import read_folder
from index.chronicle.chronology import Reach, chronicle
from index.edtf import OPEN, first_day, last_day
from index.encoder.held import HeldEncoder
from index.entities.asked_for import entity_asked_for
from index.entities.book.entity import EntityBook
from index.entities.book.folder import listed_entities
from index.entities.book.names import folded
from index.entities.wording import Wording
from index.events.event import ArticleEvent
from index.events.whose.belonging import SURELY
from index.events.whose.extraction import EventExtractor
from index.measuring.gold_timelines import GoldEvent, GoldTimeline, read_timelines
from index.tellings.agreement import features
from index.tellings.comparable import Comparable, Subject, comparables, subject_of
from index.tellings.entries import tie

ROOT = Path(__file__).parents[1]
OF_KNOWLEDGE = Path(__file__).with_name("same_events.jsonl")
OF_STORIES = ROOT / "training" / "same_events.jsonl"
RETOLD = ROOT / "training" / "retold.jsonl"
STORIES = sorted((ROOT / "training").glob("stories_*.jsonl"))
_MARK = re.compile(r"(.*?)(?:\{(\d+)\|([^}]*)\}|\Z)", re.DOTALL)
ELSEWHERE = tuple(
    Path(__file__).parent / "elsewhere" / name
    for name in ("valley", "river", "ridge", "orbit", "isle", "vale", "shore", "port", "cliff", "forge", "quay", "ward")
)
"""The folders of other subjects that may be fitted on; ``coast`` is kept aside."""
IsAside = Callable[[str], bool]
KINDS = ("within an article", "across articles", "across languages")


@dataclass(frozen=True)
class LabelledPair:
    """Two tellings of ``subject`` ready to be compared, and whether they are the same."""

    subject: str
    one: Comparable
    other: Comparable
    same: bool
    is_kept_aside: bool
    weight: float = 1.0
    """One pair comes up in the timelines of several subjects, and counts once."""
    folder: str | None = None
    """Which folder of other subjects it is of, if any."""

    @property
    def events(self) -> tuple[object, ...]:
        """The two events, for whomever they are told."""
        return tuple((one.event.article_id, one.event.expression) for one in (self.one, self.other))

    @property
    def kind(self) -> str:
        """Which of KINDS."""
        one, other = self.one.event, self.other.event
        return KINDS[2 if one.lang != other.lang else 1 if one.article_id != other.article_id else 0]


@dataclass(frozen=True)
class _Label:
    event: int
    perhaps: int | None


@dataclass(frozen=True)
class LabelledTimeline:
    """All that is told of ``subject``, with its label where it has one; ``is_aside`` tells of an article's name whether
    it is kept aside, ``folder`` which of those of other subjects it is of, if any."""

    subject: str
    tellings: tuple[tuple[Comparable, _Label | None], ...]
    is_aside: IsAside
    folder: str | None = None


class TellingLabels(Protocol):
    """What is known of tellings."""

    def label(self, event: ArticleEvent, body: str) -> _Label | None:
        """What ``event``, told in an article of that ``body``, tells; None if it is not labelled."""


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


class Marks:
    """The events of articles in which each date is marked with the number of what it tells: {3|le 12 mars}."""

    def __init__(self) -> None:
        self._spans: dict[str, list[tuple[int, int, int]]] = {}

    def unmarked(self, name: str, text: str) -> str:
        """``text`` without its marks, which are kept as those of the article ``name``."""
        body = ""
        spans = self._spans[name] = []
        for before, number, words in _MARK.findall(text):
            body += before
            if number:
                spans.append((len(body), len(body) + len(words), int(number)))
                body += words
        return body

    def label(self, event: ArticleEvent, body: str) -> _Label | None:  # noqa: ARG002
        """As :meth:`TellingLabels.label`."""
        start, end = event.expression
        told = (number for first, last, number in self._spans[event.article_id] if first < end and start < last)
        return next((_Label(number, None) for number in told), None)


def labelled_timelines(
    stories: Path | None = None, folders: Sequence[Path] = ELSEWHERE
) -> tuple[list[LabelledTimeline], str]:
    """What is told of every subject, and how many labelled tellings were found of how many; ``stories`` too, if
    given, and what is told in ``folders`` of other subjects."""
    knowledge, told = Labels(OF_KNOWLEDGE), Labels(OF_STORIES)
    lines = [line for path in (*STORIES, *([stories] if stories else ())) for line in read_lines(path)]
    timelines = [*_of_knowledge(knowledge), *_of_stories(parse_stories(lines), told), *_of_retold()]
    for folder in folders:
        timelines += _of_folder(folder)
    found = f"{len(knowledge.found)} of {knowledge.count} of knowledge/, {len(told.found)} of {told.count} of stories"
    return timelines, found


def labelled_pairs(timelines: Sequence[LabelledTimeline]) -> list[LabelledPair]:
    """Every two labelled tellings of a timeline whose dates overlap."""
    pairs = list(_pairs(timelines))
    times = Counter(pair.events for pair in pairs)
    return [replace(pair, weight=1 / times[pair.events]) for pair in pairs]


def _of_knowledge(labels: Labels) -> Iterator[LabelledTimeline]:
    folder = ROOT / "knowledge"
    book = listed_entities(folder, LIMIT).book
    articles = [file.article for file in read_folder(folder, max_bytes=LIMIT).files]
    subjects = [subject_of(entity.id, book) for entity in book]
    yield from _timelines(articles, book, subjects, labels, is_article_kept_aside)


def _of_stories(stories: Stories, labels: Labels) -> Iterator[LabelledTimeline]:
    for gold in (*stories.seen, *stories.held_out):
        its = [one for one in stories.articles if stories.subjects[one.card.id] == gold.query]
        yield from _asked_for(gold.query, its, labels)


def _of_retold() -> Iterator[LabelledTimeline]:
    for line in read_lines(RETOLD):
        marks = Marks()
        articles = []
        for number, told in enumerate(line["articles"]):
            name = f"{line['id']}-{number}"
            card = ArticleCard(name, told["title"], told["date"], None, None, f"{name}.md", told["lang"])
            articles.append(Article(card, marks.unmarked(name, told["text"])))
        yield from _asked_for(line["subject"], articles, marks)


def _of_folder(folder: Path) -> Iterator[LabelledTimeline]:
    """What is told of the subjects whose gold timelines the folder has, found as the bot finds it."""
    articles = [file.article for file in read_folder(folder / "articles", max_bytes=LIMIT).files]
    encoder = HeldEncoder(None)

    def meanings(texts: Sequence[str]) -> NDArray[np.float32]:
        return encoder.ready().passages(texts).vectors

    with tempfile.TemporaryDirectory() as scratch:
        base = Told(Path(scratch), articles, listed_entities(folder / "articles", LIMIT).book)
        for gold in read_timelines(folder / "timelines.jsonl"):
            found = chronicle(base.wording, base, gold.query, None, None, Reach.SURE, meanings)
            rows = sorted(row for entry in found.entries for row in entry.rows)
            events = (found.events or base.events).read(rows)
            labels = [_gold_label(event, gold, base.article(event.article_id).body) for event in events]
            ready = comparables(events, found.sought.subject)
            yield LabelledTimeline(gold.subject, tuple(zip(ready, labels, strict=True)), lambda _: False, folder.name)


def _gold_label(event: ArticleEvent, gold: GoldTimeline, body: str) -> _Label | None:
    """The event of ``gold`` that a sentence of it tells: at its date rather than one around it, and perhaps another."""
    said = folded(body[slice(*event.sentence)].replace("’", "'"))
    told = [place for place, one in enumerate(gold.events) if _is_told_by(event.article_id, said, one)]
    at_date = [place for place in told if event.date in gold.events[place].dates]
    around = [place for place in told if any(_is_around(event.date, date) for date in gold.events[place].dates)]
    its = at_date or around
    return _Label(its[0], its[1] if len(its) > 1 else None) if its else None


def _is_told_by(article_id: str, said: str, event: GoldEvent) -> bool:
    its = [folded(one.sentence.replace("’", "'")) for one in event.tellings if one.article == article_id]
    if any(one in said or said in one for one in its):
        return True
    return event.tellings[0].article == article_id and any(key in said for key in event.keys)


def _is_around(date: str, exact: str) -> bool:
    return OPEN not in date and first_day(date) <= first_day(exact) and last_day(exact) <= last_day(date)


def _asked_for(name: str, articles: Sequence[Article], labels: TellingLabels) -> Iterator[LabelledTimeline]:
    entity = entity_asked_for(name)
    if entity is not None:
        subject = Subject(entity.id, frozenset({entity.id}))
        yield from _timelines(articles, EntityBook([entity]), [subject], labels, lambda name: is_held_out(name[:-2]))


def _timelines(
    articles: Sequence[Article],
    book: EntityBook,
    subjects: Sequence[Subject],
    labels: Labels,
    is_aside: Callable[[str], bool],
) -> Iterator[LabelledTimeline]:
    extractor = EventExtractor(Wording(book))
    told = [(event, labels.label(event, article.body)) for article in articles for event in extractor.events(article)]
    for subject in subjects:
        its = [(event, label) for event, label in told if tie(event, subject, SURELY)]
        ready = comparables([event for event, _ in its], subject)
        yield LabelledTimeline(subject.key, tuple(zip(ready, (label for _, label in its), strict=True)), is_aside)


def _pairs(timelines: Iterable[LabelledTimeline]) -> Iterator[LabelledPair]:
    seen: set[tuple[object, ...]] = set()
    for timeline in timelines:
        labelled = [(one, label) for one, label in timeline.tellings if label is not None]
        for (one, first), (other, second) in combinations(labelled, 2):
            if one.end < other.begin or other.end < one.begin or _is_undecided(first, second):
                continue
            key = (id(one.event), id(other.event), features(one, other))
            if key not in seen:
                seen.add(key)
                aside = timeline.is_aside(one.event.article_id) or timeline.is_aside(other.event.article_id)
                same = first.event == second.event
                yield LabelledPair(timeline.subject, one, other, same, aside, folder=timeline.folder)


def _is_undecided(one: _Label, other: _Label) -> bool:
    return one.perhaps == other.event or other.perhaps == one.event


def is_article_kept_aside(article_id: str) -> bool:
    """Whether an article of knowledge/ is kept for measuring alone."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 5 >= 3
