"""What each file of a folder held when it was last read, so that an unchanged one costs a look at its status.

A file counts as unchanged when its size, its times, and its place on the disk are the same. One that was written a
moment before it was read is not remembered: it might change again within the tick of the clock.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from index.faults import ArticleFault, FaultCode
from index.formats.registry import READER_VERSION

QUIET: Final = 2.0
"""Seconds for which a file must not have changed to be remembered; the coarsest clock of a file system ticks so."""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """The SHA-256 of a file, and why it is no article, if it is none."""

    digest: str
    fault: ArticleFault | None = None


class Seen:
    """What was seen before, and what is seen this time."""

    def __init__(self, before: dict[str, list[Any]] | None = None) -> None:
        self._before = before or {}
        self._now: dict[str, list[Any]] = {}

    @classmethod
    def load(cls, path: Path) -> Seen:
        """What :meth:`save` wrote; nothing, when it can't be read or the files were read by other rules."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            told = json.loads(path.read_bytes())
            if told["reader"] == READER_VERSION:
                return cls(dict(told["files"]))
        return cls()

    def save(self, path: Path) -> None:
        """Write what was seen this time, in one step, if that is news; files that were not looked at are forgotten."""
        if self._now == self._before:
            return
        fresh = path.with_name(f"{path.name}-fresh")
        fresh.write_text(json.dumps({"reader": READER_VERSION, "files": self._now}, ensure_ascii=False), "utf-8")
        fresh.replace(path)

    def told(self, path: str, status: os.stat_result) -> SeenFile | None:
        """What was seen in the file ``path``, if it still has that ``status``."""
        known = self._before.get(path)
        if known is None or known[0] != _marks(status):
            return None
        self._now[path] = known
        _, digest, fault = known
        return SeenFile(digest, ArticleFault(FaultCode(fault[0]), **fault[1]) if fault else None)

    def note(self, path: str, status: os.stat_result, seen: SeenFile) -> None:
        """Remember what was ``seen`` in the file ``path``, which had that ``status`` when it was read."""
        if time.time() - max(status.st_mtime, status.st_ctime) > QUIET:
            fault = [seen.fault.code.value, dict(seen.fault.details)] if seen.fault else None
            self._now[path] = [_marks(status), seen.digest, fault]


def _marks(status: os.stat_result) -> str:
    """What tells that nothing was written: as one word, since it is read and written for every file at each look."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino} {status.st_dev}"
