"""What an article enumerates, line by line or in a table: where its heading, the words before it or the head of a
column name what a list asks for, each line is an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from index.passages.passage import Passage, Span
from index.question.forms.listed import CHANGES, kind_asked_for
from index.terms.tokens import STEMMERS, stem_of, stems
from index.terms.translations import stems_across

CELLS: Final = " | "
_LEAST_ROWS: Final = 2
_MARK: Final = re.compile(r"(?:[-–—•*·]|\d{1,3}[.)])\s+")
_STOPPED: Final = re.compile(r"[.!?…:][\s»”\"')]*\Z")
_NEW: Final = f"{CHANGES} changes nouveautés nouveaux nouvelle new changent"
"""What is headed by one of these words is what changes."""
_LONGEST_LINE: Final = 200


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Lines one below the other, each a sentence, with what stands over them: their ``head``. In a table, ``column`` is
    the place of the cells that the head names."""

    head: str
    rows: tuple[Span, ...]
    column: int | None = None

    def item(self, passage: Passage, row: Span) -> Span:
        """Where the words of the item stand in ``row``: the cell of its column, or the line without its mark."""
        text = passage.text[row[0] - passage.start : row[1] - passage.start]
        if self.column is not None:
            cells = text.split(CELLS)
            before = sum(len(cell) + len(CELLS) for cell in cells[: self.column])
            return row[0] + before, row[0] + before + len(cells[self.column])
        mark = _MARK.match(text)
        start = mark.end() if mark else 0
        return row[0] + start, row[0] + max(start, len(text.rstrip(" ;,.")))


def enumerated(asked: str, passage: Passage) -> Enumeration | None:
    """The lines of ``passage`` that enumerate what ``asked``, a question for a list, asks for; None where none do."""
    kind = kind_asked_for(asked)
    if kind is None:
        return None
    return next((found for words in _headings(kind) for found in _named(words, passage)), None)


def _headings(kind: str) -> Iterator[frozenset[str]]:
    """The stems that a heading over things of this ``kind`` has, in its own words first, then in those of the other
    language; what is new goes by several."""
    its = _stemmed(kind)
    yield its
    if not its.isdisjoint(_stemmed(_NEW)):
        yield from map(_stemmed, _NEW.split())
    for lang, other in permutations(STEMMERS, 2):
        yield from (frozenset({stem}) for stem in sorted(stems_across(lang, other).get(stem_of(kind, lang), ())))


def heads_of(passage: Passage) -> frozenset[Span]:
    """The rows of ``passage`` that are the heads of tables: they name columns and tell no item."""
    return frozenset(table[0] for table in _tables(passage))


def _named(kind: frozenset[str], passage: Passage) -> Iterator[Enumeration]:
    for rows in _tables(passage):
        head = _text(passage, rows[0])
        for column, cell in enumerate(head.split(CELLS)):
            full = tuple(row for row in rows[1:] if len(_text(passage, row).split(CELLS)) > column)
            if kind <= _stemmed(cell) and len(full) >= _LEAST_ROWS:
                yield Enumeration(head, full, column)
    for rows in _lists(passage):
        place = passage.sentences.index(rows[0])
        before = _text(passage, passage.sentences[place - 1]) if place else ""
        if kind <= _stemmed(before) and before.endswith(":"):
            yield Enumeration(before, rows)
        if kind <= _stemmed(_text(passage, rows[0])) and len(rows) > _LEAST_ROWS:
            yield Enumeration(_text(passage, rows[0]), rows[1:])
        if kind <= _stemmed(passage.section or ""):
            yield Enumeration(passage.section or "", rows)


def _tables(passage: Passage) -> list[tuple[Span, ...]]:
    return [rows for rows in _runs(passage) if all(CELLS in _text(passage, row) for row in rows)]


def _lists(passage: Passage) -> list[tuple[Span, ...]]:
    return [rows for rows in _runs(passage) if not any(CELLS in _text(passage, row) for row in rows)]


def _runs(passage: Passage) -> Iterator[tuple[Span, ...]]:
    """The sentences that are lines, one right below the other."""
    run: list[Span] = []
    for span in passage.sentences:
        if run and not _is_below(passage, run[-1], span):
            yield from _whole(passage, run)
            run = []
        run.append(span)
    yield from _whole(passage, run)


def _whole(passage: Passage, run: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    if len(run) >= _LEAST_ROWS and all(len(_text(passage, one)) <= _LONGEST_LINE for one in run):
        yield tuple(run)


def _is_below(passage: Passage, one: Span, other: Span) -> bool:
    """Whether ``other`` is the line below ``one``; with a blank line between, neither is a sentence with its stop."""
    between = passage.text[one[1] - passage.start : other[0] - passage.start].replace(" ", "")
    return between == "\n" or (
        between == "\n\n" and not any(_STOPPED.search(_text(passage, each)) for each in (one, other))
    )


def _text(passage: Passage, span: Span) -> str:
    return passage.text[span[0] - passage.start : span[1] - passage.start]


def _stemmed(text: str) -> frozenset[str]:
    return frozenset(stem for lang in STEMMERS for stem in stems(text, lang))
