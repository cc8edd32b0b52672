"""The same event told several times becomes one: tellings in groups that agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final

from index.tellings.agreement import SAME, agreement, are_contrary, are_side_by_side
from index.tellings.comparable import Comparable, Copied, Dated, dated
from index.tellings.told import Held, Tellings

_SHELF: Final = 32
"""Days; groups are looked up by what they have in common with stretches of so many."""
_WIDE: Final = 400
"""Days of a group that would lie on too many of them."""
COPIES_KEPT: Final = 3
_COMPARED: Final = 6
"""Tellings of a group, the finest dated, that another is compared with."""


def merged(events: Iterable[Comparable]) -> list[list[Comparable]]:
    """As :func:`grouped`, of ``events`` at hand."""
    told = list(events)
    its = [dated(row, one.event.date, one.event.article_id, one.event.expression) for row, one in enumerate(told)]
    return [group.told for group in grouped(its, Held(dict(enumerate(told))))]


def grouped(dates: Iterable[Dated], told: Tellings) -> list[Group]:
    """The tellings with such ``dates`` in groups that each tell one event, the finest date of a group first.

    A telling joins the group it agrees with most, if all dates of that group overlap its own. Of one text in many
    articles, an agency's, COPIES_KEPT are kept: it counts no more for being copied.
    """
    groups = Groups(told)
    for _, of_date in groupby(sorted(dates, key=turn), key=attrgetter("date")):
        copies = Copies(told)
        for one in of_date:
            if not copies.take(one).is_copy:
                copies.note(one, groups.take(one, groups.overlapping(one)))
    return groups.every


def turn(one: Dated) -> tuple[int, str, int]:
    """By what tellings are sorted to be merged: finely dated ones first, those of one date together."""
    return (one.end - one.begin, one.date, one.row)


class Group:
    """Tellings of one event; ``begin`` to ``end`` is what all their dates have in common, ``place`` tells how many
    groups began before."""

    def __init__(self, first: Dated, place: int, told: Tellings) -> None:
        self.members = [first]
        self.begin, self.end = first.begin, first.end
        self.place = place
        self._told = told

    @property
    def first(self) -> Dated:
        """The telling it began with."""
        return self.members[0]

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of its tellings."""
        return tuple(member.row for member in self.members)

    @property
    def told(self) -> list[Comparable]:
        """Its tellings."""
        return [self._told[member.row] for member in self.members]

    def add(self, one: Dated) -> None:
        """Take in a telling."""
        self.members.append(one)
        self.begin, self.end = max(self.begin, one.begin), min(self.end, one.end)

    def overlaps(self, one: Dated) -> bool:
        """Whether all its dates overlap that of ``one``."""
        return self.begin <= one.end and one.begin <= self.end

    def agreement(self, one: Dated) -> float:
        """How likely ``one`` tells the same; 0 where that is less than SAME."""
        return agreement_with(self.told, self._told[one.row])


def agreement_with(members: Sequence[Comparable], event: Comparable) -> float:
    """How likely ``event`` is what ``members`` of a group tell; 0 where that is less than SAME."""
    best = max(agreement(event, member) for member in members[:_COMPARED])
    if best < SAME or any(_are_two(event, member) for member in members):
        return 0.0
    return best


def _are_two(one: Comparable, other: Comparable) -> bool:
    """Whether they are two events, whatever else tells either: beside each other, or one denied and one not."""
    return are_side_by_side(one, other) or are_contrary(one, other)


@dataclass(frozen=True, slots=True)
class Copy:
    """Whether a telling ``is_copy``, and the group it joined as such, if it was not left out."""

    is_copy: bool
    group: Group | None = None


class Copies:
    """Who told each text of one date first, and how many did."""

    def __init__(self, told: Tellings) -> None:
        self._told = told
        self._of: dict[Copied, Group] = {}
        self._times: Counter[Copied] = Counter()

    def take(self, one: Dated) -> Copy:
        """Whether ``one`` is a copy; it then joins the other ones, or is left out where these are enough."""
        copied = self._told[one.row].copied
        self._times[copied] += 1
        group, is_enough = self._of.get(copied), self._times[copied] > COPIES_KEPT
        if group is None or not (is_enough or group.agreement(one) >= SAME):
            return Copy(is_copy=False)
        if is_enough:
            return Copy(is_copy=True)
        group.add(one)
        return Copy(is_copy=True, group=group)

    def note(self, one: Dated, group: Group) -> None:
        """Remember that ``one`` is in ``group``."""
        self._of[self._told[one.row].copied] = group


class Groups:
    """All groups, in the order of their beginning, and which of them may overlap some days: of a much-told subject most
    lie years apart."""

    def __init__(self, told: Tellings) -> None:
        self.every: list[Group] = []
        self._told = told
        self._shelves: defaultdict[int, list[int]] = defaultdict(list)
        self._wide: list[int] = []

    def take(self, one: Dated, candidates: Sequence[Group]) -> Group:
        """Put ``one`` into the group of ``candidates`` that it agrees with most, else into a new one."""
        scored = [(group.agreement(one), -group.place) for group in candidates]
        best, place = max(scored, default=(0.0, 0))
        if best < SAME:
            return self.begin(one)
        self.every[-place].add(one)
        return self.every[-place]

    def begin(self, one: Dated) -> Group:
        """A new group of ``one``."""
        place = len(self.every)
        self.every.append(Group(one, place, self._told))
        if one.end - one.begin > _WIDE:
            self._wide.append(place)
        else:
            for shelf in _shelves(one):
                self._shelves[shelf].append(place)
        return self.every[place]

    def overlapping(self, one: Dated) -> list[Group]:
        """The groups whose dates overlap those of ``one``, in order."""
        if one.end - one.begin > _WIDE:
            near: Iterable[int] = range(len(self.every))
        else:
            found = {place for shelf in _shelves(one) for place in self._shelves.get(shelf, ())}
            near = sorted(found.union(self._wide))
        return [group for place in near if (group := self.every[place]).overlaps(one)]


def _shelves(one: Dated) -> range:
    return range(one.begin // _SHELF, one.end // _SHELF + 1)
