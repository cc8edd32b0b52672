"""Who follows which subject, where alerts go, and what each follow was told already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sql

from bot.state.database import Database
from bot.state.tables import NO_GUILD, alert, follow, told

MOST_FOLLOWS: Final = 25
"""Subjects followed in one place: what one list of Discord holds."""


class PlaceKind(StrEnum):
    """Where alerts go."""

    CHANNEL = "channel"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Place:
    """A channel of a server, or a person's direct messages; ``id`` is the channel's or the person's."""

    kind: PlaceKind
    id: int
    guild_id: int = NO_GUILD


@dataclass(frozen=True, slots=True)
class Follow:
    """A subject followed in a place; ``seen`` is the last generation of the shared base that it was looked for in, and
    ``seen_own`` of the server's collection: NOTHING_YET before there is one, None where none is looked at. ``paused``
    says that Discord refused its alerts, ``weekly`` that it is told of at most once a week."""

    id: int
    place: Place
    follower_id: int | None
    subject: str
    subject_key: str
    lang: str
    seen: int
    seen_own: int | None
    paused: bool
    weekly: bool = False


WEEK: Final = 7 * 86_400
NOTHING_YET: Final = -1
"""The generation seen of a collection that is yet to begin: all that comes will be new."""


class TooManyFollows(Exception):
    """The place follows as many subjects as it may."""


