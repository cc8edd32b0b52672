"""Entries that wait become articles: each is written once, in steps of which each can be the last.

Before a file is written, the ledger says which one and with which bytes: a process that is killed in between finds
there, at its next start, whether it came to that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Final

from index.articles.folder import read_article
from index.articles.naming import article_id
from index.building.upkeep import EngineOptions
from index.faults import ArticleFault, EngineFault, Fault, FaultCode
from index.feeds.ledger import KnownEntry, Ledger, State
from index.feeds.listed import Subscription
from index.feeds.pace import DAY, backed_off
from index.feeds.page import Arrival, AskLater, arrival_of
from index.feeds.present import Present
from index.shelf import placing
from index.shelf.fetching import Visitor
from index.shelf.trash import Trash, TrashedArticle

MOST_ATTEMPTS: Final = 6
_PASSING: Final = frozenset({FaultCode.LINK_UNREACHABLE})
"""What may be otherwise the next time."""


@dataclass(frozen=True)
class Entering:
    """Brings the entries of ``ledger`` into the folder of ``options``."""

    options: EngineOptions
    ledger: Ledger
    visitor: Visitor
    trash: Trash
    now: Callable[[], float]

    def settle(self) -> None:
        """Find out what became of the entries that were being written when a process ended."""
        for entry in self.ledger.entries(State.WRITING):
            written = self._file(entry.path)
            if written is not None and digest_of(written) == entry.digest:
                self.ledger.note(entry.number, state=State.THERE, arrived=entry.arrived or self.now(), content="")
            else:  # the path of an article that was there before stays its own
                self.ledger.note(entry.number, state=State.WAITS, path=entry.path if entry.arrived else None)

    def enter_from(self, feed: Subscription, present: Present, stopped: Callable[[], bool]) -> None:
        """Enter what of ``feed`` waits, no more in a day than it may. Raises EngineFault when the folder can't be
        written to."""
        room = feed.most - self.ledger.arrived_since(feed.url, self.now() - DAY)
        for entry in self.ledger.waiting(feed.url, self.now()):
            if stopped():
                return
            if room <= 0 and entry.arrived is None:
                continue
            wait = self.enter(entry, feed, present)
            if wait is not None:
                self.ledger.postpone(feed.url, self.now() + wait)
                return
            room -= entry.arrived is None and self.ledger.has_arrived(entry.number)

    def enter(self, entry: KnownEntry, feed: Subscription, present: Present) -> float | None:
        """Enter one entry; the seconds that its site wants to be left alone for, if it does."""
        try:
            self._enter(entry, feed, present)
        except AskLater as later:
            return backed_off(1, later.seconds)
        return None

    def _enter(self, entry: KnownEntry, feed: Subscription, present: Present) -> None:
        try:
            arrival = arrival_of(entry, self.visitor, self.options.max_article_bytes)
        except Fault as fault:
            self._put_off(entry, fault)
            return
        if arrival.claims is not None and not self._is_believed(arrival.claims, entry, feed, present):
            arrival = arrival.unclaimed()
        had = present.has(arrival, entry.path)
        if had is not None:
            state = State.HAD if entry.path is None else State.INDEXED
            self.ledger.note(entry.number, state=state, reason=had, content="")
            return
        content = arrival.content(feed, self.ledger.feed(feed.url).title, entry.date, self.now())
        if entry.path is None:
            path = self._place(arrival, feed)
            self._write(entry, path, content, placing.put)
        else:
            path = entry.path
            self._rewrite(entry, path, content)
        present.note(arrival, path)

    def _is_believed(self, claimed: str, entry: KnownEntry, feed: Subscription, present: Present) -> bool:
        """Whether the address that a page calls its own is believed: not when another page of its feed has said the
        same, since some name one address on all."""
        path = present.addresses.get(claimed)
        return path in (None, entry.path) or not self.ledger.is_from(feed.url, path or "")

    def _put_off(self, entry: KnownEntry, fault: Fault) -> None:
        reason = str(fault.details.get("reason") or fault.code.value)
        attempts = entry.attempts + 1
        if fault.code in _PASSING and attempts < MOST_ATTEMPTS:
            due = self.now() + backed_off(attempts)
            self.ledger.note(entry.number, due=due, attempts=attempts, reason=reason)
        else:  # an article that is there stays as it is
            state = State.REFUSED if entry.path is None else State.INDEXED
            self.ledger.note(entry.number, state=state, attempts=attempts, reason=reason, content="")

    def _write(self, entry: KnownEntry, path: str, content: bytes, how: Callable[..., None]) -> None:
        self.ledger.note(entry.number, state=State.WRITING, path=path, digest=digest_of(content))
        try:
            how(self.options.knowledge_dir, path, content)
        except (Fault, FileExistsError):
            self.ledger.note(entry.number, state=State.WAITS, path=entry.path)
            raise
        arrived = entry.arrived or self.now()
        self.ledger.note(
            entry.number,
            state=State.THERE,
            arrived=arrived,
            checked=self.now(),
            missing_since=None,
            content="",
            attempts=0,
        )

    def _rewrite(self, entry: KnownEntry, path: str, content: bytes) -> None:
        """Put the new version in the place of the former, which is kept in the trash; one that was removed stays so."""
        before = self._file(path)
        if before is None:
            self.ledger.note(entry.number, state=State.HAD, reason="removed", content="")
            return
        try:
            old, _ = read_article(before, path)
        except ArticleFault:
            old = None
        new, _ = read_article(content, path)
        if old is not None and (old.body, old.card.title, old.card.date) == (new.body, new.card.title, new.card.date):
            self.ledger.note(entry.number, state=State.INDEXED, content="")
            return
        title = old.card.title if old is not None else entry.title
        self._keep_version(TrashedArticle(article_id(path), title, path, _now()), before)
        self._write(entry, path, content, placing.put_over)

    def _keep_version(self, article: TrashedArticle, content: bytes) -> None:
        """Put a version into the trash, unless a process that was killed has put it there."""
        try:
            _, last, kept = self.trash.last_of(article.id)
        except EngineFault:
            pass
        else:
            if (last.path, kept) == (article.path, content):
                return
        self.trash.keep(article, content)

    def _place(self, arrival: Arrival, feed: Subscription) -> str:
        """A path that no file has or had."""
        path = PurePosixPath(feed.place) / arrival.found.path
        mark = arrival.text
        for length in range(0, len(mark) + 1, 6):
            tried = path if not length else path.with_stem(f"{path.stem}-{mark[:length]}")
            if not self.ledger.has_path(str(tried)) and self._file(str(tried)) is None:
                return str(tried)
        raise EngineFault(FaultCode.ARTICLE_EXISTS, id=article_id(str(path)), path=str(path))

    def _file(self, path: str | None) -> bytes | None:
        """The bytes of a file; None when there is none."""
        if path is None:
            return None
        file = self.options.knowledge_dir / path
        return file.read_bytes() if file.is_file() else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def digest_of(content: bytes) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(content).hexdigest()
