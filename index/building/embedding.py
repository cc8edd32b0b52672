"""Passages encoded for a new generation: what is already known is kept, only the others are encoded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.building.encoded import Encoded, EncodedSoFar
from index.encoder.encoder import Encoder
from index.encoder.pieces import PassagePieces
from index.generation.generation import Generation
from index.generation.manifest import DamagedGenerationError
from index.generation.store import GenerationStore

AT_A_TIME: Final = 128
"""Texts encoded before they are kept: what a kill can cost, some two seconds."""

Known = Callable[[Sequence[str]], dict[str, Encoded]]
"""What is known of the texts with some keys."""


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
    known_by: Iterable[Known],
    so_far: EncodedSoFar,
    done: Callable[[int, int], None],
    is_unchanged: Callable[[], bool] = lambda: True,
) -> Embedding:
    """Vectors of ``texts``, as they are ``known_by`` what the same model has encoded, the others encoded and kept in
    ``so_far`` as they come, unless the model was changed before they began.

    ``done(n, total)`` tells how many of the missing ones are encoded.
    """
    keys = tuple(vector_key(encoder.model.passage_prompt + text) for text in texts)
    known: dict[str, Encoded] = {}
    missing = dict(zip(keys, texts, strict=True))
    for known_of in known_by:
        if not missing:
            break
        found = known_of(list(missing))
        known.update(found)
        missing = {key: text for key, text in missing.items() if key not in found}
    is_sure = False
    for place, encoded in enumerate(_encoded(missing, encoder, done)):
        is_sure = is_unchanged() if place == 0 else is_sure  # by now the model is loaded, and can't change any more
        if is_sure:
            so_far.keep(encoded)
        known.update(encoded)
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


def known_in(generation: Generation, fingerprint: str) -> Known:
    """What the model of that ``fingerprint`` has encoded for ``generation``."""

    def known(keys: Sequence[str]) -> dict[str, Encoded]:
        if generation.manifest.model.fingerprint != fingerprint:
            return {}
        rows = generation.texts.rows_with(keys)
        vectors = generation.vectors.vectors(np.fromiter(rows.values(), dtype=np.int64, count=len(rows)))
        pieces = [generation.pieces.of(row) if generation.pieces else None for row in rows.values()]
        return dict(zip(rows, map(Encoded, vectors, pieces), strict=True))

    return known


def known_in_others(store: GenerationStore, but: int | None, fingerprint: str, opened: ExitStack) -> Iterator[Known]:
    """What the model of that ``fingerprint`` has encoded for each other generation than ``but``, newest first; one is
    opened, until ``opened`` closes, only if it has any of the texts."""

    def in_number(number: int) -> Known:
        def known(keys: Sequence[str]) -> dict[str, Encoded]:
            if not store.may_have(number, keys, fingerprint):
                return {}
            try:
                generation = store.open(number)
            except DamagedGenerationError:
                return {}
            opened.callback(generation.close)
            return known_in(generation, fingerprint)(keys)

        return known

    return (in_number(number) for number in store.numbers() if number != but)


def _encoded(texts: dict[str, str], encoder: Encoder, done: Callable[[int, int], None]) -> Iterator[dict[str, Encoded]]:
    """``texts`` by key, encoded some at a time, those of a length together."""
    if texts:
        done(0, len(texts))
    by_length = sorted(texts, key=lambda key: len(texts[key]))
    for start in range(0, len(by_length), AT_A_TIME):
        keys = by_length[start : start + AT_A_TIME]

        def told(count: int, before: int = start) -> None:
            done(before + count, len(texts))

        encoded = encoder.passages([texts[key] for key in keys], told)
        pieces: Sequence[PassagePieces | None] = encoded.pieces or [None] * len(keys)
        yield dict(zip(keys, map(Encoded, encoded.vectors, pieces), strict=True))
