"""Sourcier beside its parts and its peers: the same passages, questions and model, one run.

    python benchmarks/peers.py --data DATA [--questions 1000] [--model FOLDER] [--rounds 3] [--json FILE]

(needs the extra "bench"; ``make bench DATA=…`` installs it). DATA holds ``piaf_dev.jsonl.gz``,
``piaf_dev_questions.jsonl.gz`` and ``questions_dev.jsonl``. Each system builds its index in a process of its own, then
answers all questions in another one, ``--rounds`` times, by turns, so that what else the machine does meets all alike.

Cold: from the start of a fresh process to its first answer. Memory: the most that the answering process held. Times,
memory and disk are ratios to the first system's, whose own figures are printed below.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from systems import SYSTEMS

CORPORA = ("piaf", "knowledge")
NEEDED = {"txtai hybrid": "txtai", "langchain ensemble": "langchain_community"}
"""What a system needs beyond Sourcier; one that is not installed is left out, and said to be."""
QUIET = {"OMP_WAIT_POLICY": "PASSIVE", "TOKENIZERS_PARALLELISM": "false", "HF_HUB_OFFLINE": "1"}
MiB = 2**20


@dataclass
class Row:
    """What was measured of one system: seconds but for ``question`` and ``slow`` (p50, p95), in milliseconds."""

    system: str
    recall_1: float = 0.0
    recall_5: float = 0.0
    mrr: float = 0.0
    question: float = 0.0
    slow: float = 0.0
    passages_a_second: float = 0.0
    cold: float = 0.0
    memory: float = 0.0
    disk: float = 0.0
    asked: list[float] = field(default_factory=list, repr=False)
    starts: list[float] = field(default_factory=list, repr=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--model", default=str(Path(__file__).parents[1] / "index" / "model"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--corpora", default=",".join(CORPORA))
    parser.add_argument("--systems", default=",".join(SYSTEMS))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--work", nargs=4, metavar=("build|answer", "SYSTEM", "CORPUS", "FOLDER"), help="a process")
    arguments = parser.parse_args()
    if arguments.work:
        what, system, corpus, folder = arguments.work
        (build if what == "build" else answer)(system, Path(corpus), Path(folder), arguments.model)
        return
    if arguments.data is None:
        parser.error("--data is missing")
    unknown = {*arguments.systems.split(",")} - SYSTEMS.keys() | {*arguments.corpora.split(",")} - {*CORPORA}
    if unknown:
        parser.error(f"{', '.join(sorted(unknown))}: not one of {', '.join((*SYSTEMS, *CORPORA))}")
    measured = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name in arguments.corpora.split(","):
            rows = compare(name, arguments, Path(scratch))
            measured[name] = [{k: v for k, v in asdict(row).items() if k not in ("asked", "starts")} for row in rows]
    if arguments.json:
        arguments.json.write_text(json.dumps(measured, indent=1))


def compare(name: str, arguments: argparse.Namespace, scratch: Path) -> list[Row]:
    from corpora import make_corpus

    corpus = make_corpus(name, arguments.data, arguments.questions, scratch / name)
    rows = []
    for system in installed(arguments.systems.split(",")):
        folder = scratch / f"{name} {system}"
        folder.mkdir()
        built = run("build", system, corpus.folder, folder, arguments.model)[-1]
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        rows.append(Row(system, passages_a_second=built["passages"] / built["seconds"], disk=size / MiB))
    for _ in range(arguments.rounds):
        for row in rows:
            first, told = run("answer", row.system, corpus.folder, scratch / f"{name} {row.system}", arguments.model)
            row.starts.append(first["at"])
            row.asked += told["seconds"]
            row.memory = max(row.memory, told["memory"])
            ranks = told["ranks"]
            row.recall_1, row.recall_5 = (sum(0 < rank <= k for rank in ranks) / len(ranks) for k in (1, 5))
            row.mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
    for row in rows:
        row.asked.sort()
        row.question, row.slow = (1000 * row.asked[int(share * len(row.asked))] for share in (0.5, 0.95))
        row.cold = sorted(row.starts)[len(row.starts) // 2]
    show(name, len(corpus.passages()), len(corpus.questions()), rows)
    return rows


def installed(names: list[str]) -> list[str]:
    there = [name for name in names if importlib.util.find_spec(NEEDED.get(name, "json"))]
    for name in names:
        if name not in there:
            print(f"{name}: left out, {NEEDED[name]} is not installed", file=sys.stderr)
    return there


def run(what: str, system: str, corpus: Path, folder: Path, model: str) -> list[dict[str, Any]]:
    """What a process of its own prints, each line with the seconds after its start ``at`` which it came."""
    command = [sys.executable, __file__, "--model", model, "--work", what, system, str(corpus), str(folder)]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **QUIET})
    assert process.stdout is not None
    lines = [
        {**json.loads(line), "at": time.perf_counter() - started} for line in process.stdout if line.startswith("{")
    ]
    if process.wait() != 0:
        sys.exit(f"{system}: could not {what}")
    return lines


def build(system: str, corpus_folder: Path, folder: Path, model: str) -> None:
    from corpora import Corpus

    corpus = Corpus(corpus_folder)
    chosen = SYSTEMS[system]()
    chosen.ready(model)
    started = time.perf_counter()
    chosen.build(corpus, folder)
    tell(seconds=time.perf_counter() - started, passages=len(corpus.passages()))


def answer(system: str, corpus_folder: Path, folder: Path, model: str) -> None:
    search = SYSTEMS[system]().open(folder, model)
    search("Quand et pourquoi ?")
    tell(answered=True)
    from corpora import Corpus, is_right

    ranks, seconds = [], []
    for question in Corpus(corpus_folder).questions():
        started = time.perf_counter()
        found = search(question.text)
        seconds.append(time.perf_counter() - started)
        ranks.append(next((place for place, each in enumerate(found, start=1) if is_right(question, each)), 0))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MiB
    tell(ranks=ranks, seconds=seconds, memory=memory)


def tell(**told: object) -> None:
    print(json.dumps(told), flush=True)


def show(name: str, passages: int, questions: int, rows: list[Row]) -> None:
    base = rows[0]
    print(f"\n{name}: {passages} passages, {questions} questions; ratios to {base.system}")
    headings = ("R@1", "R@5", "MRR", "p50", "p95", "indexed/s", "cold", "memory", "disk")
    print(f"{'':20}" + "".join(f"{heading:>10}" for heading in headings))
    for row in rows:
        shares = (row.recall_1, row.recall_5, row.mrr)
        print(f"{row.system:20}" + "".join(f"{share:10.3f}" for share in shares) + "".join(ratios(row, base)))
    print(
        f"{base.system}: {base.question:.1f} ms a question (p95 {base.slow:.1f}), {base.passages_a_second:.0f} passages"
        f" indexed a second, {base.cold:.2f} s to the first answer, {base.memory:.0f} MiB of memory,"
        f" {base.disk:.1f} MiB on disk",
        flush=True,
    )


def ratios(row: Row, base: Row) -> list[str]:
    names = ("question", "slow", "passages_a_second", "cold", "memory", "disk")
    return [f"{getattr(row, name) / getattr(base, name):10.2f}" for name in names]


if __name__ == "__main__":
    main()
