"""Who did what, when, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sql

from bot.state.database import Database
from bot.state.tables import NO_GUILD, audit


@dataclass(frozen=True, slots=True)
class Act:
    """Something an admin did or tried; ``at`` in seconds since 1970, ``user_id`` None once forgotten or when it was
    no person of Discord. ``action``, ``detail`` and ``result`` are short codes and names."""

    at: int
    user_id: int | None
    guild_id: int | None
    action: str
    detail: str
    result: str


class AuditLog:
    """All acts, for as long as the operator keeps them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(
        self, user_id: int | None, guild_id: int | None, action: str, detail: str = "", result: str = "done"
    ) -> None:
        """Keep an act that happens now."""
        row = {"user_id": user_id, "guild_id": guild_id or NO_GUILD, "action": action, "detail": detail}
        with self._database.writing() as connection:
            connection.execute(sql.insert(audit).values(at=self._database.now(), **row, result=result))

    def latest(self, most: int, guild_id: int | None = None) -> tuple[Act, ...]:
        """At most ``most`` acts in one server, or anywhere, the last first."""
        found = sql.select(audit).order_by(audit.c.id.desc()).limit(most)
        if guild_id is not None:
            found = found.where(audit.c.guild_id == guild_id)
        with self._database.reading() as connection:
            return tuple(
                Act(row.at, row.user_id, row.guild_id or None, row.action, row.detail, row.result)
                for row in connection.execute(found)
            )
