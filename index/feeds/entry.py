"""What a feed says: of itself, and of each of its entries."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from courlan import normalize_url


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed: ``url`` is the page it leads to, ``date`` an EDTF day, ``content`` its full text as HTML
    where the feed has that ("" where not), ``stamp`` a digest of all that the feed says of it."""

    id: str | None
    url: str | None
    title: str
    date: str | None
    content: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read: ``period`` is how many seconds it wants between two looks, when it says so."""

    title: str
    lang: str | None
    period: float | None
    entries: tuple[Entry, ...]


def stamp_of(*said: str) -> str:
    """A digest of what a feed says of an entry."""
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def secured(address: str) -> str:
    """``address`` by https: what is written as http is never asked for so."""
    parts = urlsplit(address)
    return urlunsplit(("https", *parts[1:])) if parts.scheme.lower() == "http" and parts.port is None else address


def canonical(address: str) -> str:
    """``address`` as it is compared: without the part of a page, marks of where a reader came from, http or https, or
    a slash at its end."""
    try:
        parts = urlsplit(normalize_url(address.strip(), trailing_slash=False))
    except (ValueError, TypeError):
        return address.strip()
    return urlunsplit(("https", parts.netloc, parts.path.rstrip("/"), parts.query, ""))
