"""How helpful quotes were, as counts: nobody's name or id stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sql

from bot.state.database import Database, upsert
from bot.state.tables import NO_GUILD, feedback


@dataclass(frozen=True, slots=True)
class Counts:
    """How many found quotes helpful, and how many did not."""

    helpful: int
    unhelpful: int


class Feedback:
    """The counts, by server, quote and day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, guild_id: int | None, article_id: str, start: int, end: int, *, helpful: bool) -> None:
        """Count one opinion of the quote ``body[start:end]`` of an article."""
        day = datetime.fromtimestamp(self._database.now(), UTC).date().isoformat()
        key = {"guild_id": guild_id or NO_GUILD, "article_id": article_id, "start": start, "end": end, "day": day}
        column = feedback.c.helpful if helpful else feedback.c.unhelpful
        with self._database.writing() as connection:
            row = upsert(connection, feedback).values(**key, helpful=int(helpful), unhelpful=int(not helpful))
            connection.execute(row.on_conflict_do_update(index_elements=list(key), set_={column.name: column + 1}))

    def counts(self, guild_id: int | None = None) -> Counts:
        """The counts of one server, or of all."""
        sums = sql.select(sql.func.sum(feedback.c.helpful), sql.func.sum(feedback.c.unhelpful))
        if guild_id is not None:
            sums = sums.where(feedback.c.guild_id == guild_id)
        with self._database.reading() as connection:
            helpful, unhelpful = connection.execute(sums).one()
        return Counts(int(helpful or 0), int(unhelpful or 0))
