"""The pieces of all passages, kept as bytes one passage after the other and read from disk where they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.encoder.pieces import PassagePieces
from index.machine.arrays import mapped_array, save_array

VECTORS: Final = "vectors.npy"
STARTS: Final = "starts.npy"
ENDS: Final = "ends.npy"


class PieceIndex:
    """The pieces of each passage, by its row; of none, when the model does not tell them."""

    def __init__(self, vectors: NDArray[np.int8], starts: NDArray[np.int32], ends: NDArray[np.int64]) -> None:
        """``vectors`` and ``starts`` of all pieces, and where each passage's end among them."""
        self._vectors = vectors
        self._starts = starts
        self._ends = ends

    @classmethod
    def build(cls, pieces: Sequence[PassagePieces]) -> PieceIndex:
        """Index the pieces of the passages, in order of row."""
        if not pieces:
            return cls(np.empty((0, 0), np.int8), np.empty(0, np.int32), np.empty(0, np.int64))
        return cls(
            np.concatenate([each.vectors for each in pieces]),
            np.concatenate([each.starts for each in pieces]),
            np.cumsum([len(each.starts) for each in pieces], dtype=np.int64),
        )

    @classmethod
    def load(cls, folder: Path) -> PieceIndex:
        """The index that :meth:`save` wrote into ``folder``; the vectors stay on disk until they are looked at."""
        return cls(mapped_array(folder / VECTORS), mapped_array(folder / STARTS), np.load(folder / ENDS))

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, which is made."""
        folder.mkdir()
        for name, array in ((VECTORS, self._vectors), (STARTS, self._starts), (ENDS, self._ends)):
            save_array(folder / name, array)

    def __bool__(self) -> bool:
        """Whether there are any pieces at all."""
        return len(self._ends) > 0

    def of(self, row: int) -> PassagePieces:
        """The pieces of one passage."""
        place = self._place(row)
        return PassagePieces(self._vectors[place], self._starts[place])

    def _place(self, row: int) -> slice:
        return slice(int(self._ends[row - 1]) if row else 0, int(self._ends[row]))
