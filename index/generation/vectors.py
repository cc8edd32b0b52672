"""Passage vectors in FAISS: inner product over unit vectors, so scores are cosines.

They lie in blocks, each with an index of its own. How a block is searched is chosen by how many vectors it has, when it
is written, and read from its file after that:

    FLAT      every vector compared; under 2 ms for 4,000 of 384 dimensions
    SCANNED   every vector compared in 8-bit codes: a quarter of the bytes, over ten times as fast
    PACKED    every vector compared in codes of 4 bits for two dimensions: a sixteenth of the bytes, several times as
              fast again (product quantisation, FAISS's "fast scan")

Codes only choose: the first ones, more of the coarser codes, are compared again with the vectors themselves, which stay
on disk beside the index and are read where they are needed. So the vectors given back are those that were put in,
whatever the kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.machine.arrays import mapped_array, save_array
from index.machine.blocks import Block, Growth, Placing, blocks_in, growth, write_blocks
from index.machine.threads import let_idle_threads_sleep

SCANNED_FROM: Final = 4_000
"""Vectors from which on a block is searched by codes; figures in ``benchmarks/vectors.py``."""
PACKED_FROM: Final = 8_192
"""Vectors from which on a block has the coarser codes, which are learnt from its own vectors."""
INDEX: Final = "index.faiss"
EXACT: Final = "exact.npy"

_BITS: Final = 4
_ROUNDS: Final = 10
_LEARNT_FROM: Final = 64
"""Of each of the sixteen codes, so many vectors; with four times as many, and all 25 rounds, no more were found."""

Floats = NDArray[np.float32]


class Kind(StrEnum):
    """How vectors are searched."""

    FLAT = "flat"
    SCANNED = "scanned"
    PACKED = "packed"


COMPARED_AGAIN: Final = {Kind.FLAT: 0, Kind.SCANNED: 100, Kind.PACKED: 500}
"""Vectors that codes choose more than are wanted: of the ten nearest, none was further down, and of the hundred next to
none (``benchmarks/vectors.py``)."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A block: its vectors, and the FAISS index that finds them."""

    exact: Floats
    index: Any

    @property
    def kind(self) -> Kind:
        """How it is searched."""
        if hasattr(self.index, "get_xb"):
            return Kind.FLAT
        return Kind.PACKED if hasattr(self.index, "pq") else Kind.SCANNED


