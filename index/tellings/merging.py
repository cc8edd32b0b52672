"""The same event told several times becomes one: tellings in groups that agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from index.tellings.agreement import SAME, agreement, are_side_by_side
from index.tellings.comparable import Comparable, Copied

COPIES_KEPT: Final = 3
_COMPARED: Final = 6
"""Tellings of a group, the finest dated, that another is compared with."""


def merged(events: Iterable[Comparable]) -> list[list[Comparable]]:
    """``events`` in groups that each tell one event, the finest date of a group first.

    An event joins the group it agrees with most, if all dates of that group overlap its own. Of one text in many
    articles, an agency's, COPIES_KEPT are kept: it counts no more for being copied.
    """
    groups: list[_Group] = []
    copies: dict[Copied, _Group] = {}
    times: Counter[Copied] = Counter()
    for event in sorted(events, key=lambda one: (one.end - one.begin, one.event.date)):
        copied = event.copied
        times[copied] += 1
        if copied in copies and (times[copied] > COPIES_KEPT or copies[copied].agreement(event) >= SAME):
            if times[copied] <= COPIES_KEPT:
                copies[copied].add(event)
            continue
        overlapping = [group for group in groups if group.begin <= event.end and event.begin <= group.end]
        scored = [(group.agreement(event), -place) for place, group in enumerate(overlapping)]
        best, place = max(scored, default=(0.0, 0))
        if best >= SAME:
            overlapping[-place].add(event)
            copies[copied] = overlapping[-place]
        else:
            groups.append(_Group(event))
            copies[copied] = groups[-1]
    return [group.members for group in groups]


class _Group:
    """Tellings of one event; ``begin`` to ``end`` is what all their dates have in common."""

    def __init__(self, first: Comparable) -> None:
        self.members = [first]
        self.begin, self.end = first.begin, first.end

    def add(self, event: Comparable) -> None:
        self.members.append(event)
        self.begin, self.end = max(self.begin, event.begin), min(self.end, event.end)

    def agreement(self, event: Comparable) -> float:
        if any(are_side_by_side(event.event, member.event) for member in self.members):
            return 0.0
        return max(agreement(event, member) for member in self.members[:_COMPARED])
