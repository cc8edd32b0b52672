"""What is remembered of the feeds of a base: when each is due, and of every entry how far it came.

data/feeds.sqlite, each change of which is on the disk before the next thing is done. An entry is known by its id and by
its addresses, whichever it keeps: so it arrives once, whatever its feed changes and whenever the process is killed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from index.faults import EngineFault, FaultCode
from index.feeds.entry import Entry

FILE: Final = "feeds.sqlite"
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS feed (
    url TEXT PRIMARY KEY, found_at TEXT, title TEXT NOT NULL DEFAULT '', etag TEXT, modified TEXT,
    due REAL NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0, failing_since REAL, reason TEXT,
    read_at REAL, told INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS entry (
    number INTEGER PRIMARY KEY, feed TEXT NOT NULL, id TEXT, url TEXT, title TEXT NOT NULL, date TEXT,
    content TEXT NOT NULL, stamp TEXT NOT NULL, state TEXT NOT NULL, path TEXT, digest TEXT,
    due REAL NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0, reason TEXT,
    arrived REAL, checked REAL NOT NULL DEFAULT 0, missing_since REAL, told INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS entry_state ON entry (state, feed);
CREATE INDEX IF NOT EXISTS entry_path ON entry (path);
CREATE TABLE IF NOT EXISTS known (key TEXT PRIMARY KEY, entry INTEGER NOT NULL) WITHOUT ROWID;
"""
_BUSY: Final = 30.0
SITEMAP: Final = "sitemap:"
"""Before the address of a sitemap, which is filled from once, where that of a feed would stand."""


class State(StrEnum):
    """How far an entry came: it WAITs to be read, is about to be WRITTEN to its path, is THERE and yet to be indexed,
    or INDEXED; the base HAD it before, or it was REFUSED. One that is WITHDRAWN is indexed, and gone from its site."""

    WAITS = "waits"
    WRITING = "writing"
    THERE = "there"
    INDEXED = "indexed"
    WITHDRAWN = "withdrawn"
    HAD = "had"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class KnownFeed:
    """What is remembered of a feed: where it was ``found_at`` when its address is a site's, what makes the next request
    conditional, when it is ``due``, and how long it has been failing. Moments are seconds since 1970."""

    url: str
    found_at: str | None = None
    title: str = ""
    etag: str | None = None
    modified: str | None = None
    due: float = 0.0
    failures: int = 0
    failing_since: float | None = None
    reason: str | None = None
    read_at: float | None = None
    told: int = 0


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """What is remembered of an entry. ``path`` is its file, ``digest`` the SHA-256 of what was last written there;
    ``missing_since`` is when its page was first found gone."""

    number: int
    feed: str
    id: str | None
    url: str | None
    title: str
    date: str | None
    content: str
    stamp: str
    state: State
    path: str | None
    digest: str | None
    due: float
    attempts: int
    reason: str | None
    arrived: float | None
    checked: float
    missing_since: float | None
    told: int


