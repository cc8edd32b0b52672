"""A generation's manifest: what made it, what it holds, and the checksum of each of its files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from index.faults import Detail, FaultCode
from index.report import MadeBy

FORMAT: Final = 21
"""Raised when a generation written before can't be read any more; older ones are then rebuilt, not misread."""
MANIFEST: Final = "manifest.json"
SEAL: Final = "manifest.sha256"
"""The manifest's own checksum, in the form that ``sha256sum -c`` reads."""


@dataclass(frozen=True, slots=True)
class ModelStamp:
    """Which model made the vectors; ``fingerprint`` is of its content."""

    name: str
    fingerprint: str
    dimensions: int


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A file's size in bytes and SHA-256 (hexadecimal)."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """A file of the knowledge folder that is not in the generation."""

    path: str
    code: FaultCode
    details: Mapping[str, Detail]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation says of itself; ``created`` is ISO 8601 in UTC, ``languages`` articles a language,
    ``extraction`` the version of the rules that its events were read by, ``made_by`` what had it made."""

    format: int
    number: int
    created: str
    made_by: MadeBy
    model: ModelStamp
    reader_version: int
    articles: int
    passages: int
    events: int
    extraction: int
    languages: Mapping[str, int]
    rejected: tuple[RejectedFile, ...]
    files: Mapping[str, FileStamp]


class DamagedGenerationError(Exception):
    """A generation that is incomplete, altered, or of another format."""


class OtherFormatError(DamagedGenerationError):
    """A generation of another format, written by another version."""


_JSON: Final = TypeAdapter(Manifest)
_FORMAT_JSON: Final = TypeAdapter(dict[str, object])


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write ``manifest`` and its seal into ``folder``; they are the last files a generation gets."""
    write_sealed(folder, _JSON.dump_json(manifest, indent=1))


def write_sealed(folder: Path, content: bytes) -> None:
    """Write a manifest's ``content`` and its seal into ``folder``."""
    (folder / MANIFEST).write_bytes(content)
    (folder / SEAL).write_text(_sealing(content), encoding="ascii")


def read_manifest(folder: Path) -> Manifest:
    """The manifest in ``folder``; DamagedGenerationError when there is none as it was written."""
    try:
        content = (folder / MANIFEST).read_bytes()
        seal = (folder / SEAL).read_bytes()
    except OSError as error:
        raise DamagedGenerationError(f"{folder.name}: {error}") from error
    manifest = parse_manifest(content, folder.name)
    if seal != _sealing(content).encode("ascii"):
        raise DamagedGenerationError(f"{folder.name}/{MANIFEST}: not as it was written")
    return manifest


def parse_manifest(content: bytes, place: str) -> Manifest:
    """The manifest that ``content`` is, found at ``place``. Raises OtherFormatError, DamagedGenerationError."""
    try:
        if (told := _FORMAT_JSON.validate_json(content)["format"]) != FORMAT:
            raise OtherFormatError(f"{place}: format {told}, not {FORMAT}")
        return _JSON.validate_json(content)
    except (ValidationError, KeyError) as error:
        raise DamagedGenerationError(f"{place}: {error}") from error


def stamp_files(folder: Path, before: Path | None = None) -> dict[str, FileStamp]:
    """The stamp of each file under ``folder``, by its path in it; files that the whole generation in ``before`` has
    handed on are stamped as they are there."""
    known = _stamps_by_place(before) if before is not None else {}
    return {
        path.relative_to(folder).as_posix(): known.get(_place(path)) or stamp_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (MANIFEST, SEAL)
    }


def stamp_of(path: Path) -> FileStamp:
    """The stamp of the file at ``path``; OSError when it can't be read."""
    with path.open("rb") as file:
        return FileStamp(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def _stamps_by_place(folder: Path) -> dict[tuple[int, int], FileStamp]:
    return {_place(folder / name): stamp for name, stamp in read_manifest(folder).files.items()}


def _place(path: Path) -> tuple[int, int]:
    """Where a file lies on the disk, under whichever names."""
    status = path.stat()
    return status.st_dev, status.st_ino


def _sealing(content: bytes) -> str:
    return f"{hashlib.sha256(content).hexdigest()}  {MANIFEST}\n"
