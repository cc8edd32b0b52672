"""Sourcier beside its parts and its peers: the same passages and questions, one run.

    python benchmarks/peers.py --sources SOURCES [--questions 1000] [--rounds 3] [--model FOLDER] [--json FILE]
        [--former FOLDER] [--beside ENCODER CROSS-ENCODER]

(needs the extra "bench"; ``make bench SOURCES=…`` installs it). SOURCES holds ``data/`` and ``training/``; the corpora
are told of in ``corpora.py``, the systems in ``systems.py``. Each system builds its index in a process of its own, then
answers all questions in another one; ``--rounds`` times the first TIMED of them, by turns, so that what else the
machine does meets all alike.

R@k: the share of the questions with an answer of which a right passage is among the first k. AUROC: how often a
question with an answer looks surer than one without, 0.5 being chance. At 5 %: of the questions without an answer, the
share that is refused where 5 % of the others are. Refused: the share of both that the system refuses as it comes.
Cold: from the start of a fresh process to its first answer. Memory: the most that the answering process held. Times,
memory and disk are ratios to the first system's, whose own figures are printed below.

``--model`` is the encoder of all that take one. ``--former`` is a checkout of Sourcier from before it read, asked as
"sourcier, former"; ``git worktree add FOLDER $(git log --reverse --format=%h -- index/reading | head -1)^`` makes it.
``--beside`` are folders or names of an encoder and a cross-encoder which put the passages in order without Sourcier, as
"reranked". Where there is a hub: ``HF_HUB_OFFLINE=0``, and ``--beside BAAI/bge-m3 BAAI/bge-reranker-v2-m3``; these take
4.5 GB, are downloaded once, and want a GPU or patience.
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
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from corpus import Corpus
from systems import FORMER, RERANKED_BESIDE, SYSTEMS, system_named

CORPORA = ("knowledge", "dossiers", "piaf")
CUTS = (1, 3, 5)
RISK = 0.05
TIMED = 100
"""Questions that are asked again for the times."""
NEEDED = {"txtai hybrid": "txtai", "langchain ensemble": "langchain_community", "cairn": "cairn"}
"""What a system needs beyond Sourcier; one that is not installed is left out, and said to be."""
QUIET = {"OMP_WAIT_POLICY": "PASSIVE", "TOKENIZERS_PARALLELISM": "false", "HF_HUB_OFFLINE": "1"}
MiB = 2**20


@dataclass
class Row:
    """What was measured of one system: shares, seconds, MiB, and ``question`` and ``slow`` (p50, p95) in
    milliseconds."""

    system: str
    recall: dict[int, float] = field(default_factory=dict)
    mrr: float = 0.0
    auroc: float | None = None
    refused_at_risk: float | None = None
    refused: float | None = None
    wrongly_refused: float = 0.0
    question: float = 0.0
    slow: float = 0.0
    passages_a_second: float = 0.0
    cold: float = 0.0
    memory: float = 0.0
    disk: float = 0.0
    times: list[float] = field(default_factory=list, repr=False)
    starts: list[float] = field(default_factory=list, repr=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=Path)
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--model", default=str(Path(__file__).parents[1] / "index" / "model"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--corpora", default=",".join(CORPORA))
    parser.add_argument("--systems", default="|".join(SYSTEMS), help='with "|" between them')
    parser.add_argument("--former", type=Path, metavar="FOLDER")
    parser.add_argument("--beside", nargs=2, metavar=("ENCODER", "CROSS-ENCODER"))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--work", nargs=4, metavar=("build|answer", "SYSTEM", "CORPUS", "FOLDER"), help="a process")
    arguments = parser.parse_args()
    if arguments.work:
        what, system, corpus, folder = arguments.work
        (build if what == "build" else answer)(system, Corpus(Path(corpus)), Path(folder), arguments)
        return
    if arguments.sources is None:
        parser.error("--sources is missing")
    unknown = {*arguments.systems.split("|")} - SYSTEMS.keys() | {*arguments.corpora.split(",")} - {*CORPORA}
    if unknown:
        parser.error(f"{', '.join(sorted(unknown))}: not one of {', '.join((*SYSTEMS, *CORPORA))}")
    measured = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name in arguments.corpora.split(","):
            rows = compare(name, arguments, Path(scratch))
            measured[name] = [{k: v for k, v in asdict(row).items() if k not in ("times", "starts")} for row in rows]
            if arguments.json:
                arguments.json.write_text(json.dumps(measured, indent=1))


def compare(name: str, arguments: argparse.Namespace, scratch: Path) -> list[Row]:
    from corpora import make_corpus

    corpus = make_corpus(name, arguments.sources, arguments.questions, scratch / name)
    rows = []
    for system in compared(arguments):
        folder = scratch / f"{name} {system}"
        folder.mkdir()
        built = run("build", system, corpus, folder, arguments)[-1]
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        rows.append(Row(system, passages_a_second=built["passages"] / built["seconds"], disk=size / MiB))
    for turn in range(arguments.rounds):
        for row in rows:
            its = argparse.Namespace(**{**vars(arguments), "questions": TIMED if turn else arguments.questions})
            first, *answers, last = run("answer", row.system, corpus, scratch / f"{name} {row.system}", its)
            row.starts.append(first["at"])
            row.times += [each["seconds"] for each in answers[:TIMED]]
            row.memory = max(row.memory, last["memory"])
            if not turn:
                judge(row, corpus, answers)
    for row in rows:
        row.times.sort()
        row.question, row.slow = (1000 * row.times[int(share * len(row.times))] for share in (0.5, 0.95))
        row.cold = sorted(row.starts)[len(row.starts) // 2]
    show(name, corpus, rows)
    return rows


def compared(arguments: argparse.Namespace) -> list[str]:
    names = arguments.systems.split("|")
    there = [name for name in names if importlib.util.find_spec(NEEDED.get(name, "json"))]
    for name in names:
        if name not in there:
            print(f"{name}: left out, {NEEDED[name]} is not installed", file=sys.stderr)
    return [*there, *([FORMER] if arguments.former else []), *([RERANKED_BESIDE] if arguments.beside else [])]


def run(what: str, system: str, corpus: Corpus, folder: Path, arguments: argparse.Namespace) -> list[dict[str, Any]]:
    """What a process of its own prints, each line with the seconds after its start ``at`` which it came."""
    command = [sys.executable, __file__, "--model", arguments.model, "--questions", str(arguments.questions)]
    command += ["--beside", *arguments.beside] if arguments.beside else []
    path = {"PYTHONPATH": str(arguments.former.resolve())} if system == FORMER else {}
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--work", what, system, str(corpus.folder), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**QUIET, **os.environ, **path},
    )
    assert process.stdout is not None
    lines = [
        {**json.loads(line), "at": time.perf_counter() - started} for line in process.stdout if line.startswith("{")
    ]
    if process.wait() != 0:
        sys.exit(f"{system}: could not {what}")
    return lines


def build(system: str, corpus: Corpus, folder: Path, arguments: argparse.Namespace) -> None:
    chosen = system_named(system, arguments.beside)
    chosen.ready(arguments.model)
    started = time.perf_counter()
    chosen.build(corpus, folder)
    tell(seconds=time.perf_counter() - started, passages=len(corpus.passages()))


def answer(system: str, corpus: Corpus, folder: Path, arguments: argparse.Namespace) -> None:
    search = system_named(system, arguments.beside).open(folder, arguments.model)
    search("Quand et pourquoi ?")
    tell(answered=True)
    for question in corpus.asked()[: arguments.questions]:
        started = time.perf_counter()
        found = search(question)
        seconds = time.perf_counter() - started
        passages = [[each.article, each.text] for each in found.passages]
        tell(seconds=seconds, passages=passages, sure=found.sure, shown=found.shown)
    tell(memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MiB)


def tell(**told: object) -> None:
    print(json.dumps(told), flush=True)


def judge(row: Row, corpus: Corpus, answers: Sequence[dict[str, Any]]) -> None:
    """Put into ``row`` how good the ``answers`` to the questions of ``corpus`` are."""
    from corpora import is_right

    from index.measuring.labelled import labelled
    from index.measuring.reliability import auroc

    ranks, yes, no = [], [], []
    for question, each in zip(map(labelled, corpus.records()), answers, strict=True):
        (yes if question.answerable else no).append(each)
        if question.answerable:
            right = [is_right(question, article, text) for article, text in each["passages"]]
            ranks.append(right.index(True) + 1 if any(right) else 0)
    row.recall = {cut: sum(0 < rank <= cut for rank in ranks) / len(ranks) for cut in CUTS}
    row.mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
    row.wrongly_refused = share(yes, lambda each: not each["shown"])
    if no:
        sure = sorted(each["sure"] for each in yes)
        least = sure[int(RISK * len(sure))]
        row.auroc = auroc(sure, [each["sure"] for each in no])
        row.refused_at_risk = share(no, lambda each: each["sure"] < least)
        row.refused = share(no, lambda each: not each["shown"])


def share(answers: Sequence[dict[str, Any]], holds: Callable[[dict[str, Any]], bool]) -> float:
    return sum(map(holds, answers)) / len(answers)


def show(name: str, corpus: Corpus, rows: list[Row]) -> None:
    base = rows[0]
    records = corpus.records()
    without = sum(not record.get("answerable", True) for record in records)
    print(
        f"\n{name}: {len(corpus.passages())} passages, {len(records)} questions, {without} of them without an answer;"
        f" ratios to {base.system}"
    )
    shares = ("R@1", "R@3", "R@5", "AUROC", "at 5 %", "refused", "wrongly")
    ratios = ("p50", "p95", "indexed/s", "cold", "memory", "disk")
    print(f"{'':20}" + "".join(f"{heading:>9}" for heading in shares) + "".join(f"{each:>10}" for each in ratios))
    for row in rows:
        its = (*row.recall.values(), row.auroc, row.refused_at_risk, row.refused, row.wrongly_refused)
        print(
            f"{row.system:20}"
            + "".join(f"{figure:9.3f}" if figure is not None else f"{'–':>9}" for figure in its)
            + "".join(ratios_of(row, base))
        )
    print(
        f"{base.system}: {base.question:.1f} ms a question (p95 {base.slow:.1f}), {base.passages_a_second:.0f} passages"
        f" indexed a second, {base.cold:.2f} s to the first answer, {base.memory:.0f} MiB of memory,"
        f" {base.disk:.1f} MiB on disk",
        flush=True,
    )


def ratios_of(row: Row, base: Row) -> list[str]:
    names = ("question", "slow", "passages_a_second", "cold", "memory", "disk")
    return [f"{getattr(row, name) / getattr(base, name):10.3f}" for name in names]


if __name__ == "__main__":
    main()
