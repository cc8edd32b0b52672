"""All that is remembered, what of it concerns one person, and how it is forgotten."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import sqlalchemy as sql

from bot.state import tables
from bot.state.audit import AuditLog
from bot.state.awaited import AwaitedAnswers
from bot.state.database import Clock, Database, open_database
from bot.state.follows import Follows, PlaceKind
from bot.state.guilds import Guilds
from bot.state.members import MemberAnswers
from bot.state.team import TeamQuestions
from bot.state.unanswered import UnansweredQuestions
from bot.state.votes import Votes

_DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one person: subjects followed by direct message, acts in the audit log or on channels, votes,
    questions whose answer they wait for, and messages of theirs that became articles."""

    follows: int
    acts: int
    votes: int
    waits: int = 0
    articles: int = 0


class State:
    """What the bot must remember; ``retention`` is in days."""

    def __init__(self, database: Database, retention: int) -> None:
        self.guilds = Guilds(database)
        self.follows = Follows(database)
        self.votes = Votes(database)
        self.unanswered = UnansweredQuestions(database, retention)
        self.team = TeamQuestions(database)
        self.awaited = AwaitedAnswers(database)
        self.members = MemberAnswers(database)
        self.audit = AuditLog(database)
        self.retention = retention
        self._database = database

    @classmethod
    def open(cls, url: str | None, data_dir: Path, *, retention: int, clock: Clock = time.time) -> State:
        """The state at ``url``, else in ``data_dir``. Raises :class:`bot.state.StateUnusable`."""
        return cls(open_database(url, data_dir, clock), retention)

    def kept_of(self, user_id: int, voter: str = "") -> Kept:
        """What is kept of a person, who votes under the pseudonym ``voter``."""
        with self._database.reading() as connection:
            return _kept(connection, user_id, voter)

    def forget(self, user_id: int, voter: str = "") -> Kept:
        """Remove a person's own follows and votes, and their id from what they did for others; what there was."""
        follow, audit, alert = tables.follow, tables.audit, tables.alert
        with self._database.writing() as connection:
            kept = _kept(connection, user_id, voter)
            connection.execute(sql.delete(tables.vote).where(tables.vote.c.voter == voter))
            own = (follow.c.place == PlaceKind.PERSON.value) & (follow.c.place_id == user_id)
            connection.execute(sql.delete(follow).where(own))
            own = (alert.c.place == PlaceKind.PERSON.value) & (alert.c.place_id == user_id)
            connection.execute(sql.delete(alert).where(own))
            for table in (tables.team_asker, tables.awaited):
                connection.execute(sql.delete(table).where(table.c.user_id == user_id))
            for table in (tables.member_answer, tables.byline):
                connection.execute(sql.delete(table).where(table.c.author_id == user_id))
            connection.execute(sql.update(follow).where(follow.c.follower_id == user_id).values(follower_id=None))
            connection.execute(sql.update(audit).where(audit.c.user_id == user_id).values(user_id=None))
            return kept

    def forget_guild(self, guild_id: int) -> None:
        """Remove the settings of a server that the bot has left, what its channels follow, and what its people were
        asked."""
        follow, alert = tables.follow, tables.alert
        with self._database.writing() as connection:
            channels = sql.select(follow.c.place_id).where(follow.c.guild_id == guild_id)
            its = (alert.c.place == PlaceKind.CHANNEL.value) & alert.c.place_id.in_(channels)
            connection.execute(sql.delete(alert).where(its))
            connection.execute(sql.delete(follow).where(follow.c.guild_id == guild_id))
            for table in (tables.team_asker, tables.team_question, tables.awaited):
                connection.execute(sql.delete(table).where(table.c.guild_id == guild_id))
            connection.execute(sql.delete(tables.guild).where(tables.guild.c.id == guild_id))

    def drop_expired(self) -> None:
        """Remove what is older than the retention."""
        oldest = self._database.now() - self.retention * _DAY
        with self._database.writing() as connection:
            connection.execute(sql.delete(tables.unanswered).where(tables.unanswered.c.last < oldest))
            connection.execute(sql.delete(tables.audit).where(tables.audit.c.at < oldest))
            # When a place was last alerted is needed for a while, however short the retention.
            settled = min(oldest, self._database.now() - _DAY)
            connection.execute(sql.delete(tables.alert).where(tables.alert.c.sent < settled))
            connection.execute(sql.delete(tables.vote).where(tables.vote.c.at < oldest))
            connection.execute(sql.delete(tables.team_question).where(tables.team_question.c.opened < oldest))
            for table in (tables.team_asker, tables.awaited):
                connection.execute(sql.delete(table).where(table.c.at < oldest))

    def close(self) -> None:
        """Give the database back."""
        self._database.close()


def _kept(connection: sql.Connection, user_id: int, voter: str) -> Kept:
    follow, audit, vote = tables.follow, tables.audit, tables.vote
    asker, awaited, answer = tables.team_asker, tables.awaited, tables.member_answer
    own = (follow.c.place == PlaceKind.PERSON.value) & (follow.c.place_id == user_id)
    others = (follow.c.place == PlaceKind.CHANNEL.value) & (follow.c.follower_id == user_id)
    counts = [
        connection.execute(sql.select(sql.func.count()).select_from(table).where(condition)).scalar_one()
        for table, condition in (
            (follow, own),
            (follow, others),
            (audit, audit.c.user_id == user_id),
            (vote, vote.c.voter == voter),
            (asker, asker.c.user_id == user_id),
            (awaited, awaited.c.user_id == user_id),
            (answer, answer.c.author_id == user_id),
        )
    ]
    return Kept(counts[0], counts[1] + counts[2], counts[3], counts[4] + counts[5], counts[6])
