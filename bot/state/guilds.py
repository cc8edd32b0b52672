"""What the admins of a server set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sql

from bot.state.database import Database, upsert
from bot.state.tables import guild

MOST_QUOTES: Final = 3
"""The most quotes an answer begins with."""


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """The settings of one server, and their defaults.

    ``lang`` None follows each reader; ``open_channels`` are those where posts that don't address the bot are answered
    too; ``reindex_roles`` may re-index besides the admins. What the base has no answer to can be put to people in
    ``team_channel``, where ``team_role`` is then pinged; with the role alone, where it was asked. With ``team_weak``
    what it may not answer can be put to them too.
    """

    lang: str | None = None
    private: bool = False
    quotes: int = MOST_QUOTES
    feedback: bool = True
    open_channels: frozenset[int] = frozenset()
    reindex_roles: frozenset[int] = frozenset()
    team_channel: int | None = None
    team_role: int | None = None
    team_weak: bool = False


DEFAULTS: Final = GuildSettings()


class Guilds:
    """The settings of all servers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def settings(self, guild_id: int) -> GuildSettings:
        """The settings of one server; the defaults where nothing was set."""
        with self._database.reading() as connection:
            return _settings(connection, guild_id)

    def change(self, guild_id: int, **changed: Any) -> GuildSettings:
        """Set some settings of a server, named as in :class:`GuildSettings`, leaving the others; all of them."""
        with self._database.writing() as connection:
            known = _columns(_settings(connection, guild_id)) | {name: _plain(value) for name, value in changed.items()}
            row = upsert(connection, guild).values(id=guild_id, **known)
            connection.execute(row.on_conflict_do_update(index_elements=["id"], set_=known))
            return _settings(connection, guild_id)

    def forget(self, guild_id: int) -> None:
        """Back to the defaults."""
        with self._database.writing() as connection:
            connection.execute(sql.delete(guild).where(guild.c.id == guild_id))


def _settings(connection: sql.Connection, guild_id: int) -> GuildSettings:
    row = connection.execute(sql.select(guild).where(guild.c.id == guild_id)).one_or_none()
    if row is None:
        return DEFAULTS
    return GuildSettings(
        lang=row.lang,
        private=row.private,
        quotes=row.quotes,
        feedback=row.feedback,
        open_channels=frozenset(row.open_channels),
        reindex_roles=frozenset(row.reindex_roles),
        team_channel=row.team_channel,
        team_role=row.team_role,
        team_weak=row.team_weak,
    )


def _columns(settings: GuildSettings) -> dict[str, Any]:
    return {name: _plain(getattr(settings, name)) for name in GuildSettings.__slots__}


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value
