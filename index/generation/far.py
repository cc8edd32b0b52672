"""Which files of a generation a machine may leave where they are published: those that a question reads little of.

They are the largest, and they hold the texts.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final, Protocol

from index.generation.manifest import FileStamp
from index.machine.far import FarFile

_FAR: Final = ("texts*", "events*", "pieces/*/vectors.npy")


class FarFiles(Protocol):
    """Where files are published that can be read a part at a time."""

    def file(self, stamp: FileStamp) -> FarFile:
        """The file of that ``stamp``; nothing of it is read yet."""


def may_be_far(name: str) -> bool:
    """Whether the file called ``name`` in a generation may be left where it is published."""
    return any(fnmatchcase(name, pattern) for pattern in _FAR)


def is_far(folder: Path, name: str) -> bool:
    """Whether the file called ``name`` of the generation in ``folder`` was left elsewhere."""
    return may_be_far(name) and not (folder / name).exists()