class VectorIndex:
    """The vectors of all passages; a vector's place is its passage's row."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        self._parts = tuple(parts)
        self._placing = Placing([len(part.exact) for part in parts])

    @classmethod
    def build(cls, vectors: Floats) -> VectorIndex:
        """Index unit ``vectors`` of shape (passages, dimensions), in one block."""
        vectors = np.ascontiguousarray(vectors, dtype=np.float32)
        return cls([_Part(vectors, _made(vectors))])

    @classmethod
    def load(cls, folder: Path) -> VectorIndex:
        """The index that :meth:`save` or :meth:`save_grown` wrote; RuntimeError when FAISS can't read it."""
        return cls([_loaded(path) for path in blocks_in(folder)])

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, which is made; OSError when it can't be written whole."""
        self.save_grown(folder, growth(self._placing.sizes, np.empty(0, np.int64), []), np.empty((0, 1), np.float32))

    def save_grown(self, folder: Path, grown: Growth, new: Floats, before: Path | None = None) -> None:
        """Write the index, changed as ``grown`` says by ``new`` vectors, shape (new rows, dimensions), into ``folder``,
        which is made; ``before`` is where this one was loaded from."""

        def write(place: Path, block: Block) -> None:
            came = new[block.new_from : block.new_to]
            both = [some for some in (self.vectors(block.kept), came) if len(some)]
            vectors = np.ascontiguousarray(np.concatenate(both), dtype=np.float32)
            place.mkdir()
            save_array(place / EXACT, vectors)
            if kind_for(len(vectors), vectors.shape[1]) is not Kind.FLAT:
                faiss = _faiss()
                with (place / INDEX).open("wb") as file:  # FAISS would not notice that bytes don't reach a full disk
                    faiss.write_index(_made(vectors), faiss.PyCallbackIOWriter(file.write))

        write_blocks(folder, grown, before, write)

    def __len__(self) -> int:
        return len(self._placing)

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._parts[0].exact.shape[1]) if self._parts else 1

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """How the vectors of each block are searched."""
        return tuple(part.kind for part in self._parts)

    def nearest(self, question: Floats, count: int, among: NDArray[np.int64] | None = None) -> NDArray[np.int64]:
        """The rows of the ``count`` passages nearest to the unit vector ``question``, nearest first, of all or only
        of the rows ``among``."""
        if among is not None:
            return self._by_cosine(question, among)[:count]
        scores, rows, again = [np.empty(0, np.float32)], [np.empty(0, np.int64)], 0
        for start, part in zip(self._placing.starts, self._parts, strict=True):
            more = COMPARED_AGAIN[part.kind]
            again = max(again, more)
            found, places = part.index.search(question.reshape(1, -1), min(count + more, len(part.exact)))
            scores.append(found[0])
            rows.append(places[0] + start)
        every = np.concatenate(rows)
        best = np.argsort(-np.concatenate(scores), kind="stable")[: count + again]
        return self._by_cosine(question, np.sort(every[best]))[:count]  # in order, they are read in one sweep

    def cosines(self, question: Floats, rows: NDArray[np.int64]) -> Floats:
        """The cosine of ``question`` with each of ``rows``."""
        cosines: Floats = self.vectors(rows) @ question
        return cosines

    def vectors(self, rows: NDArray[np.int64]) -> Floats:
        """The vectors of ``rows`` as they were put in, shape (len(rows), dimensions)."""
        found = np.empty((len(rows), self.dimensions), dtype=np.float32)
        blocks, places = self._placing.of_all(rows)
        for block in np.unique(blocks):
            found[blocks == block] = self._parts[block].exact[places[blocks == block]]
        return found

    def _by_cosine(self, question: Floats, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        nearest_first: NDArray[np.int64] = rows[np.argsort(-self.cosines(question, rows), kind="stable")]
        return nearest_first


def _loaded(block: Path) -> _Part:
    """The block in that folder; a flat index holds the very vectors, so it isn't kept beside them."""
    exact, index = mapped_array(block / EXACT), block / INDEX
    return _Part(exact, _faiss().read_index(str(index)) if index.exists() else _filled(_flat, exact))


def dimensions_in(folder: Path) -> int:
    """The length of the vectors that lie in ``folder``; 1 where there are none."""
    first = next(iter(blocks_in(folder)), None)
    return int(mapped_array(first / EXACT).shape[1]) if first is not None else 1


def _made(vectors: Floats) -> Any:
    return _filled(_MAKERS[kind_for(*vectors.shape)], vectors)


def _filled(maker: Callable[[int], Any], vectors: Floats) -> Any:
    index = maker(vectors.shape[1])
    index.train(vectors)
    index.add(vectors)
    return index


def kind_for(count: int, dimensions: int) -> Kind:
    """How a block of that many vectors is searched."""
    if count < SCANNED_FROM:
        return Kind.FLAT
    return Kind.PACKED if count >= PACKED_FROM and dimensions % 2 == 0 else Kind.SCANNED


@cache
def _faiss() -> Any:
    let_idle_threads_sleep()
    import faiss

    return faiss


def _flat(dimensions: int) -> Any:
    return _faiss().IndexFlatIP(dimensions)


def _scanned(dimensions: int) -> Any:
    faiss = _faiss()
    return faiss.IndexScalarQuantizer(dimensions, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)


def _packed(dimensions: int) -> Any:
    faiss = _faiss()
    index = faiss.IndexPQFastScan(dimensions, dimensions // 2, _BITS, faiss.METRIC_INNER_PRODUCT)
    index.pq.cp.niter, index.pq.cp.max_points_per_centroid = _ROUNDS, _LEARNT_FROM
    return index


_MAKERS: Final = {Kind.FLAT: _flat, Kind.SCANNED: _scanned, Kind.PACKED: _packed}
