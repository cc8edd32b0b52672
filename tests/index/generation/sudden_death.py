"""A re-index that dies at a chosen instant, again and again, in a process made for it.

Run as ``python -m tests.index.generation.sudden_death FOLDER OPERATIONS TIMES``: each death is a forked child that
begins where the last good state ended; OPERATIONS are every how many file operations one dies, TIMES how many die at a
moment drawn by lot, also in the middle of what SQLite and FAISS write. Prints what was found as JSON.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tqdm import tqdm

from index.building.reindex import ReindexPlan, reindex
from index.encoder.encoder import Encoder
from index.encoder.model import find_model
from index.generation.store import GenerationStore
from index.report import ReindexReport
from tests.conftest import ARTICLES, write_articles
from tests.index.generation.stand import add_article

CHANGING = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect", "fcntl.flock")
"""Python's audit events of what changes a disk; ``os.fsync`` has none and is wrapped."""


class Scene:
    """A data folder whose second generation is served, and a knowledge folder that makes a third; every vector is
    known from the first one, so that no death waits for a model."""

    def __init__(self, folder: Path) -> None:
        self.knowledge = folder / "knowledge"
        self.pristine = folder / "pristine"
        self.data = folder / "data"
        self.encoder = Encoder(find_model(None))
        write_articles(self.knowledge, ARTICLES)
        add_article(self.knowledge, 1)
        self.reindex(self.pristine)
        (self.knowledge / "note-1.md").unlink()
        self.reindex(self.pristine)
        add_article(self.knowledge, 1)

    def reindex(self, data: Path) -> ReindexReport:
        return reindex(ReindexPlan(self.knowledge, 2**20, 2), GenerationStore(data), self.encoder, lambda *_: None)

    def reset(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(self.pristine, self.data, copy_function=os.link)  # nothing is ever written in place

    def survivors(self) -> str:
        """Which whole generation the next start finds; AssertionError when what it finds is not one of the two."""
        store = GenerationStore(self.data)
        generation, damaged = store.open_best()
        assert generation is not None
        assert damaged == ()
        articles = {card.id for card in generation.texts.cards()}
        number = generation.number
        generation.close()
        assert (number, "note-1" in articles) in ((2, False), (3, True)), (number, articles)
        return "before" if number == 2 else "after"

    def mend(self) -> None:
        """The next re-index ends what the dead one began, and sweeps what it left."""
        report = self.reindex(self.data)
        assert report.embedded == 0
        assert report.generation in (3, 4)
        assert not list((self.data / "generations").glob(".new-*"))
        generation, damaged = GenerationStore(self.data).open_best()
        assert generation is not None
        assert (generation.number, damaged) == (report.generation, ())
        generation.load()
        assert "note-1" in {card.id for card in generation.texts.cards()}
        generation.close()


def in_child(work: Callable[[], object]) -> int:
    """Do ``work`` in a forked child; how it ended, as :func:`os.waitstatus_to_exitcode` tells."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def dying_at(number: int, work: Callable[[], object]) -> int:
    """Do ``work`` in a forked child that dies at its file operation ``number``; how it ended, as of in_child."""
    return in_child(partial(die_at_operation, number, work))


def die_at_operation(number: int, work: Callable[[], object]) -> None:
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)
        seen += 1

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in CHANGING and (event != "open" or arguments[1] not in ("r", "rb")):
            count()

    to_disk = os.fsync
    os.fsync = lambda descriptor: (count(), to_disk(descriptor))[1]  # type: ignore[func-returns-value]
    sys.addaudithook(hook)
    work()


def die_after(seconds: float, scene: Scene) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    scene.reindex(scene.data)


def share_no_lock() -> None:
    """bm25s counts with tqdm, whose lock all forked processes share: one that dies with it would leave it taken."""
    tqdm.set_lock(threading.RLock())
    tqdm.monitor_interval = 0


def main(folder: Path, step: int, times: int) -> None:
    share_no_lock()
    scene = Scene(folder)
    found: Counter[str] = Counter()
    number, ended = 0, -signal.SIGKILL
    while ended == -signal.SIGKILL:
        scene.reset()
        ended = dying_at(number, partial(scene.reindex, scene.data))
        assert ended in (0, -signal.SIGKILL), f"operation {number}: {ended}"
        found[scene.survivors()] += 1
        if number % 12 == 0:
            scene.mend()
        number += step
    found["operations"] = number
    lots = random.Random(8)
    for draw in range(times):
        scene.reset()
        ended = in_child(partial(die_after, lots.uniform(0.001, 0.12), scene))
        assert ended in (0, -signal.SIGALRM), f"draw {draw}: {ended}"
        found[scene.survivors()] += 1
        if draw % 12 == 0:
            scene.mend()
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
