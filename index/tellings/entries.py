"""From all that is told of a subject to the entries of its timeline: which tellings are one event, which events are the
most told and the most specific."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.edtf import OPEN, Precision, last_day, precision_of
from index.events.event import ArticleEvent, Level, Mark, Participant
from index.events.languages.action import Action
from index.tellings.comparable import Comparable, Subject, comparables
from index.tellings.disputes import DISPUTED_WITHIN, disputed
from index.tellings.merging import merged

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


def entries(
    told: Iterable[tuple[int, ArticleEvent]], subject: Subject, *, only_dated: bool = True
) -> tuple[Entry, ...]:
    """The entries of the timeline of ``subject``, in date order; ``told`` are its events with their rows. Those that no
    telling dates, but by the year of something (« son rapport de 2018 »), are left out when ``only_dated``."""
    pairs = list(told)
    rows = {id(event): row for row, event in pairs}
    found = merged(comparables([event for _, event in pairs], subject))
    groups = sorted((group for group in found if _is_dated(group) or not only_dated), key=_when)
    ranks = _ranks(groups, subject)
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


def _is_dated(group: Sequence[Comparable]) -> bool:
    """Whether a telling says when it happened; a day or a month says so even of the thing that it tells apart."""
    return any(not one.event.says_which or one.end - one.begin < _LONGEST_MONTH for one in group)


def _ranks(groups: Sequence[Sequence[Comparable]], subject: Subject) -> dict[int, int]:
    """The rank of each of ``groups`` by its place: the weightiest first, each further one of a year a little later, so
    that every year keeps something."""
    weights = {place: _weight(group, subject) for place, group in enumerate(groups)}
    of_year: Counter[float] = Counter()
    late: dict[int, float] = {}
    for place in sorted(weights, key=lambda place: -weights[place]):
        year = groups[place][0].begin // _DAYS_OF_YEAR
        late[place] = weights[place] - _CROWDED * of_year[year]
        of_year[year] += 1
    return {place: rank for rank, place in enumerate(sorted(late, key=lambda place: -late[place]))}


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
