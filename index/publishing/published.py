"""A folder in which one machine lays its generations for others to take: on a disk that they share, or copied to them
file by file (rsync, object storage).

FOLDER/
  files/ab/ab12…             each file of a generation, once, named after its SHA-256
  manifests/000007-cd34….json  the manifest of generation 7, whose SHA-256 is cd34…
  current                    "7 cd34…": the generation to take; replaced in one step, after all it needs
  publishing.lock            held by the one process that publishes

Nothing but ``current`` ever changes, so that a file that is there need not be copied again, and what a copy under way
has not brought yet is known to be missing.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

import portalocker

from index.faults import EngineFault, FaultCode
from index.generation.far import is_far
from index.generation.generation import Generation
from index.generation.manifest import (
    MANIFEST,
    DamagedGenerationError,
    FileStamp,
    Manifest,
    OtherFormatError,
    parse_manifest,
)
from index.report import Progress, Publication, Stage

IN_DATABASE: Final = Path("database")
"""What stands for the database of the options where a folder could be named."""
CURRENT: Final = "current"
FILES: Final = "files"
MANIFESTS: Final = "manifests"
LOCK: Final = "publishing.lock"
UNFINISHED: Final = ".new-"

_POINTER: Final = re.compile(r"(\d{1,12}) ([0-9a-f]{64})\s*\Z")
_SHA256: Final = re.compile(r"[0-9a-f]{64}\Z")
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Pointed:
    """The generation that a published folder says to take: its number, its manifest as it is written, and as it is
    read."""

    number: int
    content: bytes
    manifest: Manifest


class Published(Protocol):
    """Where generations are laid out for others to take."""

    @property
    def name(self) -> str:
        """The place, as people are told of it; no secret is in it."""

    @property
    def is_read_in_place(self) -> bool:
        """Whether those that take a generation may leave large files of it there, and read a part of them when they
        need it."""

    def publish(self, generation: Generation, keep: int, progress: Progress) -> Publication:
        """Lay out ``generation`` and say to take it; the ``keep`` newest stay, others go.

        Raises EngineFault: PUBLISHING_RUNNING, GENERATION_DAMAGED (altered since it was opened), DATA_UNWRITABLE or
        INDEX_LOST, BASE_MIRRORED (what is read from elsewhere can't be laid out from here).
        """

    def pointed(self) -> Pointed:
        """The generation to take. Raises EngineFault: PUBLISHED_NOTHING, PUBLISHED_INCOMPLETE, PUBLISHED_OTHER_VERSION,
        PUBLISHED_DAMAGED, INDEX_LOST."""

    def take(self, stamp: FileStamp, target: Path, number: int) -> None:
        """Copy the file of that ``stamp``, of generation ``number``, to ``target``, which is new.

        Raises EngineFault: PUBLISHED_INCOMPLETE, PUBLISHED_DAMAGED, INDEX_LOST; OSError when ``target`` can't be
        written.
        """


class PublishedFolder:
    """As :class:`Published`: the generations laid out in ``folder``."""

    is_read_in_place: Final = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = str(folder.absolute())

    def publish(self, generation: Generation, keep: int, progress: Progress) -> Publication:
        """Lay out ``generation`` and say to take it; the ``keep`` newest stay, others go.

        Raises EngineFault: PUBLISHING_RUNNING, GENERATION_DAMAGED (altered since it was opened), DATA_UNWRITABLE.
        """
        manifest = generation.manifest
        refuse_far(generation, self.name)
        with self._publishing():
            copied = 0
            for place, (name, stamp) in enumerate(manifest.files.items()):
                progress(Stage.WRITE, place, len(manifest.files))
                target = self.place_of(stamp)
                if not _is_there(target, stamp):
                    self._lay(generation.folder / name, target, stamp, generation.number)
                    copied += stamp.bytes
            content = (generation.folder / MANIFEST).read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            _write(self._manifest_place(generation.number, digest), content)
            _write(self.folder / CURRENT, f"{generation.number} {digest}\n".encode("ascii"))
            self._remove_old(keep, generation.number, digest)
            progress(Stage.WRITE, len(manifest.files), len(manifest.files))
        return Publication(
            generation.number,
            files=len(manifest.files),
            bytes=sum(stamp.bytes for stamp in manifest.files.values()),
            copied_bytes=copied,
        )

    def pointed(self) -> Pointed:
        """The generation to take. Raises EngineFault: PUBLISHED_NOTHING, PUBLISHED_INCOMPLETE, PUBLISHED_OTHER_VERSION,
        PUBLISHED_DAMAGED."""
        try:
            told = _POINTER.match((self.folder / CURRENT).read_text(encoding="ascii", errors="replace"))
        except OSError as error:
            raise EngineFault(FaultCode.PUBLISHED_NOTHING, path=str(self.folder)) from error
        if told is None:
            raise EngineFault(FaultCode.PUBLISHED_DAMAGED, path=str(self.folder / CURRENT))
        number, digest = int(told[1]), told[2]
        place = self._manifest_place(number, digest)
        try:
            content = place.read_bytes()
        except OSError as error:
            raise EngineFault(FaultCode.PUBLISHED_INCOMPLETE, path=str(self.folder), number=number) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise EngineFault(FaultCode.PUBLISHED_DAMAGED, path=str(place))
        return Pointed(number, content, parse_published(content, number, str(place), str(self.folder)))

    def take(self, stamp: FileStamp, target: Path, number: int) -> None:
        """Copy the file of that ``stamp``, of generation ``number``, to ``target``, which is new.

        Raises EngineFault: PUBLISHED_INCOMPLETE, PUBLISHED_DAMAGED; OSError when ``target`` can't be written.
        """
        source = self.place_of(stamp)
        if not source.is_file():
            raise EngineFault(FaultCode.PUBLISHED_INCOMPLETE, path=str(self.folder), number=number)
        if _copied(source, target) != stamp:
            raise EngineFault(FaultCode.PUBLISHED_DAMAGED, path=str(source))

    def place_of(self, stamp: FileStamp) -> Path:
        """Where the file of that ``stamp`` lies, or will. Raises EngineFault(PUBLISHED_DAMAGED) for no stamp."""
        if not _SHA256.match(stamp.sha256):
            raise EngineFault(FaultCode.PUBLISHED_DAMAGED, path=str(self.folder))
        return self.folder / FILES / stamp.sha256[:2] / stamp.sha256

    def _lay(self, source: Path, target: Path, stamp: FileStamp, number: int) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f"{UNFINISHED}{target.name}")
        if _copied(source, unfinished) != stamp:
            unfinished.unlink()
            raise EngineFault(FaultCode.GENERATION_DAMAGED, number=number)
        unfinished.replace(target)

    def _manifest_place(self, number: int, digest: str) -> Path:
        return self.folder / MANIFESTS / f"{number:06}-{digest}.json"

    def _remove_old(self, keep: int, number: int, digest: str) -> None:
        """Manifests first: what a manifest that is there names is there as well, unless its copying is under way."""
        every = sorted((self.folder / MANIFESTS).glob("*.json"), reverse=True)
        current = self._manifest_place(number, digest)
        kept = [current, *(place for place in every if place != current)][:keep]
        for place in every:
            if place not in kept:
                place.unlink(missing_ok=True)
        needed = {stamp.sha256 for place in kept for stamp in _files_of(place).values()}
        for path in (self.folder / FILES).glob("*/*"):
            if path.name not in needed:
                path.unlink(missing_ok=True)

    @contextmanager
    def _publishing(self) -> Iterator[None]:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / LOCK).open("ab") as lock:
                portalocker.lock(lock, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
                yield
        except portalocker.LockException as error:
            raise EngineFault(FaultCode.PUBLISHING_RUNNING, path=str(self.folder)) from error
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise EngineFault(FaultCode.DATA_UNWRITABLE, path=str(self.folder), reason=reason) from error


def refuse_far(generation: Generation, name: str) -> None:
    """EngineFault(BASE_MIRRORED) where files of ``generation`` are read from where it was published."""
    if any(is_far(generation.folder, file) for file in generation.manifest.files):
        raise EngineFault(FaultCode.BASE_MIRRORED, path=name)


def parse_published(content: bytes, number: int, place: str, name: str) -> Manifest:
    """The manifest of generation ``number``, found at ``place`` among what is published at ``name``. Raises
    EngineFault: PUBLISHED_OTHER_VERSION, PUBLISHED_DAMAGED."""
    try:
        manifest = parse_manifest(content, place)
    except OtherFormatError as error:
        raise EngineFault(FaultCode.PUBLISHED_OTHER_VERSION, path=name) from error
    except DamagedGenerationError as error:
        raise EngineFault(FaultCode.PUBLISHED_DAMAGED, path=place) from error
    if manifest.number != number or not all(map(_stays_inside, manifest.files)):
        raise EngineFault(FaultCode.PUBLISHED_DAMAGED, path=place)
    return manifest


def _files_of(place: Path) -> Mapping[str, FileStamp]:
    with suppress(OSError, DamagedGenerationError):  # of another version: what it needs it has no more
        return parse_manifest(place.read_bytes(), place.name).files
    return {}


def _stays_inside(name: str) -> bool:
    """Whether a file's name, which comes from elsewhere, names a place in the generation's own folder."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\0" not in name


def _is_there(path: Path, stamp: FileStamp) -> bool:
    try:
        return path.stat().st_size == stamp.bytes
    except OSError:
        return False


def _copied(source: Path, target: Path) -> FileStamp:
    """Copy ``source`` to ``target`` and onto the disk; the stamp of what was copied."""
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as read, target.open("wb") as written:
        while piece := read.read(_PIECE):
            digest.update(piece)
            size += written.write(piece)
        written.flush()
        os.fsync(written.fileno())
    return FileStamp(size, digest.hexdigest())


def _write(path: Path, content: bytes) -> None:
    """``content`` at ``path`` in one step; what was there before stays until then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{UNFINISHED}{path.name}")
    with unfinished.open("wb") as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())
    unfinished.replace(path)
