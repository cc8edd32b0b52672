"""Files in a database, cut into chunks, each chunk once: what a generation changed of a file is all that is added.

A file is a list of the SHA-256 of its chunks; those that read it take chunks as they need them and keep the last few.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sql
from cachetools import LRUCache
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from index.faults import EngineFault, FaultCode
from index.generation.manifest import FileStamp

CHUNK: Final = 16_384
"""Bytes: four pages of SQLite, the pieces of four passages."""
AT_A_TIME: Final = 64
"""Chunks in one statement: a megabyte."""
AHEAD: Final = 16
"""Chunks fetched with one that follows the one before it: whoever reads on is spared the way."""
KEPT_BYTES: Final = 64 << 20
"""Bytes of chunks that are kept at hand."""
TRY_AGAIN: Final = 2.0
"""Seconds for which a database that was lost is not asked again, so that no question waits for what another missed."""
SCHEMA: Final = "sourcier_index"
_DIGEST: Final = 32
_NO_SUCH_TABLE: Final = "42P01"
"""PostgreSQL's word where nothing has been published yet."""

metadata = sql.MetaData(schema=SCHEMA)
chunk = sql.Table(
    "chunk",
    metadata,
    sql.Column("digest", sql.LargeBinary(_DIGEST), primary_key=True),
    sql.Column("content", sql.LargeBinary, nullable=False),
)
file = sql.Table(
    "file",
    metadata,
    sql.Column("sha256", sql.String(64), primary_key=True),
    sql.Column("chunks", sql.LargeBinary, nullable=False),
)


def lay(connection: sql.Connection, path: Path, stamp: FileStamp) -> int | None:
    """Put the file at ``path``, of that ``stamp``, into the database, unless it is there; how many bytes were not there
    yet, None when the file is not as it was stamped."""
    if connection.scalar(sql.select(file.c.sha256).where(file.c.sha256 == stamp.sha256)) is not None:
        return 0
    whole, digests, added = hashlib.sha256(), [], 0
    with path.open("rb") as read:
        while contents := [piece for _ in range(AT_A_TIME) if (piece := read.read(CHUNK))]:
            for content in contents:
                whole.update(content)
            its = {hashlib.sha256(content).digest(): content for content in contents}
            digests += [hashlib.sha256(content).digest() for content in contents]
            there = set(connection.scalars(sql.select(chunk.c.digest).where(chunk.c.digest.in_(its))))
            new = [{"digest": digest, "content": content} for digest, content in its.items() if digest not in there]
            if new:
                connection.execute(sql.insert(chunk), new)
                added += sum(len(one["content"]) for one in new)
            connection.commit()
    if whole.hexdigest() != stamp.sha256:
        return None
    connection.execute(sql.insert(file), {"sha256": stamp.sha256, "chunks": b"".join(digests)})
    connection.commit()
    return added


def drop_others(connection: sql.Connection, needed: Iterable[str]) -> None:
    """Drop all files but those ``needed``, by their SHA-256, and the chunks that no file has."""
    kept = set(needed)
    gone = [each for each in connection.scalars(sql.select(file.c.sha256)) if each not in kept]
    for some in _batches(gone):
        connection.execute(sql.delete(file).where(file.c.sha256.in_(some)))
    used = {digest for its in connection.scalars(sql.select(file.c.chunks)) for digest in _split(its)}
    unused = [each for each in connection.scalars(sql.select(chunk.c.digest)) if each not in used]
    for some in _batches(unused):
        connection.execute(sql.delete(chunk).where(chunk.c.digest.in_(some)))


