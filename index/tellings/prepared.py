"""The timelines of subjects much is told of, made ready at indexing: merging thousands of tellings takes a while."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from typing import Final

from index.entities.entity import EntityBook
from index.events.belonging import SURELY
from index.tellings.comparable import subject_of
from index.tellings.entries import Entry, entries, tie
from index.tellings.stored import Events, write_entries

MUCH: Final = 150
"""Tellings from which a subject's entries are made ready; fewer are merged in some milliseconds when asked for."""


def prepare_entries(path: Path, book: EntityBook, touched: Collection[str] | None = None) -> int:
    """Add to the events at ``path`` the entries of each entity of ``book`` that much is told of; how many those are.
    With ``touched``, only of those to whom one of these belongs: for the others nothing has changed."""
    ready: dict[str, tuple[Entry, ...]] = {}
    with closing(Events(path)) as events:
        for entity in book:
            subject = subject_of(entity.id, book)
            if touched is not None and subject.family.isdisjoint(touched):
                continue
            ready[entity.id] = ()
            rows = events.rows_with(subject.family, SURELY)
            if len(rows) >= MUCH:
                told = zip(rows, events.read(rows), strict=True)
                ready[entity.id] = entries(((row, one) for row, one in told if tie(one, subject, SURELY)), subject)
    write_entries(path, ready)
    return sum(map(bool, ready.values()))
