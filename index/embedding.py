"""Passage vectors for a new generation: those already known are kept, only the others are encoded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.encoder.encoder import Encoder
from index.generation.generation import Generation


@dataclass(frozen=True, slots=True)
class Embedding:
    """The vectors of some texts, shape (texts, dimensions), their keys, and how many had to be encoded."""

    vectors: NDArray[np.float32]
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
    known = _known_vectors(frozenset(keys), encoder.model.fingerprint, known_in)
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if missing:
        done(0, len(missing))
        encoded = encoder.passages(list(missing.values()), lambda n: done(n, len(missing)))
        known.update(zip(missing, encoded, strict=True))
    if not keys:
        return Embedding(np.empty((0, 1), dtype=np.float32), (), 0)
    return Embedding(np.stack([known[key] for key in keys]), keys, len(missing))


def vector_key(text: str) -> str:
    """The name under which the vector of ``text`` is kept: the same text has the same vector."""
    return hashlib.sha256(text.encode()).hexdigest()


def _known_vectors(
    wanted: frozenset[str], fingerprint: str, generations: Iterable[Generation]
) -> dict[str, NDArray[np.float32]]:
    known: dict[str, NDArray[np.float32]] = {}
    for generation in generations:
        if generation.manifest.model.fingerprint != fingerprint:
            continue
        rows = {key: row for row, key in enumerate(generation.texts.vector_keys()) if key in wanted - known.keys()}
        found = generation.vectors.vectors(np.fromiter(rows.values(), dtype=np.int64, count=len(rows)))
        known.update(zip(rows, found, strict=True))
    return known
