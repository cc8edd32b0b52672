"""The timelines of subjects much is told of, made ready at indexing: merging thousands of tellings takes a while."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.entities.book.entity import EntityBook
from index.events.whose.belonging import POSSIBLY, SURELY
from index.tellings.comparable import Dated, Setting, Subject, rarity, subject_of, words_of
from index.tellings.crowd import Crowd
from index.tellings.entries import Entry, entries, entries_of_groups
from index.tellings.regrouping import Before, regrouped
from index.tellings.stored import Changed, Events, Ready, write_ready
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
    ready: dict[str, Ready | None] = {}
    with closing(Events(path)) as events:
        for entity in book:
            subject = subject_of(entity.id, book)
            if grown is None:
                ready[entity.id] = _ready(_whole(events, subject), events, subject)
            elif not subject.family.isdisjoint(grown.changed.keys):
                ready[entity.id] = _ready(_regrown(events, subject, grown), events, subject)
    write_ready(path, ready)
    return sum(map(bool, ready.values()))


def _ready(its: tuple[Entry, ...], events: Events, subject: Subject) -> Ready | None:
    return Ready(its, events.count_with(subject.family, POSSIBLY, SURELY)) if its else None


def _whole(events: Events, subject: Subject) -> tuple[Entry, ...]:
    rows = events.rows_with(subject.family, SURELY)
    return entries(zip(rows, events.read(rows), strict=True), subject) if len(rows) >= MUCH else ()


def _regrown(events: Events, subject: Subject, grown: Grown) -> tuple[Entry, ...]:
    """The entries as :func:`_whole` makes them, from those that there were."""
    rows = events.rows_with(subject.family, SURELY)
    ready = grown.before.ready_of(subject.key)
    if ready is None or len(rows) < MUCH:
        return _whole(events, subject)
    before = ready.entries
    earlier = grown.before.rows_with(subject.family, SURELY)
    came = [row for row in rows if row in grown.changed.rows]
    went = sorted(set(earlier) - set(rows).difference(came))
    counts = grown.before.beside(earlier)
    dates_before = _dates(grown.before, earlier)
    was = _setting(subject, counts, dates_before)
    counts.subtract(grown.before.beside(went))
    counts.update(events.beside(came))
    counts = +counts
    dates = {row: dates_before[row] for row in set(earlier).difference(went)} | _dates(events, came)
    now = _setting(subject, counts, dates)
    anew = grown.changed.rows.union(
        events.rows_with([name for name in counts if _tells_otherwise(name, was, now)]),
        (row for row, one in dates.items() if row in dates_before and _is_crowded_otherwise(one, was, now)),
    )
    told, told_before = Read(events.read, now), Read(grown.before.read, was)
    before_it = Before(dates_before, [one.rows for one in before], told_before)
    groups = regrouped([dates[row] for row in rows], told, before_it, anew)
    return entries_of_groups(groups, told, subject, before, anew)


def _setting(subject: Subject, counts: Mapping[str, int], dates: Mapping[int, Dated]) -> Setting:
    """The timeline of ``subject`` with tellings of these ``dates``, and names that stand in so many of them."""
    names = counts.keys() - {subject.key} - subject.owners
    rare = rarity({name: counts[name] for name in names}, len(dates))
    return Setting(subject, rare, Crowd((one.begin, one.end) for one in dates.values()))


def _tells_otherwise(name: str, was: Setting, now: Setting) -> bool:
    """Whether a name, or a word of it, tells more or less than before."""
    return any(was.rare.get(one) != now.rare.get(one) for one in (name, *words_of(name)))


def _is_crowded_otherwise(one: Dated, was: Setting, now: Setting) -> bool:
    return was.crowd.around(one.begin, one.end) != now.crowd.around(one.begin, one.end)


def _dates(events: Events, rows: Sequence[int]) -> dict[int, Dated]:
    return {one.row: one for one in events.dates(rows)}
