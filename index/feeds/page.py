"""An entry's article: read from the page it leads to, or from the feed where the page can't be had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from typing import Final
from urllib.parse import urlsplit

from index.articles.recalled import text_digest
from index.drafts.front_matter import with_keys
from index.faults import ArticleFault, Fault, FaultCode
from index.feeds.entry import canonical
from index.feeds.ledger import KnownEntry
from index.feeds.listed import Subscription
from index.shelf.fetching import Response, Visitor, submission_of
from index.shelf.submission import Preview, Submission, preview

BUSY: Final = frozenset({429, 503})
"""What a server answers that wants to be asked later."""


class AskLater(Exception):
    """A server wants to be left alone for ``seconds``."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article as it would be written: ``addresses`` are those it was found at, in the form they are compared in,
    ``claims`` the one that its page says is its own, which it keeps as ``url`` if it is believed, ``text`` the digest
    of its text."""

    found: Preview
    url: str | None
    addresses: tuple[str, ...]
    claims: str | None
    text: str

    def unclaimed(self) -> Arrival:
        """The same, the address that its page calls its own not being believed."""
        return replace(self, url=self.addresses[0], claims=None)

    def content(self, feed: Subscription, feed_title: str, date: str | None, moment: float) -> bytes:
        """The file, which says where it came from and from when this version is."""
        card = self.found.card
        publisher = feed.publisher or card.publisher or feed_title
        keys = {
            "date": "" if card.date else date or "",
            "publisher": publisher if publisher != card.publisher else "",
            "url": self.url or "",
            "feed": feed.url,
            "version": datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds"),
        }
        text = self.found.content.decode("utf-8")
        return with_keys(text, {key: value for key, value in keys.items() if value}).encode("utf-8")


def arrival_of(entry: KnownEntry, visitor: Visitor, max_bytes: int) -> Arrival:
    """The article of ``entry``.

    Raises AskLater; the Fault of the page (as :func:`index.shelf.fetching.fetch` and
    :func:`index.shelf.submission.preview` do) where the feed has no full text in its stead.
    """
    if entry.url is None:
        return _arrival(entry, _from_feed(entry), max_bytes, None)
    try:
        page = _page(visitor.get(entry.url, max_bytes), max_bytes)
        return _arrival(entry, page, max_bytes, page.url)
    except Fault:
        if not entry.content.strip():
            raise
        return _arrival(entry, _from_feed(entry), max_bytes, None)


def _page(response: Response, max_bytes: int) -> Submission:
    if response.status in BUSY and response.retry_after is not None:
        raise AskLater(response.retry_after)
    return submission_of(response, max_bytes)


def _from_feed(entry: KnownEntry) -> Submission:
    """The full text of the feed as a page."""
    title = escape(entry.title)
    article = f"<article><h1>{title}</h1>{entry.content}</article>"
    page = f"<html><head><title>{title}</title></head><body>{article}</body></html>"
    stem = urlsplit(entry.url or "").path.rstrip("/").rpartition("/")[2] or entry.title or "article"
    name = stem.rpartition(".")[0] or stem
    return Submission(f"{name.replace('/', ' ')}.html", b"\xef\xbb\xbf" + page.encode("utf-8", "replace"))


def _arrival(entry: KnownEntry, submission: Submission, max_bytes: int, found_at: str | None) -> Arrival:
    found = preview(replace(submission, title=entry.title or None, url=None), max_bytes)
    if not found.body.strip():
        raise ArticleFault(FaultCode.NO_TEXT)
    addresses = tuple(dict.fromkeys(canonical(one) for one in (found_at, entry.url) if one))
    own = found.card.url
    says_a_page = own is not None and urlsplit(own).path.strip("/") != ""  # some name their front page on every page
    claims = canonical(own) if own is not None and says_a_page else None
    return Arrival(found, own if claims else found_at or entry.url, addresses, claims, text_digest(found.body))
