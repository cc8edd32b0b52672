"""A question on a base of 10,000 passages, and what making it takes: time, memory, disk.

    python benchmarks/large_base.py --data DATA [--passages 10000]

The articles are the paragraphs of PIAF (DATA holds ``piaf_dev.jsonl.gz``) and of knowledge/, their sentences dealt anew
into as many articles as it takes; the questions are PIAF's. Prints milliseconds a question when warm (p50
and p95, whole answers with their sentences marked), passages indexed a second, the memory of the process before and at
its most, and the bytes on disk.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from pathlib import Path

from corpora import KNOWLEDGE, LARGEST, dealt
from piaf import read_passages, read_questions

from index.articles.folder import read_folder
from index.engine import Engine, EngineOptions

SENTENCES = 24
ASKED, WARM = 400, 20


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
        questions = [question.text for question in read_questions(arguments.data, ASKED)]
        for question in questions[:WARM]:
            engine.ask(question)
        times = sorted(timed(engine, question) for question in questions)
        print(f"a question: p50 {statistics.median(times):.1f} ms, p95 {times[int(0.95 * len(times))]:.1f} ms")


def write_articles(data: Path, folder: Path, passages: int) -> None:
    """Articles of SENTENCES sentences; three and a half passages are reckoned for each, and they come to more."""
    folder.mkdir()
    draw = random.Random(5)
    told = [passage.text for passage in read_passages(data)]
    told += [file.article.body for file in read_folder(KNOWLEDGE, max_bytes=LARGEST).files]
    for number, text in enumerate(dealt(told, passages * 10 // 35, SENTENCES, draw)):
        (folder / f"{number}.md").write_text(text, "utf-8")


def timed(engine: Engine, question: str) -> float:
    started = time.perf_counter()
    engine.ask(question)
    return 1000 * (time.perf_counter() - started)


def memory() -> float:
    """The most the process has taken so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
