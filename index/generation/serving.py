"""Which generation is served: the current one, followed as it changes, the last good one when it is damaged."""

from __future__ import annotations

import threading

from index.generation.generation import Generation
from index.generation.store import GenerationStore


class Serving:
    """Hands out the generation to answer from.

    A generation handed out stays open for as long as somebody holds it, also after a newer one took its place.
    """

    def __init__(self, store: GenerationStore) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._served: Generation | None = None
        self._damaged: tuple[int, ...] = ()
        self._looked_at: int | None = None

    def current(self) -> Generation | None:
        """The generation to answer from, or None when there is no whole one."""
        with self._lock:
            pointer = self._store.current_number()
            if self._served is None or pointer != self._looked_at:
                best, self._damaged = self._store.open_best()
                self._served = best or self._served  # what is open answers on, whatever became of the folder
                self._looked_at = pointer
            return self._served

    def check(self) -> bool:
        """Whether the served generation is whole, every byte of it being read; when not, the next question looks for
        one that is."""
        served = self.current()
        if served is None or self._store.check(served.number):
            return True
        with self._lock:
            if self._served is served:
                self._looked_at = None
        return False

    @property
    def damaged(self) -> tuple[int, ...]:
        """The generations that failed their check when the served one was chosen."""
        return self._damaged

    def stop(self) -> None:
        """Let go of the served generation."""
        with self._lock:
            self._served = None
            self._looked_at = None
