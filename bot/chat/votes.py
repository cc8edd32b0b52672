"""What readers think of answers: a thumb up or down, kept for whoever runs the bot. No question is kept."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from index.answer import Verdict

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS vote (
    message INTEGER NOT NULL, voter TEXT NOT NULL, guild INTEGER, channel INTEGER, helpful INTEGER NOT NULL,
    verdict TEXT NOT NULL, article TEXT, start INTEGER, length INTEGER,
    moment TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    PRIMARY KEY (message, voter)
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Vote:
    """``voter`` (a pseudonym) found the answer in ``message`` helpful or not; ``article``, ``start`` and ``length``
    tell its first quote, if it had one that is still in the base."""

    message: int
    voter: str
    guild: int | None
    channel: int | None
    helpful: bool
    verdict: Verdict
    article: str | None = None
    start: int | None = None
    length: int | None = None


class Votes(Protocol):
    """Keeps votes; called from a thread of its own."""

    def keep(self, vote: Vote) -> None:
        """Keep ``vote`` in the place of an earlier one by the same voter on the same message; may raise OSError."""


class VoteFile:
    """Votes in an SQLite file, made at the first one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writing = threading.Lock()

    def keep(self, vote: Vote) -> None:
        """As :meth:`Votes.keep`."""
        with self._writing, closing(sqlite3.connect(self._path, timeout=5)) as database, database:
            database.execute(_SCHEMA)
            database.execute(
                "INSERT OR REPLACE INTO vote "
                "(message, voter, guild, channel, helpful, verdict, article, start, length) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(vote.message, vote.voter, vote.guild, vote.channel, vote.helpful, vote.verdict.value),
                    *(vote.article, vote.start, vote.length),
                ),
            )
