"""Opening the database: an SQLite file unless the operator names a server, migrated to the newest tables."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sql
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

Clock = Callable[[], float]
"""Seconds since 1970."""

FILE: Final = "state.sqlite"
_BUSY: Final = 10.0
"""Seconds a statement waits for another process that writes."""
_WRITES: Final = "writes"
_MIGRATING: Final = 0x50757263
"""The number of the lock that one process holds on a PostgreSQL server while it migrates."""


class StateUnusable(Exception):
    """The database can't be opened; ``reason`` is one line for the operator, without the address or a password."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Database:
    """A migrated database, for any thread and beside other processes."""

    def __init__(self, engine: sql.Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def now(self) -> int:
        """The moment, in whole seconds since 1970."""
        return int(self._clock())

    @contextmanager
    def reading(self) -> Iterator[sql.Connection]:
        """A transaction that only reads."""
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sql.Connection]:
        """A transaction that writes: all of it or nothing, whatever happens to the process."""
        with self._engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()


def open_database(url: str | None, data_dir: Path, clock: Clock = time.time) -> Database:
    """The database at ``url`` (SQLAlchemy's notation), else the file in ``data_dir``. Raises StateUnusable."""
    try:
        if url is None:
            data_dir.mkdir(parents=True, exist_ok=True)
        address = sql.make_url(url) if url is not None else sql.URL.create("sqlite", database=str(data_dir / FILE))
        engine = _engine(address)
        try:
            _migrate(engine)
        except BaseException:
            engine.dispose()
            raise
    except (SQLAlchemyError, OSError, ImportError) as error:
        raise StateUnusable(_reason(error)) from error
    return Database(engine, clock)


def upsert(connection: sql.Connection, table: sql.Table) -> Any:
    """An insert that can say what happens when the row is there already, as this database words it."""
    return (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)


def _engine(address: sql.URL) -> sql.Engine:
    if address.get_backend_name() != "sqlite":
        return sql.create_engine(address, pool_pre_ping=True)
    engine = sql.create_engine(address, connect_args={"timeout": _BUSY})
    sql.event.listen(engine, "connect", _set_up_sqlite)
    sql.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # The driver would begin transactions by itself, later than one that reads before it writes can bear.
    connection.isolation_level = None
    for pragma in ("foreign_keys = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    deadline = time.monotonic() + _BUSY
    while True:  # a change of the journal doesn't wait for other processes by itself
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except connection.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _begin_sqlite(connection: sql.Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: sql.Engine) -> None:
    """Bring the tables up to date, one process at a time."""
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(resources.files("bot.state") / "migrations").replace("%", "%%"))
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(sql.select(sql.func.pg_advisory_xact_lock(_MIGRATING)))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:  # tables of a newer version than this program's
            raise StateUnusable(_reason(error)) from error


def _reason(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    return " ".join(str(cause).split()) or type(error).__name__
