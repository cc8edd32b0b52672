"""The re-index under way, told to other processes by a small file beside the writer's lock."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from index.report import MadeBy, Progress, Reindexing, Stage

PACE: Final = 0.5
"""Seconds between two notes of the same stage."""

_JSON: Final = TypeAdapter(Reindexing)


class NotedProgress:
    """A progress that is passed on to ``follower`` and noted in ``file`` for whoever asks meanwhile."""

    def __init__(self, file: Path, made_by: MadeBy, follower: Progress) -> None:
        self._file = file
        self._made_by = made_by
        self._follower = follower
        self._since = datetime.now(UTC).isoformat(timespec="seconds")
        self._noted: tuple[Stage, float] | None = None

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` items of ``stage`` are done."""
        now = time.monotonic()
        if self._noted is None or self._noted[0] is not stage or now - self._noted[1] >= PACE:
            self._noted = (stage, now)
            self._note(Reindexing(stage, done, total, self._made_by, self._since))
        self._follower(stage, done, total)

    def _note(self, running: Reindexing) -> None:
        fresh = self._file.with_name(f"{self._file.name}-fresh")
        with suppress(OSError):  # a re-index does not fail for want of an onlooker
            fresh.write_bytes(_JSON.dump_json(running))
            fresh.replace(self._file)


def noted(file: Path) -> Reindexing | None:
    """What :class:`NotedProgress` wrote last into ``file``, if anything that can be read."""
    try:
        return _JSON.validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None
