"""The machine: Python and libraries, disk, memory, the data folder."""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from bot.catalogue import Words
from bot.checkup.finding import Finding, bad, doubtful, good
from bot.printable import one_line

_LIBRARIES: Final = ("sourcier", "discord.py", "faiss-cpu", "onnxruntime", "tokenizers", "SQLAlchemy")
_MEGABYTE: Final = 2**20
_DISK: Final = (1024, 100)
"""Free megabytes below which the disk is doubtful, and bad: a new version of the index stands beside the old one."""
_MEMORY: Final = 500
"""Megabytes that the bot needs with the model and a base of some thousand articles."""


def machine_findings(data_dir: Path, words: Words) -> Iterator[Finding]:
    """What of the machine matters."""
    yield good("python", words, "python", version=platform.python_version(), system=f"{platform.system()} {_kind()}")
    yield good("versions", words, "versions", versions=" · ".join(_versions()))
    yield _disk(data_dir, words)
    memory = available_memory()
    if memory is not None:
        free = memory // _MEGABYTE
        told = good if free >= _MEMORY else doubtful
        yield told("memory", words, "memory" if told is good else "memory-low", free=free)
    yield _data_folder(data_dir, words)


def available_memory() -> int | None:
    """Bytes that a new process may still take, of the machine and of the container; None where nobody tells."""
    known = [amount for amount in (_of_machine(), _of_container()) if amount is not None]
    return min(known) if known else None


def _of_machine() -> int | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, StopIteration, ValueError):
        return None


def _of_container() -> int | None:
    group = Path("/sys/fs/cgroup")
    try:
        most, used = (int((group / f"memory.{name}").read_text(encoding="ascii")) for name in ("max", "current"))
    except (OSError, ValueError):  # no such file, or "max"
        return None
    return max(0, most - used)


def _versions() -> Iterator[str]:
    for library in _LIBRARIES:
        try:
            yield f"{library} {version(library)}"
        except PackageNotFoundError:
            continue


def _kind() -> str:
    return platform.machine()


def _disk(data_dir: Path, words: Words) -> Finding:
    free = shutil.disk_usage(_there(data_dir)).free // _MEGABYTE
    if free >= _DISK[0]:
        return good("disk", words, "disk", free=free)
    return (bad if free < _DISK[1] else doubtful)("disk", words, "disk-low", free=free)


def _data_folder(data_dir: Path, words: Words) -> Finding:
    place = _there(data_dir)
    path = one_line(str(data_dir))
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return bad("data", words, "data-unwritable", path=path)
    if place != data_dir.absolute():
        return good("data", words, "data-to-come", path=path)
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        return bad("data", words, "data-refused", path=path, reason=error.strerror or type(error).__name__)
    return good("data", words, "data", path=path)


def _there(path: Path) -> Path:
    """``path``, or the closest folder above it that is there."""
    place = path.absolute()
    while not place.exists():
        place = place.parent
    return place
