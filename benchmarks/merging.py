"""Which tellings are the same event: precision and recall on labelled pairs of events from knowledge/.

    python benchmarks/merging.py [--errors]

Each line of same_events.jsonl names a subject and two events, by article, date, the words that say the date and the
words before them, and says whether they are the same.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.articles.folder import read_folder
from index.entities.folder import listed_entities
from index.entities.wording import Wording
from index.events.event import ArticleEvent
from index.events.extraction import EventExtractor
from index.tellings.merging import SAME, Comparable, agreement, comparable, subject_of

ROOT = Path(__file__).parents[1]
PAIRS = Path(__file__).with_name("same_events.jsonl")
LIMIT = 10**7


@dataclass(frozen=True)
class LabelledPair:
    """Two tellings ready to be compared, None where the rules no longer find one, and whether they are the same."""

    subject: str
    one: Comparable | None
    other: Comparable | None
    same: bool


def labelled_pairs() -> list[LabelledPair]:
    """The pairs of PAIRS, as the articles tell them now."""
    knowledge = ROOT / "knowledge"
    wording = Wording(listed_entities(knowledge, LIMIT).book)
    extractor = EventExtractor(wording)
    articles = {file.article.card.id: file.article for file in read_folder(knowledge, max_bytes=LIMIT).files}
    events = {name: extractor.events(article) for name, article in articles.items()}
    pairs = []
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        subject = subject_of(pair["subject"], wording.book)
        found = [_event(side, events[side["article"]], articles[side["article"]].body) for side in pair["events"]]
        one, other = (comparable(event, subject) if event is not None else None for event in found)
        pairs.append(LabelledPair(pair["subject"], one, other, pair["same"]))
    return pairs


def main(*, errors: bool) -> int:
    counts = {(gold, found): 0 for gold in (True, False) for found in (True, False)}
    lost = 0
    for pair in labelled_pairs():
        if pair.one is None or pair.other is None:
            lost += 1
            continue
        score = agreement(pair.one, pair.other)
        counts[pair.same, score >= SAME] += 1
        if errors and pair.same != (score >= SAME):
            print(f"{pair.subject} {score:.2f} {'not merged' if pair.same else 'merged'}")
            for event in (pair.one.event, pair.other.event):
                print(f"    {event.article_id} {event.date} {' '.join(event.actions)} | {' '.join(event.said)}")
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    print(f"pairs {sum(counts.values())}, the same {right + missed}, not found any more {lost}")
    print(f"precision {right / max(1, right + wrong):.3f}  recall {right / max(1, right + missed):.3f}")
    return 0


def _event(side: dict[str, Any], events: tuple[ArticleEvent, ...], body: str) -> ArticleEvent | None:
    for event in events:
        start, end = event.expression
        if body[start:end] == side["expression"] and body[:start].endswith(side["from"]):
            return event
    return None


if __name__ == "__main__":
    sys.exit(main(errors="--errors" in sys.argv))
