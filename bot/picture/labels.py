"""Labels above and below an axis, none over another, none crossed by another's leader line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

LANES: Final = 5
"""Rows of labels on each side of the axis."""
_GAP: Final = 18.0
"""Pixels between two labels."""
_SHIFTS: Final = (0.0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -0.95, 0.95)
"""Where a label may stand over its point: shares of half its width."""


@dataclass(frozen=True, slots=True)
class Box:
    """A label to place: the ``x`` of its point and its width, in pixels, and the side it has to be on (0: either)."""

    x: float
    width: float
    side: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label went: its left edge, its lane counted from the axis, and which side (1 above, -1 below)."""

    left: float
    lane: int
    side: int


def placed(boxes: Sequence[Box], left: float, right: float, most: int) -> list[Placed | None]:
    """A place between ``left`` and ``right`` for as many of ``boxes`` as there is room for, ``most`` at most, the
    first served first; None for the others."""
    taken: list[tuple[Box, Placed]] = []
    places: list[Placed | None] = []
    for box in boxes:
        first = box.side or (1 if len(taken) % 2 == 0 else -1)
        candidates = _candidates(box, left, right, first) if len(taken) < most else ()
        place = next((place for place in candidates if _fits(box, place, taken)), None)
        places.append(place)
        if place is not None:
            taken.append((box, place))
    return places


def _candidates(box: Box, left: float, right: float, first: int) -> Iterator[Placed]:
    for lane in range(LANES):
        for side in (first,) if box.side else (first, -first):
            for shift in _SHIFTS:
                start = box.x - box.width / 2 + shift * box.width / 2
                start = min(max(start, left), right - box.width)
                if start - 1 <= box.x <= start + box.width + 1:
                    yield Placed(start, lane, side)


def _fits(box: Box, place: Placed, taken: Sequence[tuple[Box, Placed]]) -> bool:
    for other, there in taken:
        if there.side != place.side:
            continue
        if there.lane == place.lane and _meet(place.left, box.width, there.left, other.width):
            return False
        if there.lane > place.lane and _crosses(other.x, place.left, box.width):
            return False
        if there.lane < place.lane and _crosses(box.x, there.left, other.width):
            return False
        if abs(box.x - other.x) < 1 and there.lane == place.lane:
            return False
    return True


def _meet(left: float, width: float, other_left: float, other_width: float) -> bool:
    return left < other_left + other_width + _GAP and other_left < left + width + _GAP


def _crosses(x: float, left: float, width: float) -> bool:
    return left - _GAP / 2 < x < left + width + _GAP / 2
