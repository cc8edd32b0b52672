"""A look at one feed: what it has that was not known, and when it is looked at again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from index.faults import EngineFault, Fault, FaultCode
from index.feeds.entry import Entry, Feed, canonical, secured, stamp_of
from index.feeds.ledger import KnownEntry, KnownFeed, Ledger, State
from index.feeds.listed import Subscription
from index.feeds.pace import backed_off, next_look
from index.feeds.parsing import FEED_TYPES, named_feeds, read_feed
from index.shelf.fetching import Response, Visitor

_READ: Final = frozenset({State.THERE, State.INDEXED, State.WITHDRAWN})


def look_at(feed: Subscription, ledger: Ledger, visitor: Visitor, max_bytes: int, now: float) -> None:
    """Ask for ``feed`` and remember its new and changed entries, all of them or none."""
    known = ledger.feed(feed.url)
    asked: float | None = None
    try:
        response, read, found_at = _asked(feed, known, visitor, max_bytes, now)
        asked = response.retry_after
        if response.status not in (200, 304):
            raise EngineFault(FaultCode.LINK_UNREACHABLE, url=response.url, reason=f"HTTP {response.status}")
    except Fault as fault:
        failures = known.failures + 1
        ledger.note_feed(
            feed.url,
            due=now + backed_off(failures, asked),
            failures=failures,
            failing_since=known.failing_since or now,
            reason=_reason(fault),
        )
        return
    with ledger.changing():
        period = None
        if read is not None:
            period = read.period
            validators = {"etag": response.etag, "modified": response.modified}
            ledger.note_feed(feed.url, title=read.title, found_at=found_at, **validators)
            _record(feed, read, ledger)
        ledger.note_feed(
            feed.url,
            due=now + next_look(period, asked),
            failures=0,
            failing_since=None,
            reason=None,
            read_at=now,
            told=0,
        )


def record_pages(place: str, pages: Sequence[Entry], ledger: Ledger) -> None:
    """Remember the pages of a sitemap, in its order: what is new, and what changed since it was read."""
    with ledger.changing():
        for page in pages:
            _note(place, page, [f"url\n{canonical(page.url or '')}"], ledger)


def _asked(
    feed: Subscription, known: KnownFeed, visitor: Visitor, max_bytes: int, now: float
) -> tuple[Response, Feed | None, str | None]:
    """What the server answers, and the feed when it is there and new; where a page is, the first feed it names, and
    where that is."""
    conditions = {"If-None-Match": known.etag or "", "If-Modified-Since": known.modified or ""}
    address, found_at = known.found_at or feed.url, known.found_at
    headers = {name: value for name, value in conditions.items() if value}
    response = visitor.get(address, max_bytes, accept=FEED_TYPES, conditions=headers)
    if response.status in (404, 410) and known.found_at is not None:  # the site may have moved it
        response, found_at = visitor.get(feed.url, max_bytes, accept=FEED_TYPES), None
    if response.status != 200:
        return response, None, found_at
    read = _read(response, now)
    if read is None:
        for named in named_feeds(response.content, response.url):
            response, found_at = visitor.get(secured(named), max_bytes, accept=FEED_TYPES), named
            if response.status != 200 or (read := _read(response, now)) is not None:
                break
        else:
            raise EngineFault(FaultCode.FEED_MISSING, url=response.url)
    return response, read, found_at


def _read(response: Response, now: float) -> Feed | None:
    return read_feed(response.content, response.url, response.media_type, datetime.fromtimestamp(now, UTC))


def _record(feed: Subscription, read: Feed, ledger: Ledger) -> None:
    """Remember what is new, the oldest first: feeds begin with their newest."""
    ids = Counter(entry.id for entry in read.entries)
    urls = Counter(canonical(entry.url) for entry in read.entries if entry.url)
    for entry in reversed(read.entries):
        keys = _keys(feed.url, entry, entry.id is not None and ids[entry.id] == 1, urls)
        _note(feed.url, entry, keys, ledger)


def _note(feed: str, entry: Entry, keys: Sequence[str], ledger: Ledger) -> None:
    known = ledger.known(keys)
    if known is None:
        ledger.add(feed, entry, keys)
        return
    ledger.add_keys(known.number, keys)
    if known.feed == feed and known.stamp != entry.stamp:
        _renew(known, entry, ledger)


def _keys(feed: str, entry: Entry, is_own_id: bool, urls: Counter[str]) -> Sequence[str]:
    """What an entry is known by: an id and an address that no other entry of the feed has; failing these, its title,
    or all it says."""
    keys = [f"id\n{feed}\n{entry.id}"] if is_own_id else []
    if entry.url is not None and urls[canonical(entry.url)] == 1:
        keys.append(f"url\n{canonical(entry.url)}")
    return keys or [f"said\n{feed}\n{entry.url or ''}\n{stamp_of(entry.title or entry.content)}"]


def _renew(known: KnownEntry, entry: Entry, ledger: Ledger) -> None:
    """Have an entry that changed read again; what the base had from elsewhere, or somebody removed, stays as it is."""
    said = {"title": entry.title, "date": entry.date, "stamp": entry.stamp, "url": entry.url or known.url}
    if known.state in (*_READ, State.REFUSED):
        ledger.note(known.number, **said, content=entry.content, state=State.WAITS, due=0.0, attempts=0, reason=None)
    elif known.state is State.WAITS:
        ledger.note(known.number, **said, content=entry.content)
    else:
        ledger.note(known.number, stamp=entry.stamp)


def _reason(fault: Fault) -> str:
    return str(fault.details.get("reason") or fault.code.value)
