"""What ranking looks at in a passage, told apart at indexing: its stretches, the heading above it and then each of its
sentences, with their stems and the kinds of answer they hold; and how the passage is spelt.

Kept as numbers, one passage after the other, and read from disk where a question needs them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.machine.arrays import mapped_array, save_array
from index.machine.blocks import Block, Growth, Placing, blocks_in, write_blocks
from index.passages.passage import Passage
from index.question.expectation import kinds_held
from index.terms.numbers import stem_number
from index.terms.tokens import WORD, fold, searched_stems

GRAM: Final = 4
"""Characters compared at a time for likeness of spelling: long enough to mean something, short enough for typos."""
GRAM_NUMBERS: Final = 1 << 16
"""Grams are kept as two-byte numbers; one in a hundred of a passage's is met by chance."""

Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class PassageInContext:
    """A passage, its language, and what stands above it without being in it: title, section, names behind."""

    passage: Passage
    lang: str
    heading: str


@dataclass(frozen=True, slots=True)
class ToldPassage:
    """What is kept of one passage: the numbers of the stems of each stretch, what kinds of answer each holds, and how
    the passage is spelt."""

    stems: list[list[int]]
    kinds: list[int]
    grams: NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Stretches:
    """Some passages' stretches, one after the other.

    ``ends``: where each passage's stretches end, among all; ``stems``: numbers, and ``stem_ends`` where each stretch's
    end among them; ``kinds``: of each stretch, bits of :func:`index.question.expectation.kinds_held`; ``grams`` and
    ``gram_ends``: how each passage, its heading included, is spelt.
    """

    ends: NDArray[np.int64]
    stems: NDArray[np.int32]
    stem_ends: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    grams: NDArray[np.uint16]
    gram_ends: NDArray[np.int64]

    @property
    def headings(self) -> NDArray[np.int64]:
        """The place of each passage's first stretch, its heading."""
        return _starts(self.ends)

    @property
    def passage_of(self) -> NDArray[np.int64]:
        """The place, among the passages, of the one each stretch belongs to."""
        return np.repeat(np.arange(len(self.ends)), np.diff(self.ends, prepend=0))

    @property
    def passage_of_gram(self) -> NDArray[np.int64]:
        """The place of the passage that each gram is of."""
        return np.repeat(np.arange(len(self.gram_ends)), np.diff(self.gram_ends, prepend=0))

    @property
    def stretch_of_stem(self) -> NDArray[np.int64]:
        """The place of the stretch that each stem stands in."""
        return np.repeat(np.arange(len(self.stem_ends)), np.diff(self.stem_ends, prepend=0))


