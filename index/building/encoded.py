"""What is encoded for a generation that is not there yet: kept as it comes, so that nothing is encoded twice when the
re-index is killed. It lies beside the generations and goes when one has it all.

Each row carries a checksum: after a power cut, what did not reach the disk whole counts as not encoded.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.encoder.pieces import PassagePieces

PREFIX: Final = "encoded-"
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS encoded (
    key TEXT PRIMARY KEY, vector BLOB NOT NULL, pieces BLOB, starts BLOB, checksum INTEGER NOT NULL
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Encoded:
    """The vector of a text and its pieces, if the model tells them."""

    vector: NDArray[np.float32]
    pieces: PassagePieces | None


class EncodedSoFar:
    """What one model has encoded since the last generation was made."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        """``folder`` is that of the generations, ``fingerprint`` the model's."""
        self._folder = folder
        self._path = folder / f"{PREFIX}{fingerprint}.sqlite"

    def found(self, keys: Iterable[str]) -> dict[str, Encoded]:
        """What is kept of the texts with these ``keys``; nothing when it can't be read."""
        if not self._path.exists():
            return {}
        query = "SELECT * FROM encoded WHERE key IN (SELECT value FROM json_each(?))"
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(self._path)) as database:
            rows = database.execute(query, (json.dumps(list(keys)),))
            return {key: _encoded(*blobs) for key, *blobs, checksum in rows if checksum == _checksum(blobs)}
        return {}

    def keep(self, encoded: Mapping[str, Encoded]) -> None:
        """Keep what was ``encoded``, by key. Raises sqlite3.OperationalError when the disk is full."""
        try:
            write_encoded(self._path, encoded)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:  # what a power cut left of it
            self._path.unlink()
            write_encoded(self._path, encoded)

    def drop(self) -> None:
        """Forget all that is kept, of whichever model."""
        for path in self._folder.glob(f"{PREFIX}*"):
            with suppress(OSError):
                path.unlink()


def write_encoded(path: Path, encoded: Mapping[str, Encoded]) -> None:
    """Add what was ``encoded``, by key, to the file ``path``. Raises sqlite3.DatabaseError when it can't be."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA synchronous = OFF")  # a kill takes nothing; for the rest there are checksums
        database.execute(_SCHEMA)
        rows = ((key, _blobs(its)) for key, its in encoded.items())
        database.executemany(
            "INSERT OR REPLACE INTO encoded VALUES (?, ?, ?, ?, ?)",
            ((key, *blobs, _checksum(blobs)) for key, blobs in rows),
        )


def encoded_in(database: sqlite3.Connection, at_a_time: int) -> Iterator[tuple[dict[str, Encoded], int]]:
    """All that is kept in ``database``, by key, ``at_a_time`` rows, and how many rows these are: damaged ones are
    left out. Raises sqlite3.DatabaseError, ValueError."""
    rows = database.execute("SELECT * FROM encoded ORDER BY key")
    while some := rows.fetchmany(at_a_time):
        whole = {key: _encoded(*blobs) for key, *blobs, checksum in some if checksum == _checksum(blobs)}
        yield whole, len(some)


def _blobs(encoded: Encoded) -> tuple[bytes, bytes | None, bytes | None]:
    pieces = encoded.pieces
    if pieces is None:
        return encoded.vector.tobytes(), None, None
    return encoded.vector.tobytes(), pieces.vectors.tobytes(), pieces.starts.tobytes()


def _encoded(vector: bytes, pieces: bytes | None, starts: bytes | None) -> Encoded:
    told = np.frombuffer(vector, dtype=np.float32)
    if pieces is None or starts is None:
        return Encoded(told, None)
    places = np.frombuffer(starts, dtype=np.int32)
    vectors = np.frombuffer(pieces, dtype=np.int8).reshape(len(places), -1) if len(places) else _NO_PIECES
    return Encoded(told, PassagePieces(vectors, places))


def _checksum(blobs: Sequence[bytes | None]) -> int:
    return zlib.crc32(b"\0".join(blob or b"" for blob in blobs))


_NO_PIECES: Final = np.empty((0, 0), dtype=np.int8)
