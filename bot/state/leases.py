"""Whose turn it is to make an index, among machines that share the database.

A turn is a row that its holder renews; one whose holder died runs out by itself. Moments are told by the database's own
clock, so that those of the machines may differ.
"""

from __future__ import annotations

import logging
import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import sqlalchemy as sql
from sqlalchemy.exc import SQLAlchemyError

from bot.state.database import Database, StateUnusable, open_database, upsert
from bot.state.tables import lease
from index.faults import EngineFault, FaultCode

LASTS: Final = 60
"""Seconds for which a turn is held without being renewed."""
LOOK_EVERY: Final = 2.0
"""Seconds between two looks of one that waits."""

_log = logging.getLogger(__name__)

Check = Callable[[], None]
"""Raises EngineFault(TURN_LOST) when the turn is not held any more."""


class Leases:
    """The turns in one database, opened when first needed; safe to use from any thread."""

    def __init__(self, url: str, data_dir: Path, lasts: int = LASTS) -> None:
        self._url = url
        self._data_dir = data_dir
        self._lasts = lasts
        self._lock = threading.Lock()
        self._database: Database | None = None

    @contextmanager
    def held(self, name: str, wait: bool) -> Iterator[Check]:
        """Hold the turn called ``name``, after whoever holds it with ``wait``.

        Raises EngineFault: INDEXING_ELSEWHERE (with ``holder`` and ``since``), TURN_LOST when the database is (with its
        ``reason``).
        """
        token, ended = secrets.token_hex(8), threading.Event()
        while (fault := self._take(name, token)) is not None:
            if not wait:
                raise fault
            ended.wait(LOOK_EVERY)
        lost = threading.Event()
        renewing = threading.Thread(target=self._renew, args=(name, token, ended, lost), name="lease", daemon=True)
        renewing.start()

        def check() -> None:
            if lost.is_set():
                raise EngineFault(FaultCode.TURN_LOST, reason="–")

        try:
            yield check
        finally:
            ended.set()
            renewing.join()
            self._give_back(name, token)

    def close(self) -> None:
        """Give the connections back."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    def _take(self, name: str, token: str) -> EngineFault | None:
        """Take the turn, unless another holds it, which is told."""
        try:
            with self._opened().writing() as connection:
                now = _now(connection)
                row = {"name": name, "holder": socket.gethostname()[:255], "token": token, "since": now}
                row["until"] = now + self._lasts
                taking = upsert(connection, lease).values(row)
                free = lease.c.until <= now
                connection.execute(taking.on_conflict_do_update(index_elements=["name"], set_=row, where=free))
                held = connection.execute(sql.select(lease).where(lease.c.name == name)).one()
        except (StateUnusable, SQLAlchemyError) as error:
            raise EngineFault(FaultCode.TURN_LOST, reason=_reason(error)) from error
        if held.token == token:
            return None
        since = datetime.fromtimestamp(held.since, UTC).isoformat(timespec="seconds")
        return EngineFault(FaultCode.INDEXING_ELSEWHERE, holder=held.holder, since=since)

    def _renew(self, name: str, token: str, ended: threading.Event, lost: threading.Event) -> None:
        while not ended.wait(self._lasts / 4):
            try:
                with self._opened().writing() as connection:
                    until = _now(connection) + self._lasts
                    its = (lease.c.name == name) & (lease.c.token == token)
                    if not connection.execute(sql.update(lease).where(its).values(until=until)).rowcount:
                        lost.set()
                        return
            except (StateUnusable, SQLAlchemyError) as error:
                _log.warning("the turn to index could not be renewed: %s", _reason(error))

    def _give_back(self, name: str, token: str) -> None:
        try:
            with self._opened().writing() as connection:
                connection.execute(sql.delete(lease).where((lease.c.name == name) & (lease.c.token == token)))
        except (StateUnusable, SQLAlchemyError) as error:
            _log.warning("the turn to index runs out by itself: %s", _reason(error))

    def _opened(self) -> Database:
        with self._lock:
            if self._database is None:
                self._database = open_database(self._url, self._data_dir)
            return self._database


def _now(connection: sql.Connection) -> int:
    told = connection.scalar(
        sql.select(sql.func.extract("epoch", sql.func.now()))
        if connection.dialect.name == "postgresql"
        else sql.select(sql.func.strftime("%s", "now"))
    )
    return int(told)


def _reason(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    return " ".join(str(cause).split())[:200] or type(error).__name__
