"""The progress of a re-index on stderr: a bar on a terminal, elsewhere a line a stage and then now and again one with
the time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from bot.catalogue import Words
from bot.plain.keeping.time_left import TimeLeft, minutes_text

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from index.report import Progress, Stage


EVERY: Final = 30.0
"""Seconds between two lines of one stage."""


@contextmanager
def shown_on_stderr(words: Words) -> Iterator[Progress]:
    """A progress to hand to the engine; nothing is shown when it is never called."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _Lines(words)
        return
    bars = _Drawn(words)
    try:
        yield bars
    finally:
        bars.stop()


class _Lines:
    def __init__(self, words: Words) -> None:
        self._words = words
        self._stage: Stage | None = None
        self._left = TimeLeft()
        self._told = 0.0

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        now, left = time.monotonic(), self._left.seconds(stage, done, total)
        if stage is not self._stage and total > 0:
            self._stage, self._told = stage, now
            click.echo(self._words(f"progress-{stage.value}", total=total), err=True)
        elif left is not None and now - self._told >= EVERY:
            self._told = now
            said = self._words(f"stage-{stage.value}", done=done, total=total)
            click.echo(self._words("progress-so-far", said=said, left=minutes_text(left, self._words)), err=True)


class _Drawn:
    def __init__(self, words: Words) -> None:
        self._words = words
        self._bars: Bars | None = None
        self._tasks: dict[Stage, TaskID] = {}

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        bars = self._started()
        if stage not in self._tasks:
            self._tasks[stage] = bars.add_task(self._words(f"progress-{stage.value}", total=total), total=total)
        bars.update(self._tasks[stage], completed=done, total=total)

    def stop(self) -> None:
        if self._bars is not None:
            self._bars.stop()

    def _started(self) -> Bars:
        if self._bars is None:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

            columns = (
                *(TextColumn("{task.description}", markup=False), BarColumn()),
                *(TimeElapsedColumn(), TextColumn(self._words("progress-left")), TimeRemainingColumn()),
            )
            self._bars = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bars.start()
        return self._bars
