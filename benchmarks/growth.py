"""What grows with the base, and how fast: 3,000 passages, 30,000, and as many more as you like.

    python benchmarks/growth.py [--passages 3000 30000] [--dossiers DOSSIERS] [--scratch FOLDER] [--log FILE]

Articles are dealt from the sentences of knowledge/ and of DOSSIERS (a gzipped file of lines, each an object with
``paragraphs``), with other amounts and names in each. A stand-in encodes: its vectors are sums of one vector a word, so
that no hours go into encoding; all else is what runs for everybody, ``sourcier reindex`` as a process of its own.

Prints a line a measure, a column a size, and between two sizes the growth for ten times the base: 1.0 does not grow,
10 grows as the base does. What is measured of a size is added to FILE as a line of JSON; a size that FILE already has
is not measured again, so that a run over night goes on where it was broken off.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from corpora import KNOWLEDGE, LARGEST, OWN_QUESTIONS, dealt

import index.encoder.held
from index.articles.folder import read_folder
from index.encoder.encoder import Done, EncodedPassages, EncodedQuestion, Encoder
from index.encoder.pieces import PassagePieces, QuestionPieces, quantised
from index.entities.book.folder import FILE
from index.measuring.labelled import read_questions
from index.reading.held import NOBODY

DOSSIERS = Path(__file__).parents[2] / "shared" / "training" / "dossiers.jsonl.gz"
SENTENCES, PER_ARTICLE = 18, 3
"""Sentences an article, and about how many passages they make."""
ASKED, WARM = 100, 10
NEAREST, CHUNK = 10, 16_384
SUBJECT = "amazon"
NEWCOMER = "Quarvoline Brestaud"
DIMENSIONS, PIECE_DIMENSIONS, TABLE = 384, 32, 4096
SYLLABLES = (
    "bar cor del fan gal hor jun kel lam mor nor pel quar ros sol tam ul var wes yor zel bri cla dro fli".split()
)


class StandIn(Encoder):
    """Encodes with one vector a word, drawn once and for all by the word's checksum."""

    def question(self, text: str) -> EncodedQuestion:
        places = _places(text)
        vectors, pieces = _tables()
        count = max(1, len(places))
        weight = np.full(count, 1 / count, dtype=np.float32)
        told = QuestionPieces(pieces[places or [0]], weight, np.arange(count, dtype=np.int64))
        return EncodedQuestion(_unit(vectors[places or [0]].sum(0)), told)

    def passages(self, texts: Sequence[str], done: Done | None = None) -> EncodedPassages:
        every, pieces = _tables()
        vectors, told = [], []
        for number, text in enumerate(texts, 1):
            starts = np.array([found.start() for found in re.finditer(r"\w{4,}", text)][:120], dtype=np.int32)
            places = _places(text)
            vectors.append(_unit(every[places or [0]].sum(0)))
            told.append(PassagePieces(quantised(pieces[places[: len(starts)]]), starts))
            if done is not None and number % 100 == 0:
                done(number)
        return EncodedPassages(np.stack(vectors), told)


@cache
def _tables() -> tuple[Any, Any]:
    draw = np.random.default_rng(1)
    vectors = draw.standard_normal((TABLE, DIMENSIONS), dtype=np.float32)
    pieces = draw.standard_normal((TABLE, PIECE_DIMENSIONS), dtype=np.float32)
    return vectors, pieces / np.linalg.norm(pieces, axis=1, keepdims=True)


def _places(text: str) -> list[int]:
    return [zlib.crc32(word.lower().encode()) % TABLE for word in re.findall(r"\w{4,}", text)][:120]


