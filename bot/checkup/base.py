"""The base: the articles, the index, the model and the reader, and how fast they answer on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from bot.catalogue import Words
from bot.checkup.finding import Finding, Grade, bad, doubtful, good
from bot.faults import describe
from bot.plain.keeping.report import rounded
from bot.printable import one_line
from index.engine import Engine
from index.faults import EngineFault, Fault
from index.report import Health, Status

_SLOW: Final = 3.0
"""Seconds after which a member who asks begins to wonder."""
_TIMES: Final = 3
UNREAD: Final = "off"
"""The setting of an engine that nobody reads for."""


def base_findings(settled: Callable[[str | None], Engine], reader: str | None, words: Words) -> Iterator[Finding]:
    """What is found of the base; ``settled`` makes an engine with a reader of that name."""
    engine = settled(reader)
    try:
        status = engine.status()
        yield _articles(status, words)
        yield _index(status, words)
        if not status.articles or status.health not in (Health.OK, Health.DEGRADED):
            return
        yield from _answering(engine, settled, reader, words)
    finally:
        engine.close()


def _articles(status: Status, words: Words) -> Finding:
    path = one_line(status.knowledge_dir)
    if not Path(status.knowledge_dir).is_dir():
        return bad("articles", words, "articles-missing", path=path)
    if not status.articles:
        return doubtful("articles", words, "articles-none", path=path)
    if status.rejected:
        return doubtful("articles", words, "articles-refused", count=status.articles, refused=status.rejected)
    return good("articles", words, "articles", count=status.articles, path=path)


def _index(status: Status, words: Words) -> Finding:
    if status.health is Health.OK:
        size = rounded(status.index_bytes / 2**20, words)
        return good("index", words, "index", number=str(status.generation), passages=status.passages, size=size)
    told = bad if status.health is Health.OUTDATED else doubtful
    return told("index", words, f"index-{status.health.value}")


def _answering(
    engine: Engine, settled: Callable[[str | None], Engine], reader: str | None, words: Words
) -> Iterator[Finding]:
    question = one_line(engine.sources()[0].title)
    unread = settled(UNREAD)
    try:
        searching = _seconds(unread, question)
        yield good("model", words, "model", model=engine.status().model, seconds=_hundredths(searching, words))
    except Fault as fault:
        yield Finding("model", Grade.BAD, describe(fault, words), words("check-model-todo"))
        return
    finally:
        unread.close()
    if reader == UNREAD:
        yield doubtful("reader", words, "reader-off")
        return
    try:
        answering = _seconds(engine, question)
        if engine.unread is not None:
            raise engine.unread
    except EngineFault as fault:
        yield Finding("reader", Grade.BAD, describe(fault, words), words("check-reader-todo"))
        return
    told = good if answering <= _SLOW else doubtful
    key = "reader" if told is good else "reader-slow"
    yield told("reader", words, key, seconds=_hundredths(answering, words))


def _seconds(engine: Engine, question: str) -> float:
    """The quickest of a few answers, once all is loaded."""
    engine.prepare()
    taken = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        engine.ask(question)
        taken.append(time.perf_counter() - began)
    return min(taken)


def _hundredths(seconds: float, words: Words) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(seconds, format="0.00", locale=words.lang))
