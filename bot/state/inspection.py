"""A look at the database without opening it for good: whether it is whole, and whether its tables are of today."""

from __future__ import annotations

from enum import StrEnum
from importlib import resources
from pathlib import Path

import sqlalchemy as sql
from sqlalchemy.exc import SQLAlchemyError

from bot.state.database import FILE, StateUnusable


class Tables(StrEnum):
    """How the tables stand beside this program."""

    TO_COME = "to-come"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"


def inspected(url: str | None, data_dir: Path) -> Tables:
    """How the tables of the database at ``url``, else of the file in ``data_dir``, stand; nothing is written, and an
    older one is not migrated. Raises StateUnusable when it is damaged or can't be reached."""
    path = data_dir / FILE
    if url is None and not path.is_file():
        return Tables.TO_COME
    try:
        address = sql.make_url(url) if url is not None else sql.URL.create("sqlite", database=str(path))
        engine = sql.create_engine(address)
        try:
            with engine.connect() as connection:
                return _inspected(connection)
        finally:
            engine.dispose()
    except (SQLAlchemyError, OSError, ImportError) as error:
        cause = getattr(error, "orig", None) or error
        raise StateUnusable(" ".join(str(cause).split()) or type(error).__name__) from error


def _inspected(connection: sql.Connection) -> Tables:
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if found != "ok":
            raise StateUnusable(" ".join(str(found).split()))
    now = MigrationContext.configure(connection).get_current_revision()
    if now is None:
        return Tables.TO_COME
    script = ScriptDirectory(str(resources.files("bot.state") / "migrations"))
    if now == script.get_current_head():
        return Tables.CURRENT
    return Tables.OLDER if now in {each.revision for each in script.walk_revisions()} else Tables.NEWER
