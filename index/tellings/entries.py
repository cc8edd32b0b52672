"""From all that is told of a subject to the entries of its timeline: which tellings are one event, which events are the
most told and the most specific."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from index.edtf import OPEN, Precision, last_day, precision_of
from index.events.event import ArticleEvent, Level, Mark, Participant
from index.events.languages.action import Action
from index.tellings.comparable import Comparable, Subject, comparables, dated
from index.tellings.disputes import DISPUTED_WITHIN, disputed
from index.tellings.merging import Group, grouped
from index.tellings.told import Held, Tellings

_LONGEST_MONTH: Final = 31
_DAYS_OF_YEAR: Final = 365.2425
_SEVERAL: Final = 2.0
_MOST_COUNTED: Final = 4
_AGAIN: Final = 0.5
_LEADING: Final = 0.5
_CHANGING: Final = 0.6
_DOING: Final = 0.8
_NAMED: Final = 1.5
_SURE: Final = 1.0
_OWN: Final = 0.8
_FINE: Final = 0.5
_DENIED: Final = 2.0
_CROWDED: Final = 0.15
"""What each kind of weight counts, and a year's further events lose; set by hand, beside gold timelines."""
_CHANGES: Final = frozenset(
    action.value
    for action in (
        *(Action.BUY, Action.SELL, Action.LAUNCH, Action.CLOSE, Action.FINE, Action.ALLOW, Action.FORBID),
        *(Action.SUE, Action.BREACH, Action.LAY_OFF),
    )
)
"""What leaves its subject other than it was."""
_FINENESS: Final = {Precision.DAY: 3, Precision.MONTH: 2, Precision.SEASON: 1}


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a timeline: the first and last day (as ordinals) of its finest date, its rank (0 for the most told),
    the rows of its tellings, the finest dated first, the dates that other articles give for it, the weight that it is
    ranked by, and whether a telling dates it, rather than by the year of something (« son rapport de 2018 »)."""

    begin: int
    end: int
    rank: int
    rows: tuple[int, ...]
    disputed: tuple[str, ...] = ()
    weight: float = 0.0
    is_dated: bool = True


def tie(event: ArticleEvent, subject: Subject, least: float = 0.0) -> Participant | None:
    """How ``subject`` belongs to ``event``: the surest way first, itself before what it owns; None if it does not, or
    less surely than ``least``."""
    own = [one for one in event.participants if one.key in subject.family and one.sureness >= least]
    return min(own, key=lambda one: (one.level, one.key != subject.key, -one.sureness), default=None)


def entries(told: Iterable[tuple[int, ArticleEvent]], subject: Subject) -> tuple[Entry, ...]:
    """The entries of the timeline of ``subject``, in date order; ``told`` are its events with their rows."""
    pairs = list(told)
    ready = comparables([event for _, event in pairs], subject)
    its = Held(dict(zip((row for row, _ in pairs), ready, strict=True)))
    dates = [dated(row, event.date, event.article_id, event.expression) for row, event in pairs]
    return entries_of_groups(grouped(dates, its), its, subject)


def entries_of_groups(
    groups: Iterable[Group],
    told: Tellings,
    subject: Subject,
    before: Iterable[Entry] = (),
    anew: Set[int] = frozenset(),
) -> tuple[Entry, ...]:
    """The entries that ``groups`` make, in date order; those of ``before`` that have the same rows, none of which is
    ``anew``, are not looked at again."""
    ordered = sorted(groups, key=_when)
    earlier = {one.rows: one for one in before}
    known = {rows: one for rows, one in earlier.items() if anew.isdisjoint(rows)}
    rows_of = [group.rows for group in ordered]
    around = _Around(ordered, told)
    came = {group.first.begin for group, rows in zip(ordered, rows_of, strict=True) if rows not in known}
    went = {one.begin for rows, one in earlier.items() if rows not in known}
    went.update(known[rows].begin for rows in known.keys() - set(rows_of))
    is_stirred = around.within_reach(came | went)
    made = []
    for place, (group, rows) in enumerate(zip(ordered, rows_of, strict=True)):
        one = known.get(rows)
        weight = one.weight if one is not None else _weight(group.told, subject)
        other_dates = disputed(group.told, around.near(place)) if one is None or is_stirred[place] else one.disputed
        is_dated = one.is_dated if one is not None else _is_dated(group.told)
        made.append(Entry(group.first.begin, group.first.end, 0, rows, tuple(other_dates), weight, is_dated))
    ranks = _ranks(made)
    return tuple(replace(one, rank=ranks[place]) for place, one in enumerate(made))


def _is_dated(group: Sequence[Comparable]) -> bool:
    """Whether a telling says when it happened; a day or a month says so even of the thing that it tells apart."""
    return any(not one.event.says_which or one.end - one.begin < _LONGEST_MONTH for one in group)


def _ranks(made: Sequence[Entry]) -> dict[int, int]:
    """The rank of each entry by its place: the weightiest first, each further one of a year a little later, so that
    every year keeps something; those that nothing dates last."""
    of_year: Counter[float] = Counter()
    late: dict[int, float] = {}
    for place in sorted(range(len(made)), key=lambda place: (not made[place].is_dated, -made[place].weight)):
        year = made[place].begin // _DAYS_OF_YEAR
        late[place] = made[place].weight - _CROWDED * of_year[year]
        of_year[year] += 1
    return {
        place: rank
        for rank, place in enumerate(sorted(late, key=lambda place: (not made[place].is_dated, -late[place])))
    }


def _weight(group: Sequence[Comparable], subject: Subject) -> float:
    """What brings an event to the front: told by several in their own words, or again, in a lead; done, and changing
    what the subject is; surely its own and named; finely dated."""
    own_words = {one.copied: one for one in group}.values()
    ties = [tied for one in group if (tied := tie(one.event, subject)) is not None]
    actions = {action for one in group for action in one.actions}
    return (
        _SEVERAL * min(len({one.event.article_id for one in own_words}) - 1, _MOST_COUNTED)
        + _AGAIN * (len(own_words) > 1)
        + _LEADING * any(one.is_in_lead for one in group)
        + _CHANGING * (not _CHANGES.isdisjoint(actions))
        + _DOING * bool(actions)
        + _NAMED * any(one.level <= Level.IN_SENTENCE for one in ties)
        + _SURE * max((one.sureness for one in ties), default=0.0)
        + _OWN * any(one.key == subject.key for one in ties)
        + _FINE * _FINENESS.get(precision_of(group[0].event.date), 0)
        - _DENIED * all(one.event.mark is Mark.NEGATED for one in group)
    )


class _Around:
    """Which groups, of all in date order, may tell one of them at another date: those that begin near it."""

    def __init__(self, ordered: Sequence[Group], told: Tellings) -> None:
        self._ordered = ordered
        self._told = told
        self._by_day = sorted(range(len(ordered)), key=lambda place: ordered[place].first.begin)
        self._days = [ordered[place].first.begin for place in self._by_day]

    def near(self, place: int) -> Iterator[Sequence[Comparable]]:
        """The groups near the one at ``place``, with their tellings."""
        others = [self._ordered[other] for other in self._places(self._ordered[place].first.begin) if other != place]
        self._told.ready(row for group in others for row in group.rows)
        for group in others:
            yield group.told

    def within_reach(self, days: Iterable[int]) -> Sequence[bool]:
        """By place, whether a group is near one that begins on one of ``days``."""
        found = [False] * len(self._ordered)
        for day in days:
            for place in self._places(day):
                found[place] = True
        return found

    def _places(self, day: int) -> Sequence[int]:
        reach = DISPUTED_WITHIN + _LONGEST_MONTH
        return self._by_day[bisect_left(self._days, day - reach) : bisect_right(self._days, day + reach)]


def _when(group: Group) -> tuple[object, ...]:
    """In date order, the coarser of two that begin together first; a span from a month or year on begins when that is
    over: « entre fin 2026 et début 2027 » comes after February 2026."""
    first = group.first
    begin, slash, finish = first.date.partition("/")
    is_span = slash and begin not in (OPEN, "") and finish not in (OPEN, "")
    start = last_day(begin).toordinal() if is_span else first.begin
    return (start, -first.end, first.article_id, first.expression)
