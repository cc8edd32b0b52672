"""What is made once for a generation and kept for as long as somebody holds that generation."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from index.generation.generation import Generation

if TYPE_CHECKING:
    from index.chronicle.chronology import Chronicle, Reach
    from index.entities.wording import Wording
    from index.generation.texts import Texts
    from index.tellings.stored import Events
    from index.unlisted.called.nearest import Meanings

Chronicles = Callable[[str, str | None, str | None, "Reach"], "Chronicle"]
"""Events by subject, first and last date, and how sure they have to be."""

REMEMBERED: Final = 64
"""Subjects whose events are kept at hand, so that the next page of a timeline comes at once."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What chronicles need of a generation, which they must not hold."""

    wording: Wording
    events: Events
    texts: Texts
    number: int


class AtHand:
    """Makes what a generation is asked for again and again; nothing kept here holds the generation itself.

    The modules behind load when first needed: the grammars of dates take time, and no question needs them.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._chronicles: WeakKeyDictionary[Generation, Chronicles] = WeakKeyDictionary()

    def chronicles(self, generation: Generation, meanings: Meanings) -> Chronicles:
        """The events of ``generation``, by subject; ``meanings`` are those of its names."""
        from index.chronicle.chronology import chronicle

        with self._lock:
            if generation not in self._chronicles:
                told = _Told(generation.wording, generation.events, generation.texts, generation.number)

                @lru_cache(maxsize=REMEMBERED)
                def remembered(subject: str, since: str | None, until: str | None, reach: Reach) -> Chronicle:
                    return chronicle(told.wording, told, subject, since, until, reach, meanings)

                self._chronicles[generation] = remembered
            return self._chronicles[generation]
