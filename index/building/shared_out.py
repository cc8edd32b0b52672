"""What is indexed of many articles, read by as many processes as there are cores: apart from the model, that is most of
a first index.

A process more takes a second to start and some 100 MB, so few articles are read here, and of the memory that is left
half at most is taken. Where the system gives no processes, all are read here, and the rest when one is lost.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from typing import Final

from index.article import Article
from index.building.content import Content, ContentReader
from index.entities.book.entity import Entity, EntityBook
from index.entities.wording import Wording
from index.machine.memory import memory_left

ALONE: Final = 1000
"""Articles up to which nobody else is asked: a process more takes as long to begin as a third of these to read."""
AT_A_TIME: Final = 16
"""Articles handed over together."""
EACH: Final = 150 * 2**20
"""Bytes that a process may take, with some to spare (103 to 116 MB measured)."""
AHEAD: Final = 8
"""Times as much as is handed over that each process may be ahead of who takes it in: some thousand passages."""

_log = logging.getLogger(__name__)
_readers: Final[list[ContentReader]] = []
"""In a process that reads for another: the one that reads."""


def contents(articles: Sequence[Article], wording: Wording) -> Iterator[Content]:
    """The content of each of ``articles``, in their order."""
    processes = _processes() if len(articles) > ALONE else 1
    taken = 0
    if processes > 1:
        try:
            for content in _shared_out(articles, tuple(wording.book), processes):
                yield content
                taken += 1
        except (BrokenProcessPool, OSError) as error:
            _log.warning("articles are read by one process alone (%s)", type(error).__name__)
    yield from map(ContentReader(wording).content, articles[taken:])


def _processes() -> int:
    """As many as there are cores and room for."""
    cores, left = os.cpu_count() or 1, memory_left()
    return cores if left is None else min(cores, left // 2 // EACH)


def _shared_out(articles: Sequence[Article], entities: tuple[Entity, ...], processes: int) -> Iterator[Content]:
    # Not a fork: whoever asks has threads, whose locks a fork would keep locked.
    spawned = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, spawned, _begin, (entities,))
    under_way: deque[Future[list[Content]]] = deque()
    try:
        for start in range(0, len(articles), AT_A_TIME):
            under_way.append(pool.submit(_read, articles[start : start + AT_A_TIME]))
            if len(under_way) > AHEAD * processes:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(entities: tuple[Entity, ...]) -> None:
    """What a process does first that reads for another."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends with the one that asked
    Thread(target=_end_with_the_other, daemon=True).start()
    _readers.append(ContentReader(Wording(EntityBook(entities))))


def _end_with_the_other() -> None:
    """Wait for the end of the process that asked, however that came, and end."""
    other = multiprocessing.parent_process()
    if other is not None:
        other.join()
        os._exit(1)


def _read(articles: Sequence[Article]) -> list[Content]:
    return list(map(_readers[0].content, articles))
