"""How long a re-index will go on, by how fast it went so far."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from bot.catalogue import Words
from index.report import Stage


class TimeLeft:
    """Looks on from time to time, and reckons with each stage by itself."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` tells seconds."""
        self._clock = clock
        self._begun: tuple[Stage, float, int] | None = None

    def seconds(self, stage: Stage, done: int, total: int) -> float | None:
        """The seconds until ``total`` items of ``stage`` are done, of which ``done`` are; None when nothing tells."""
        now = self._clock()
        if self._begun is None or self._begun[0] is not stage:
            self._begun = (stage, now, done)
        _, since, before = self._begun
        if done <= before or done >= total:
            return None
        return (now - since) * (total - done) / (done - before)


def minutes_text(seconds: float, words: Words) -> str:
    """About how many minutes those ``seconds`` are, rounded up."""
    return words("minutes-left", minutes=math.ceil(seconds / 60))
