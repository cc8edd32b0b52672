"""A question on a base of 10,000 passages, and what making it takes: time, memory, disk.

    python benchmarks/large_base.py --data DATA [--passages 10000]

The articles are the paragraphs of PIAF (DATA holds ``piaf_dev.jsonl.gz``) and of knowledge/, their sentences dealt anew
into as many articles as it takes; the questions are PIAF's. Prints passages indexed a second, the memory of the process
before and at its most, and the bytes on disk; then, unread and read side by side, milliseconds a question when warm
(whole answers with their sentences marked, p50 and p95; each question asked both ways, one after the other), and
seconds from the start of a fresh process to its first answer (the median of ``STARTS``, by turns). Each as a clock on
the wall has it and as one core would: what else the machine does makes the first longer, the second hardly.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from corpora import KNOWLEDGE, LARGEST, dealt
from piaf import read_passages, read_questions

from index.articles.folder import read_folder
from index.engine import Engine, EngineOptions

SENTENCES = 24
ASKED, WARM = 200, 20
STARTS = 5
WAYS = {"unread": "off", "read": None}
"""Who reads: nobody, or the shipped reader."""


@dataclass(frozen=True)
class Spent:
    """Time on the wall's clock, and of a core."""

    wall: float
    core: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--passages", type=int, default=10_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        articles = Path(scratch) / "articles"
        write_articles(arguments.data, articles, arguments.passages)
        engine = Engine(EngineOptions(articles, Path(scratch) / "data"))
        before = memory()
        started = time.perf_counter()
        engine.prepare()
        spent = time.perf_counter() - started
        status = engine.status()
        print(
            f"{status.passages} passages of {status.articles} articles: {status.passages / spent:.0f} a second, "
            f"memory {before:.0f} -> {memory():.0f} MiB, disk {status.index_bytes / 1e6:.0f} MB"
        )
        engine.close()
        questions = [question.text for question in read_questions(arguments.data, ASKED)]
        warm(articles, Path(scratch) / "data", questions)
        fresh(articles, Path(scratch) / "data", questions[0])


def warm(articles: Path, data: Path, questions: list[str]) -> None:
    """Milliseconds a question, each asked both ways in turn."""
    engines = {way: Engine(EngineOptions(articles, data, reader=reader)) for way, reader in WAYS.items()}
    times: dict[str, list[Spent]] = {way: [] for way in WAYS}
    for engine in engines.values():
        engine.prepare()
        for question in questions[:WARM]:
            engine.ask(question)
    for question in questions:
        for way, engine in engines.items():
            started, before = time.perf_counter(), time.process_time()
            engine.ask(question)
            spent = Spent(1000 * (time.perf_counter() - started), 1000 * (time.process_time() - before))
            times[way].append(spent)
    for way, its in times.items():
        wall, core = (sorted(getattr(each, name) for each in its) for name in ("wall", "core"))
        figures = [
            f"p50 {statistics.median(each):.1f}, p95 {each[int(0.95 * len(each))]:.1f} ms" for each in (wall, core)
        ]
        print(f"a question, {way}: {figures[0]}; of a core {figures[1]}", flush=True)


def fresh(articles: Path, data: Path, question: str) -> None:
    """Seconds to the first answer of a fresh ``sourcier ask``."""
    command = [sys.executable, "-m", "bot.cli", "ask", question, "--json"]
    settings = {"SOURCIER_KNOWLEDGE_DIR": str(articles), "SOURCIER_DATA_DIR": str(data)}
    times: dict[str, list[Spent]] = {way: [] for way in WAYS}
    for _ in range(STARTS):
        for way, reader in WAYS.items():
            its = {**os.environ, **settings, **({"SOURCIER_READER": reader} if reader else {})}
            started, before = time.perf_counter(), of_children()
            subprocess.run(command, env=its, check=True, stdout=subprocess.DEVNULL)
            times[way].append(Spent(time.perf_counter() - started, of_children() - before))
    for way, its in times.items():
        wall, core = (statistics.median(getattr(each, name) for each in its) for name in ("wall", "core"))
        print(f"first answer of a fresh process, {way}: {wall:.2f} s; of a core {core:.2f} s", flush=True)


def of_children() -> float:
    """Seconds of a core that processes which have ended took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def write_articles(data: Path, folder: Path, passages: int) -> None:
    """Articles of SENTENCES sentences; three and a half passages are reckoned for each, and they come to more."""
    folder.mkdir()
    draw = random.Random(5)
    told = [passage.text for passage in read_passages(data)]
    told += [file.article.body for file in read_folder(KNOWLEDGE, max_bytes=LARGEST).files]
    for number, text in enumerate(dealt(told, passages * 10 // 35, SENTENCES, draw)):
        (folder / f"{number}.md").write_text(text, "utf-8")


def memory() -> float:
    """The most the process has taken so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
