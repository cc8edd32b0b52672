"""A page fetched by its address, for an operator who allowed it: from the public web alone, and politely.

Each redirect is checked anew, and so is each name when it is connected to. The page's robots.txt is asked first
(RFC 9309).
"""

from __future__ import annotations

import asyncio
import codecs
import math
import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

import aiohttp
from yarl import URL

from index.faults import ArticleFault, EngineFault, Fault, FaultCode
from index.files.decoding import one_line
from index.shelf.network import LONGEST_SHOWN, CheckedResolver, Network, checked, is_public
from index.shelf.robots import Robots
from index.shelf.submission import Submission

USER_AGENT: Final = f"Sourcier/{version('sourcier')} (fetches articles that an administrator asked for)"
TIME_LIMIT: Final = 30.0
"""Seconds for the whole of it."""
TO_CLOSE: Final = 0.25
"""Seconds that TLS connections need to close
(https://docs.aiohttp.org/en/stable/client_advanced.html#graceful-shutdown)."""
MOST_REDIRECTS: Final = 5
ROBOTS_BYTES: Final = 500 * 1024
"""What RFC 9309 (2.5) asks to be read at least."""
BLOCK: Final = 64 * 1024
PAUSE: Final = 1.0
"""Seconds between two pages of one site, unless it asks for more."""
LONGEST_PAUSE: Final = 120.0
"""Seconds waited for a site that asks for still more."""
_NO_CONDITIONS: Final[Mapping[str, str]] = MappingProxyType({})

EXTENSIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text/html": ".html",
        "application/xhtml+xml": ".html",
        "text/plain": ".txt",
        "text/markdown": ".md",
        "application/pdf": ".pdf",
    }
)

