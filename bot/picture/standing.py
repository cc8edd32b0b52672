"""Where the events of a timeline stand on its axis: from when to when, on which track."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

from bot.picture.axis import FoldedAxis
from index.edtf import OPEN, Precision, first_day, last_day, turning_point
from index.timeline import TimelineEvent

_MOST_TRACKS: Final = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """An event as it is drawn: its first and last day as ordinals, whether it goes on after, its words."""

    event: TimelineEvent
    begin: int
    end: int
    goes_on: bool
    comes_before: bool
    lines: tuple[str, ...] = ()

    @classmethod
    def of(cls, event: TimelineEvent) -> Self:
        """``event``, without words yet."""
        begin, slash, finish = event.date.partition("/")
        point = turning_point(event.date)
        return cls(
            event,
            first_day(point).toordinal(),
            last_day(point).toordinal() + 1,
            goes_on=bool(slash) and finish in (OPEN, ""),
            comes_before=bool(slash) and begin in (OPEN, ""),
        )

    def saying(self, lines: tuple[str, ...]) -> Self:
        """The same with these words."""
        return replace(self, lines=lines)

    def point(self, axis: FoldedAxis) -> float:
        """Where its leader line stands."""
        if self.goes_on or self.event.precision is Precision.DAY:
            return axis.x(self.begin)
        if self.comes_before:
            return axis.x(self.end)
        return (axis.x(self.begin) + axis.x(self.end)) / 2


def tracks_for(events: Sequence[Standing], axis: FoldedAxis) -> dict[int, int]:
    """A track for each event, so that marks don't cover each other, as long as there are tracks."""
    ends: list[float] = []
    tracks = {}
    for number, one in enumerate(events):
        point = one.point(axis)
        left, right = min(axis.x(one.begin), point - 9), max(axis.x(one.end), point + 9)
        if one.goes_on:
            right = max(right, point + 50)
        free = next((track for track, end in enumerate(ends) if end + 3 <= left), None)
        if free is None:
            free = len(ends) if len(ends) < _MOST_TRACKS else number % _MOST_TRACKS
        if free == len(ends):
            ends.append(right)
        ends[free] = max(right, ends[free])
        tracks[number] = free
    return tracks