class Ledger:
    """The ledger of the base in ``data_dir``; for one thread. Raises EngineFault(DATA_UNWRITABLE)."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / FILE
        try:
            data_dir.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(self._file, timeout=_BUSY, isolation_level=None)
            self._database.row_factory = sqlite3.Row
            for pragma in ("journal_mode = WAL", "synchronous = FULL"):
                self._database.execute(f"PRAGMA {pragma}")
            self._database.executescript(_SCHEMA)
        except (sqlite3.Error, OSError) as error:
            raise self._unwritable(error) from error

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All that is changed inside is kept, or nothing."""
        try:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._unwritable(error) from error

    def feed(self, url: str) -> KnownFeed:
        """What is remembered of a feed, all new when it was never read."""
        row = self._database.execute("SELECT * FROM feed WHERE url = ?", (url,)).fetchone()
        return KnownFeed(url) if row is None else KnownFeed(**dict(row))

    def note_feed(self, url: str, **values: Any) -> None:
        """Remember ``values`` of a feed; within :meth:`changing` or by itself."""
        self._database.execute("INSERT OR IGNORE INTO feed (url) VALUES (?)", (url,))
        self._set("feed", "url", url, values)

    def forget_feeds_but(self, urls: Iterable[str]) -> None:
        """Forget what concerns feeds that are read no more; what came of them stays known. Sitemaps are no feeds."""
        kept = set(urls)
        for (url,) in self._database.execute("SELECT url FROM feed").fetchall():
            if url not in kept and not url.startswith(SITEMAP):
                self._database.execute("DELETE FROM feed WHERE url = ?", (url,))
                self._database.execute("DELETE FROM entry WHERE feed = ? AND state = ?", (url, State.WAITS))

    def entries(self, *states: State, feed: str | None = None) -> list[KnownEntry]:
        """The entries in any of ``states``, of one feed or of all, as they came."""
        marks = ", ".join("?" * len(states))
        query = f"SELECT * FROM entry WHERE state IN ({marks}) AND (? IS NULL OR feed = ?) ORDER BY number"  # noqa: S608
        return [_entry(row) for row in self._database.execute(query, (*states, feed, feed))]

    def waiting(self, feed: str, now: float) -> list[KnownEntry]:
        """The entries of a feed that wait and are due, as they came."""
        query = "SELECT * FROM entry WHERE state = ? AND feed = ? AND due <= ? ORDER BY number"
        return [_entry(row) for row in self._database.execute(query, (State.WAITS, feed, now))]

    def to_look_after(self, looked_before: float, most: int) -> list[KnownEntry]:
        """Articles whose pages were last asked for before a moment, the longest ago first."""
        query = (
            "SELECT * FROM entry WHERE state IN (?, ?) AND url IS NOT NULL AND checked <= ? ORDER BY checked LIMIT ?"
        )
        values = (State.INDEXED, State.WITHDRAWN, looked_before, most)
        return [_entry(row) for row in self._database.execute(query, values)]

    def arrived_since(self, feed: str, moment: float) -> int:
        """How many articles of a feed came after a moment."""
        query = "SELECT count(*) FROM entry WHERE feed = ? AND arrived > ?"
        return int(self._database.execute(query, (feed, moment)).fetchone()[0])

    def has_arrived(self, number: int) -> bool:
        """Whether an article came of an entry."""
        query = "SELECT 1 FROM entry WHERE number = ? AND arrived IS NOT NULL"
        return self._database.execute(query, (number,)).fetchone() is not None

    def counts(self, feed: str) -> dict[State, int]:
        """How many entries of a feed are in each state."""
        query = "SELECT state, count(*) FROM entry WHERE feed = ? GROUP BY state"
        return {State(state): count for state, count in self._database.execute(query, (feed,))}

    def known(self, keys: Sequence[str]) -> KnownEntry | None:
        """The entry known by the first of ``keys`` that any is known by."""
        for key in keys:
            query = "SELECT entry.* FROM known JOIN entry ON number = known.entry WHERE key = ?"
            row = self._database.execute(query, (key,)).fetchone()
            if row is not None:
                return _entry(row)
        return None

    def has_path(self, path: str) -> bool:
        """Whether a file is, or was, that of some entry."""
        return self._database.execute("SELECT 1 FROM entry WHERE path = ?", (path,)).fetchone() is not None

    def is_from(self, feed: str, path: str) -> bool:
        """Whether a file is that of an entry of a feed."""
        query = "SELECT 1 FROM entry WHERE path = ? AND feed = ?"
        return self._database.execute(query, (path, feed)).fetchone() is not None

    def postpone(self, feed: str, until: float) -> None:
        """Nothing that waits of a feed is due before a moment."""
        query = "UPDATE entry SET due = max(due, ?) WHERE state = ? AND feed = ?"
        self._database.execute(query, (until, State.WAITS, feed))

    def add(self, feed: str, entry: Entry, keys: Sequence[str]) -> None:
        """A new entry, which waits."""
        inserted = self._database.execute(
            "INSERT INTO entry (feed, id, url, title, date, content, stamp, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (feed, entry.id, entry.url, entry.title, entry.date, entry.content, entry.stamp, State.WAITS),
        )
        self.add_keys(int(inserted.lastrowid or 0), keys)

    def add_keys(self, number: int, keys: Iterable[str]) -> None:
        """The entry is known by ``keys`` too."""
        self._database.executemany("INSERT OR IGNORE INTO known VALUES (?, ?)", ((key, number) for key in keys))

    def note(self, number: int, **values: Any) -> None:
        """Remember ``values`` of an entry; within :meth:`changing` or by itself."""
        self._set("entry", "number", number, values)

    def _set(self, table: str, column: str, value: str | int, values: dict[str, Any]) -> None:
        assigned = ", ".join(f"{name} = ?" for name in values)
        query = f"UPDATE {table} SET {assigned} WHERE {column} = ?"  # noqa: S608 - names of our own columns
        try:
            self._database.execute(query, (*values.values(), value))
        except sqlite3.Error as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: Exception) -> EngineFault:
        return EngineFault(FaultCode.DATA_UNWRITABLE, path=str(self._file), reason=str(error) or type(error).__name__)


def _entry(row: sqlite3.Row) -> KnownEntry:
    return KnownEntry(**{**dict(row), "state": State(row["state"])})