def _unit(vector: Any) -> Any:
    return vector / max(1e-9, float(np.linalg.norm(vector)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--passages", type=int, nargs="+", default=[3000, 30_000])
    parser.add_argument("--dossiers", type=Path, default=DOSSIERS)
    parser.add_argument("--scratch", type=Path, help="where the bases are made; removed afterwards")
    parser.add_argument("--keep", type=Path, help="where the base is made instead, and left, of one size")
    parser.add_argument("--log", type=Path, help="what was measured, a line a size; sizes that it has are not measured")
    parser.add_argument("--child", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        child(*arguments.child)
        return
    logged = read_log(arguments.log)
    for passages in arguments.passages:
        if passages in logged:
            continue
        with tempfile.TemporaryDirectory(dir=arguments.scratch) as scratch:
            logged[passages] = measures(arguments.keep or Path(scratch), passages, arguments.dossiers)
        told = json.dumps({"wanted": passages, **logged[passages]})
        print(told, flush=True)
        if arguments.log is not None:
            with arguments.log.open("a", encoding="utf-8") as log:
                log.write(f"{told}\n")
    print_growth([logged[passages] for passages in arguments.passages])


def read_log(log: Path | None) -> dict[int, dict[str, float]]:
    """What was measured before, by the number of passages that was wanted."""
    if log is None or not log.exists():
        return {}
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    return {int(line.pop("wanted")): line for line in lines}


def measures(scratch: Path, passages: int, dossiers: Path) -> dict[str, float]:
    """What a base of about that many passages takes, by name of the measure."""
    articles, data = scratch / "articles", scratch / "data"
    write_articles(articles, passages // PER_ARTICLE, dossiers)
    first = in_process("reindex", articles, data)
    made: dict[str, float] = {"passages": first["report"]["passages"], "first build, s": first["seconds"]}
    made["first build, of a core, s"] = first["computed"]
    made["first build, memory, MB"] = first["memory"]
    made["first build, each process beside, MB"] = first["beside"]
    return made | after_the_build(articles, data)


def after_the_build(articles: Path, data: Path) -> dict[str, float]:
    """What a base that was built takes, by name of the measure; it has a few articles less or more then."""
    made = {"disk, MB": sum(path.stat().st_size for path in data.rglob("*") if path.is_file()) / 1e6}
    in_process("reindex", articles, data)  # opened for the first time, every byte is read
    looked = in_process("reindex", articles, data)
    made["nothing changed, s"] = looked["seconds"]
    made["nothing changed, of a core, s"] = looked["computed"]
    newest = write_newcomer(articles)
    added = in_process("reindex", articles, data)
    assert added["report"]["articles"]["added"] == [newest.stem], added["report"]["articles"]["added"]
    made["one article added, s"] = added["seconds"]
    made["one article added, of a core, s"] = added["computed"]
    made["one article added, memory, MB"] = added["memory"]
    newest.write_text(newcomer(7), "utf-8")
    made["one article changed, s"] = in_process("reindex", articles, data)["seconds"]
    min(articles.glob("a-*.md")).unlink()
    made["one article removed, s"] = in_process("reindex", articles, data)["seconds"]
    (articles / "refused.md").write_text("", "utf-8")
    made["one article refused, s"] = in_process("reindex", articles, data)["seconds"]
    made["disk of all kept, MB"] = _on_disk(data)
    return made | in_process("ask", articles, data)["measures"]


def in_process(what: str, articles: Path, data: Path) -> dict[str, Any]:
    """What a child process prints last, with the ``seconds`` it took in all and those it ``computed``."""
    command = [sys.executable, str(Path(__file__)), "--child", what, str(articles), str(data)]
    started, computed = time.perf_counter(), _computed()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    seconds = time.perf_counter() - started
    if done.returncode:
        sys.exit(f"{what}: {done.stderr}")
    return {"seconds": seconds, "computed": _computed() - computed, **json.loads(done.stdout.splitlines()[-1])}


def _computed() -> float:
    """Seconds of a core that the processes ended so far have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def child(what: str, articles: str, data: str) -> None:
    """Re-index or ask with the stand-in, and print what came of it."""
    index.encoder.held.Encoder = StandIn  # type: ignore[misc]
    told = reindexed(articles, data) if what == "reindex" else asked(Path(articles), Path(data))
    beside = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
    print(json.dumps({**told, "memory": memory(), "beside": beside}))


def reindexed(articles: str, data: str) -> dict[str, Any]:
    """``sourcier reindex --json``, as the command does it."""
    import contextlib
    import io

    from bot.cli import main as sourcier

    out = io.StringIO()
    sys.argv = ["sourcier", "reindex", "--json", "--knowledge-dir", articles, "--data-dir", data]
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        sourcier()
    return {"report": json.loads(out.getvalue().splitlines()[-1])}


def asked(articles: Path, data: Path) -> dict[str, Any]:
    """What answering takes of a base that is there, and adding an article beside the answers."""
    from index.engine import Engine, EngineOptions

    questions = [each.text for path in OWN_QUESTIONS for each in read_questions(path)]
    random.Random(2).shuffle(questions)
    made: dict[str, float] = {}
    engine = Engine(EngineOptions(articles, data, reader=NOBODY))
    computed = time.process_time()
    made["opening, s"] = timed(engine.prepare)
    made["opening, of a core, s"] = time.process_time() - computed
    made["first answer, ms"] = 1000 * timed(lambda: engine.ask(questions[0]))
    for question in questions[:WARM]:
        engine.ask(question)
    computed = time.process_time()
    times = sorted(1000 * timed(lambda q=question: engine.ask(q)) for question in questions[WARM : WARM + ASKED])
    made["a question, of a core, ms"] = 1000 * (time.process_time() - computed) / len(times)
    made["a question, p50, ms"] = statistics.median(times)
    made["a question, p95, ms"] = times[int(0.95 * len(times))]
    made["timeline, first, ms"] = 1000 * timed(lambda: engine.timeline(SUBJECT, limit=10))
    made["timeline, again, ms"] = 1000 * timed(lambda: engine.timeline(SUBJECT, limit=10))
    made["sources, ms"] = 1000 * timed(lambda: engine.sources("amazon care"))
    made["names to choose, ms"] = 1000 * timed(lambda: engine.suggest("ama", 25))
    made["answering, memory, MB"] = memory()
    made["of it its own, MB"] = own_memory()
    made["nearest ten that are found, share"] = recall(engine, questions[WARM : WARM + ASKED])
    came = write_newcomer(articles)
    started, computed = time.perf_counter(), time.process_time()
    engine.reindex()
    engine.prepare()
    found = engine.ask(f"Que fait {NEWCOMER} {came.stem.removeprefix('newcomer-')} ?").quotes
    made["added beside answers, until found, s"] = time.perf_counter() - started
    made["added beside answers, of a core, s"] = time.process_time() - computed
    assert any(quote.article.id == came.stem for quote in found), found
    write_newcomer(articles)
    started, computed = time.perf_counter(), time.process_time()
    engine.reindex()
    engine.prepare()
    made["added again, until ready, s"] = time.perf_counter() - started
    made["added again, of a core, s"] = time.process_time() - computed
    return {"measures": made}


def recall(engine: Any, questions: Sequence[str]) -> float:
    """How many of the ten passages nearest to each of ``questions`` are among the candidates."""
    (generation,), encoder = engine._ready()
    every, found = len(generation.vectors), []
    for question in questions:
        asked = encoder.question(question).vector
        blocks = (np.arange(start, min(every, start + CHUNK)) for start in range(0, every, CHUNK))
        cosines = np.concatenate([generation.vectors.cosines(asked, rows) for rows in blocks])
        tenth = np.partition(cosines, -NEAREST)[-NEAREST]
        found.append((cosines[generation.vectors.nearest(asked, NEAREST)] >= tenth).mean())
    return float(np.mean(found))


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def memory() -> float:
    """The most the process has taken so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def own_memory() -> float:
    """What the process has now beside pages of files, which the system takes back when it needs them, in MB."""
    (line,) = [line for line in Path("/proc/self/status").read_text("ascii").splitlines() if "RssAnon" in line]
    return int(line.split()[1]) * 1024 / 1e6


def print_growth(measured: Sequence[dict[str, float]]) -> None:
    """A line a measure; between two sizes, how many times more for ten times the base."""
    for name in measured[0]:
        values = [each[name] for each in measured]
        line = f"{values[0]:12.1f}"
        for before, after, small, large in zip(values, values[1:], measured, measured[1:], strict=False):
            tenfolds = math.log10(large["passages"] / small["passages"])
            times = f"x{(after / before) ** (1 / tenfolds):5.1f}" if before else "     –"
            line += f"  {times}  {after:12.1f}"
        print(f"{name:42}{line}")


def write_articles(folder: Path, count: int, dossiers: Path) -> None:
    """``count`` articles and the entities of knowledge/."""
    folder.mkdir(parents=True)
    shutil.copy(KNOWLEDGE / FILE, folder)
    draw = random.Random(5)
    told = [file.article.body for file in read_folder(KNOWLEDGE, max_bytes=LARGEST).files]
    if dossiers.exists():
        with gzip.open(dossiers, "rt", encoding="utf-8") as lines:
            told += [paragraph["text"] for line in lines for paragraph in json.loads(line)["paragraphs"]]
    for number, text in enumerate(dealt(told, count, SENTENCES, draw)):
        (folder / f"a-{number:05}.md").write_text(varied(text, draw), "utf-8")


def varied(text: str, draw: random.Random) -> str:
    """``text`` with other amounts, its years apart, and somebody else speaking."""
    amounts = re.sub(r"\b(?!(?:19|20)\d\d\b)\d{2,}\b", lambda _: str(draw.randrange(11, 999)), text)
    return f"{amounts}\n\n« {' '.join(_names(draw, 2))} » : {' '.join(_names(draw, 3))}.\n"


def _names(draw: random.Random, count: int) -> Iterator[str]:
    for _ in range(count):
        yield "".join(draw.choices(SYLLABLES, k=3)).capitalize()


def newcomer(number: int) -> str:
    return (
        f"---\ntitle: {NEWCOMER} {number}\n---\n\n{NEWCOMER} {number} ouvre un laboratoire de télémédecine à Nantes le "
        f"{number % 28 + 1} mars 2024, avec Amazon.\n\n{NEWCOMER} {number} emploie {number + 40} personnes.\n"
    )


def write_newcomer(folder: Path) -> Path:
    """One more article that tells of somebody of whom no other does."""
    number = 1 + max((int(path.stem.removeprefix("newcomer-")) for path in folder.glob("newcomer-*.md")), default=-1)
    path = folder / f"newcomer-{number}.md"
    path.write_text(newcomer(number), "utf-8")
    return path


def _on_disk(folder: Path) -> float:
    """MB of all files under ``folder``, each counted once, whatever names it goes by."""
    return sum({s.st_ino: s.st_size for s in (p.stat() for p in folder.rglob("*") if p.is_file())}.values()) / 1e6


if __name__ == "__main__":
    main()
