"""How helpful answers were: a thumb up or down, with a pseudonym in the place of whoever gave it."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sql

from bot.state.database import Database, upsert
from bot.state.tables import NO_GUILD, vote
from index.answer import Verdict


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


@dataclass(frozen=True, slots=True)
class Counts:
    """How many found answers helpful, and how many did not."""

    helpful: int
    unhelpful: int


class Votes:
    """All votes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, given: Vote) -> None:
        """Keep a vote in the place of an earlier one by the same voter on the same message."""
        key = {"message_id": given.message, "voter": given.voter}
        opinion = {
            "guild_id": given.guild or NO_GUILD,
            "channel_id": given.channel,
            "helpful": given.helpful,
            "verdict": given.verdict.value,
            "article_id": given.article,
            "start": given.start,
            "length": given.length,
            "at": self._database.now(),
        }
        with self._database.writing() as connection:
            row = upsert(connection, vote).values(**key, **opinion)
            connection.execute(row.on_conflict_do_update(index_elements=list(key), set_=opinion))

    def counts(self, guild_id: int | None = None) -> Counts:
        """The counts of one server, or of all."""
        sums = sql.select(vote.c.helpful, sql.func.count()).group_by(vote.c.helpful)
        if guild_id is not None:
            sums = sums.where(vote.c.guild_id == guild_id)
        with self._database.reading() as connection:
            found = {bool(helpful): int(count) for helpful, count in connection.execute(sums)}
        return Counts(found.get(True, 0), found.get(False, 0))
