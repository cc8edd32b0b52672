"""Labels of timelines drawn at random, to be read by eye: how many can be understood alone?

    python benchmarks/labels.py [--count 100] [--seed 7] [--knowledge FOLDER [--timelines GOLD.jsonl]]
    python benchmarks/labels.py [--count 100] [--seed 7] --stories STORIES.jsonl.gz

Each line is a subject, a date, how the event is the subject's, and the label that stands for it. The subjects are those
of the list of entities of FOLDER, or of the gold timelines about it, or those of the stories held out
(:mod:`told_timelines`).
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from told_timelines import LIMIT, ROOT, Told, read_stories

from index.article import Article
from index.articles.folder import read_folder
from index.entities.book.entity import EntityBook
from index.entities.book.folder import listed_entities
from index.measuring.gold_timelines import read_timelines


def main(options: argparse.Namespace) -> int:
    """Draw the labels, each subject as likely as another, and print them."""
    articles, book, subjects = _base(options)
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        told = Told(Path(folder), articles, book)
        timelines = [timeline for subject in subjects if (timeline := told.timeline(subject)).events]
    for _ in range(options.count):
        timeline = chance.choice(timelines)
        event = chance.choice(timeline.events)
        print(f"{timeline.name or timeline.subject} | {event.date} | {event.level.name.lower()} | {event.label}")
    return 0


def _base(options: argparse.Namespace) -> tuple[list[Article], EntityBook, list[str]]:
    """The articles, the entities listed and the subjects to ask for."""
    if options.stories:
        stories = read_stories(options.stories)
        return stories.articles, EntityBook(), [gold.query for gold in stories.held_out]
    book = listed_entities(options.knowledge, LIMIT).book
    articles = [file.article for file in read_folder(options.knowledge, max_bytes=LIMIT).files]
    if options.timelines:
        return articles, book, [gold.query for gold in read_timelines(options.timelines)]
    return articles, book, [entity.name for entity in book]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--knowledge", type=Path, default=ROOT / "knowledge")
    parser.add_argument("--timelines", type=Path)
    parser.add_argument("--stories", type=Path)
    sys.exit(main(parser.parse_args()))
