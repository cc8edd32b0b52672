"""The files of the knowledge folder: finding them, and opening them without ever leaving the folder."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from index.faults import ArticleFault, EngineFault, FaultCode

FEEDS: Final = "feeds.yaml"
"""The list of feeds beside the articles."""
_LISTS: Final = ("entities.yaml", FEEDS)
_README: Final = re.compile(r"readme(?:[._-](?:fr|en))?(?:\.\w+)?", re.IGNORECASE)
"""The folder's own note, in either language; « readme-first_revue.md » is an article."""

_OPEN_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
"""Not through a link put there since the listing, and not waiting for the other end of a pipe."""

_BY_DESCRIPTOR: Final = os.open in os.supports_dir_fd and os.scandir in os.supports_fd


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the folder that has to be read, or refused with ``fault``.

    ``path`` is relative, with forward slashes, and printable whatever bytes the name is made of; ``place``
    is where the content is, relative to the folder, with the bytes of the file system; a companion stands beside the
    articles and is none.
    """

    path: str
    place: str
    fault: ArticleFault | None = None
    is_companion: bool = False


def list_folder(root: Path) -> list[Found]:
    """Every entry that is or should have been an article, in path order; hidden names, the lists of entities and of
    feeds, and links to what is listed anyway are left out, and companions (``README.md``) are marked.

    Raises ``EngineFault(KNOWLEDGE_MISSING, path=…)`` when ``root`` is no folder that can be listed.
    """
    if not root.is_dir():
        raise EngineFault(FaultCode.KNOWLEDGE_MISSING, path=printable(str(root)))
    real_root = Path(os.path.realpath(root))
    found: list[Found] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(real_root / folder))
        except OSError as error:
            if not folder:
                raise EngineFault(FaultCode.KNOWLEDGE_MISSING, path=printable(str(root))) from error
            found.append(_refused(folder, unreadable(error)))
            continue
        for entry in entries:
            place = f"{folder}/{entry.name}" if folder else entry.name
            if _is_hidden(entry.name):
                continue
            if entry.is_symlink():
                found.extend(_behind_link(real_root, place, entry.name))
            elif entry.is_dir(follow_symlinks=False):
                folders.append(place)
            elif entry.name.lower() not in _LISTS:
                found.append(Found(printable(place), place, is_companion=is_companion(entry.name)))
    return sorted(found, key=lambda entry: entry.path)


def _behind_link(root: Path, place: str, name: str) -> Iterator[Found]:
    """What the link of that ``name`` stands for: nothing when its target is listed under its own name."""
    try:
        target = Path(os.path.realpath(root / place, strict=True))
    except OSError:
        yield _refused(place, ArticleFault(FaultCode.BROKEN_LINK))
        return
    if not target.is_relative_to(root):
        yield _refused(place, ArticleFault(FaultCode.LEAVES_FOLDER))
        return
    inside = target.relative_to(root)
    hidden = any(_is_hidden(part) for part in inside.parts)
    if hidden and target.is_file() and not is_companion(name):
        # A mounted configuration shows its files as links into a hidden folder.
        yield Found(printable(place), inside.as_posix())


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def is_companion(name: str) -> bool:
    """Whether a file of that name stands beside the articles and is none."""
    return _README.fullmatch(name) is not None or name.lower() in _LISTS


def _refused(place: str, fault: ArticleFault) -> Found:
    return Found(printable(place), place, fault)


def printable(path: str) -> str:
    """``path`` with the bytes that are not UTF-8 spelled out (``caf\\xe9.md``), so that it can be printed."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "backslashreplace")


def unreadable(error: OSError) -> ArticleFault:
    """The refusal for a file that the operating system does not let us read."""
    return ArticleFault(FaultCode.UNREADABLE, reason=error.strerror or type(error).__name__)


def read_bytes(root: Path, place: PurePath, max_bytes: int) -> bytes:
    """The content of the file at ``place`` under ``root``. Raises as :func:`read_whole` does."""
    return read_whole(root, place, max_bytes)[0]


def status_of(root: Path, place: str) -> os.stat_result | None:
    """The status of the file at ``place`` under ``root``; None when it has none, or is no plain file."""
    try:
        status = os.stat(f"{root}/{place}", follow_symlinks=False)  # noqa: PTH116 - of every file
    except OSError:
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def read_whole(root: Path, place: PurePath, max_bytes: int) -> tuple[bytes, os.stat_result]:
    """The content of the file at ``place`` under ``root`` and its status, opened part by part so that no link, even
    one put there after the listing, leads out.

    Raises ``ArticleFault``: ``NOT_A_FILE``, ``TOO_LARGE``, ``LEAVES_FOLDER`` or ``UNREADABLE``.
    """
    try:
        descriptor = _open_beneath(Path(os.path.realpath(root)), place)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise ArticleFault(FaultCode.LEAVES_FOLDER) from error
        if error.errno == errno.ENXIO:  # a socket can't be opened at all
            raise ArticleFault(FaultCode.NOT_A_FILE) from error
        raise unreadable(error) from error
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise ArticleFault(FaultCode.NOT_A_FILE)
    with os.fdopen(descriptor, "rb") as file:
        if status.st_size > max_bytes:
            raise ArticleFault(FaultCode.TOO_LARGE, size=status.st_size, limit=max_bytes)
        try:
            data = file.read(max_bytes + 1)
        except OSError as error:
            raise unreadable(error) from error
    if len(data) > max_bytes:  # it grew meanwhile
        raise ArticleFault(FaultCode.TOO_LARGE, size=len(data), limit=max_bytes)
    return data, status


def _open_beneath(root: Path, place: PurePath) -> int:
    if not _BY_DESCRIPTOR:
        return os.open(root / place, _OPEN_FLAGS)
    folder = os.open(root, os.O_RDONLY)
    try:
        for part in place.parts[:-1]:
            inner = os.open(part, _OPEN_FLAGS | os.O_DIRECTORY, dir_fd=folder)
            os.close(folder)
            folder = inner
        return os.open(place.name, _OPEN_FLAGS, dir_fd=folder)
    finally:
        os.close(folder)
