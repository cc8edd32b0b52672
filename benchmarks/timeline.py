"""How long a timeline takes on a large base: 10,000 articles made of the sentences of knowledge/, shuffled.

    python benchmarks/timeline.py [ARTICLES]

Prints the time of a core to read the events of one article, and of a timeline of the subjects told least, middling and
most and of a name that no list holds, the first time and again.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from index.article import Article
from index.articles.folder import read_folder
from index.chronicle.chronology import Reach, chronicle, timeline
from index.entities.book.folder import listed_entities
from index.entities.proper_names import UNLISTED
from index.entities.wording import Wording
from index.events.whose.extraction import EventExtractor
from index.generation.texts import IndexedArticle, Texts, write_texts
from index.passages.sentences import sentences
from index.tellings.prepared import prepare_entries
from index.tellings.stored import Events, write_events

ROOT = Path(__file__).parents[1]
LIMIT = 10**7
SENTENCES = 12
ASKED = 20
FEW = 40
"""Tellings of a name that no list holds, at most."""


class Base:
    """What a timeline needs of a generation."""

    def __init__(self, folder: Path, wording: Wording) -> None:
        self.wording = wording
        self.texts = Texts(folder / "texts.sqlite")
        self.events = Events(folder / "events.sqlite")
        self.number = 1


def main(count: int) -> int:
    random.seed(8)
    knowledge = ROOT / "knowledge"
    wording = Wording(listed_entities(knowledge, LIMIT).book)
    real = [file.article for file in read_folder(knowledge, max_bytes=LIMIT).files]
    articles = [_shuffled(number, real) for number in range(count)]
    extractor = EventExtractor(wording)
    started = time.process_time()
    events = [event for article in articles for event in extractor.events(article)]
    reading = time.process_time() - started
    print(f"articles {count}, events {len(events)}, {1000 * reading / count:.2f} ms an article to read")
    told = Counter(one.key for event in events for one in event.participants)
    with tempfile.TemporaryDirectory() as folder:
        write_texts(Path(folder) / "texts.sqlite", [IndexedArticle(one, one.card.id) for one in articles], ())
        write_events(Path(folder) / "events.sqlite", events)
        started = time.process_time()
        ready = prepare_entries(Path(folder) / "events.sqlite", wording.book)
        print(f"{ready} subjects made ready in {time.process_time() - started:.1f} s")
        base: Any = Base(Path(folder), wording)
        ranked = [key for key, _ in told.most_common() if not key.startswith("~")]
        unlisted = next(key for key, count in told.most_common() if count <= FEW and _is_full_name(key))
        kinds = {"least": ranked[-1], "middling": ranked[len(ranked) // 2], "most": ranked[0], "unlisted": unlisted}
        for name, key in kinds.items():
            times = []
            for _ in range(ASKED):
                started = time.process_time()
                name_of = wording.book[key].name if key[0] != UNLISTED else key[1:].title()
                told_of = chronicle(wording, base, name_of, None, None, Reach.SURE)
                found = timeline(told_of, base, wording, name_of, 40)
                times.append(1000 * (time.process_time() - started))
            print(
                f"{name:>9}  {key:24} told {told[key]:6} times, {found.total:5} events, "
                f"first {times[0]:7.1f} ms, median {statistics.median(times):7.1f} ms"
            )
    return 0


def _is_full_name(key: str) -> bool:
    """Whether ``key`` is an unlisted name of two long words."""
    words = key[1:].split()
    return key.startswith(UNLISTED) and len(words) == 2 and all(word.isalpha() and len(word) > 4 for word in words)


def _shuffled(number: int, real: list[Article]) -> Article:
    """Twelve sentences of one article, in another order."""
    source = random.choice(real)
    spans = sentences(source.body, 0, len(source.body))
    body = " ".join(source.body[start:end] for start, end in random.sample(spans, min(SENTENCES, len(spans))))
    return Article(replace(source.card, id=f"{source.card.id}-{number}", path=f"{number}.md"), body)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
