"""Questions that were put to people, and who waits for what they say."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

import sqlalchemy as sql

from bot.state.database import Database, upsert
from bot.state.tables import team_asker, team_question
from bot.state.unanswered import ROOM, digest_of

MOST_A_DAY: Final = 5
"""Questions that one person may put to the people of one server within a day."""
_DAY: Final = 86_400
_BEING_SENT: Final = 120
"""Seconds after which a question that was never posted is one whose process died."""


@dataclass(frozen=True, slots=True)
class TeamQuestion:
    """A question put to people in ``channel`` of a server by the bot's ``message``."""

    guild: int
    digest: str
    question: str
    channel: int
    message: int | None
    answered: bool


@dataclass(frozen=True, slots=True)
class Asker:
    """``person`` waits for an answer, in ``lang``: beneath the ``message`` in ``channel`` of the server, or, when both
    are None, in their direct messages."""

    person: int
    lang: str
    channel: int | None = None
    message: int | None = None


class Joined(Enum):
    """What came of asking: the question is to be posted, others asked it already, its asker did, or too much."""

    NEW = auto()
    OPEN = auto()
    AGAIN = auto()
    TOO_MANY = auto()


class TeamQuestions:
    """All of them; every method keeps to one server."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ask(self, guild: int, question: str, channel: int, asker: Asker) -> Joined:
        """Have ``asker`` wait for an answer to ``question``, which is to be posted in ``channel`` when it is new."""
        digest, now = digest_of(question), self._database.now()
        one = _one(guild, digest)
        row = {"guild_id": guild, "digest": digest, "question": question[:ROOM], "channel_id": channel, "opened": now}
        with self._database.writing() as connection:
            known = connection.execute(sql.select(team_question).where(one)).first()
            is_open = known is not None and known.answered is None
            if is_open and known is not None and known.message_id is None and known.opened < now - _BEING_SENT:
                is_open = False
            mine = sql.and_(_askers_of(guild, digest), team_asker.c.user_id == asker.person)
            if is_open and connection.execute(sql.select(team_asker.c.at).where(mine)).first() is not None:
                return Joined.AGAIN
            latest = sql.and_(team_asker.c.guild_id == guild, team_asker.c.user_id == asker.person)
            count = sql.select(sql.func.count()).select_from(team_asker).where(latest, team_asker.c.at > now - _DAY)
            if connection.execute(count).scalar_one() >= MOST_A_DAY:
                return Joined.TOO_MANY
            if not is_open:
                connection.execute(sql.delete(team_asker).where(_askers_of(guild, digest)))
                fresh = upsert(connection, team_question).values(**row)
                anew = {**row, "message_id": None, "answered": None}
                connection.execute(fresh.on_conflict_do_update(index_elements=["guild_id", "digest"], set_=anew))
            waits = {"channel_id": asker.channel, "message_id": asker.message, "lang": asker.lang, "at": now}
            key = {"guild_id": guild, "digest": digest, "user_id": asker.person}
            waiting = upsert(connection, team_asker).values(**key, **waits)
            connection.execute(waiting.on_conflict_do_update(index_elements=list(key), set_=waits))
            return Joined.OPEN if is_open else Joined.NEW

    def posted(self, guild: int, question: str, message: int) -> None:
        """``question`` stands in ``message`` for people to answer."""
        with self._database.writing() as connection:
            one = _one(guild, digest_of(question))
            connection.execute(sql.update(team_question).where(one).values(message_id=message))

    def withdraw(self, guild: int, question: str) -> None:
        """``question`` could not be posted: nobody waits for an answer to it."""
        digest = digest_of(question)
        with self._database.writing() as connection:
            connection.execute(sql.delete(team_asker).where(_askers_of(guild, digest)))
            connection.execute(sql.delete(team_question).where(_one(guild, digest)))

    def posted_in(self, guild: int, messages: Collection[int]) -> TeamQuestion | None:
        """The question of ``guild`` that one of these ``messages`` posted."""
        found = sql.select(team_question).where(
            team_question.c.guild_id == guild, team_question.c.message_id.in_(messages)
        )
        with self._database.reading() as connection:
            row = connection.execute(found).first()
        if row is None:
            return None
        return TeamQuestion(
            row.guild_id, row.digest, row.question, row.channel_id, row.message_id, row.answered is not None
        )

    def askers(self, question: TeamQuestion) -> tuple[Asker, ...]:
        """Who waits for an answer, or was given one."""
        found = sql.select(team_asker).where(_askers_of(question.guild, question.digest)).order_by(team_asker.c.at)
        with self._database.reading() as connection:
            return tuple(
                Asker(row.user_id, row.lang, row.channel_id, row.message_id) for row in connection.execute(found)
            )

    def answered(self, question: TeamQuestion) -> None:
        """Somebody has answered it: asked again, it is put to people anew."""
        one = sql.and_(_one(question.guild, question.digest), team_question.c.answered.is_(None))
        with self._database.writing() as connection:
            connection.execute(sql.update(team_question).where(one).values(answered=self._database.now()))


def _one(guild: int, digest: str) -> sql.ColumnElement[bool]:
    return sql.and_(team_question.c.guild_id == guild, team_question.c.digest == digest)


def _askers_of(guild: int, digest: str) -> sql.ColumnElement[bool]:
    return sql.and_(team_asker.c.guild_id == guild, team_asker.c.digest == digest)
