"""Labels of timelines drawn at random, to be read by eye: how many can be understood alone?

    python benchmarks/labels.py [--count 100] [--seed 7] [--knowledge FOLDER]

Each line is a subject of the list of entities, a date, and the label that stands for the event.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from told_timelines import LIMIT, ROOT, Told

from index.articles.folder import read_folder
from index.entities.folder import listed_entities


def main(options: argparse.Namespace) -> int:
    """Draw the labels, each subject as likely as another, and print them."""
    articles = [file.article for file in read_folder(options.knowledge, max_bytes=LIMIT).files]
    book = listed_entities(options.knowledge, LIMIT).book
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        told = Told(Path(folder), articles, book)
        timelines = [timeline for entity in book if (timeline := told.timeline(entity.name)).events]
    for _ in range(options.count):
        timeline = chance.choice(timelines)
        event = chance.choice(timeline.events)
        print(f"{timeline.name} | {event.date} | {event.level.name.lower()} | {event.label}")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--knowledge", type=Path, default=ROOT / "knowledge")
    sys.exit(main(parser.parse_args()))
