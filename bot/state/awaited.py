"""Who wants to hear when the base answers a question: a follow on a question, told once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sqlalchemy as sql

from bot.state.database import Database
from bot.state.tables import NO_GUILD, awaited
from bot.state.unanswered import ROOM, digest_of

MOST_AWAITED: Final = 25
"""Questions that one person may wait for."""


class TooManyAwaited(Exception):
    """The person waits for as many as they may."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """``person`` wants to hear, in ``lang``, when ``question``, asked in ``guild`` (0: in no server), is answered."""

    guild: int
    person: int
    question: str
    lang: str


class AwaitedAnswers:
    """All of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def toggle(self, one: Awaited) -> bool:
        """Have a person wait for an answer, or, if they do, no more; whether they do now. Raises TooManyAwaited."""
        row = {"question": one.question[:ROOM], "lang": one.lang, "at": self._database.now()}
        key = {"guild_id": one.guild or NO_GUILD, "digest": digest_of(one.question), "user_id": one.person}
        mine = sql.and_(*(awaited.c[name] == value for name, value in key.items()))
        with self._database.writing() as connection:
            if connection.execute(sql.delete(awaited).where(mine)).rowcount:
                return False
            count = sql.select(sql.func.count()).select_from(awaited).where(awaited.c.user_id == one.person)
            if connection.execute(count).scalar_one() >= MOST_AWAITED:
                raise TooManyAwaited
            connection.execute(sql.insert(awaited).values(**key, **row))
            return True

    def all(self, guild: int | None = None) -> tuple[Awaited, ...]:
        """Those of one server, or of all."""
        found = sql.select(awaited).order_by(awaited.c.at)
        if guild is not None:
            found = found.where(awaited.c.guild_id == guild)
        with self._database.reading() as connection:
            return tuple(
                Awaited(row.guild_id, row.user_id, row.question, row.lang) for row in connection.execute(found)
            )

    def drop(self, one: Awaited) -> None:
        """It was told, or can't be."""
        mine = (
            awaited.c.guild_id == one.guild,
            awaited.c.digest == digest_of(one.question),
            awaited.c.user_id == one.person,
        )
        with self._database.writing() as connection:
            connection.execute(sql.delete(awaited).where(*mine))
