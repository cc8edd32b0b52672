"""An SQLite file that was written once, read from any thread, here or from where it lies."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Protocol

from index.machine.far import FarDatabase, FarFile

LISTED: Final = "(SELECT value FROM json_each(?))"
"""Values in a query, however many, that its question mark gets from :func:`listed`."""


def listed(values: Iterable[str] | Iterable[int]) -> str:
    """What stands for ``values`` in the place of :data:`LISTED`."""
    return json.dumps([*values])


class Readable(Protocol):
    """A database that never changes; safe to use from any thread."""

    def close(self) -> None:
        """Let go of it."""

    def all(self, query: str, *values: str | float) -> list[tuple]:  # type: ignore[type-arg]
        """Every row that ``query`` gives, its question marks filled with ``values``."""


def readable(place: Path | FarFile) -> Readable:
    """The database at ``place``."""
    return ReadOnlyDatabase(place) if isinstance(place, Path) else FarDatabase(place)


class ReadOnlyDatabase:
    """The database at ``path``; it never changes."""

    def __init__(self, path: Path) -> None:
        # immutable: no lock, no journal, works on a read-only disk; the file never changes once published
        self._database = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False)
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._database.close()

    def all(self, query: str, *values: str | float) -> list[tuple]:  # type: ignore[type-arg]
        """Every row that ``query`` gives, its question marks filled with ``values``."""
        with self._lock:
            return self._database.execute(query, values).fetchall()