class Follows:
    """All follows. What they have seen is told of the shared base, or of the collection of the server ``own``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        place: Place,
        follower_id: int,
        subject: str,
        subject_key: str,
        lang: str,
        seen: int,
        seen_own: int | None = None,
        *,
        weekly: bool = False,
    ) -> bool:
        """Follow a subject from generation ``seen`` on, and ``seen_own`` of the collection; whether it is new there, or
        told of otherwise than before. One that was paused goes on; those told of ``weekly`` in a place are told of
        together.

        Raises TooManyFollows.
        """
        with self._database.writing() as connection:
            known = connection.execute(
                sql.select(follow).where(_in(place), follow.c.subject_key == subject_key)
            ).first()
            digest = self._next_digest(connection, place) if weekly else None
            if known is not None:
                fresh: dict[str, Any] = {}
                if known.paused:
                    fresh = {"paused": False, "seen": seen, "seen_own": seen_own, "lang": lang}
                if (known.digest is not None) != weekly:
                    fresh["digest"] = digest
                if fresh:
                    connection.execute(sql.update(follow).where(follow.c.id == known.id).values(**fresh))
                return bool(fresh)
            count = connection.execute(sql.select(sql.func.count()).select_from(follow).where(_in(place))).scalar_one()
            if count >= MOST_FOLLOWS:
                raise TooManyFollows
            row = {
                "place": place.kind.value,
                "place_id": place.id,
                "guild_id": place.guild_id,
                "follower_id": follower_id,
                "subject": subject,
                "subject_key": subject_key,
                "lang": lang,
                "seen": seen,
                "seen_own": seen_own,
                "paused": False,
                "created": self._database.now(),
                "digest": digest,
            }
            connection.execute(sql.insert(follow).values(**row))
            return True

    def get(self, follow_id: int) -> Follow | None:
        """The follow of that id."""
        with self._database.reading() as connection:
            row = connection.execute(sql.select(follow).where(follow.c.id == follow_id)).first()
            return _follow(row) if row is not None else None

    def remove(self, follow_id: int) -> None:
        """Follow no more."""
        with self._database.writing() as connection:
            connection.execute(sql.delete(follow).where(follow.c.id == follow_id))

    def of(self, place: Place) -> tuple[Follow, ...]:
        """What is followed in ``place``, in the order of the alphabet."""
        with self._database.reading() as connection:
            rows = connection.execute(sql.select(follow).where(_in(place)))
            return tuple(sorted(map(_follow, rows), key=lambda one: one.subject.casefold()))

    def behind(self, generation: int, own: int | None = None) -> Mapping[Place, Sequence[Follow]]:
        """The follows, by place, that have not seen ``generation`` yet, weekly ones when their week is over."""
        with self._database.reading() as connection:
            due = sql.or_(follow.c.digest.is_(None), follow.c.digest <= self._database.now())
            late = sql.and_(_seen(own) < generation, ~follow.c.paused, _of(own), due)
            wanted = sql.select(follow).where(late).order_by(follow.c.id)
            places: dict[Place, list[Follow]] = {}
            for row in connection.execute(wanted):
                one = _follow(row)
                places.setdefault(one.place, []).append(one)
            return places

    def begin_anew(self, generation: int, own: int | None = None) -> None:
        """Go on from ``generation`` where a later one was seen (the index was lost, and its numbers began anew), and in
        a collection where nobody has kept what was seen."""
        seen = _seen(own)
        unsure = seen > generation if own is None else sql.or_(seen > generation, seen.is_(None))
        with self._database.writing() as connection:
            connection.execute(sql.update(follow).where(unsure, _of(own)).values({seen: generation}))

    def last_alert(self, place: Place) -> int | None:
        """When ``place`` was last alerted, in seconds since 1970."""
        newest = sql.select(sql.func.max(alert.c.sent)).where(
            alert.c.place == place.kind.value, alert.c.place_id == place.id
        )
        with self._database.reading() as connection:
            return connection.execute(newest).scalar_one_or_none()

    def told(self, follow_id: int) -> frozenset[str]:
        """The digests of what a follow was told."""
        with self._database.reading() as connection:
            rows = connection.execute(sql.select(told.c.digest).where(told.c.follow_id == follow_id))
            return frozenset(rows.scalars())

    def has_seen(self, follows: Sequence[Follow], generation: int, own: int | None = None) -> None:
        """Nothing in ``generation`` was worth an alert to ``follows``."""
        with self._database.writing() as connection:
            _see(connection, [one.id for one in follows], generation, own)

    def _next_digest(self, connection: sql.Connection, place: Place) -> int:
        """When the weekly follows of ``place`` are told of next."""
        told_next = sql.select(sql.func.max(follow.c.digest)).where(_in(place))
        return connection.execute(told_next).scalar_one_or_none() or self._database.now() + WEEK

    def alerted(
        self, place: Place, generation: int, digests: Mapping[Follow, Sequence[str]], own: int | None = None
    ) -> None:
        """An alert with what has these ``digests`` went to ``place``: all of it is kept in one step."""
        with self._database.writing() as connection:
            ids = [one.id for one in digests]
            # Somebody may have unfollowed while the alert was on its way.
            there = set(connection.execute(sql.select(follow.c.id).where(follow.c.id.in_(ids))).scalars())
            rows = [{"follow_id": one.id, "digest": digest} for one, its in digests.items() for digest in its]
            rows = [row for row in rows if row["follow_id"] in there]
            if rows:
                connection.execute(sql.insert(told), rows)
            _see(connection, ids, generation, own)
            if any(one.weekly for one in digests):  # what is left over waits for the next week
                weekly = sql.update(follow).where(_in(place), follow.c.digest.is_not(None))
                connection.execute(weekly.values(digest=self._database.now() + WEEK))
            sent = {
                "place": place.kind.value,
                "place_id": place.id,
                "generation": generation,
                "quotes": len({row["digest"] for row in rows}),
                "sent": self._database.now(),
            }
            connection.execute(sql.insert(alert).values(**sent))

    def pause(self, place: Place) -> None:
        """Alert ``place`` no more until somebody follows there again."""
        with self._database.writing() as connection:
            connection.execute(sql.update(follow).where(_in(place)).values(paused=True))


def _in(place: Place) -> sql.ColumnElement[bool]:
    return sql.and_(follow.c.place == place.kind.value, follow.c.place_id == place.id)


def _seen(own: int | None) -> sql.Column[int]:
    """Where it is kept how far a follow has seen."""
    return follow.c.seen if own is None else follow.c.seen_own


def _of(own: int | None) -> sql.ColumnElement[bool]:
    """Which follows look at a base: all at the shared one, those of a server's channels at its collection."""
    if own is None:
        return sql.true()
    return sql.and_(follow.c.place == PlaceKind.CHANNEL.value, follow.c.guild_id == own)


def _see(connection: sql.Connection, ids: Sequence[int], generation: int, own: int | None) -> None:
    seen = _seen(own)
    unseen = sql.update(follow).where(follow.c.id.in_(ids), seen < generation)
    connection.execute(unseen.values({seen: generation}))


def _follow(row: sql.Row[Any]) -> Follow:
    place = Place(PlaceKind(row.place), row.place_id, row.guild_id)
    return Follow(
        row.id,
        place,
        row.follower_id,
        row.subject,
        row.subject_key,
        row.lang,
        row.seen,
        row.seen_own,
        row.paused,
        row.digest is not None,
    )
