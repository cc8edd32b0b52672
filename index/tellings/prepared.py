"""The timelines of subjects much is told of, made ready at indexing: merging thousands of tellings takes a while."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.entities.entity import EntityBook
from index.events.belonging import SURELY
from index.tellings.comparable import Dated, Subject, rarity, subject_of
from index.tellings.entries import Entry, entries, entries_of_groups
from index.tellings.regrouping import Before, regrouped
from index.tellings.stored import Changed, Events, write_entries
from index.tellings.told import Read

MUCH: Final = 150
"""Tellings from which a subject's entries are made ready; fewer are merged in some milliseconds when asked for."""


@dataclass(frozen=True, slots=True)
class Grown:
    """Events that were ``changed`` since those ``before``."""

    before: Events
    changed: Changed


def prepare_entries(path: Path, book: EntityBook, grown: Grown | None = None) -> int:
    """Add to the events at ``path`` the entries of each entity of ``book`` that much is told of; how many those are.
    Where they have ``grown`` from others, only of those to whom something that changed belongs, and of their tellings
    only what that touches is merged again."""
    ready: dict[str, tuple[Entry, ...]] = {}
    with closing(Events(path)) as events:
        for entity in book:
            subject = subject_of(entity.id, book)
            if grown is None:
                ready[entity.id] = _whole(events, subject)
            elif not subject.family.isdisjoint(grown.changed.keys):
                ready[entity.id] = _regrown(events, subject, grown)
    write_entries(path, ready)
    return sum(map(bool, ready.values()))


def _whole(events: Events, subject: Subject) -> tuple[Entry, ...]:
    rows = events.rows_with(subject.family, SURELY)
    return entries(zip(rows, events.read(rows), strict=True), subject) if len(rows) >= MUCH else ()


def _regrown(events: Events, subject: Subject, grown: Grown) -> tuple[Entry, ...]:
    """The entries as :func:`_whole` makes them, from those that there were."""
    rows = events.rows_with(subject.family, SURELY)
    before = grown.before.entries_of(subject.key)
    if not before or len(rows) < MUCH:
        return _whole(events, subject)
    earlier = grown.before.rows_with(subject.family, SURELY)
    came = [row for row in rows if row in grown.changed.rows]
    went = sorted(set(earlier) - set(rows).difference(came))
    counts = grown.before.beside(earlier)
    was_rare = _rarity(counts, len(earlier), subject)
    counts.subtract(grown.before.beside(went))
    counts.update(events.beside(came))
    rare = _rarity(+counts, len(rows), subject)
    other = [name for name, told in rare.items() if was_rare.get(name, told) != told]
    anew = grown.changed.rows.union(events.rows_with(other, SURELY))
    told, told_before = Read(events.read, subject, rare), Read(grown.before.read, subject, was_rare)
    dates_before = _dates(grown.before, earlier)
    dates = {row: dates_before[row] for row in set(earlier).difference(went)} | _dates(events, came)
    was = Before(dates_before, [one.rows for one in before], told_before)
    groups = regrouped([dates[row] for row in rows], told, was, anew)
    return entries_of_groups(groups, told, subject, before, anew)


def _rarity(counts: Mapping[str, int], told: int, subject: Subject) -> dict[str, float]:
    """What names tell that stand beside ``subject`` in so many of its tellings, ``told`` in all."""
    names = counts.keys() - {subject.key} - subject.owners
    return rarity({name: counts[name] for name in names}, told)


def _dates(events: Events, rows: Sequence[int]) -> dict[int, Dated]:
    return {one.row: one for one in events.dates(rows)}
