"""The pieces of all passages, kept as bytes one passage after the other and read from disk where they are needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.encoder.pieces import PassagePieces
from index.machine.arrays import mapped_array, ranges, save_array
from index.machine.blocks import Block, Growth, Placing, blocks_in, growth, write_blocks
from index.machine.far import FarArray

VECTORS: Final = "vectors.npy"
STARTS: Final = "starts.npy"
ENDS: Final = "ends.npy"


@dataclass(frozen=True, slots=True)
class _Pieces:
    """``vectors`` and ``starts`` of the pieces of some passages, and where each passage's end among them."""

    vectors: NDArray[np.int8] | FarArray
    starts: NDArray[np.int32]
    ends: NDArray[np.int64]


class PieceIndex:
    """The pieces of each passage, by its row; of none, when the model does not tell them."""

    def __init__(self, parts: Sequence[_Pieces]) -> None:
        """The pieces of the passages, block by block."""
        self._parts = tuple(parts)
        self._placing = Placing([len(part.ends) for part in parts])

    @classmethod
    def build(cls, pieces: Sequence[PassagePieces]) -> PieceIndex:
        """Index the pieces of the passages, in order of row."""
        return cls([_of_passages(pieces)] if pieces else [])

    @classmethod
    def load(cls, folder: Path, far: Callable[[Path], FarArray | None] = lambda _: None) -> PieceIndex:
        """The index that :meth:`save_grown` wrote into ``folder``; its vectors stay on disk until looked at, or where
        they are ``far``."""
        return cls(
            [
                _Pieces(
                    far(path / VECTORS) or mapped_array(path / VECTORS),
                    mapped_array(path / STARTS),
                    mapped_array(path / ENDS),
                )
                for path in blocks_in(folder)
            ]
        )

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, which is made."""
        every = [self.of(row) for row in range(len(self._placing))]
        PieceIndex([]).save_grown(folder, growth([], np.empty(0, np.int64), [1] * len(every)), every)

    def save_grown(self, folder: Path, grown: Growth, new: Sequence[PassagePieces], before: Path | None = None) -> None:
        """Write the index, changed as ``grown`` says by the pieces of ``new`` passages, into ``folder``, which is made;
        ``before`` is where this one was loaded from."""
        if not self and not new:
            folder.mkdir(exist_ok=True)
            return

        def write(place: Path, block: Block) -> None:
            place.mkdir()
            kept = self._taken(block.kept)
            came = _of_passages(new[block.new_from : block.new_to])
            both = [part for part in (kept, came) if len(part.ends)]
            save_array(place / VECTORS, np.concatenate([np.asarray(part.vectors) for part in both]))
            save_array(place / STARTS, np.concatenate([part.starts for part in both]))
            after = int(kept.ends[-1]) if len(kept.ends) else 0
            save_array(place / ENDS, np.concatenate([kept.ends, came.ends + after]))

        write_blocks(folder, grown, before, write)

    def __bool__(self) -> bool:
        """Whether there are any pieces at all."""
        return len(self._placing) > 0

    def of(self, row: int) -> PassagePieces:
        """The pieces of one passage."""
        block, place = self._placing.of(row)
        part = self._parts[block]
        pieces = slice(int(part.ends[place - 1]) if place else 0, int(part.ends[place]))
        return PassagePieces(part.vectors[pieces], part.starts[pieces])

    def _taken(self, rows: NDArray[np.int64]) -> _Pieces:
        """The pieces of the passages at ``rows``, which are in order."""
        blocks, places = self._placing.of_all(rows)
        found = [_at(self._parts[block], places[blocks == block]) for block in np.unique(blocks)]
        if not found:
            return _of_passages([])
        lengths = np.concatenate([np.diff(part.ends, prepend=0) for part in found])
        return _Pieces(
            np.concatenate([np.asarray(part.vectors) for part in found]),
            np.concatenate([part.starts for part in found]),
            np.cumsum(lengths, dtype=np.int64),
        )


def _of_passages(pieces: Sequence[PassagePieces]) -> _Pieces:
    if not pieces:
        return _Pieces(np.empty((0, 0), np.int8), np.empty(0, np.int32), np.empty(0, np.int64))
    return _Pieces(
        np.concatenate([each.vectors for each in pieces]),
        np.concatenate([each.starts for each in pieces]),
        np.cumsum([len(each.starts) for each in pieces], dtype=np.int64),
    )


def _at(part: _Pieces, places: NDArray[np.int64]) -> _Pieces:
    ends = np.concatenate([np.zeros(1, np.int64), part.ends])
    chosen = ranges(ends[places], ends[places + 1])
    return _Pieces(np.asarray(part.vectors)[chosen], part.starts[chosen], np.cumsum(ends[places + 1] - ends[places]))