class StretchIndex:
    """The stretches of all passages, by row."""

    def __init__(self, parts: Sequence[Stretches]) -> None:
        """The stretches of the passages, block by block."""
        self._parts = tuple(parts)
        self._placing = Placing([len(part.ends) for part in parts])

    @classmethod
    def build(cls, passages: Iterable[PassageInContext]) -> StretchIndex:
        """Index ``passages``, in order of row."""
        return cls([_of_passages(list(map(told_passage, passages)))])

    @classmethod
    def load(cls, folder: Path) -> StretchIndex:
        """The index that :meth:`save_grown` wrote into ``folder``; what it holds stays on disk until looked at."""
        names = [part.name for part in fields(Stretches)]
        return cls(
            [Stretches(**{name: mapped_array(path / f"{name}.npy") for name in names}) for path in blocks_in(folder)]
        )

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, which is made."""
        folder.mkdir()
        for number, part in enumerate(self._parts):
            _save(folder / f"{number:05}", part)

    def save_grown(
        self,
        folder: Path,
        grown: Growth,
        new: Sequence[ToldPassage],
        before: Path | None = None,
    ) -> None:
        """Write the index, changed as ``grown`` says by ``new`` passages, into ``folder``, which is made; ``before`` is
        where this one was loaded from."""

        def write(place: Path, block: Block) -> None:
            kept = self.of(block.kept.tolist())
            _save(place, _joined(kept, _of_passages(new[block.new_from : block.new_to])))

        write_blocks(folder, grown, before, write)

    @property
    def sizes(self) -> list[int]:
        """How many rows each block has."""
        return [len(part.ends) for part in self._parts]

    def of(self, rows: Sequence[int]) -> Stretches:
        """The stretches of the passages at ``rows``, in that order."""
        places = [(self._parts[block], place) for block, place in map(self._placing.of, rows)]
        stretches = [(part, _place(part.ends, place)) for part, place in places]
        # The stems of one passage lie side by side: one slice a passage is enough to read them.
        stems = [
            (part, slice(_start(part.stem_ends, s.start), int(part.stem_ends[s.stop - 1]))) for part, s in stretches
        ]
        grams = [(part, _place(part.gram_ends, place)) for part, place in places]
        stem_ends = _gathered([(part.stem_ends, place) for part, place in stretches], np.int64)
        moved = _starts(_cumulated(stems)) - np.array([place.start for _, place in stems], dtype=np.int64)
        return Stretches(
            ends=_cumulated(stretches),
            stems=_gathered([(part.stems, place) for part, place in stems], np.int32),
            stem_ends=stem_ends + np.repeat(moved, [place.stop - place.start for _, place in stretches]),
            kinds=_gathered([(part.kinds, place) for part, place in stretches], np.uint8),
            grams=_gathered([(part.grams, place) for part, place in grams], np.uint16),
            gram_ends=_cumulated(grams),
        )


def spaced(text: str) -> str:
    """``text`` as grams are taken from it: its words, folded, a space around each."""
    return f" {' '.join(WORD.findall(fold(text)))} "


def grams(text: str) -> frozenset[str]:
    """The character grams of ``text``."""
    told = spaced(text)
    return frozenset(told[start : start + GRAM] for start in range(len(told) - GRAM + 1))


def numbers_of(told: Iterable[str]) -> NDArray[np.uint16]:
    """The numbers of some grams, each once, in rising order."""
    return np.array(sorted({zlib.crc32(gram.encode()) % GRAM_NUMBERS for gram in told}), dtype=np.uint16)


def gram_numbers(text: str) -> NDArray[np.uint16]:
    """The numbers of the character grams of ``text``, as :func:`numbers_of` them."""
    return numbers_of(grams(text))


def told_passage(each: PassageInContext) -> ToldPassage:
    """What is kept of ``each`` passage."""
    sentences = each.passage.sentence_texts()
    return ToldPassage(
        stems=[list(_numbers(text, each.lang)) for text in (each.heading, *sentences)],
        kinds=[0, *map(kinds_held, sentences)],
        grams=gram_numbers(f"{each.heading} {each.passage.text}"),
    )


def _numbers(text: str, lang: str) -> Iterator[int]:
    return map(stem_number, dict.fromkeys(searched_stems(text, lang)))


def _starts(ends: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, np.int64), ends])[:-1]


def _start(ends: NDArray[np.int64], place: int) -> int:
    return int(ends[place - 1]) if place else 0


def _place(ends: NDArray[np.int64], place: int) -> slice:
    return slice(_start(ends, place), int(ends[place]))


def _cumulated(places: Sequence[tuple[Stretches, slice]]) -> NDArray[np.int64]:
    return np.cumsum([place.stop - place.start for _, place in places], dtype=np.int64)


def _gathered(places: Sequence[tuple[NDArray[Number], slice]], kind: type[Number]) -> NDArray[Number]:
    return np.concatenate([np.empty(0, kind), *(numbers[place] for numbers, place in places)])


def _of_passages(told: Sequence[ToldPassage]) -> Stretches:
    every = [stretch for each in told for stretch in each.stems]
    return Stretches(
        ends=np.cumsum([len(each.stems) for each in told], dtype=np.int64),
        stems=np.fromiter((stem for stretch in every for stem in stretch), dtype=np.int32),
        stem_ends=np.cumsum([len(stretch) for stretch in every], dtype=np.int64),
        kinds=np.fromiter((kind for each in told for kind in each.kinds), dtype=np.uint8),
        grams=np.concatenate([np.empty(0, np.uint16), *(each.grams for each in told)]),
        gram_ends=np.cumsum([len(each.grams) for each in told], dtype=np.int64),
    )


def _joined(one: Stretches, other: Stretches) -> Stretches:
    return Stretches(
        ends=np.concatenate([one.ends, other.ends + len(one.kinds)]),
        stems=np.concatenate([one.stems, other.stems]),
        stem_ends=np.concatenate([one.stem_ends, other.stem_ends + len(one.stems)]),
        kinds=np.concatenate([one.kinds, other.kinds]),
        grams=np.concatenate([one.grams, other.grams]),
        gram_ends=np.concatenate([one.gram_ends, other.gram_ends + len(one.grams)]),
    )


def _save(folder: Path, part: Stretches) -> None:
    folder.mkdir()
    for its in fields(Stretches):
        save_array(folder / f"{its.name}.npy", getattr(part, its.name))
