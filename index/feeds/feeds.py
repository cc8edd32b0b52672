"""The feeds of a base: looked at when they are due, their articles entered and indexed.

feeds = engine.feeds(guild)
feeds.visit()
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Final

import portalocker

from index.building.upkeep import EngineOptions
from index.drafts.edtf_date import article_date
from index.faults import ArticleFault, EngineFault, FaultCode
from index.feeds.aftercare import WITHDRAWN, Aftercare
from index.feeds.entering import Entering
from index.feeds.entry import canonical, secured
from index.feeds.ledger import SITEMAP, Ledger, State
from index.feeds.listed import Listed, Subscription, https_address, listed_feeds, written_feeds
from index.feeds.looking import look_at, record_pages
from index.feeds.outcome import FeedStatus, Filling, ToTell, Visit, status_of
from index.feeds.pace import DAY
from index.feeds.present import Present
from index.feeds.sitemaps import pages_of
from index.files.decoding import one_line
from index.files.tree import FEEDS
from index.report import MadeBy, ReindexReport
from index.shelf import placing
from index.shelf.base import Base
from index.shelf.fetching import Visitor
from index.shelf.network import LONGEST_SHOWN
from index.shelf.trash import Trash

LOCK: Final = "feeds.lock"
MOST_FEEDS: Final = 25
"""Feeds that the admins of a server may have read: as many as one list of Discord holds."""
AT_ONCE: Final = 200
"""Pages of a sitemap that are read before they are indexed."""
FAILS_FOR: Final = 3 * DAY
"""Seconds for which a feed fails before that is told."""


def _date(written: str) -> str:
    try:
        return article_date(written)
    except ArticleFault as fault:
        raise EngineFault(FaultCode.DATE_UNREADABLE, date=str(fault.details["date"])) from fault


def _told_nobody(done: int, total: int) -> None:
    """A progress nobody follows."""
    del done, total


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
            return tuple(status_of(feed, ledger) for feed in self.listed().feeds)

    def subscribe(self, feed: Subscription) -> bool:
        """Have a feed read; whether it is new. Raises EngineFault: LINKS_OFF, LINK_NOT_HTTPS, TOO_MANY_FEEDS,
        KNOWLEDGE_UNWRITABLE."""
        self._refuse_unless_allowed()
        if (address := https_address(feed.url)) is None:
            raise EngineFault(FaultCode.LINK_NOT_HTTPS, url=one_line(feed.url, LONGEST_SHOWN))
        feeds, feed = self._known(), replace(feed, url=address)
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

    def fill(
        self,
        sitemap: str,
        *,
        since: str | None = None,
        progress: Callable[[int, int], object] = _told_nobody,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Filling:
        """Enter the pages that a sitemap lists, those that changed ``since`` (EDTF); broken off, it goes on where it
        was. ``progress`` is told how many pages of how many are done.

        Raises EngineFault: LINKS_OFF, DATE_UNREADABLE, FEEDS_RUNNING, SITEMAP_MISSING, and what a visit raises.
        """
        self._refuse_unless_allowed()
        since = _date(since) if since is not None else None
        with self._alone() as alone:
            if not alone:
                raise EngineFault(FaultCode.FEEDS_RUNNING)
            with closing(Ledger(self._options.data_dir)) as ledger:
                return self._fill(ledger, sitemap, since, progress, stopped)

    def to_tell(self) -> ToTell:
        """What was not told yet. Raises EngineFault(DATA_UNWRITABLE)."""
        with closing(Ledger(self._options.data_dir)) as ledger:
            fail = [
                status_of(feed, ledger)
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
        entering = self._entering(ledger)
        reports = [self._settled(entering)]
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

    def _fill(
        self,
        ledger: Ledger,
        sitemap: str,
        since: str | None,
        progress: Callable[[int, int], object],
        stopped: Callable[[], bool],
    ) -> Filling:
        entering = self._entering(ledger)
        place = Subscription(f"{SITEMAP}{secured(sitemap)}", folder=Subscription(secured(sitemap)).place, most=AT_ONCE)
        record_pages(place.url, list(pages_of(secured(sitemap), entering.visitor, since)), ledger)
        reports = [self._settled(entering)]
        total, done = len(ledger.entries(State.WAITS, feed=place.url)), 0
        while waiting := ledger.waiting(place.url, self._now())[:AT_ONCE]:
            present = Present.of(self._base.serving.current())
            for entry in waiting:
                if stopped():
                    return self._filling(ledger, place, reports)
                if (wait := entering.enter(entry, place, present)) is not None:
                    ledger.postpone(place.url, self._now() + wait)
                    break
                done += 1
                progress(done, total)
            reports.append(self._indexed(ledger))
        return self._filling(ledger, place, reports)

    def _filling(self, ledger: Ledger, place: Subscription, reports: list[ReindexReport | None]) -> Filling:
        reports.append(self._indexed(ledger))
        counts = ledger.counts(place.url)
        return Filling(
            added=tuple(one for report in reports if report is not None for one in report.added),
            had=counts.get(State.HAD, 0),
            refused=tuple((one.url or "", one.reason or "") for one in ledger.entries(State.REFUSED, feed=place.url)),
            waiting=counts.get(State.WAITS, 0),
        )

    def _entering(self, ledger: Ledger) -> Entering:
        options = self._options
        return Entering(options, ledger, self._visitor(), Trash(options.data_dir, options.trash_days), self._now)

    def _settled(self, entering: Entering) -> ReindexReport | None:
        """What a process that was killed has left is indexed."""
        entering.settle()
        return self._indexed(entering.ledger)

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
