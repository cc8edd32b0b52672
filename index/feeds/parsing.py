"""Feeds read: RSS and Atom by feedparser, JSON Feed (https://www.jsonfeed.org/version/1.1/), and those that pages name.

What is read was cut to size before. feedparser drops the entities that a document declares, so that a short one can't
stand for a huge one nor for a file of this machine; it is handed a stream, since it would open what a name names.
"""

from __future__ import annotations

import io
import json
import logging
import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any, Final
from urllib.parse import urljoin

import feedparser

from index.drafts.edtf_date import article_date
from index.drafts.front_matter import LONGEST_VALUE, web_address
from index.faults import ArticleFault
from index.feeds.entry import Entry, Feed, secured, stamp_of
from index.files.decoding import decode, one_line

FEED_TYPES: Final = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/xml;q=0.9",
    "application/json;q=0.9",
    "text/xml;q=0.9",
    "text/html;q=0.5",
    "*/*;q=0.1",
)
LONGEST_ID: Final = 2000
FULL_TEXT: Final = 1000
"""Characters from which a description is taken for the text itself."""
_log = logging.getLogger(__name__)
_PERIODS: Final = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_LINKED: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})


def read_feed(content: bytes, address: str, media_type: str, now: datetime) -> Feed | None:
    """The feed in ``content``, found at ``address``; None when it is none. Days after ``now`` are no dates."""
    try:
        return _read(content, address, media_type, now)
    except Exception:  # parsers raise nearly anything on a hostile document
        _log.debug("a feed could not be parsed", exc_info=True)
        return None


def _read(content: bytes, address: str, media_type: str, now: datetime) -> Feed | None:
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(content, address, now)
    if "html" in media_type and not any(mark in content[:4096] for mark in (b"<rss", b"<feed", b"<rdf:RDF")):
        return None
    headers = {"content-type": media_type, "content-location": address}
    read = feedparser.parse(io.BytesIO(content), response_headers=headers)
    if not read.get("version") and not read.entries:
        return None
    entries = [_entry(item, address, now) for item in read.entries]
    return Feed(
        title=_line(read.feed.get("title")),
        lang=_line(read.feed.get("language")) or None,
        period=_period(read.feed),
        entries=tuple(entry for entry in entries if entry is not None),
    )


def named_feeds(content: bytes, address: str) -> tuple[str, ...]:
    """The addresses of the feeds that a web page names (``<link rel="alternate">``), in its order."""
    from lxml import html

    try:
        page = html.document_fromstring(decode(content).text.replace("\0", ""))
    except (ValueError, html.etree.ParserError, ArticleFault):
        return ()
    found: dict[str, None] = {}
    base = next(iter(page.xpath("//base/@href")), "")
    for link in page.xpath("//link[@href]"):
        rel = (link.get("rel") or "").lower().split()
        if "alternate" in rel and (link.get("type") or "").partition(";")[0].strip().lower() in _LINKED:
            found[secured(urljoin(urljoin(address, base), link.get("href").strip()))] = None
    return tuple(found)


def _entry(item: Mapping[str, Any], address: str, now: datetime) -> Entry | None:
    url = _address(item.get("link"), address)
    title, summary = _line(item.get("title")), str(item.get("summary") or "")
    full = [str(part.get("value") or "") for part in item.get("content") or () if isinstance(part, Mapping)]
    content = max([*full, summary if len(summary) >= FULL_TEXT else ""], key=len, default="")
    said = dict(item.items())  # feedparser's own dictionary takes one key for another
    told = str(said.get("updated") or said.get("published") or "")
    moment = said.get("published_parsed") or said.get("updated_parsed")
    date = _day(None if moment is None else "{:04}-{:02}-{:02}".format(*moment[:3]), now)
    return _made(item.get("id"), url, title, date, content, (title, told, summary, *full))


def _json_feed(content: bytes, address: str, now: datetime) -> Feed | None:
    try:
        read = json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(read, dict) or "jsonfeed.org/version" not in str(read.get("version")):
        return None
    items = read.get("items")
    entries = [_json_entry(item, address, now) for item in items if isinstance(item, dict)] if items else []
    return Feed(
        title=_line(read.get("title")),
        lang=_line(read.get("language")) or None,
        period=None,
        entries=tuple(entry for entry in entries if entry is not None),
    )


def _json_entry(item: Mapping[str, Any], address: str, now: datetime) -> Entry | None:
    html, plain = item.get("content_html"), item.get("content_text")
    content = html if isinstance(html, str) else ""
    if not content and isinstance(plain, str):
        content = "".join(f"<p>{escape(part)}</p>" for part in plain.split("\n\n") if part.strip())
    told = str(item.get("date_modified") or item.get("date_published") or "")
    url = _address(item.get("url") or item.get("external_url"), address)
    title = _line(item.get("title"))
    date = _day(str(item.get("date_published") or item.get("date_modified") or ""), now)
    return _made(item.get("id"), url, title, date, content, (title, told, content))


def _made(
    given_id: object, url: str | None, title: str, date: str | None, content: str, said: tuple[str, ...]
) -> Entry | None:
    """An entry, unless nothing can come of it: it leads nowhere and says nothing."""
    if url is None and not content.strip():
        return None
    name = str(given_id).strip()[:LONGEST_ID] if given_id is not None else ""
    return Entry(name or None, url, title, date, content, stamp_of(*said))


def _address(written: object, base: str) -> str | None:
    if not isinstance(written, str) or not written.strip():
        return None
    try:
        return web_address(secured(urljoin(base, written.strip())))
    except ValueError:
        return None


def _line(written: object) -> str:
    return one_line(written, LONGEST_VALUE) if isinstance(written, str) else ""


def _day(written: str | None, now: datetime) -> str | None:
    """The day as EDTF; none where it is yet to come, a day's difference between clocks apart."""
    try:
        date = article_date(written) if written else None
    except ArticleFault:
        return None
    tomorrow = (now.astimezone(UTC) + timedelta(days=1)).date().isoformat()
    return date if date is not None and date <= tomorrow else None


def _period(feed: Mapping[str, Any]) -> float | None:
    """How often a feed says that it is worth a look: RSS's ttl, in minutes, or the syndication module of RSS 1.0."""
    return next(_numbers(feed), None)


def _numbers(feed: Mapping[str, Any]) -> Iterator[float]:
    try:
        ttl = float(str(feed.get("ttl") or "0")) * 60
        often = float(str(feed.get("sy_updatefrequency") or "1"))
    except ValueError:
        return
    if 0 < ttl < math.inf:
        yield ttl
    period = _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    if period is not None and 0 < often < math.inf:
        yield period / often
