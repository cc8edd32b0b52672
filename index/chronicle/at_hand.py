"""What is made once for a generation and kept for as long as somebody holds that generation."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from index.generation.generation import Generation

if TYPE_CHECKING:
    from index.chronicle.chronology import Chronicle

Chronicles = Callable[[str, str | None, str | None, bool], "Chronicle"]
"""Events by subject, first and last date, and whether only named subjects count."""

REMEMBERED: Final = 64
"""Subjects whose events are kept at hand, so that the next page of a timeline comes at once."""


class AtHand:
    """Makes what a generation is asked for again and again; nothing kept here holds the generation itself.

    The modules behind load when first needed: the grammars of dates take time, and no question needs them.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._chronicles: WeakKeyDictionary[Generation, Chronicles] = WeakKeyDictionary()

    def chronicles(self, generation: Generation) -> Chronicles:
        """The events of ``generation``, by subject."""
        from index.chronicle.chronology import chronicle

        with self._lock:
            if generation not in self._chronicles:
                wording, events = generation.wording, generation.events

                @lru_cache(maxsize=REMEMBERED)
                def remembered(subject: str, since: str | None, until: str | None, named_only: bool) -> Chronicle:
                    return chronicle(wording, events, subject, since, until, named_only=named_only)

                self._chronicles[generation] = remembered
            return self._chronicles[generation]
