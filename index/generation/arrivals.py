"""Which generation brought each part of an article: what is new is told sentence by sentence.

A typing error that is set right is no news, a paragraph that is added is, and a file that is moved or renamed brings
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.passages.sentences import sentences

FROM_THE_BEGINNING: Final = 0
"""The generation of what was there before anything was remembered: a first index, or one rebuilt from nothing."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """``body[start:end]`` is in the base since ``generation``."""

    start: int
    end: int
    generation: int


def whole(body: str, generation: int) -> tuple[Arrival, ...]:
    """All of ``body`` came with ``generation``."""
    return (Arrival(0, len(body), generation),)


def carried_over(body: str, old_body: str, old: Sequence[Arrival], generation: int) -> tuple[Arrival, ...]:
    """When each sentence of ``body`` came: those of ``old_body`` when ``old`` says, the others with ``generation``."""
    if body == old_body:
        return tuple(old)
    known: dict[str, int] = {}
    for arrival in old:
        for start, end in sentences(old_body, arrival.start, arrival.end):
            known.setdefault(_alike(old_body[start:end]), arrival.generation)
    runs: list[Arrival] = []
    for start, end in sentences(body, 0, len(body)):
        since = known.get(_alike(body[start:end]), generation)
        if runs and runs[-1].generation == since:
            runs[-1] = Arrival(runs[-1].start, end, since)
        else:
            runs.append(Arrival(start, end, since))
    return tuple(runs)


def _alike(sentence: str) -> str:
    return " ".join(sentence.split())
