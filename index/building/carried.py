"""Vectors carried from one machine to another: those of a generation in one file, and from there beside the generations
of another base, whose next re-index finds them as if it had encoded them itself.

A vector goes by the digest of the text that was encoded, so the two machines need the same model and the same articles,
nothing else; what the file has of other articles is not used.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import numpy as np

from index.building.encoded import Encoded, EncodedSoFar, encoded_in, write_encoded
from index.faults import EngineFault, FaultCode
from index.generation.generation import Generation
from index.generation.manifest import ModelStamp
from index.generation.store import GenerationStore
from index.report import Progress, Stage

AT_A_TIME: Final = 2048
"""Texts written at once."""
UNIT: Final = 0.01
"""How far the length of a vector may be from 1, or from 0 for a text that says nothing to the model."""
_MODEL: Final = "CREATE TABLE model (name TEXT NOT NULL, fingerprint TEXT NOT NULL, dimensions INTEGER NOT NULL)"


def carry_out(generation: Generation, path: Path, progress: Progress) -> int:
    """Write the vectors of ``generation`` into ``path``, in the place of what is there; how many texts they are of.

    Raises EngineFault(VECTORS_UNWRITABLE).
    """
    unfinished = path.with_name(f".new-{path.name}")
    try:
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as database, database:
            database.execute(_MODEL)
            model = generation.manifest.model
            database.execute("INSERT INTO model VALUES (?, ?, ?)", (model.name, model.fingerprint, model.dimensions))
        done, total = 0, generation.manifest.passages
        for some in _encoded_of(generation):
            write_encoded(unfinished, some)
            done += len(some)
            progress(Stage.WRITE, done, total)
        unfinished.replace(path)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        raise EngineFault(FaultCode.VECTORS_UNWRITABLE, path=str(path), reason=reason) from error
    return done


def bring_home(path: Path, store: GenerationStore, wanted: str, wanted_name: str, progress: Progress) -> int:
    """Keep the vectors in ``path`` for the next re-index of ``store`` with the model of fingerprint ``wanted``; of how
    many texts they are.

    Raises EngineFault: VECTORS_UNREADABLE, VECTORS_OTHER_MODEL, REINDEX_RUNNING, DATA_UNWRITABLE.
    """
    made_with = _model_of(path)
    if made_with.fingerprint != wanted:
        raise EngineFault(FaultCode.VECTORS_OTHER_MODEL, path=str(path), made_with=made_with.name, wanted=wanted_name)
    with store.writing():
        so_far = EncodedSoFar(store.folder, wanted)
        done = 0
        for some, total in _readable(path, made_with.dimensions):
            so_far.keep(some)
            done += len(some)
            progress(Stage.WRITE, done, total)
    return done


def _encoded_of(generation: Generation) -> Iterator[dict[str, Encoded]]:
    """What is encoded in ``generation``, by key, some at a time; a text that several passages have comes once."""
    for start in range(0, generation.manifest.passages, AT_A_TIME):
        rows = generation.texts.keys_from(start, AT_A_TIME)
        vectors = generation.vectors.vectors(np.fromiter(rows.values(), dtype=np.int64, count=len(rows)))
        pieces = [generation.pieces.of(row) if generation.pieces else None for row in rows.values()]
        yield dict(zip(rows, map(Encoded, vectors, pieces), strict=True))


def _model_of(path: Path) -> ModelStamp:
    try:
        with closing(_opened(path)) as database:
            (model,) = database.execute("SELECT name, fingerprint, dimensions FROM model").fetchall()
            return ModelStamp(str(model[0]), str(model[1]), int(model[2]))
    except (OSError, sqlite3.Error, ValueError) as error:
        raise EngineFault(FaultCode.VECTORS_UNREADABLE, path=str(path)) from error


def _readable(path: Path, dimensions: int) -> Iterator[tuple[dict[str, Encoded], int]]:
    """What ``path`` holds, some at a time, and how much that is in all; VECTORS_UNREADABLE where it is damaged."""
    try:
        with closing(_opened(path)) as database:
            (total,) = database.execute("SELECT count(*) FROM encoded").fetchone()
            for some, rows in encoded_in(database, AT_A_TIME):
                if len(some) < rows or not all(_is_sound(one, dimensions) for one in some.values()):
                    raise EngineFault(FaultCode.VECTORS_UNREADABLE, path=str(path))
                yield some, total
    except (OSError, sqlite3.Error, ValueError) as error:
        raise EngineFault(FaultCode.VECTORS_UNREADABLE, path=str(path)) from error


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _is_sound(encoded: Encoded, dimensions: int) -> bool:
    length = float(np.linalg.norm(encoded.vector))
    return encoded.vector.shape == (dimensions,) and min(abs(length - 1), abs(length)) < UNIT
