"""The feeds of a base: looked at when they are due, their articles entered and indexed.

feeds = engine.feeds(guild)
feeds.visit()
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Final

import portalocker

from index.building.upkeep import EngineOptions
from index.faults import EngineFault, FaultCode
from index.feeds.aftercare import WITHDRAWN, Aftercare
from index.feeds.entering import Entering
from index.feeds.entry import canonical
from index.feeds.ledger import Ledger, State
from index.feeds.listed import Listed, Subscription, listed_feeds, written_feeds
from index.feeds.looking import look_at
from index.feeds.pace import DAY
from index.feeds.present import Present
from index.files.tree import FEEDS
from index.report import MadeBy, ReindexReport
from index.shelf import placing
from index.shelf.base import Base
from index.shelf.fetching import Visitor
from index.shelf.trash import Trash

LOCK: Final = "feeds.lock"
MOST_FEEDS: Final = 25
"""Feeds that the admins of a server may have read: as many as one list of Discord holds."""
FAILS_FOR: Final = 3 * DAY
"""Seconds for which a feed fails before that is told."""


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """A feed and what came of it: how many of its entries are ``articles``, wait, were had before or refused. Moments
    are seconds since 1970; ``reason`` says why it fails, when it does, since ``failing_since``."""

    feed: Subscription
    title: str
    read_at: float | None
    due: float
    articles: int
    waiting: int
    had: int
    refused: int
    failing_since: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit of the feeds came to: the ids that were ``added`` and ``updated``; one that found another at work
    did nothing."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    at_work_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class ToTell:
    """What those who look after a base are to hear once: feeds that ``fail`` for days, articles that were
    ``withdrawn`` (paths in the knowledge folder)."""

    fail: tuple[FeedStatus, ...] = ()
    withdrawn: tuple[tuple[int, str, str], ...] = ()


class Feeds:
    """The feeds of one base. Nothing is asked for unless the operator allowed it."""

    def __init__(
        self,
        options: EngineOptions,
        base: Base,
        visitor: Callable[[], Visitor] = Visitor,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._options = options
        self._base = base
        self._visitor = visitor
        self._now = now

    def listed(self) -> Listed:
        """The feeds that are to be read."""
        return listed_feeds(self._options.knowledge_dir, self._options.max_article_bytes)

    def statuses(self) -> tuple[FeedStatus, ...]:
        """How each feed is doing. Raises EngineFault(DATA_UNWRITABLE)."""
        with closing(Ledger(self._options.data_dir)) as ledger:
            return tuple(_status(feed, ledger) for feed in self.listed().feeds)

    def subscribe(self, feed: Subscription) -> bool:
        """Have a feed read; whether it is new. Raises EngineFault: LINKS_OFF, LINK_NOT_HTTPS, TOO_MANY_FEEDS,
        KNOWLEDGE_UNWRITABLE."""
        self._refuse_unless_allowed()
        feeds = self._known()
        if any(canonical(one.url) == canonical(feed.url) for one in feeds):
            return False
        if len(feeds) >= MOST_FEEDS:
            raise EngineFault(FaultCode.TOO_MANY_FEEDS, most=MOST_FEEDS)
        self._write([*feeds, feed])
        return True

    def unsubscribe(self, url: str) -> bool:
        """Have a feed read no more; whether it was. Its articles stay. Raises EngineFault(KNOWLEDGE_UNWRITABLE)."""
        feeds = self._known()
        kept = [one for one in feeds if canonical(one.url) != canonical(url)]
        if len(kept) == len(feeds):
            return False
        self._write(kept)
        return True

    def visit(self, *, all_now: bool = False, stopped: Callable[[], bool] = lambda: False) -> Visit:
        """Look at the feeds that are due, or at all, enter what is new and index it.

        Raises EngineFault: LINKS_OFF, and what a re-index raises; what had come so far is known then.
        """
        self._refuse_unless_allowed()
        with self._alone() as alone:
            if not alone:
                return Visit(at_work_elsewhere=True)
            with closing(Ledger(self._options.data_dir)) as ledger:
                return self._visit(ledger, all_now, stopped)

    def to_tell(self) -> ToTell:
        """What was not told yet. Raises EngineFault(DATA_UNWRITABLE)."""
        with closing(Ledger(self._options.data_dir)) as ledger:
            fail = [
                _status(feed, ledger)
                for feed in self.listed().feeds
                if (known := ledger.feed(feed.url)).failing_since is not None
                and not known.told
                and self._now() - known.failing_since >= FAILS_FOR
            ]
            gone = [one for one in ledger.entries(State.WITHDRAWN) if not one.told]
            return ToTell(tuple(fail), tuple((one.number, one.title, one.path or "") for one in gone))

    def told(self, heard: ToTell) -> None:
        """They have heard it. Raises EngineFault(DATA_UNWRITABLE)."""
        with closing(Ledger(self._options.data_dir)) as ledger, ledger.changing():
            for status in heard.fail:
                ledger.note_feed(status.feed.url, told=1)
            for number, _, _ in heard.withdrawn:
                ledger.note(number, told=1)

    def _visit(self, ledger: Ledger, all_now: bool, stopped: Callable[[], bool]) -> Visit:
        options, listed = self._options, self.listed()
        feeds = listed.feeds
        entering = Entering(options, ledger, self._visitor(), Trash(options.data_dir, options.trash_days), self._now)
        entering.settle()
        reports = [self._indexed(ledger)]
        if not listed.rejections:  # a slip of the pen in the list is no wish to forget
            ledger.forget_feeds_but(feed.url for feed in listed.feeds)
        for feed in feeds:
            if stopped():
                break
            if all_now or ledger.feed(feed.url).due <= self._now():
                look_at(feed, ledger, entering.visitor, options.max_article_bytes, self._now())
            entering.enter_from(feed, Present.of(self._base.serving.current()), stopped)
            reports.append(self._indexed(ledger))
        Aftercare(entering, self._now).look(stopped)
        reports.append(self._indexed(ledger))
        done = [report for report in reports if report is not None]
        return Visit(
            added=tuple(one for report in done for one in report.added),
            updated=tuple(one for report in done for one in report.updated),
            failing=tuple(feed.url for feed in feeds if ledger.feed(feed.url).failing_since is not None),
        )

    def _indexed(self, ledger: Ledger) -> ReindexReport | None:
        """Index what has been written; what the index refuses leaves the folder again, if it came just now."""
        written = ledger.entries(State.THERE)
        if not written:
            return None
        report = self._base.upkeep.reindex(made_by=MadeBy.FEED, wait=True, may_empty=True)
        refused = {one.path: one for one in report.rejected}
        for entry in written:
            fault = refused.get(entry.path or "")
            if fault is not None and entry.reason is None and fault.code is FaultCode.SAME_TEXT:
                placing.take_out(self._options.knowledge_dir, fault.path)
                ledger.note(entry.number, state=State.HAD, reason=str(fault.details.get("other", "")))
            else:
                ledger.note(entry.number, state=State.WITHDRAWN if entry.reason == WITHDRAWN else State.INDEXED)
        return report

    def _known(self) -> list[Subscription]:
        """The feeds listed, when nothing of the list would be lost by writing it anew."""
        listed = self.listed()
        for rejection in listed.rejections:
            raise EngineFault(rejection.code, **rejection.details)
        return list(listed.feeds)

    def _write(self, feeds: list[Subscription]) -> None:
        root, content = self._options.knowledge_dir, written_feeds(feeds)
        if (root / FEEDS).exists():
            placing.put_over(root, FEEDS, content)
        else:
            placing.put(root, FEEDS, content)

    def _refuse_unless_allowed(self) -> None:
        if not self._options.add_by_url:
            raise EngineFault(FaultCode.LINKS_OFF)

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """Whether no other process visits the feeds of this base meanwhile."""
        folder = self._options.data_dir
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = (folder / LOCK).open("ab")
        except OSError as error:
            raise EngineFault(FaultCode.DATA_UNWRITABLE, path=str(folder), reason=error.strerror or "") from error
        with lock:
            try:
                portalocker.lock(lock, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
            except portalocker.LockException:
                yield False
                return
            yield True


def _status(feed: Subscription, ledger: Ledger) -> FeedStatus:
    known, counts = ledger.feed(feed.url), ledger.counts(feed.url)
    return FeedStatus(
        feed=feed,
        title=known.title,
        read_at=known.read_at,
        due=known.due,
        articles=sum(counts.get(one, 0) for one in (State.THERE, State.INDEXED, State.WITHDRAWN)),
        waiting=counts.get(State.WAITS, 0) + counts.get(State.WRITING, 0),
        had=counts.get(State.HAD, 0),
        refused=counts.get(State.REFUSED, 0),
        failing_since=known.failing_since,
        reason=known.reason,
    )
