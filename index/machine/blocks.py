"""The rows of a generation in blocks that never change: what a later generation adds is a block of its own, and those
before are handed on to it.

A row's number is its place among all blocks. A block that loses a row is written anew without it, and small ones at the
end are joined now and then, each at most a few times as large as what is added to it: so there are few blocks, and no
row is written often.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
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
    those that come, which are those of the articles from ``article_from`` to ``article_to``; ``same_as`` is the number
    of the block before that it is, unchanged."""

    kept: Rows
    new_from: int
    new_to: int
    article_from: int = 0
    article_to: int = 0
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


def growth(sizes: Sequence[int], gone: Rows, new: Sequence[int]) -> Growth:
    """What becomes of blocks of ``sizes`` rows when the rows ``gone`` go and articles of ``new`` rows each come. The
    rows of an article stay together, also in a block that gets larger by it than others are."""
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
    return Growth(moved, sum(new), (*_with_new(blocks, new),))


def sizes_in(folder: Path, size: Callable[[Path], int]) -> list[int]:
    """The sizes of the blocks in ``folder``, in order, as ``size`` tells each."""
    return [size(path) for path in blocks_in(folder)]


def blocks_in(folder: Path) -> list[Path]:
    """The blocks in ``folder``, in order."""
    return sorted(folder.iterdir()) if folder.is_dir() else []


def write_blocks(folder: Path, grown: Growth, before: Path | None, write: Callable[[Path, Block], None]) -> None:
    """Put each block into ``folder``, which is made unless it is there, behind those that it has: handed on from the
    folder ``before``, where it is as it was, else written by ``write``."""
    folder.mkdir(exist_ok=True)
    first = len(blocks_in(folder))
    earlier = blocks_in(before) if before is not None else []
    for number, block in enumerate(grown.blocks, first):
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

    @property
    def sizes(self) -> list[int]:
        """How many rows each block has."""
        return [int(size) for size in np.diff(self._starts)]

    @property
    def starts(self) -> list[int]:
        """The first row of each block."""
        return [int(start) for start in self._starts[:-1]]

    def moved_into(self, block: Block) -> list[tuple[int, Rows]]:
        """The blocks of before that rows ``kept`` in ``block`` lie in, each with the place in it that each of its rows
        gets; -1 for those that don't."""
        blocks, places = self.of_all(block.kept)
        found = []
        for number in np.unique(blocks).tolist():
            mine = blocks == number
            moved = np.full(self.sizes[number], -1, dtype=np.int64)
            moved[places[mine]] = np.nonzero(mine)[0]
            found.append((int(number), moved))
        return found

    def of(self, row: int) -> tuple[int, int]:
        """The number of the block that ``row`` lies in, and its place there."""
        block = int(np.searchsorted(self._starts, row, side="right")) - 1
        return block, row - int(self._starts[block])

    def of_all(self, rows: Rows) -> tuple[Rows, Rows]:
        """As :meth:`of`, for many rows."""
        blocks = np.searchsorted(self._starts, rows, side="right") - 1
        return blocks, rows - self._starts[blocks]


def _with_new(blocks: list[Block], new: Sequence[int]) -> list[Block]:
    *full, last = _of_articles(new) or [Block(_NONE, 0, 0)]
    if full or not len(last):
        return [*blocks, *full, *([last] if len(last) else [])]
    coming = last
    while blocks and len(blocks[-1]) <= JOINED_UP_TO * len(last) and len(blocks[-1]) + len(last) <= LARGEST:
        last = replace(coming, kept=np.concatenate([blocks.pop().kept, last.kept]))
    return [*blocks, last]


def _of_articles(rows: Sequence[int]) -> list[Block]:
    """Blocks of what comes alone, articles of ``rows`` each."""
    made: list[Block] = []
    for article, count in enumerate(rows):
        last = made[-1] if made else None
        if last is not None and len(last) + count <= LARGEST:
            made[-1] = replace(last, new_to=last.new_to + count, article_to=article + 1)
        else:
            first = last.new_to if last is not None else 0
            made.append(Block(_NONE, first, first + count, article, article + 1))
    return made


_NONE: Final = np.empty(0, dtype=np.int64)
