"""Which large files were found as they were written, so that opening a generation again costs a look at their status.

generations/checked.json    by place on the disk: size, time of the last change, SHA-256 as it was found

A file counts as checked when its size, time and place are what they were then; any write changes these. A disk that
loses bits by itself does not: a check in full tells (:meth:`index.building.upkeep.Upkeep.check`). Blocks that several
generations share are one place.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from index.generation.far import is_far
from index.generation.manifest import DamagedGenerationError, FileStamp, Manifest, stamp_of
from index.machine.handing_on import LINKED_FROM

FILE: Final = "checked.json"
QUIET: Final = 2.0
"""Seconds for which a file must not have changed to be remembered; the coarsest clock of a file system ticks so."""


class Checked:
    """What was checked before, and what is checked now."""

    def __init__(self, path: Path, known: Mapping[str, list[object]]) -> None:
        self._path = path
        self._known = dict(known)
        self._is_news = False

    @classmethod
    def beside(cls, generation: Path) -> Checked:
        """What is remembered beside the folder of a ``generation``; nothing when it can't be read."""
        path = generation.parent / FILE
        with suppress(OSError, ValueError):
            told = json.loads(path.read_bytes())
            if isinstance(told, dict):
                return cls(path, told)
        return cls(path, {})

    @classmethod
    def nothing(cls, generation: Path) -> Checked:
        """As :meth:`beside`, with all forgotten."""
        return cls(generation.parent / FILE, {})

    def has(self, path: Path, stamp: FileStamp) -> bool:
        """Whether the file at ``path`` was found to be of that ``stamp`` and has not changed since; OSError when it
        isn't there."""
        if stamp.bytes < LINKED_FROM:
            return False
        status = path.stat()
        return self._known.get(_place(status)) == [status.st_size, status.st_mtime_ns, stamp.sha256]

    def holds(self, path: Path, stamp: FileStamp) -> bool:
        """Whether the file at ``path`` is of that ``stamp``, as it is known or found out; OSError when it can't be
        read."""
        if self.has(path, stamp):
            return True
        began, status = time.time(), path.stat()
        if status.st_size != stamp.bytes or stamp_of(path) != stamp:
            return False
        if began - status.st_mtime > QUIET:
            self._note(status, stamp)
        return True

    def trust(self, path: Path, stamp: FileStamp) -> None:
        """Take the file at ``path`` for being of that ``stamp``, which who has just written it found; OSError when it
        isn't there."""
        self._note(path.stat(), stamp)

    def _note(self, status: os.stat_result, stamp: FileStamp) -> None:
        if stamp.bytes >= LINKED_FROM:
            self._known[_place(status)] = [status.st_size, status.st_mtime_ns, stamp.sha256]
            self._is_news = True

    def save(self) -> None:
        """Write what was noted, in one step; where that can't be done, files are read again the next time."""
        if not self._is_news:
            return
        fresh = self._path.with_name(f"{FILE}-{os.getpid()}")
        with suppress(OSError):
            try:
                fresh.write_text(json.dumps(self._still_there()), encoding="ascii")
                fresh.replace(self._path)
            finally:
                fresh.unlink(missing_ok=True)

    def _still_there(self) -> dict[str, list[object]]:
        """What is known of files that a generation still has."""
        places = {_place(path.stat()) for path in self._path.parent.glob("[0-9]*/**/*") if path.is_file()}
        return {place: known for place, known in self._known.items() if place in places}


def check_files(folder: Path, manifest: Manifest, checked: Checked, *, may_lack: bool = False) -> None:
    """DamagedGenerationError unless each file of the generation in ``folder`` is there with the bytes it was written
    with; what is found out of it is ``checked`` from then on. With ``may_lack``, files that may be read from elsewhere
    may be there alone."""
    for name, expected in manifest.files.items():
        if may_lack and is_far(folder, name):
            continue
        try:
            intact = checked.holds(folder / name, expected)
        except OSError as error:
            raise DamagedGenerationError(f"{folder.name}/{name}: {error}") from error
        if not intact:
            raise DamagedGenerationError(f"{folder.name}/{name}: not as it was written")
    checked.save()


def trust_written(folder: Path, manifest: Manifest) -> None:
    """Remember the files of the generation that was just published in ``folder``: whoever wrote them had them to
    itself until now, and found their stamps."""
    checked = Checked.beside(folder)
    for name, stamp in manifest.files.items():
        checked.trust(folder / name, stamp)
    checked.save()


def _place(status: os.stat_result) -> str:
    return f"{status.st_dev}:{status.st_ino}"
