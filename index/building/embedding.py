"""Passages encoded for a new generation: what is already known is kept, only the others are encoded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.encoder.encoder import Encoder
from index.encoder.pieces import PassagePieces
from index.generation.generation import Generation


@dataclass(frozen=True, slots=True)
class Embedding:
    """The vectors of some texts, shape (texts, dimensions), their pieces (of none, if the model does not tell them),
    their keys, and how many had to be encoded."""

    vectors: NDArray[np.float32]
    pieces: Sequence[PassagePieces]
    keys: tuple[str, ...]
    encoded: int


def embed(
    texts: Sequence[str],
    encoder: Encoder,
    known_in: Iterable[Generation],
    done: Callable[[int, int], None],
) -> Embedding:
    """Vectors of ``texts``, taken from the generations ``known_in`` when the same model has encoded the same text.

    ``done(n, total)`` tells how many of the missing ones are encoded.
    """
    keys = tuple(vector_key(encoder.model.passage_prompt + text) for text in texts)
    known = _known(frozenset(keys), encoder.model.fingerprint, known_in)
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if missing:
        done(0, len(missing))
        encoded = encoder.passages(list(missing.values()), lambda n: done(n, len(missing)))
        pieces: Sequence[PassagePieces | None] = encoded.pieces or [None] * len(missing)
        known.update(zip(missing, map(_Known, encoded.vectors, pieces), strict=True))
    if not keys:
        return Embedding(np.empty((0, 1), dtype=np.float32), (), (), 0)
    told = [known[key].pieces for key in keys]
    return Embedding(
        vectors=np.stack([known[key].vector for key in keys]),
        pieces=[each for each in told if each is not None],
        keys=keys,
        encoded=len(missing),
    )


def vector_key(text: str) -> str:
    """The name under which the vector of ``text`` is kept: the same text has the same vector."""
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one text."""

    vector: NDArray[np.float32]
    pieces: PassagePieces | None


def _known(wanted: frozenset[str], fingerprint: str, generations: Iterable[Generation]) -> dict[str, _Known]:
    known: dict[str, _Known] = {}
    for generation in generations:
        if generation.manifest.model.fingerprint != fingerprint:
            continue
        rows = {key: row for row, key in enumerate(generation.texts.vector_keys()) if key in wanted - known.keys()}
        vectors = generation.vectors.vectors(np.fromiter(rows.values(), dtype=np.int64, count=len(rows)))
        pieces = [generation.pieces.of(row) if generation.pieces else None for row in rows.values()]
        known.update(zip(rows, map(_Known, vectors, pieces), strict=True))
    return known
