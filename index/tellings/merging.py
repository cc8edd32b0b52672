"""The same event told several times becomes one: tellings in groups that agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from index.tellings.agreement import SAME, agreement, are_side_by_side
from index.tellings.comparable import Comparable, Copied

_SHELF: Final = 32
"""Days; groups are looked up by what they have in common with stretches of so many."""
_WIDE: Final = 400
"""Days of a group that would lie on too many of them."""
COPIES_KEPT: Final = 3
_COMPARED: Final = 6
"""Tellings of a group, the finest dated, that another is compared with."""


def merged(events: Iterable[Comparable]) -> list[list[Comparable]]:
    """``events`` in groups that each tell one event, the finest date of a group first.

    An event joins the group it agrees with most, if all dates of that group overlap its own. Of one text in many
    articles, an agency's, COPIES_KEPT are kept: it counts no more for being copied.
    """
    groups = _Groups()
    copies: dict[Copied, _Group] = {}
    times: Counter[Copied] = Counter()
    for event in sorted(events, key=lambda one: (one.end - one.begin, one.event.date)):
        copied = event.copied
        times[copied] += 1
        if copied in copies and (times[copied] > COPIES_KEPT or copies[copied].agreement(event) >= SAME):
            if times[copied] <= COPIES_KEPT:
                copies[copied].add(event)
            continue
        overlapping = groups.overlapping(event)
        scored = [(group.agreement(event), -place) for place, group in enumerate(overlapping)]
        best, place = max(scored, default=(0.0, 0))
        if best >= SAME:
            overlapping[-place].add(event)
            copies[copied] = overlapping[-place]
        else:
            copies[copied] = groups.begun_by(event)
    return [group.members for group in groups.every]


class _Group:
    """Tellings of one event; ``begin`` to ``end`` is what all their dates have in common."""

    def __init__(self, first: Comparable) -> None:
        self.members = [first]
        self.begin, self.end = first.begin, first.end

    def add(self, event: Comparable) -> None:
        self.members.append(event)
        self.begin, self.end = max(self.begin, event.begin), min(self.end, event.end)

    def agreement(self, event: Comparable) -> float:
        """How likely ``event`` is the one told; 0 where that is less than SAME."""
        best = max(agreement(event, member) for member in self.members[:_COMPARED])
        if best < SAME or any(are_side_by_side(event.event, member.event) for member in self.members):
            return 0.0
        return best


class _Groups:
    """All groups, in the order of their beginning, and which of them may overlap some days: of a much-told subject most
    lie years apart."""

    def __init__(self) -> None:
        self.every: list[_Group] = []
        self._shelves: defaultdict[int, list[int]] = defaultdict(list)
        self._wide: list[int] = []

    def begun_by(self, event: Comparable) -> _Group:
        place = len(self.every)
        self.every.append(_Group(event))
        if event.end - event.begin > _WIDE:
            self._wide.append(place)
        else:
            for shelf in _shelves(event):
                self._shelves[shelf].append(place)
        return self.every[place]

    def overlapping(self, event: Comparable) -> list[_Group]:
        """The groups whose dates overlap those of ``event``, in order."""
        if event.end - event.begin > _WIDE:
            near: Iterable[int] = range(len(self.every))
        else:
            found = {place for shelf in _shelves(event) for place in self._shelves.get(shelf, ())}
            near = sorted(found.union(self._wide))
        chosen = (self.every[place] for place in near)
        return [one for one in chosen if one.begin <= event.end and event.begin <= one.end]


def _shelves(event: Comparable) -> range:
    return range(event.begin // _SHELF, event.end // _SHELF + 1)