__all__ = ["USER_AGENT", "Network", "Response", "Visitor", "fetch", "is_public", "submission_of"]


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered at ``url``, after redirects: ``content`` is cut after the bytes that were asked for, which
    ``is_whole`` tells; ``media_type`` and ``charset`` are as the server names them, ``retry_after`` is in seconds."""

    url: str
    status: int
    media_type: str
    charset: str | None
    content: bytes
    is_whole: bool
    etag: str | None = None
    modified: str | None = None
    retry_after: float | None = None


def fetch(address: str, max_bytes: int, network: Network | None = None) -> Submission:
    """The page at ``address``, at most ``max_bytes`` long; not to be called where an event loop runs.

    Raises EngineFault: LINK_NOT_HTTPS, LINK_PRIVATE, LINK_FORBIDDEN (by the site's robots.txt), LINK_UNREACHABLE;
    ArticleFault: TOO_LARGE, UNSUPPORTED_FORMAT.
    """
    return submission_of(Visitor(network).get(address, max_bytes), max_bytes)


def submission_of(response: Response, max_bytes: int) -> Submission:
    """The page that a server answered with. Raises as :func:`fetch` does."""
    if response.status != 200:
        raise _unreachable(response.url, f"HTTP {response.status}")
    extension = EXTENSIONS.get(response.media_type)
    if extension is None:
        raise ArticleFault(FaultCode.UNSUPPORTED_FORMAT, extension=one_line(response.media_type, LONGEST_SHOWN))
    if not response.is_whole:
        raise ArticleFault(FaultCode.TOO_LARGE, size=max_bytes + 1, limit=max_bytes)
    url = URL(response.url)
    stem = PurePosixPath(url.path).stem
    name = stem if any(char.isalpha() for char in stem) else f"{url.host}-{stem}"
    return Submission(f"{name}{extension}", _with_its_charset(response), url=response.url)


class Visitor:
    """Asks for pages one after the other, each as its site's robots.txt allows and not too soon after the last; not to
    be called where an event loop runs.

    ``pause`` is the least number of seconds between two pages of one site, which may ask for more (Crawl-delay), and
    ``sleep`` waits.
    """

    def __init__(
        self, network: Network | None = None, pause: float = PAUSE, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._network = network or Network()
        self._pause = pause
        self._sleep = sleep
        self._robots = Robots(USER_AGENT)
        self._last: dict[str, float] = {}

    def get(
        self,
        address: str,
        max_bytes: int,
        *,
        accept: Iterable[str] = tuple(EXTENSIONS),
        conditions: Mapping[str, str] = _NO_CONDITIONS,
    ) -> Response:
        """What is at ``address``, of the media types ``accept``; ``conditions`` are headers such as If-None-Match.

        Raises EngineFault: LINK_NOT_HTTPS, LINK_PRIVATE, LINK_FORBIDDEN, LINK_UNREACHABLE when nobody answers.
        """
        url = checked(address, self._network)
        self._keep_pace(str(url.origin()))
        headers = {"Accept": ", ".join(accept), **conditions}
        return asyncio.run(self._get(url, max_bytes, headers))

    def sitemaps(self, address: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of a site names. Raises as :meth:`get` does."""
        return asyncio.run(self._sitemaps(checked(address, self._network)))

    def _keep_pace(self, site: str) -> None:
        wait = self._last.get(site, -math.inf) + max(self._pause, self._robots.delay(site)) - time.monotonic()
        if wait > 0:
            self._sleep(min(wait, LONGEST_PAUSE))
        self._last[site] = time.monotonic()

    async def _get(self, url: URL, max_bytes: int, headers: Mapping[str, str]) -> Response:
        async with _visiting(url, self._network) as session:
            return await _Visit(session, self._network, self._robots).page(url, max_bytes, headers)

    async def _sitemaps(self, url: URL) -> tuple[str, ...]:
        async with _visiting(url, self._network) as session:
            await _Visit(session, self._network, self._robots).is_welcome(url)
            return self._robots.sitemaps(str(url.origin()))


@asynccontextmanager
async def _visiting(url: URL, network: Network) -> AsyncIterator[aiohttp.ClientSession]:
    """A session that must not take too long; all that goes wrong on the wire is LINK_UNREACHABLE."""
    try:
        async with asyncio.timeout(TIME_LIMIT), _session(network) as session:
            yield session
    except Fault:
        raise
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise _unreachable(str(url), type(error).__name__) from error


@asynccontextmanager
async def _session(network: Network) -> AsyncIterator[aiohttp.ClientSession]:
    connector = aiohttp.TCPConnector(
        resolver=CheckedResolver(network), ssl=network.tls, use_dns_cache=False, force_close=True
    )
    headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity"}
    async with aiohttp.ClientSession(
        connector=connector, headers=headers, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False
    ) as session:
        try:
            yield session
        finally:
            await session.close()
            await asyncio.sleep(TO_CLOSE)


class _Visit:
    """What one page takes: the robots.txt of each host on the way, redirects, and the page."""

    def __init__(self, session: aiohttp.ClientSession, network: Network, robots: Robots) -> None:
        self._session = session
        self._network = network
        self._robots = robots

    async def page(self, url: URL, max_bytes: int, headers: Mapping[str, str]) -> Response:
        for _ in range(MOST_REDIRECTS + 1):
            if not await self.is_welcome(url):
                raise EngineFault(FaultCode.LINK_FORBIDDEN, host=url.host or "")
            async with self._session.get(url, allow_redirects=False, headers=headers) as response:
                if (onward := self._onward(url, response)) is None:
                    return await _response(url, response, max_bytes)
            url = onward
        raise _unreachable(str(url), f"> {MOST_REDIRECTS} redirects")

    async def is_welcome(self, url: URL) -> bool:
        site = str(url.origin())
        if not self._robots.knows(site):
            self._robots.learn(site, await self._rules(url.origin() / "robots.txt"))
        return self._robots.welcome(site, str(url))

    async def _rules(self, url: URL) -> bytes | None:
        """What the robots.txt of a site says; nothing where it has no such file, None where that can't be told."""
        for _ in range(MOST_REDIRECTS + 1):
            async with self._session.get(url, allow_redirects=False) as response:
                if (onward := self._onward(url, response)) is None:
                    if response.status >= 500:
                        return None
                    return await _start(response, ROBOTS_BYTES) if response.status == 200 else b""
            url = onward
        return b""

    def _onward(self, url: URL, response: aiohttp.ClientResponse) -> URL | None:
        if response.status not in (301, 302, 303, 307, 308) or "Location" not in response.headers:
            return None
        return checked(str(url.join(URL(response.headers["Location"]))), self._network)


async def _response(url: URL, response: aiohttp.ClientResponse, max_bytes: int) -> Response:
    told = response.status == 200
    content = await _start(response, max_bytes + 1) if told else b""
    return Response(
        url=str(url),
        status=response.status,
        media_type=response.content_type,
        charset=response.charset,
        content=content[:max_bytes],
        is_whole=len(content) <= max_bytes,
        etag=response.headers.get("ETag"),
        modified=response.headers.get("Last-Modified"),
        retry_after=_seconds_until(response.headers.get("Retry-After")),
    )


def _seconds_until(told: str | None) -> float | None:
    """The Retry-After of RFC 9110 (10.2.3): seconds, or a date."""
    if told is None:
        return None
    if told.strip().isdecimal():
        return float(told)
    try:
        moment = parsedate_to_datetime(told)
    except ValueError:
        return None
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


async def _start(response: aiohttp.ClientResponse, most: int) -> bytes:
    """At most the first ``most`` bytes of a response, however many there are or however far they unpack."""
    content = bytearray()
    async for block in response.content.iter_chunked(BLOCK):
        content += block[: most - len(content)]
        if len(content) >= most:
            break
    return bytes(content)


def _with_its_charset(response: Response) -> bytes:
    """Its content as UTF-8 with its mark when the response names the charset of a text, else as it is."""
    if response.charset is None or not response.media_type.startswith("text/"):
        return response.content
    try:
        return codecs.BOM_UTF8 + response.content.decode(response.charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return response.content


def _unreachable(address: str, reason: str) -> EngineFault:
    return EngineFault(FaultCode.LINK_UNREACHABLE, url=one_line(address, LONGEST_SHOWN), reason=reason)
