"""Sitemaps (https://www.sitemaps.org/protocol.html): the pages of a site, for the first filling of a base."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from index.drafts.edtf_date import article_date
from index.drafts.front_matter import web_address
from index.faults import ArticleFault, EngineFault, FaultCode
from index.feeds.entry import Entry, secured, stamp_of
from index.files.decoding import one_line
from index.shelf.fetching import Response, Visitor
from index.shelf.network import LONGEST_SHOWN

SITEMAP_BYTES: Final = 50 * 2**20
"""What the protocol allows a sitemap to be, unpacked."""
MOST_SITEMAPS: Final = 1000
_TYPES: Final = ("application/xml", "text/xml", "application/gzip;q=0.9", "*/*;q=0.5")


@dataclass(frozen=True, slots=True)
class Listing:
    """A line of a sitemap: a page, or (``is_sitemap``) another sitemap, and when it last changed, if that is said."""

    url: str
    changed: str | None
    is_sitemap: bool


def pages_of(address: str, visitor: Visitor, since: str | None = None) -> Iterator[Entry]:
    """The pages that the sitemap at ``address`` lists, or those that the site at ``address`` names; those that have
    not changed ``since`` (an EDTF date) are left out.

    Raises EngineFault: SITEMAP_MISSING, and what :meth:`index.shelf.fetching.Visitor.get` raises.
    """
    waiting, seen = [address], set[str]()
    first, nothing = True, True
    while waiting and len(seen) < MOST_SITEMAPS:
        sitemap = waiting.pop(0)
        if sitemap in seen:
            continue
        seen.add(sitemap)
        response = visitor.get(sitemap, SITEMAP_BYTES, accept=_TYPES)
        listed = list(listings(response)) if response.status == 200 else []
        if first and not listed:
            named = visitor.sitemaps(address) or (urljoin(address, "/sitemap.xml"),)
            waiting += [one for one in map(secured, named) if one not in seen]
        first, nothing = False, nothing and not listed
        for one in listed:
            if since is not None and one.changed is not None and one.changed < since[: len(one.changed)]:
                continue
            if one.is_sitemap:
                waiting.append(one.url)
            else:
                yield Entry(None, one.url, "", None, "", stamp_of(one.url, one.changed or ""))
    if nothing:
        raise EngineFault(FaultCode.SITEMAP_MISSING, url=one_line(address, LONGEST_SHOWN))


def listings(response: Response) -> Iterator[Listing]:
    """The lines of a sitemap; none where there is none. What is broken ends it."""
    from lxml import etree

    content = _unpacked(response.content)
    parser = etree.XMLPullParser(events=("end",), resolve_entities=False, no_network=True, recover=True)
    try:
        parser.feed(content)
        for _, element in parser.read_events():
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name not in ("url", "sitemap"):
                continue
            said = {etree.QName(child).localname: child.text or "" for child in element if isinstance(child.tag, str)}
            url = web_address(secured(said.get("loc", "").strip()))
            if url is not None and urlsplit(url).scheme == "https":
                yield Listing(url, _day(said.get("lastmod", "")), name == "sitemap")
            element.clear()
    except (etree.XMLSyntaxError, ValueError):
        return


def _unpacked(content: bytes) -> bytes:
    """A sitemap that is packed, as far as it may unpack."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        return zlib.decompressobj(wbits=31).decompress(content, SITEMAP_BYTES)
    except zlib.error:
        return b""


def _day(written: str) -> str | None:
    try:
        return article_date(written.strip()) if written.strip() else None
    except ArticleFault:
        return None
