"""Passage vectors in FAISS: inner product over unit vectors, so scores are cosines.

How they are searched is chosen by how many there are, when an index is built, and read from its file after that:

    FLAT      every vector compared; under 10 ms up to some 20,000 of 384 dimensions on two cores
    SCANNED   every vector compared in 8-bit codes: a quarter of the bytes, five times as fast
    GROUPED   the codes of the nearest groups compared; the groups take minutes to find, so past 500,000 only

Codes only choose: the first ones are compared again with the vectors themselves, which stay on disk beside the index
and are read where they are needed. So the vectors given back are those that were put in, whatever the kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.machine.arrays import save_array
from index.machine.blocks import Block, Growth, Placing, blocks_in, growth, write_blocks
from index.machine.threads import let_idle_threads_sleep

SCANNED_FROM: Final = 20_000
GROUPED_FROM: Final = 500_000
"""Vectors from which on an index is of that kind; figures in ``benchmarks/vectors.py``."""
COMPARED_AGAIN: Final = 100
"""Vectors that codes choose more than are wanted: of the nearest, none was further down (``benchmarks/vectors.py``)."""

GROUPS_PER_ROOT: Final = 2
"""Groups are this times the square root of the number of vectors."""
GROUPS_LOOKED_IN: Final = 128
ROUNDS: Final = 10
LEARNT_FROM: Final = 64
"""Vectors a group that k-means looks at, at most; more made no difference."""
INDEX: Final = "index.faiss"
EXACT: Final = "exact"


class Kind(StrEnum):
    """How vectors are searched."""

    FLAT = "flat"
    SCANNED = "scanned"
    GROUPED = "grouped"


class VectorIndex:
    """The vectors of all passages; a vector's place is its passage's row."""

    def __init__(self, index: Any, exact: Sequence[NDArray[np.float32]] | None) -> None:
        """A FAISS index, and the vectors themselves, block by block, when it holds codes."""
        self._index = index
        self._exact = exact
        self._placing = Placing([len(block) for block in exact or ()])

    @classmethod
    def build(cls, vectors: NDArray[np.float32]) -> VectorIndex:
        """Index unit ``vectors`` of shape (passages, dimensions)."""
        vectors = np.ascontiguousarray(vectors, dtype=np.float32)
        index = _made(vectors)
        return cls(index, None if kind_for(len(vectors)) is Kind.FLAT else [vectors])

    @classmethod
    def load(cls, folder: Path) -> VectorIndex:
        """The index that :meth:`save` or :meth:`save_grown` wrote; RuntimeError when FAISS can't read it."""
        exact = [np.load(path, mmap_mode="r") for path in blocks_in(folder / EXACT)]
        return cls(_faiss().read_index(str(folder / INDEX)), exact or None)

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, which is made, and the vectors beside it when it holds codes; OSError when
        they can't be written whole."""
        folder.mkdir()
        self._save_index(folder)
        if self._exact is not None:
            every = self.vectors(np.arange(len(self), dtype=np.int64))
            _save_exact(folder, growth([], np.empty(0, np.int64), [1] * len(self)), every, None, None)

    def _save_index(self, folder: Path) -> None:
        faiss = _faiss()
        with (folder / INDEX).open("wb") as file:  # FAISS would not notice that the last bytes don't reach a full disk
            faiss.write_index(self._index, faiss.PyCallbackIOWriter(file.write))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._index.d)

    @property
    def kind(self) -> Kind:
        """How the vectors are searched."""
        if self._exact is None:
            return Kind.FLAT
        return Kind.GROUPED if hasattr(self._index, "nlist") else Kind.SCANNED

    def nearest(
        self, question: NDArray[np.float32], count: int, among: NDArray[np.int64] | None = None
    ) -> NDArray[np.int64]:
        """The rows of the ``count`` passages nearest to the unit vector ``question``, nearest first, of all or only
        of the rows ``among``."""
        if among is not None:
            return self._by_cosine(question, among)[:count]
        chosen = count if self._exact is None else count + COMPARED_AGAIN
        _, found = self._index.search(question.reshape(1, -1), min(chosen, len(self)))
        rows: NDArray[np.int64] = found[0]
        if self._exact is None:
            return rows
        rows = np.sort(rows[rows >= 0])  # groups may hold fewer than asked for; in order, they are read in one sweep
        return self._by_cosine(question, rows)[:count]

    def cosines(self, question: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The cosine of ``question`` with each of ``rows``."""
        cosines: NDArray[np.float32] = self.vectors(rows) @ question
        return cosines

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors of ``rows`` as they were put in, shape (len(rows), dimensions)."""
        if not len(rows):
            return np.empty((0, self.dimensions), dtype=np.float32)
        if self._exact is not None:
            blocks, places = self._placing.of_all(rows)
            found = np.empty((len(rows), self.dimensions), dtype=np.float32)
            for block in np.unique(blocks):
                found[blocks == block] = self._exact[block][places[blocks == block]]
            return found
        vectors: NDArray[np.float32] = self._index.reconstruct_batch(np.ascontiguousarray(rows, dtype=np.int64))
        return vectors

    def _by_cosine(self, question: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.int64]:
        nearest_first: NDArray[np.int64] = rows[np.argsort(-self.cosines(question, rows), kind="stable")]
        return nearest_first


def write_grown(folder: Path, grown: Growth, new: NDArray[np.float32], before: Path | None = None) -> None:
    """Make ``folder`` with the index that lies in the folder ``before``, if there is one, changed as ``grown`` says by
    ``new`` vectors, shape (new rows, dimensions)."""
    new = np.ascontiguousarray(new, dtype=np.float32)
    earlier = VectorIndex.load(before) if before is not None else None
    if not len(new) and earlier is not None:
        new = np.empty((0, earlier.dimensions), dtype=np.float32)
    kind = kind_for(grown.rows)
    if earlier is None or before is None or not grown.kept:
        earlier, before, index = None, None, _made(new)
    elif earlier.kind is kind and (kind is not Kind.GROUPED or not len(grown.gone)):
        index = _faiss().read_index(str(before / INDEX))
        if len(grown.gone):
            index.remove_ids(_faiss().IDSelectorBatch(grown.gone))  # of a flat index, those after move up
        if len(new):
            index.add(new)
    else:
        index = _made(np.concatenate([earlier.vectors(np.nonzero(grown.moved >= 0)[0]), new]))
    folder.mkdir()
    VectorIndex(index, None)._save_index(folder)
    if kind is not Kind.FLAT:
        _save_exact(folder, grown, new, earlier, before)


def dimensions_in(folder: Path) -> int:
    """The length of the vectors that lie in ``folder``."""
    return VectorIndex.load(folder).dimensions


def _save_exact(
    folder: Path, grown: Growth, new: NDArray[np.float32], earlier: VectorIndex | None, before: Path | None
) -> None:
    def write(place: Path, block: Block) -> None:
        came = new[block.new_from : block.new_to]
        save_array(place, came if earlier is None else np.concatenate([earlier.vectors(block.kept), came]))

    handed_on = before / EXACT if before is not None and earlier is not None and earlier.kind is not Kind.FLAT else None
    write_blocks(folder / EXACT, grown, handed_on, write)


def _made(vectors: NDArray[np.float32]) -> Any:
    index = _MAKERS[kind_for(len(vectors))](*vectors.shape)
    index.train(vectors)
    index.add(vectors)
    return index


def kind_for(count: int) -> Kind:
    """How that many vectors are searched."""
    if count >= GROUPED_FROM:
        return Kind.GROUPED
    return Kind.SCANNED if count >= SCANNED_FROM else Kind.FLAT


@cache
def _faiss() -> Any:
    let_idle_threads_sleep()
    import faiss

    return faiss


def _flat(count: int, dimensions: int) -> Any:
    del count
    return _faiss().IndexFlatIP(dimensions)


def _scanned(count: int, dimensions: int) -> Any:
    del count
    faiss = _faiss()
    return faiss.IndexScalarQuantizer(dimensions, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)


def _grouped(count: int, dimensions: int) -> Any:
    faiss = _faiss()
    index = faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(dimensions),
        dimensions,
        max(1, min(count, int(GROUPS_PER_ROOT * count**0.5))),
        faiss.ScalarQuantizer.QT_8bit,
        faiss.METRIC_INNER_PRODUCT,
    )
    index.cp.niter = ROUNDS
    index.cp.max_points_per_centroid = LEARNT_FROM
    index.cp.min_points_per_centroid = 1  # it would warn on stderr
    index.nprobe = min(GROUPS_LOOKED_IN, index.nlist)
    return index


_MAKERS: Final = {Kind.FLAT: _flat, Kind.SCANNED: _scanned, Kind.GROUPED: _grouped}
