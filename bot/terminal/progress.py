"""The progress of a re-index on stderr: a bar on a terminal, a line a stage elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from bot.catalogue import Words

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from index.report import Progress, Stage


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

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        del done
        if stage is not self._stage and total > 0:
            self._stage = stage
            click.echo(self._words(f"progress-{stage.value}", total=total), err=True)


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
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
            self._bars = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bars.start()
        return self._bars
