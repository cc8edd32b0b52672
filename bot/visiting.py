"""Feeds visited behind the answers, each when it is due."""

from __future__ import annotations

import logging
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from bot.catalogue import words_in
from bot.faults import describe
from bot.settings import interface_language
from index.faults import Fault

if TYPE_CHECKING:
    from index.engine import Engine

LOOK_EVERY: Final = 60.0
"""Seconds between two looks at which feeds are due."""

_log = logging.getLogger(__name__)


class FeedVisits:
    """One thread that visits the feeds of all bases; of several processes, one at a time does."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._stop = Event()

    def start(self) -> None:
        """Begin; the engine is ready by now."""
        Thread(target=self._go_round, name="feeds", daemon=True).start()

    def close(self) -> None:
        """Begin nothing more; what is under way is known at the next start."""
        self._stop.set()

    def _go_round(self) -> None:
        while not self._stop.is_set():
            for place in self._engine.with_feeds():
                if not self._stop.is_set():
                    self._visit(place)
            self._stop.wait(LOOK_EVERY)

    def _visit(self, place: int | None) -> None:
        try:
            visit = self._engine.feeds(place).visit(stopped=self._stop.is_set)
        except Fault as fault:
            _log.error("feeds: %s", describe(fault, words_in(interface_language())))
            return
        except Exception as error:
            _log.error("feeds failed: %s", type(error).__name__, exc_info=error)
            return
        if visit.added or visit.updated:
            self._engine.base(place).load()  # so that no question waits for the new generation
            _log.info("feeds: %d articles added, %d updated", len(visit.added), len(visit.updated))
