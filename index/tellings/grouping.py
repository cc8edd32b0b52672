"""Tellings put together: those of one event in one group, each telling compared with the groups whose dates overlap its
own.

Of a subject much is told of, most pairs are of one year and share nothing else. Such a pair is passed over by what is
quickly told of it; only where it might be one event is it looked at in full.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from index.edtf import Precision
from index.events.event import ArticleEvent
from index.tellings.merging import (
    FEATURES,
    LONG,
    MOST_COUNTED,
    SAME,
    Comparable,
    Copied,
    agreement,
    are_apart,
    in_common,
    rare_in_common,
    weights,
)

COPIES_KEPT: Final = 3
_COMPARED: Final = 6
"""Tellings of a group, the finest dated, that another is compared with."""
_SHELF: Final = 32
"""Days; groups are looked up by what they have in common with stretches of so many."""
_WIDE: Final = 400
"""Days of a group that would lie on too many of them."""
_ROUNDING: Final = 1e-6


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
        scored = [(group.agreement(event), -place) for place, group in groups.overlapping(event)]
        best, place = max(scored, default=(0.0, 0))
        if best >= SAME:
            copies[copied] = groups.every[-place]
            copies[copied].add(event)
        else:
            copies[copied] = groups.begun_by(event)
    return [group.members for group in groups.every]


def may_agree(one: Comparable, other: Comparable) -> bool:
    """Whether two tellings may agree so far that they are one event: of those that may not, the agreement is less
    than SAME."""
    if one.end < other.begin or other.end < one.begin:
        return False
    if one.event.article_id == other.event.article_id or not one.numbers.isdisjoint(other.numbers):
        return True
    fitted = _fitted()
    is_equal = one.begin == other.begin and one.end == other.end
    is_across = one.event.lang != other.event.lang
    by_day = is_equal and one.precision is Precision.DAY
    at_most = fitted.at_most
    if is_equal and one.precision is Precision.MONTH:
        at_most += fitted.month
    if not is_equal and max(one.end - one.begin, other.end - other.begin) > LONG:
        at_most += fitted.long
    if one.is_of_subject and other.is_of_subject:
        at_most += fitted.of_subject
    if not one.actions.isdisjoint(other.actions):
        at_most += fitted.shared_action + by_day * fitted.day_action + is_across * fitted.across_action
    if by_day and one.event.is_dated_in_figures and other.event.is_dated_in_figures:
        at_most += fitted.figures_day
    if not one.names.isdisjoint(other.names):
        shared = min(len(one.names & other.names), MOST_COUNTED)
        at_most += shared * (fitted.shared_names + (not is_equal) * fitted.contained_names)
    if are_apart(one.named, other.named):
        at_most += fitted.other_names
    said = fitted.said + by_day * fitted.day_said + (not is_equal) * fitted.contained_said
    if at_most + max(0.0, fitted.rare) + (not is_across) * max(0.0, said) < -_ROUNDING:
        return False
    at_most += fitted.rare * rare_in_common(one, other)
    if not is_across and not one.said.keys().isdisjoint(other.said):
        at_most += said * in_common(one.said, other.said)
    return at_most >= -_ROUNDING


@dataclass(frozen=True, slots=True)
class _Fitted:
    """The weights of what is quickly told; ``at_most``: the bias, and all that what is not looked at could add."""

    at_most: float
    month: float
    long: float
    of_subject: float
    shared_names: float
    contained_names: float
    other_names: float
    shared_action: float
    day_action: float
    across_action: float
    figures_day: float
    rare: float
    said: float
    day_said: float
    contained_said: float


@cache
def _fitted() -> _Fitted:
    bias, *told = weights()
    every = dict(zip(FEATURES, told, strict=True))
    looked_at = {name: every[name] for name in _Fitted.__dataclass_fields__ if name != "at_most"}
    unseen = {"other_numbers", "other_actions", "across", "across_day"}
    return _Fitted(at_most=bias + sum(max(0.0, every[name]) for name in unseen), **looked_at)


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
        compared = [member for member in self.members[:_COMPARED] if may_agree(event, member)]
        best = max((agreement(event, member) for member in compared), default=0.0)
        if best < SAME or any(_side_by_side(event.event, member.event) for member in self.members):
            return 0.0
        return best


class _Groups:
    """All groups, in the order of their beginning, and which of them may overlap some days."""

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

    def overlapping(self, event: Comparable) -> list[tuple[int, _Group]]:
        """The groups whose dates overlap those of ``event``, in order, each with its place."""
        if event.end - event.begin > _WIDE:
            near: Iterable[int] = range(len(self.every))
        else:
            found = {place for shelf in _shelves(event) for place in self._shelves.get(shelf, ())}
            near = sorted(found.union(self._wide))
        chosen = ((place, self.every[place]) for place in near)
        return [(place, one) for place, one in chosen if one.begin <= event.end and event.begin <= one.end]


def _shelves(event: Comparable) -> range:
    return range(event.begin // _SHELF, event.end // _SHELF + 1)


def _side_by_side(one: ArticleEvent, other: ArticleEvent) -> bool:
    """Whether one sentence tells both, of different dates: then they are two events."""
    return one.sentence == other.sentence and one.article_id == other.article_id and one.date != other.date
