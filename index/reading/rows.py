"""Questions and pages as the rows of pieces that the reader's network takes:
``<s> question </s></s> title date section lead </s> passage </s>``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.reading.page import Page

QUESTION_PIECES: Final = 64
ABOVE_PIECES: Final = (24, 8, 12, 24)
"""Of title, date, section and lead, at most."""
MOST_PIECES: Final = 352
"""Of a row: a passage of 1,000 characters has some 230."""
STEP: Final = 16
"""Rows that are learnt from side by side are as long as a multiple of this."""
PADDING: Final = 1


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as pieces: what stands above the passage, the passage, and where its pieces stand in its text."""

    above: list[int]
    ids: list[int]
    offsets: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Row:
    """A question and a page in one row; the passage's pieces begin at ``start``, and ``offsets`` tells where they stand
    in its text."""

    ids: list[int]
    start: int
    offsets: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows side by side, shape (rows, pieces): the numbers of the pieces, which of them are not padding, and which are
    the passage's."""

    ids: NDArray[np.int64]
    said: NDArray[np.bool_]
    passage: NDArray[np.bool_]


class Speller:
    """Texts to pieces, with the ``tokenizer.json`` of a folder; safe to use from any thread."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        vocabulary = self._tokenizer.get_vocab()
        self._begin, self._end = vocabulary["<s>"], vocabulary["</s>"]

    def leaves(self, pages: Sequence[Page]) -> list[Leaf]:
        """``pages`` as pieces."""
        above = [[page.title, page.date, page.section, page.lead] for page in pages]
        spelt = self._spelt([text for its in above for text in its])
        texts = self._tokenizer.encode_batch([page.text for page in pages], add_special_tokens=False)
        each = len(ABOVE_PIECES)
        return [
            Leaf(
                [piece for its, most in zip(spelt[n * each :], ABOVE_PIECES, strict=False) for piece in its[:most]],
                spelt_text.ids,
                [_without_space(page.text, place) for place in spelt_text.offsets],
            )
            for n, (page, spelt_text) in enumerate(zip(pages, texts, strict=True))
        ]

    def question(self, text: str) -> list[int]:
        """A question as pieces."""
        return self._spelt([text])[0][:QUESTION_PIECES]

    def row(self, question: Sequence[int], leaf: Leaf) -> Row:
        """A question, as pieces, and a page in one row; a passage that is too long is cut at its end."""
        head = [self._begin, *question, self._end, self._end, *leaf.above, self._end]
        room = MOST_PIECES - len(head) - 1
        return Row([*head, *leaf.ids[:room], self._end], len(head), leaf.offsets[:room])

    def _spelt(self, texts: list[str]) -> list[list[int]]:
        return [list(its.ids) for its in self._tokenizer.encode_batch(texts, add_special_tokens=False)]


def _without_space(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Where a piece stands in ``text`` without the space before it, which is no part of the sentence it begins."""
    start, end = place
    while start < end and text[start].isspace():
        start += 1
    return start, end


def sheet_of(rows: Sequence[Row], step: int = STEP) -> Sheet:
    """``rows``, at least one, padded to the longest and on to a multiple of ``step``; with 1, a single row is not."""
    longest = -(-max(len(row.ids) for row in rows) // step) * step
    ids = np.full((len(rows), longest), PADDING, dtype=np.int64)
    said, passage = np.zeros((2, len(rows), longest), dtype=np.bool_)
    for place, row in enumerate(rows):
        ids[place, : len(row.ids)] = row.ids
        said[place, : len(row.ids)] = True
        passage[place, row.start : row.start + len(row.offsets)] = True
    return Sheet(ids, said, passage)
