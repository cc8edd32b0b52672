"""When a feed, or a page that could not be had, is asked for again."""

from __future__ import annotations

from secrets import SystemRandom
from typing import Final

MINUTE: Final = 60.0
DAY: Final = 86_400.0
USUAL: Final = 30 * MINUTE
"""Seconds between two looks at a feed that doesn't say how often it wants to be asked."""
SHORTEST: Final = 15 * MINUTE
LONGEST: Final = DAY
_chance: Final = SystemRandom()


def next_look(period: float | None, asked: float | None = None) -> float:
    """Seconds until a feed that was read is looked at again: its own ``period``, within bounds, not sooner than the
    server ``asked``, and not in step with everybody else."""
    return max(min(max(period or USUAL, SHORTEST), LONGEST) * _chance.uniform(1.0, 1.1), asked or 0.0)


def backed_off(failures: int, asked: float | None = None) -> float:
    """Seconds until what failed ``failures`` times in a row is tried again: twice as long each time, up to a day, with
    jitter, and not sooner than the server ``asked`` (a week at the most)."""
    wait: float = min(SHORTEST * 2 ** min(failures - 1, 10), LONGEST) * _chance.uniform(0.75, 1.25)
    return max(wait, min(asked or 0.0, 7 * DAY))
