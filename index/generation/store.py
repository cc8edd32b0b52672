"""Where generations live: publishing one whole, finding the one to serve, removing the old.

data/generations/
  writer.lock       held by the one process that builds; the system frees it when that process dies
  current           the number of the generation to serve; replaced in one step
  .new-000008/      being built; never read, swept away by the next writer
  .new-progress     how far that is, for other processes
  000006/ 000007/   complete generations
  checked.json      which large files were found whole, so that they need not be read whole again
  seen.json         what each file held when it was last looked at; a look at its status tells whether it still does
  refused.json      the files that the last look refused, whether it made a generation or not
  encoded-….sqlite  vectors encoded for a generation that is not there yet
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

import portalocker
from pydantic import TypeAdapter, ValidationError

from index.faults import EngineFault, FaultCode
from index.generation.checked import FILE as CHECKED
from index.generation.checked import Checked, check_files
from index.generation.far import FarFiles
from index.generation.generation import TEXTS, Generation
from index.generation.manifest import MANIFEST, DamagedGenerationError, RejectedFile, read_manifest
from index.generation.texts import Texts
from index.generation.under_way import NotedProgress, noted
from index.report import GenerationCard, MadeBy, Progress, Reindexing

POINTER: Final = "current"
WRITER_LOCK: Final = "writer.lock"
UNFINISHED: Final = ".new-"
PROGRESS: Final = f"{UNFINISHED}progress"
REFUSED: Final = "refused.json"
DIGITS: Final = 6

_REFUSED_JSON: Final = TypeAdapter(tuple[RejectedFile, ...])


class GenerationStore:
    """The generations under one data folder."""

    def __init__(self, data_dir: Path, far: FarFiles | None = None) -> None:
        """``far`` is where files are read that a generation left where it was published."""
        self.folder = data_dir / "generations"
        self._far = far

    def current_number(self) -> int | None:
        """The number the pointer names, if there is a readable pointer."""
        try:
            return int((self.folder / POINTER).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None

    def numbers(self) -> list[int]:
        """The numbers of the published generations, newest first."""
        if not self.folder.is_dir():
            return []
        return sorted((int(p.name) for p in self.folder.iterdir() if p.name.isdecimal() and p.is_dir()), reverse=True)

    def open(self, number: int) -> Generation:
        """Open one generation; DamagedGenerationError when it is not whole."""
        return Generation(self.path(number), self._far)

    def check(self, number: int) -> bool:
        """Whether generation ``number`` is whole, every byte of it being read; when not, nothing is remembered of what
        was checked before, so that it is not opened again."""
        folder = self.path(number)
        try:
            check_files(folder, read_manifest(folder), Checked.nothing(folder), may_lack=self._far is not None)
        except DamagedGenerationError:
            with suppress(OSError):
                (self.folder / CHECKED).unlink(missing_ok=True)
            return False
        return True

    def may_have(self, number: int, keys: Sequence[str], fingerprint: str) -> bool:
        """Whether a generation of the model of that ``fingerprint`` seems to have a vector with any of ``keys``;
        nothing of it is checked."""
        try:
            if read_manifest(self.path(number)).model.fingerprint != fingerprint:
                return False
            with closing(Texts(self.path(number) / TEXTS)) as texts:
                return bool(texts.rows_with(keys))
        except (DamagedGenerationError, sqlite3.DatabaseError):
            return False

    def open_best(self) -> tuple[Generation | None, tuple[int, ...]]:
        """The generation to serve, and the numbers of the damaged ones passed over to find it.

        That is the current one, or when it is damaged the newest whole one.
        """
        current = self.current_number()
        damaged: list[int] = []
        for number in sorted(self.numbers(), key=lambda n: (n != current, -n)):
            try:
                return self.open(number), tuple(damaged)
            except DamagedGenerationError:
                damaged.append(number)
        return None, tuple(damaged)

    def cards(self) -> tuple[GenerationCard, ...]:
        """The published generations whose manifest is intact, newest first; their other files are not looked at."""
        found = []
        for number in self.numbers():
            with suppress(DamagedGenerationError):
                found.append(self.card(number))
        return tuple(found)

    def running(self) -> Reindexing | None:
        """The re-index under way in this or another process, as far as it has told."""
        told = noted(self.folder / PROGRESS)
        return told if told is not None and self._is_locked() else None  # a killed writer tells no more

    @contextmanager
    def writing(self, *, wait: bool = False) -> Iterator[None]:
        """Be the one writer; EngineFault(REINDEX_RUNNING) when another process is, unless ``wait``.

        Raises EngineFault(DATA_UNWRITABLE) when the data folder can't be written.
        """
        flags = portalocker.LockFlags.EXCLUSIVE
        if not wait:
            flags |= portalocker.LockFlags.NON_BLOCKING
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / WRITER_LOCK).open("ab") as lock:
                portalocker.lock(lock, flags)
                self._sweep_unfinished()
                try:
                    yield
                finally:
                    with suppress(OSError):
                        (self.folder / PROGRESS).unlink(missing_ok=True)
        except portalocker.LockException as error:
            raise self._occupied() from error
        except (OSError, sqlite3.OperationalError) as error:  # SQLite's word for a full disk
            reason = getattr(error, "strerror", None) or str(error)
            raise EngineFault(FaultCode.DATA_UNWRITABLE, path=str(self.folder), reason=reason) from error

    def noting(self, made_by: MadeBy, follower: Progress) -> Progress:
        """A progress passed on to ``follower`` that :meth:`running` tells of, for the writer."""
        return NotedProgress(self.folder / PROGRESS, made_by, follower)

    def note_refused(self, refused: Sequence[RejectedFile]) -> None:
        """Remember which files the last look refused, which may have made no generation. For the writer only."""
        if self.refused() != tuple(refused):
            fresh = self.folder / f"{UNFINISHED}{REFUSED}"
            fresh.write_bytes(_REFUSED_JSON.dump_json(tuple(refused)))
            fresh.replace(self.folder / REFUSED)

    def refused(self) -> tuple[RejectedFile, ...] | None:
        """Which files the last look refused; None when nothing tells."""
        try:
            return _REFUSED_JSON.validate_json((self.folder / REFUSED).read_bytes())
        except (OSError, ValidationError):
            return None

    def next_number(self) -> int:
        """The number for a new generation: above every one there has been."""
        return max([0, *self.numbers(), self.current_number() or 0]) + 1

    def new_folder(self, number: int) -> Path:
        """An empty folder to build generation ``number`` in."""
        folder = self.folder / f"{UNFINISHED}{number:0{DIGITS}}"
        folder.mkdir()
        return folder

    def abandon(self, folder: Path) -> None:
        """Remove a ``folder`` of :meth:`new_folder` that won't become a generation."""
        shutil.rmtree(folder, ignore_errors=True)

    def publish(self, folder: Path, number: int) -> None:
        """Make the complete generation in ``folder`` the current one, in steps of which each can be the last.

        Its bytes reach the disk before its name does, and its name before the pointer's. For the writer only.
        """
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_dir() or path.stat().st_nlink == 1:  # what another generation has as well is on the disk
                _to_disk(path)
        _to_disk(folder)
        folder.rename(self.path(number))
        _to_disk(self.folder)
        self._point_to(number)

    def switch_to(self, number: int) -> GenerationCard:
        """Make the kept generation ``number`` the current one; numbers go on from the highest. For the writer only.

        Raises DamagedGenerationError when it is not whole.
        """
        self.open(number).close()
        self._point_to(number)
        return self.card(number)

    def _point_to(self, number: int) -> None:
        pointer = self.folder / f"{UNFINISHED}{POINTER}"
        pointer.write_text(str(number), encoding="ascii")
        _to_disk(pointer)
        pointer.replace(self.folder / POINTER)
        _to_disk(self.folder)

    def remove_old(self, keep: int, damaged: Collection[int] = (), trusted: int | None = None) -> None:
        """Remove the ``damaged`` generations and all but ``keep`` others, never one that is open.

        Those kept are the newest, and before all but the very newest ``trusted``, the one that served until now:
        somebody may have gone back to it for a reason.
        """
        whole = [number for number in self.numbers() if number not in damaged]
        if trusted in whole[1:]:
            whole = [whole[0], trusted, *(number for number in whole[1:] if number != trusted)]
        spared = {self.current_number(), *whole[:keep]}
        for number in self.numbers():
            if number not in spared and not self._is_open(number):
                self.discard(number)

    def discard(self, number: int) -> None:
        """Remove generation ``number``, whoever has it open. For the writer only."""
        # renamed first: what is half removed must not look like a generation
        doomed = self.folder / f"{UNFINISHED}removed-{number:0{DIGITS}}"
        self.path(number).rename(doomed)
        shutil.rmtree(doomed, ignore_errors=True)

    def path(self, number: int) -> Path:
        """The folder of generation ``number``."""
        return self.folder / f"{number:0{DIGITS}}"

    def card(self, number: int) -> GenerationCard:
        """What the manifest of generation ``number`` tells; DamagedGenerationError when it is not as it was written."""
        manifest = read_manifest(self.path(number))
        return GenerationCard(
            number=number,
            created=manifest.created,
            made_by=manifest.made_by,
            articles=manifest.articles,
            passages=manifest.passages,
            rejected=len(manifest.rejected),
            bytes=sum(stamp.bytes for stamp in manifest.files.values()),
            current=number == self.current_number(),
        )

    def _occupied(self) -> EngineFault:
        running = self.running()
        if running is None:
            return EngineFault(FaultCode.REINDEX_RUNNING)
        details = {"stage": running.stage.value, "done": running.done, "total": running.total}
        return EngineFault(FaultCode.REINDEX_RUNNING, **details)

    def _is_locked(self) -> bool:
        try:
            with (self.folder / WRITER_LOCK).open("rb") as lock:
                portalocker.lock(lock, portalocker.LockFlags.SHARED | portalocker.LockFlags.NON_BLOCKING)
        except portalocker.LockException:
            return True
        except OSError:
            pass
        return False

    def _is_open(self, number: int) -> bool:
        try:
            with (self.path(number) / MANIFEST).open("rb") as manifest:
                portalocker.lock(manifest, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
        except portalocker.LockException:
            return True
        except OSError:
            pass  # no manifest: nobody can have opened it
        return False

    def _sweep_unfinished(self) -> None:
        for path in self.folder.glob(f"{UNFINISHED}*"):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                with suppress(OSError):
                    path.unlink()


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
