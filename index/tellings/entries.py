"""From all that is told of a subject to the entries of its timeline: which tellings are one event, which events are the
most told and the most specific."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.edtf import OPEN, Precision, last_day, precision_of
from index.events.event import ArticleEvent, Mark, Participant
from index.tellings.merging import DISPUTED_WITHIN, Comparable, Subject, comparable, disputed, merged

_LONGEST_MONTH: Final = 31
_FINENESS: Final = {Precision.DAY: 3, Precision.MONTH: 2, Precision.SEASON: 1}


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a timeline: the first and last day (as ordinals) of its finest date, its rank (0 for the most told),
    the rows of its tellings, the finest dated first, and the dates that other articles give for it."""

    begin: int
    end: int
    rank: int
    rows: tuple[int, ...]
    disputed: tuple[str, ...] = ()


def tie(event: ArticleEvent, subject: Subject, least: float = 0.0) -> Participant | None:
    """How ``subject`` belongs to ``event``: the surest way first, itself before what it owns; None if it does not, or
    less surely than ``least``."""
    own = [one for one in event.participants if one.key in subject.family and one.sureness >= least]
    return min(own, key=lambda one: (one.level, one.key != subject.key, -one.sureness), default=None)


def entries(told: Iterable[tuple[int, ArticleEvent]], subject: Subject) -> tuple[Entry, ...]:
    """The entries of the timeline of ``subject``, in date order; ``told`` are its events with their rows."""
    rows: dict[int, int] = {}
    ready: list[Comparable] = []
    for row, event in told:
        rows[id(event)] = row
        ready.append(comparable(event, subject))
    groups = sorted(merged(ready), key=_when)
    ranked = sorted(range(len(groups)), key=lambda place: _weight(groups[place]), reverse=True)
    ranks = {place: rank for rank, place in enumerate(ranked)}
    return tuple(
        Entry(
            group[0].begin,
            group[0].end,
            ranks[place],
            tuple(rows[id(one.event)] for one in group),
            tuple(disputed(group, _near(place, groups))),
        )
        for place, group in enumerate(groups)
    )


def _weight(group: Sequence[Comparable]) -> tuple[float, ...]:
    """What brings an event to the front: told by many in their own words, done, of the subject itself, saying what
    happened, finely dated."""
    return (
        len({one.event.article_id for one in {one.copied: one for one in group}.values()}),
        any(one.event.mark is not Mark.NEGATED for one in group),
        any(one.event.actions for one in group) + any(one.is_of_subject for one in group),
        _FINENESS.get(precision_of(group[0].event.date), 0),
        len(group),
    )


def _near(place: int, groups: Sequence[Sequence[Comparable]]) -> Iterator[Sequence[Comparable]]:
    """The groups around the one at ``place``, in date order, that may tell it at another date."""
    here = groups[place][0]
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(groups) and abs(groups[other][0].begin - here.begin) <= DISPUTED_WITHIN + _LONGEST_MONTH:
            yield groups[other]
            other += step


def _when(group: Sequence[Comparable]) -> tuple[object, ...]:
    """In date order, the coarser of two that begin together first; a span from a month or year on begins when that is
    over: « entre fin 2026 et début 2027 » comes after February 2026."""
    first = group[0]
    begin, slash, finish = first.event.date.partition("/")
    is_span = slash and begin not in (OPEN, "") and finish not in (OPEN, "")
    start = last_day(begin).toordinal() if is_span else first.begin
    return (start, -first.end, first.event.article_id, first.event.expression)
