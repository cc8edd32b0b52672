"""Files put into the knowledge folder whole or not at all, never over another, never outside it."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final

from index.faults import EngineFault, FaultCode
from index.files.tree import printable

UNFINISHED: Final = ".sourcier-new-"
"""Hidden, and so no article."""
STALE: Final = 3600.0
"""Seconds after which an unfinished file is one that a killed process left."""


def put(root: Path, path: str, content: bytes) -> None:
    """Write ``content`` into the new file ``path`` under ``root``; it is on the disk when this returns.

    Raises FileExistsError, EngineFault: KNOWLEDGE_MISSING, KNOWLEDGE_UNWRITABLE.
    """
    try:
        folder = _folder_of(root, path)
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        fresh = folder / f"{UNFINISHED}{secrets.token_hex(8)}"
        try:
            _write(fresh, content)
            _give_name(fresh, folder / PurePosixPath(path).name)
        finally:
            fresh.unlink(missing_ok=True)
        _to_disk(folder)
    except FileExistsError:
        raise
    except OSError as error:
        raise _unwritable(root, error) from error


def put_over(root: Path, path: str, content: bytes) -> None:
    """Write ``content`` in the place of the file ``path``, in one step; it is on the disk when this returns.

    Raises as :func:`read` does.
    """
    read(root, path)  # what is a link stays one
    try:
        folder = _folder_of(root, path)
        fresh = folder / f"{UNFINISHED}{secrets.token_hex(8)}"
        try:
            _write(fresh, content)
            fresh.replace(folder / PurePosixPath(path).name)
        finally:
            fresh.unlink(missing_ok=True)
        _to_disk(folder)
    except OSError as error:
        raise _unwritable(root, error) from error


def read(root: Path, path: str) -> bytes:
    """The content of the file ``path`` under ``root``.

    Raises EngineFault: KNOWLEDGE_MISSING, KNOWLEDGE_UNWRITABLE, ARTICLE_IS_LINK (removing it would not remove what
    it leads to).
    """
    try:
        file = _folder_of(root, path) / PurePosixPath(path).name
        if file.is_symlink():
            raise EngineFault(FaultCode.ARTICLE_IS_LINK, path=path)
        return file.read_bytes()
    except OSError as error:
        raise _unwritable(root, error) from error


def take_out(root: Path, path: str) -> None:
    """Delete the file ``path`` under ``root``. Raises as :func:`read` does."""
    try:
        folder = _folder_of(root, path)
        (folder / PurePosixPath(path).name).unlink()
        _to_disk(folder)
    except OSError as error:
        raise _unwritable(root, error) from error


def _folder_of(root: Path, path: str) -> Path:
    """The folder of the file ``path``, which no ".." and no link in between leads out of ``root``."""
    if not root.is_dir():
        raise EngineFault(FaultCode.KNOWLEDGE_MISSING, path=printable(str(root)))
    real = Path(os.path.realpath(root))
    folder = Path(os.path.realpath(real / PurePosixPath(path).parent))
    if PurePosixPath(path).name in ("", "..") or not folder.is_relative_to(real):
        raise EngineFault(FaultCode.ARTICLE_IS_LINK, path=path)
    return folder


def _write(fresh: Path, content: bytes) -> None:
    with fresh.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _give_name(fresh: Path, final: Path) -> None:
    try:
        os.link(fresh, final)  # unlike a renaming, fails when the name is taken
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(final):
            raise FileExistsError(final) from None
        fresh.rename(final)


def _sweep(folder: Path) -> None:
    for left in folder.glob(f"{UNFINISHED}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE:
                left.unlink()


def _unwritable(root: Path, error: OSError) -> EngineFault:
    reason = error.strerror or type(error).__name__
    return EngineFault(FaultCode.KNOWLEDGE_UNWRITABLE, path=printable(str(root)), reason=reason)


def _to_disk(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
