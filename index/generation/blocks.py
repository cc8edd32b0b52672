"""The rows of a generation in blocks that never change: what a later generation adds is a block of its own, and those
before are handed on to it.

A row's number is its place among all blocks. A block that loses a row is written anew without it, and small ones at the
end are joined now and then, each at most a few times as large as what is added to it: so there are few blocks, and no
row is written often.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.machine.handing_on import hand_on

LARGEST: Final = 16_384
"""Rows of a block, at most: as many are written anew for one that goes (a tenth of a second)."""
JOINED_UP_TO: Final = 4
"""Times what is added, a block at the end is joined to it."""

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Block:
    """A block to be made of ``kept`` rows of the generation before and the rows from ``new_from`` to ``new_to`` of
    those that come; ``same_as`` is the number of the block before that it is, unchanged."""

    kept: Rows
    new_from: int
    new_to: int
    same_as: int | None = None

    def __len__(self) -> int:
        return len(self.kept) + self.new_to - self.new_from


@dataclass(frozen=True, slots=True)
class Growth:
    """How the rows of a generation come of those of the one before: ``moved`` has the new place of each row there was,
    -1 for those that go; ``new`` rows come after them; all of them lie in ``blocks``."""

    moved: Rows
    new: int
    blocks: tuple[Block, ...]

    @property
    def gone(self) -> Rows:
        """The rows of before that go."""
        return np.nonzero(self.moved < 0)[0]

    @property
    def kept(self) -> int:
        """How many rows go on."""
        return int((self.moved >= 0).sum())

    @property
    def rows(self) -> int:
        """How many rows there will be."""
        return self.kept + self.new


def growth(sizes: Sequence[int], gone: Rows, new: int) -> Growth:
    """What becomes of blocks of ``sizes`` rows when the rows ``gone`` go and ``new`` ones come."""
    stays = np.ones(sum(sizes), dtype=np.bool_)
    stays[gone] = False
    moved = np.where(stays, np.cumsum(stays) - 1, -1)
    blocks: list[Block] = []
    start = 0
    for number, size in enumerate(sizes):
        kept = start + np.nonzero(stays[start : start + size])[0]
        if len(kept):
            blocks.append(Block(kept, 0, 0, same_as=number if len(kept) == size else None))
        start += size
    return Growth(moved, new, (*_with_new(blocks, new),))


def sizes_in(folder: Path, size: Callable[[Path], int]) -> list[int]:
    """The sizes of the blocks in ``folder``, in order, as ``size`` tells each."""
    return [size(path) for path in blocks_in(folder)]


def blocks_in(folder: Path) -> list[Path]:
    """The blocks in ``folder``, in order."""
    return sorted(folder.iterdir()) if folder.is_dir() else []


def write_blocks(folder: Path, grown: Growth, before: Path | None, write: Callable[[Path, Block], None]) -> None:
    """Make ``folder`` and each block in it: handed on from the folder ``before``, where it is as it was, else written
    by ``write``."""
    folder.mkdir()
    earlier = blocks_in(before) if before is not None else []
    for number, block in enumerate(grown.blocks):
        place = folder / f"{number:05}"
        if block.same_as is not None and earlier:
            hand_on(earlier[block.same_as], place)
        else:
            write(place, block)


class Placing:
    """Which block each row lies in."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self._starts = np.cumsum([0, *sizes], dtype=np.int64)

    def __len__(self) -> int:
        return int(self._starts[-1])

    def of(self, row: int) -> tuple[int, int]:
        """The number of the block that ``row`` lies in, and its place there."""
        block = int(np.searchsorted(self._starts, row, side="right")) - 1
        return block, row - int(self._starts[block])

    def of_all(self, rows: Rows) -> tuple[Rows, Rows]:
        """As :meth:`of`, for many rows."""
        blocks = np.searchsorted(self._starts, rows, side="right") - 1
        return blocks, rows - self._starts[blocks]


def _with_new(blocks: list[Block], new: int) -> list[Block]:
    if not new:
        return blocks
    if new > LARGEST:
        return [*blocks, *(Block(_NONE, at, min(at + LARGEST, new)) for at in range(0, new, LARGEST))]
    joined = Block(_NONE, 0, new)
    while blocks and len(blocks[-1]) <= JOINED_UP_TO * len(joined) and len(blocks[-1]) + len(joined) <= LARGEST:
        joined = Block(np.concatenate([blocks.pop().kept, joined.kept]), 0, new)
    return [*blocks, joined]


_NONE: Final = np.empty(0, dtype=np.int64)