class ChunkReader:
    """Reads chunks, and keeps the last few; safe to use from any thread."""

    def __init__(self, engine: sql.Engine, name: str) -> None:
        """``name`` is told when the database is lost or what it holds is damaged."""
        self._engine = engine
        self.name = name
        self._lock = threading.Lock()
        self._kept: LRUCache[bytes, bytes] = LRUCache(KEPT_BYTES, getsizeof=len)
        self._not_before = 0.0

    def ask(self, statement: sql.Select[Any]) -> Sequence[sql.Row[Any]]:
        """The rows of ``statement``. Raises EngineFault(INDEX_LOST) when the database fails, or has just failed."""
        if time.monotonic() < self._not_before:
            raise EngineFault(FaultCode.INDEX_LOST, path=self.name)
        try:
            return self._asked(statement)
        except (SQLAlchemyError, OSError) as error:
            self._not_before = time.monotonic() + TRY_AGAIN
            raise EngineFault(FaultCode.INDEX_LOST, path=self.name) from error

    def chunks(self, digests: Sequence[bytes]) -> list[bytes]:
        """The chunks of these ``digests``, in order, checked. Raises EngineFault: INDEX_LOST, PUBLISHED_DAMAGED."""
        with self._lock:
            found = {digest: self._kept[digest] for digest in digests if digest in self._kept}
        lacking = [digest for digest in dict.fromkeys(digests) if digest not in found]
        for some in _batches(lacking):
            found.update(zip(some, self._fetched(some), strict=True))
        with self._lock:
            self._kept.update((digest, found[digest]) for digest in lacking)
        return [found[digest] for digest in digests]

    def in_batches(self, digests: bytes) -> Iterator[list[bytes]]:
        """As :meth:`chunks`, for a whole file; nothing of it is kept."""
        for some in _batches([*_split(digests)]):
            yield self._fetched(some)

    def digests_of(self, sha256: str) -> bytes | None:
        """The digests of the chunks of a file, one after the other; None when there is no such file."""
        rows = self.ask(sql.select(file.c.chunks).where(file.c.sha256 == sha256))
        return rows[0][0] if rows else None

    def _fetched(self, digests: Sequence[bytes]) -> list[bytes]:
        rows = self.ask(sql.select(chunk).where(chunk.c.digest.in_(set(digests))))
        found: dict[bytes, bytes] = {row.digest: row.content for row in rows}
        if any(digest not in found or hashlib.sha256(found[digest]).digest() != digest for digest in digests):
            raise EngineFault(FaultCode.PUBLISHED_DAMAGED, path=self.name)
        return [found[digest] for digest in digests]

    def _asked(self, statement: sql.Select[Any]) -> Sequence[sql.Row[Any]]:
        for is_last in (False, True):
            try:
                with self._engine.connect() as connection:
                    return connection.execute(statement).all()
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) == _NO_SUCH_TABLE:
                    return []
                if is_last or not error.connection_invalidated:
                    raise  # else a connection that had ended long ago
        raise AssertionError


class StoredFile:
    """As :class:`index.machine.far.FarFile`: a file of chunks."""

    def __init__(self, reader: ChunkReader, stamp: FileStamp) -> None:
        self._reader = reader
        self._stamp = stamp
        self._lock = threading.Lock()
        self._digests: bytes | None = None
        self._next = 0

    @property
    def size(self) -> int:
        """As :attr:`index.machine.far.FarFile.size`."""
        return self._stamp.bytes

    def read(self, start: int, amount: int) -> bytes:
        """As :meth:`index.machine.far.FarFile.read`."""
        end = min(start + amount, self.size)
        if end <= start:
            return b""
        first, last = start // CHUNK, (end - 1) // CHUNK
        with self._lock:
            reads_on, self._next = first == self._next and first > 0, last + 1
        asked = _of(self._all_digests(), first, last + 1 + (AHEAD if reads_on else 0))
        content = b"".join(self._reader.chunks(asked)[: last + 1 - first])
        return content[start - first * CHUNK : end - first * CHUNK]

    def _all_digests(self) -> bytes:
        with self._lock:
            if self._digests is None:
                self._digests = self._reader.digests_of(self._stamp.sha256)
            if self._digests is None:
                raise EngineFault(FaultCode.PUBLISHED_DAMAGED, path=self._reader.name)
            return self._digests


def _of(digests: bytes, first: int, stop: int) -> list[bytes]:
    return list(_split(digests[first * _DIGEST : stop * _DIGEST]))


def _split(digests: bytes) -> Iterator[bytes]:
    return (digests[at : at + _DIGEST] for at in range(0, len(digests), _DIGEST))


def _batches(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + AT_A_TIME] for at in range(0, len(values), AT_A_TIME))
