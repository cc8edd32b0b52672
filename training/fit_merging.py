"""Fit which tellings are one event (index/tellings/merging.json), on labelled pairs.

    python training/fit_merging.py --stories STORIES.jsonl.gz --gold GOLD.jsonl [--try] [--errors]

The pairs are those of ``benchmarks/same_events.jsonl`` and all tellings of labelled timelines whose dates overlap: of
one gold event they are the same, of two they are not. With ``--try`` nothing is written: subjects are left out in
turn, and the figures are of those left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from merging import labelled_pairs  # noqa: E402
from told_timelines import LIMIT, read_stories  # noqa: E402

from index.article import Article  # noqa: E402
from index.articles.folder import read_folder  # noqa: E402
from index.edtf import first_day, last_day  # noqa: E402
from index.entities.asked_for import entity_asked_for  # noqa: E402
from index.entities.entity import EntityBook  # noqa: E402
from index.entities.folder import listed_entities  # noqa: E402
from index.entities.wording import Wording  # noqa: E402
from index.events.belonging import SURELY  # noqa: E402
from index.events.event import ArticleEvent  # noqa: E402
from index.events.extraction import EventExtractor  # noqa: E402
from index.measuring.gold_timelines import GoldTimeline, read_timelines  # noqa: E402
from index.tellings.entries import tie  # noqa: E402
from index.tellings.merging import FEATURES, SAME, Comparable, Subject, comparable, features, subject_of  # noqa: E402

_STRENGTH = 2.0


@dataclass(frozen=True)
class Pair:
    """Two tellings, and whether they are the same event."""

    one: Comparable
    other: Comparable
    same: bool
    group: str


def main(options: argparse.Namespace) -> int:
    """Fit on all pairs, print the figures of subjects left out, write the weights."""
    pairs = [*_ours(), *_of_knowledge(options.gold), *_of_stories(options.stories)]
    matrix = np.array([features(pair.one, pair.other) for pair in pairs])
    same = np.array([pair.same for pair in pairs])
    groups = np.array([pair.group for pair in pairs])
    print(f"{len(pairs)} pairs, {same.sum()} the same, {len(set(groups))} subjects")
    likely = np.zeros(len(pairs))
    for fitted, left_out in GroupKFold(8).split(matrix, same, groups):
        likely[left_out] = _model().fit(matrix[fitted], same[fitted]).predict_proba(matrix[left_out])[:, 1]
    _report("left out", likely, same)
    model = _model().fit(matrix, same)
    _report("fitted", model.predict_proba(matrix)[:, 1], same)
    if options.errors:
        _print_errors(pairs, likely)
    if options.trying:
        return 0
    weights = {"bias": round(float(model.intercept_[0]), 3)}
    weights |= {name: round(float(value), 3) for name, value in zip(FEATURES, model.coef_[0], strict=True)}
    written = json.dumps(weights, indent=1) + "\n"
    (ROOT / "index" / "tellings" / "merging.json").write_text(written, encoding="utf-8")
    return 0


def _model() -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, max_iter=5000)


def _ours() -> Iterator[Pair]:
    for pair in labelled_pairs():
        if pair.one is not None and pair.other is not None:
            yield Pair(pair.one, pair.other, pair.same, f"ours-{pair.subject}")


def _of_knowledge(path: Path) -> Iterator[Pair]:
    knowledge = ROOT / "knowledge"
    book = listed_entities(knowledge, LIMIT).book
    wording = Wording(book)
    articles = [file.article for file in read_folder(knowledge, max_bytes=LIMIT).files]
    events = _events(articles, book)
    for gold in read_timelines(path):
        mention = wording.finder.named(gold.query)
        if mention is not None:
            yield from _pairs(gold, events, subject_of(mention.entity_id, book), articles)


def _of_stories(path: Path) -> Iterator[Pair]:
    stories = read_stories(path)
    for gold in stories.seen:
        story = gold.events[0].tellings[0].article.rpartition("-")[0]
        articles = [article for article in stories.articles if article.card.id.rpartition("-")[0] == story]
        entity = entity_asked_for(gold.query)
        if entity is not None:
            events = _events(articles, EntityBook([entity]))
            yield from _pairs(gold, events, Subject(entity.id, frozenset({entity.id})), articles)


def _events(articles: Sequence[Article], book: EntityBook) -> list[ArticleEvent]:
    extractor = EventExtractor(Wording(book))
    return [event for article in articles for event in extractor.events(article)]


def _pairs(
    gold: GoldTimeline, events: Sequence[ArticleEvent], subject: Subject, articles: Sequence[Article]
) -> Iterator[Pair]:
    bodies = {article.card.id: article.body for article in articles}
    told = [(comparable(one, subject), _told(one, bodies, gold)) for one in events if tie(one, subject, SURELY)]
    for (one, first), (other, second) in combinations(told, 2):
        if len(first) == len(second) == 1 and one.begin <= other.end and other.begin <= one.end:
            yield Pair(one, other, first == second, f"gold-{gold.subject}")


def _told(event: ArticleEvent, bodies: dict[str, str], gold: GoldTimeline) -> list[int]:
    """The places of the gold events that ``event`` tells."""
    return [
        place
        for place, one in enumerate(gold.events)
        if any(_overlap(event.date, date) for date in one.dates)
        and any(
            telling.article == event.article_id
            and (start := bodies[event.article_id].find(telling.sentence)) >= 0
            and event.sentence[0] < start + len(telling.sentence)
            and start < event.sentence[1]
            for telling in one.tellings
        )
    ]


def _overlap(one: str, other: str) -> bool:
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def _report(name: str, likely: np.ndarray, same: np.ndarray) -> None:
    merged = likely >= SAME
    right = (merged & same).sum()
    print(f"{name:9} precision {right / max(1, merged.sum()):.3f} recall {right / max(1, same.sum()):.3f}")


def _print_errors(pairs: Sequence[Pair], likely: np.ndarray) -> None:
    for pair, share in zip(pairs, likely, strict=True):
        if pair.same != (share >= SAME):
            print(f"{'not merged' if pair.same else 'merged'} {share:.2f} {pair.group}")
            for one in (pair.one.event, pair.other.event):
                print(f"    {one.article_id} {one.date} {' '.join(one.actions)} | {' '.join(one.said)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--try", dest="trying", action="store_true")
    parser.add_argument("--errors", action="store_true")
    sys.exit(main(parser.parse_args()))
