"""Re-indexing behind the answers: when the articles folder changes, at the operator's SIGHUP, when a day ends; and
where the index is made elsewhere, taking it from there instead."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Event, Thread
from typing import TYPE_CHECKING, Final

from bot.catalogue import words_in
from bot.faults import describe
from bot.settings import interface_language
from index.faults import Fault
from index.report import MadeBy

if TYPE_CHECKING:
    from bot.visiting import FeedVisits
    from index.engine import Engine

PATIENCE: Final = 2.0
"""Seconds left to a re-index when Sourcier ends; one that is broken off leaves the last generation as it was."""

LOOK_EVERY: Final = 30.0
"""Seconds between two looks at whether something new is published."""

CHECK_EVERY: Final = 24 * 3600.0
"""Seconds between two full checks of what is served, for what a disk loses by itself."""
_DAY: Final = 86_400.0
_AFTER_MIDNIGHT: Final = 300.0

_log = logging.getLogger(__name__)


class BackgroundReindexing:
    """One thread that re-indexes when asked, once for all that asked meanwhile; questions go on."""

    def __init__(
        self,
        engine: Engine,
        watched: Path | None,
        data_dir: Path,
        ended: Callable[[MadeBy, bool], None] | None = None,
        mirrored: Path | None = None,
        feeds: FeedVisits | None = None,
    ) -> None:
        """``watched`` is the articles folder when its changes are to be followed, ``mirrored`` the published one that
        is followed instead; ``ended`` is told what had each re-index made and whether it succeeded; ``feeds`` are
        visited meanwhile."""
        self._engine = engine
        self._watched = watched if mirrored is None else None
        self._mirrored = mirrored
        self._told: str | None = None
        self._data_dir = data_dir
        self._ended = ended or (lambda _made_by, _succeeded: None)
        self._feeds = feeds
        self._stop = Event()
        self._asked: MadeBy | None = None
        self._working = False
        self._news = Condition()

    def start(self) -> None:
        """Begin to serve requests, and to watch; the engine is ready by now."""
        Thread(target=self._serve, name="reindexing", daemon=True).start()
        Thread(target=self._check, name="checking", daemon=True).start()
        if self._mirrored is None:
            Thread(target=self._go_by_the_day, name="daily", daemon=True).start()
        if self._feeds is not None:
            self._feeds.start()
        if self._watched is not None:
            if not self._engine.upkeep.rolled_back():  # what somebody went back to stays until something changes
                self.ask(MadeBy.WATCH)
            Thread(target=self._watch, args=(self._watched,), name="watching", daemon=True).start()
        if self._mirrored is not None:
            Thread(target=self._look, name="mirroring", daemon=True).start()

    def ask(self, made_by: MadeBy) -> None:
        """Have the articles folder read again, soon; from any thread, and before :meth:`start`."""
        with self._news:
            self._asked = made_by
            self._news.notify_all()

    def close(self) -> bool:
        """Take no more requests; whether a re-index is still under way after some patience."""
        self._stop.set()
        if self._feeds is not None:
            self._feeds.close()
        with self._news:
            self._asked = None
            self._news.notify_all()
            return not self._news.wait_for(lambda: not self._working, PATIENCE)

    def _watch(self, folder: Path) -> None:
        from index.engine import watch

        watch(folder, self._data_dir, lambda: self.ask(MadeBy.WATCH), self._stop)

    def _check(self) -> None:
        while not self._stop.wait(CHECK_EVERY):
            if not self._engine.upkeep.check():
                _log.error("the generation that was served is damaged: the newest whole one takes over")

    def _look(self) -> None:
        while not self._stop.is_set():
            self.ask(MadeBy.WATCH)
            self._stop.wait(LOOK_EVERY)

    def _go_by_the_day(self) -> None:
        """Have articles leave the index, here and in the collections of servers, when their day is over."""
        while not self._stop.wait(_until_tomorrow()):
            if not self._engine.upkeep.rolled_back():
                self.ask(MadeBy.WATCH)
            for guild in self._engine.collection_numbers():
                self._reindex_collection(guild)

    def _reindex_collection(self, guild: int) -> None:
        upkeep = self._engine.base(guild).upkeep
        try:
            if not upkeep.rolled_back():
                upkeep.reindex(made_by=MadeBy.WATCH, wait=True, may_empty=True)
        except Fault as fault:
            _log.error("daily re-index: %s", describe(fault, words_in(interface_language())))

    def _serve(self) -> None:
        self._engine.upkeep.hand_over()
        while (made_by := self._next()) is not None:
            succeeded = is_news = False
            try:
                is_news = self._reindex(made_by) if self._mirrored is None else self._mirror(self._mirrored)
                self._told = None
                succeeded = True
            except Fault as fault:
                said = describe(fault, words_in(interface_language()))
                is_news = self._mirrored is None or said != self._told  # a copy under way is looked at often
                self._told = said
                if is_news:
                    _log.error("re-index (%s): %s", made_by.value, said)
            except Exception as error:
                is_news = True
                _log.error("re-index (%s) failed: %s", made_by.value, type(error).__name__, exc_info=error)
            if is_news:
                self._ended(made_by, succeeded)
            with self._news:
                self._working = False
                self._news.notify_all()

    def _next(self) -> MadeBy | None:
        with self._news:
            self._news.wait_for(lambda: self._asked is not None or self._stop.is_set())
            asked, self._asked = self._asked, None
            self._working = asked is not None
            return asked

    def _mirror(self, published: Path) -> bool:
        """Take what is published, if it is new; whether it was."""
        done = self._engine.upkeep.mirror(published)
        if done.is_new:
            self._engine.prepare()
            _log.info("generation %d taken from %s, %d bytes copied", done.now.number, published, done.copied_bytes)
        return done.is_new

    def _reindex(self, made_by: MadeBy) -> bool:
        report = self._engine.upkeep.reindex(made_by=made_by, wait=True)
        self._engine.prepare()  # so that no question waits for the new generation to load
        _log.info(
            "re-index (%s): generation %d, %d articles added, %d updated, %d removed, %d refused, %.1f s",
            made_by.value,
            report.generation,
            len(report.added),
            len(report.updated),
            len(report.removed),
            len(report.rejected),
            report.seconds,
        )
        return True


def _until_tomorrow() -> float:
    """Seconds until some minutes after the next day begins, UTC."""
    return _DAY - time.time() % _DAY + _AFTER_MIDNIGHT
