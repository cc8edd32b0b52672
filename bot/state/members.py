"""Messages of members that became articles of their server, and how their authors are named there."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sql

from bot.state.database import Database, upsert
from bot.state.tables import byline, member_answer


@dataclass(frozen=True, slots=True)
class MemberAnswer:
    """The message of ``author`` that is the article ``article`` of the collection of ``guild``."""

    guild: int
    message: int
    channel: int
    author: int
    article: str


@dataclass(frozen=True, slots=True)
class Byline:
    """How an author who was told of it is named beside what is quoted of theirs; None: not at all."""

    name: str | None


class MemberAnswers:
    """All of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, answer: MemberAnswer) -> None:
        """Keep where an article comes from."""
        key = {"guild_id": answer.guild, "message_id": answer.message}
        rest = {"channel_id": answer.channel, "author_id": answer.author, "article_id": answer.article}
        with self._database.writing() as connection:
            row = upsert(connection, member_answer).values(**key, **rest)
            connection.execute(row.on_conflict_do_update(index_elements=list(key), set_=rest))

    def get(self, guild: int, message: int) -> MemberAnswer | None:
        """What became of a message of ``guild``."""
        found = self._found(member_answer.c.guild_id == guild, member_answer.c.message_id == message)
        return found[0] if found else None

    def of(self, author: int, guild: int | None = None) -> tuple[MemberAnswer, ...]:
        """All that is quoted of ``author``, in one server or in all."""
        where = [member_answer.c.author_id == author]
        return self._found(*where, *([] if guild is None else [member_answer.c.guild_id == guild]))

    def drop(self, answer: MemberAnswer) -> None:
        """It is an article no more."""
        one = sql.and_(member_answer.c.guild_id == answer.guild, member_answer.c.message_id == answer.message)
        with self._database.writing() as connection:
            connection.execute(sql.delete(member_answer).where(one))

    def forget_guild(self, guild: int) -> None:
        """Keep nothing of a server whose collection is gone."""
        with self._database.writing() as connection:
            for table in (member_answer, byline):
                connection.execute(sql.delete(table).where(table.c.guild_id == guild))

    def byline(self, guild: int, author: int) -> Byline | None:
        """How ``author`` is named in ``guild``; None when they were never asked."""
        found = sql.select(byline.c.name).where(byline.c.guild_id == guild, byline.c.author_id == author)
        with self._database.reading() as connection:
            row = connection.execute(found).first()
            return Byline(row.name) if row is not None else None

    def set_byline(self, guild: int, author: int, name: str | None) -> None:
        """Keep what ``author`` chose, or (None) that they were asked."""
        key = {"guild_id": guild, "author_id": author}
        with self._database.writing() as connection:
            row = upsert(connection, byline).values(**key, name=name)
            connection.execute(row.on_conflict_do_update(index_elements=list(key), set_={"name": name}))

    def _found(self, *where: sql.ColumnElement[bool]) -> tuple[MemberAnswer, ...]:
        found = sql.select(member_answer).where(*where).order_by(member_answer.c.message_id)
        with self._database.reading() as connection:
            return tuple(
                MemberAnswer(row.guild_id, row.message_id, row.channel_id, row.author_id, row.article_id)
                for row in connection.execute(found)
            )
