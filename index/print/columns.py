"""Pages whose columns are written row by row: the text of each column, then of the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from index.print.page_lines import Line

Row = Sequence[Line]
"""What stands side by side at one height, from left to right."""

FEWEST_ROWS: Final = 3
"""Rows in which a column begins at one place, for it to be one."""
SAME_PLACE: Final = 4.0
"""Points."""
SHORTEST_LINE: Final = 14
"""Characters on average; the cells of a table are shorter."""
RUNNING_SHARE: Final = 0.35
"""Of lines that go on the sentence of the line above, in lower case: prose. Rows of a table begin anew."""


def in_reading_order(rows: Sequence[Row]) -> list[Line]:
    """The lines of a page: a row's parts joined, but column by column where the page has columns of prose."""
    starts = _column_starts(rows)
    if not starts:
        return [_joined(row) for row in rows]
    within = [place for place, row in enumerate(rows) if any(_column(part, starts) for part in row)]
    first, last = within[0], within[-1]
    block = rows[first : last + 1]
    columns = [
        [part for row in block for part in row if _column(part, starts) == number] for number in range(len(starts) + 1)
    ]
    if not all(columns) or not _is_prose(columns):
        return [_joined(row) for row in rows]
    before, after = map(_joined, rows[:first]), in_reading_order(rows[last + 1 :])
    return [*before, *chain.from_iterable(columns), *after]


def _column_starts(rows: Sequence[Row]) -> list[float]:
    """Where columns begin beside the first, from left to right."""
    places = Counter(round(part.x / SAME_PLACE) for row in rows for part in row[1:])
    found: list[float] = []
    for place, count in sorted(places.items()):
        if count >= FEWEST_ROWS and (not found or place * SAME_PLACE - found[-1] > 2 * SAME_PLACE):
            found.append(place * SAME_PLACE)
    return found


def _column(part: Line, starts: Sequence[float]) -> int:
    """0 for the first column; what begins left of the second one is in it."""
    return sum(part.x >= start - SAME_PLACE for start in starts)


def _is_prose(columns: Sequence[Sequence[Line]]) -> bool:
    lines = [line.text for column in columns for line in column]
    going_on = [goes_on for column in columns for goes_on in _going_on(column)]
    if not going_on or sum(map(len, lines)) < SHORTEST_LINE * len(lines):
        return False
    return sum(going_on) >= RUNNING_SHARE * len(going_on)


def _going_on(column: Sequence[Line]) -> Iterator[bool]:
    for above, below in pairwise(column):
        yield below.text[:1].islower() or above.text.endswith(("-", "\u2010", "\u00ad"))


def _joined(row: Row) -> Line:
    longest = max(row, key=lambda part: len(part.text))
    return Line(" ".join(part.text for part in row), row[0].x, longest.y, longest.size, row[0].apart)
