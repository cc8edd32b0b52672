"""The questions that the base had no answer to, for those who choose the articles: without who asked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sql

from bot.state.database import Database, upsert
from bot.state.tables import NO_GUILD, unanswered

ROOM: Final = 500
"""Characters kept of a question."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question, how often it was asked, and when last (seconds since 1970)."""

    question: str
    lang: str
    times: int
    last: int


class UnansweredQuestions:
    """The questions without an answer; with ``retention`` 0 (days) none is kept."""

    def __init__(self, database: Database, retention: int) -> None:
        self._database = database
        self._retention = retention

    def note(self, question: str, lang: str, guild_id: int | None) -> None:
        """Keep ``question``, or count it once more."""
        if self._retention == 0:
            return
        text = " ".join(question.split())[:ROOM]
        key = {"guild_id": guild_id or NO_GUILD, "digest": hashlib.sha256(text.casefold().encode()).hexdigest()[:32]}
        now = self._database.now()
        with self._database.writing() as connection:
            row = upsert(connection, unanswered).values(**key, question=text, lang=lang, times=1, last=now)
            again = {"times": unanswered.c.times + 1, "last": now}
            connection.execute(row.on_conflict_do_update(index_elements=list(key), set_=again))

    def latest(self, most: int, guild_id: int | None = None) -> tuple[Unanswered, ...]:
        """At most ``most`` questions of one server, or of all, the last asked first."""
        table = unanswered.c
        found = sql.select(table.question, table.lang, table.times, table.last).order_by(table.last.desc()).limit(most)
        if guild_id is not None:
            found = found.where(table.guild_id == guild_id)
        with self._database.reading() as connection:
            return tuple(Unanswered(*row) for row in connection.execute(found))
