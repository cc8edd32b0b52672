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
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from index.tellings.comparable import Comparable, Subject, comparables, subject_of
from index.tellings.entries import tie
from index.tellings.merging import merged

ROOT = Path(__file__).parents[1]
OF_KNOWLEDGE = Path(__file__).with_name("same_events.jsonl")
OF_STORIES = ROOT / "training" / "same_events.jsonl"
STORIES = sorted((ROOT / "training").glob("stories_*.jsonl"))
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
    it is kept aside."""

    subject: str
    tellings: tuple[tuple[Comparable, _Label | None], ...]
    is_aside: IsAside


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


def labelled_timelines(stories: Path | None = None) -> tuple[list[LabelledTimeline], str]:
    """What is told of every subject, and how many labelled tellings were found of how many; ``stories`` too, if
    given."""
    knowledge, told = Labels(OF_KNOWLEDGE), Labels(OF_STORIES)
    lines = [line for path in (*STORIES, *([stories] if stories else ())) for line in read_lines(path)]
    timelines = [*_of_knowledge(knowledge), *_of_stories(parse_stories(lines), told)]
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
        entity = entity_asked_for(gold.query)
        if entity is not None:
            its = [one for one in stories.articles if stories.subjects[one.card.id] == gold.query]
            subject = Subject(entity.id, frozenset({entity.id}))
            yield from _timelines(its, EntityBook([entity]), [subject], labels, lambda name: is_held_out(name[:-2]))


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
                yield LabelledPair(timeline.subject, one, other, first.event == second.event, aside)


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
        weights = {place: pairs[place].weight for place in places}
        merging = {place: weight for place, weight in weights.items() if likely[place] >= SAME}
        same = sum(weight for place, weight in weights.items() if pairs[place].same)
        right = sum(weight for place, weight in merging.items() if pairs[place].same)
        shares = f"precision {right / (sum(merging.values()) or 1):.3f}  recall {right / (same or 1):.3f}"
        print(f"  {name:18} {sum(weights.values()):5.0f} pairs, {same:4.0f} the same  {shares}")


def print_errors(pairs: Iterable[LabelledPair], likely: Mapping[int, float]) -> None:
    """Print the pairs that are merged or kept apart wrongly."""
    for place, pair in enumerate(pairs):
        if pair.same != (likely[place] >= SAME):
            print(f"{pair.subject} {likely[place]:.2f} {'not merged' if pair.same else 'merged'}")
            for event in (pair.one.event, pair.other.event):
                print(f"    {event.article_id} {event.date} {' '.join(event.actions)} | {' '.join(event.said)}")


def print_entries(timelines: Iterable[LabelledTimeline], *, errors: bool) -> None:
    """Merge whole timelines, and print how many entries tell again what another tells, and how many tell two events;
    what comes up for several subjects counts once."""
    shown = 0
    found: dict[str, dict[tuple[object, ...], str]] = {"told twice": {}, "wrongly merged": {}}
    for timeline in timelines:
        labels = {id(one): label for one, label in timeline.tellings if label is not None}
        told: dict[int, Comparable] = {}
        for group in merged([one for one, _ in timeline.tellings]):
            shown += 1
            its = [one for one in group if id(one) in labels]
            perhaps = {labels[id(one)].perhaps for one in its}
            events = {event: one for one in its if (event := labels[id(one)].event) not in perhaps}
            if len(events) > 1:
                found["wrongly merged"][_key(its)] = _written(timeline, its)
            for event, one in events.items():
                if event in told:
                    found["told twice"][_key((told[event], one))] = _written(timeline, (told[event], one))
                told.setdefault(event, one)
    print(f"  {shown} entries; " + ", ".join(f"{name} {len(its)}" for name, its in found.items()))
    for name, wrong in found.items() if errors else ():
        print("\n".join(f"{name}: {one}" for one in wrong.values() if one))


def _key(tellings: Iterable[Comparable]) -> tuple[object, ...]:
    return tuple(sorted((one.event.article_id, one.event.expression) for one in tellings))


def _written(timeline: LabelledTimeline, tellings: Sequence[Comparable]) -> str:
    """Empty where anything is kept aside."""
    if any(timeline.is_aside(one.event.article_id) for one in tellings):
        return ""
    lines = (f"    {one.event.article_id} {one.event.date} | {' '.join(one.event.said)}" for one in tellings)
    return "\n".join([timeline.subject, *lines])


def main(options: argparse.Namespace) -> int:
    timelines, found = labelled_timelines(options.stories)
    pairs = labelled_pairs(timelines)
    print(f"tellings found: {found}")
    for name, aside in (("seen", False), ("kept aside", True)):
        its = [pair for pair in pairs if pair.is_kept_aside == aside]
        likely = {place: agreement(pair.one, pair.other) for place, pair in enumerate(its)}
        print(name)
        print_figures(its, likely)
        if options.errors and not aside:
            print_errors(its, likely)
    print("whole timelines")
    print_entries(timelines, errors=options.errors)
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--errors", action="store_true")
    sys.exit(main(parser.parse_args()))
