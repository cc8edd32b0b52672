"""A database in which one machine lays its generations for others to take, and to read in place: their texts, word
pieces and events need not be copied to machines that answer.

schema sourcier_index
  chunk, file   files by their SHA-256, in chunks that all files share (:mod:`index.publishing.chunks`)
  generation    manifests; ``until`` is when another took over, nothing for the one to take

The one to take changes in one transaction, after all it needs is there. A generation that was replaced stays for an
hour at least, for whoever still answers from it.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import sqlalchemy as sql
from sqlalchemy.exc import SQLAlchemyError

from index.faults import EngineFault, FaultCode
from index.generation.generation import Generation
from index.generation.manifest import MANIFEST, DamagedGenerationError, FileStamp, parse_manifest
from index.publishing.chunks import SCHEMA, ChunkReader, StoredFile, drop_others, lay, metadata
from index.publishing.published import Pointed, parse_published, refuse_far
from index.report import Progress, Publication, Stage

BUDGET: Final = 2
"""Seconds that a question gives the database in one call."""
GRACE: Final = 3600
"""Seconds for which a generation that was replaced stays."""
_PUBLISHING: Final = 0x736F7572
"""The number of the lock that the one process holds that publishes."""

published = sql.Table(
    "generation",
    metadata,
    sql.Column("digest", sql.String(64), primary_key=True),
    sql.Column("number", sql.Integer, nullable=False),
    sql.Column("manifest", sql.LargeBinary, nullable=False),
    sql.Column("until", sql.BigInteger),
)


class PublishedDatabase:
    """As :class:`index.publishing.published.Published`: the generations laid out in a database; safe to use from any
    thread. Nothing is connected to before it is needed."""

    is_read_in_place: Final = True

    def __init__(self, url: str) -> None:
        """``url`` is in SQLAlchemy's notation. Raises EngineFault(INDEX_DRIVER_MISSING)."""
        address = sql.make_url(url)
        self.name = f"{address.get_backend_name()}://{address.host or ''}/{address.database or ''}"
        try:
            self._reading = _engine(address, BUDGET)
            self._writing = _engine(address, None)
        except ImportError as error:
            raise EngineFault(FaultCode.INDEX_DRIVER_MISSING) from error
        self._reader = ChunkReader(self._reading, self.name)

    def publish(self, generation: Generation, keep: int, progress: Progress) -> Publication:
        """As :meth:`index.publishing.published.Published.publish`."""
        files = generation.manifest.files
        refuse_far(generation, self.name)
        content = (generation.folder / MANIFEST).read_bytes()
        copied = 0
        with self._publishing() as connection:
            for place, (name, stamp) in enumerate(files.items()):
                progress(Stage.WRITE, place, len(files))
                added = lay(connection, generation.folder / name, stamp)
                if added is None:
                    raise EngineFault(FaultCode.GENERATION_DAMAGED, number=generation.number)
                copied += added
            _point_to(connection, generation.number, content)
            _drop_old(connection, keep)
            connection.commit()
            progress(Stage.WRITE, len(files), len(files))
        return Publication(generation.number, len(files), sum(stamp.bytes for stamp in files.values()), copied)

    def pointed(self) -> Pointed:
        """As :meth:`index.publishing.published.Published.pointed`."""
        rows = self._reader.ask(sql.select(published).where(published.c.until.is_(None)))
        if not rows:
            raise EngineFault(FaultCode.PUBLISHED_NOTHING, path=self.name)
        number, content, digest = rows[0].number, rows[0].manifest, rows[0].digest
        if hashlib.sha256(content).hexdigest() != digest:
            raise EngineFault(FaultCode.PUBLISHED_DAMAGED, path=self.name)
        return Pointed(number, content, parse_published(content, number, self.name, self.name))

    def take(self, stamp: FileStamp, target: Path, number: int) -> None:
        """As :meth:`index.publishing.published.Published.take`."""
        digests = self._reader.digests_of(stamp.sha256)
        if digests is None:
            raise EngineFault(FaultCode.PUBLISHED_INCOMPLETE, path=self.name, number=number)
        whole = hashlib.sha256()
        with target.open("wb") as written:
            for chunks in self._reader.in_batches(digests):
                for content in chunks:
                    whole.update(content)
                    written.write(content)
        if whole.hexdigest() != stamp.sha256:
            raise EngineFault(FaultCode.PUBLISHED_DAMAGED, path=self.name)

    def file(self, stamp: FileStamp) -> StoredFile:
        """As :meth:`index.generation.far.FarFiles.file`."""
        return StoredFile(self._reader, stamp)

    def close(self) -> None:
        """Give the connections back."""
        self._reading.dispose()
        self._writing.dispose()

    @contextmanager
    def _publishing(self) -> Iterator[sql.Connection]:
        """A connection for the one process that publishes; what it has not committed is undone."""
        try:
            with self._writing.connect() as connection:
                if connection.dialect.name == "postgresql":
                    # held until the connection ends, however it does
                    if not connection.scalar(sql.select(sql.func.pg_try_advisory_lock(_PUBLISHING))):
                        raise EngineFault(FaultCode.PUBLISHING_RUNNING, path=self.name)
                    connection.execute(sql.schema.CreateSchema(SCHEMA, if_not_exists=True))
                metadata.create_all(connection)
                connection.commit()
                try:
                    yield connection
                finally:
                    connection.rollback()
                    connection.detach()
        except (SQLAlchemyError, OSError) as error:
            raise EngineFault(FaultCode.INDEX_LOST, path=self.name) from error


def _engine(address: sql.URL, budget: int | None) -> sql.Engine:
    """Connections to ``address``, each statement within ``budget`` seconds."""
    if address.get_backend_name() != "postgresql":
        return sql.create_engine(address).execution_options(schema_translate_map={SCHEMA: None})
    arguments: dict[str, str | int] = {"connect_timeout": BUDGET}
    if budget is not None:
        milliseconds = budget * 1000
        arguments |= {"options": f"-c statement_timeout={milliseconds}", "tcp_user_timeout": milliseconds}
    return sql.create_engine(address, connect_args=arguments, pool_size=8, pool_timeout=BUDGET)


def _point_to(connection: sql.Connection, number: int, content: bytes) -> None:
    """Say to take the generation of that manifest; for the one process that publishes."""
    digest = hashlib.sha256(content).hexdigest()
    others = (published.c.until.is_(None)) & (published.c.digest != digest)
    connection.execute(sql.update(published).where(others).values(until=int(time.time())))
    known = connection.execute(sql.update(published).where(published.c.digest == digest).values(until=None))
    if not known.rowcount:
        row = {"digest": digest, "number": number, "manifest": content, "until": None}
        connection.execute(sql.insert(published), row)


def _drop_old(connection: sql.Connection, keep: int) -> None:
    """Drop all but the ``keep`` last and those that were replaced just now."""
    rows = sorted(
        connection.execute(sql.select(published)).all(),
        key=lambda row: (row.until is not None, -(row.until or 0), -row.number),
    )
    stay = [row for place, row in enumerate(rows) if place < keep or row.until > time.time() - GRACE]
    connection.execute(sql.delete(published).where(published.c.digest.not_in([row.digest for row in stay])))
    needed: set[str] = set()
    for row in stay:
        with suppress(DamagedGenerationError):  # of another version: who reads it has what it needs
            needed |= {stamp.sha256 for stamp in parse_manifest(row.manifest, row.digest).files.values()}
    drop_others(connection, needed)
