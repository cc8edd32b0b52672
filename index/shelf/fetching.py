"""A page fetched by its address, for an operator who allowed it: from the public web alone, and politely.

The address that is checked is the address that is connected to, also after a redirect and when the name would stand for
another one a moment later. The page's robots.txt is asked first (RFC 9309).
"""

from __future__ import annotations

import asyncio
import codecs
import ipaddress
import re
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from protego import Protego
from yarl import URL

from index.faults import ArticleFault, EngineFault, Fault, FaultCode
from index.files.decoding import one_line
from index.shelf.submission import Submission

USER_AGENT: Final = f"Sourcier/{version('sourcier')} (fetches single articles when an administrator asks for them)"
TIME_LIMIT: Final = 30.0
"""Seconds for the whole of it."""
TO_CLOSE: Final = 0.25
"""Seconds that TLS connections need to close
(https://docs.aiohttp.org/en/stable/client_advanced.html#graceful-shutdown)."""
MOST_REDIRECTS: Final = 5
ROBOTS_BYTES: Final = 500 * 1024
"""What RFC 9309 (2.5) asks to be read at least."""
BLOCK: Final = 64 * 1024
LONGEST_SHOWN: Final = 200

EXTENSIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text/html": ".html",
        "application/xhtml+xml": ".html",
        "text/plain": ".txt",
        "text/markdown": ".md",
        "application/pdf": ".pdf",
    }
)
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet: not private, loopback, link-local, multicast, reserved,
    nor such an IPv4 address dressed up as IPv6."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64 or int(ip) >> 32 == 0:  # NAT64, or the old "IPv4-compatible" form
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


@dataclass(frozen=True, slots=True)
class Network:
    """What may be reached and how; other than the default for tests alone."""

    allows: Callable[[str], bool] = is_public
    ports: frozenset[int] = frozenset({443})
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    resolver: Callable[[], AbstractResolver] = ThreadedResolver


def fetch(address: str, max_bytes: int, network: Network | None = None) -> Submission:
    """The page at ``address``, at most ``max_bytes`` long; not to be called where an event loop runs.

    Raises EngineFault: LINK_NOT_HTTPS, LINK_PRIVATE, LINK_FORBIDDEN (by the site's robots.txt), LINK_UNREACHABLE;
    ArticleFault: TOO_LARGE, UNSUPPORTED_FORMAT.
    """
    return asyncio.run(_fetch(address, max_bytes, network or Network()))


async def _fetch(address: str, max_bytes: int, network: Network) -> Submission:
    try:
        async with asyncio.timeout(TIME_LIMIT), _session(network) as session:
            visit = _Visit(session, network)
            return await visit.page(_checked(address, network), max_bytes)
    except Fault:
        raise
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise _unreachable(address, type(error).__name__) from error


@asynccontextmanager
async def _session(network: Network) -> AsyncIterator[aiohttp.ClientSession]:
    connector = aiohttp.TCPConnector(
        resolver=_CheckedResolver(network), ssl=network.tls, use_dns_cache=False, force_close=True
    )
    headers = {"User-Agent": USER_AGENT, "Accept": ", ".join(EXTENSIONS), "Accept-Encoding": "identity"}
    async with aiohttp.ClientSession(
        connector=connector, headers=headers, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False
    ) as session:
        try:
            yield session
        finally:
            await session.close()
            await asyncio.sleep(TO_CLOSE)


class _CheckedResolver(AbstractResolver):
    """Hands on addresses that may be connected to, and no others."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._inner = network.resolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        if not all(self._network.allows(result["host"]) for result in found):
            raise EngineFault(FaultCode.LINK_PRIVATE, host=one_line(host, LONGEST_SHOWN))
        return found

    async def close(self) -> None:
        await self._inner.close()


class _Visit:
    """What one page takes: the robots.txt of each host on the way, redirects, and the page."""

    def __init__(self, session: aiohttp.ClientSession, network: Network) -> None:
        self._session = session
        self._network = network
        self._robots: dict[str, Protego | None] = {}

    async def page(self, url: URL, max_bytes: int) -> Submission:
        for _ in range(MOST_REDIRECTS + 1):
            if not await self._is_welcome(url):
                raise EngineFault(FaultCode.LINK_FORBIDDEN, host=url.host or "")
            async with self._session.get(url, allow_redirects=False) as response:
                if (onward := self._onward(url, response)) is None:
                    return await _submission(url, response, max_bytes)
            url = onward
        raise _unreachable(str(url), f"> {MOST_REDIRECTS} redirects")

    async def _is_welcome(self, url: URL) -> bool:
        site = str(url.origin())
        if site not in self._robots:
            self._robots[site] = await self._rules(url.origin() / "robots.txt")
        rules = self._robots[site]
        return rules is not None and bool(rules.can_fetch(str(url), USER_AGENT))

    async def _rules(self, url: URL) -> Protego | None:
        """The rules of a site; none are there when it has no such file, all is forbidden (None) when it fails."""
        for _ in range(MOST_REDIRECTS + 1):
            async with self._session.get(url, allow_redirects=False) as response:
                if (onward := self._onward(url, response)) is None:
                    if response.status >= 500:
                        return None
                    text = await _start(response, ROBOTS_BYTES) if response.status == 200 else b""
                    return Protego.parse(text.decode("utf-8", "replace"))
            url = onward
        return Protego.parse("")

    def _onward(self, url: URL, response: aiohttp.ClientResponse) -> URL | None:
        if response.status not in (301, 302, 303, 307, 308) or "Location" not in response.headers:
            return None
        return _checked(str(url.join(URL(response.headers["Location"]))), self._network)


def _checked(address: str, network: Network) -> URL:
    """``address`` if it is a plain https address that may be asked for."""
    refusal = EngineFault(FaultCode.LINK_NOT_HTTPS, url=one_line(address, LONGEST_SHOWN))
    try:
        url = URL(address.strip())
        port = url.port
    except ValueError:
        raise refusal from None
    if url.scheme != "https" or not url.host or url.user or url.password or port not in network.ports:
        raise refusal
    literal = url.host.strip("[]")
    if re.fullmatch(r"[0-9.]+|[0-9A-Fa-f:.%]*:[0-9A-Fa-f:.%]*", literal) and not network.allows(literal):
        raise EngineFault(FaultCode.LINK_PRIVATE, host=literal)  # such a host is never looked up
    return url.with_fragment(None)


async def _submission(url: URL, response: aiohttp.ClientResponse, max_bytes: int) -> Submission:
    if response.status != 200:
        raise _unreachable(str(url), f"HTTP {response.status}")
    extension = EXTENSIONS.get(response.content_type)
    if extension is None:
        raise ArticleFault(FaultCode.UNSUPPORTED_FORMAT, extension=one_line(response.content_type, LONGEST_SHOWN))
    if (response.content_length or 0) > max_bytes:
        raise ArticleFault(FaultCode.TOO_LARGE, size=response.content_length or 0, limit=max_bytes)
    content = await _start(response, max_bytes + 1)
    if len(content) > max_bytes:
        raise ArticleFault(FaultCode.TOO_LARGE, size=len(content), limit=max_bytes)
    stem = PurePosixPath(url.path).stem
    name = stem if any(char.isalpha() for char in stem) else f"{url.host}-{stem}"
    return Submission(f"{name}{extension}", _with_its_charset(content, response), url=str(url))


async def _start(response: aiohttp.ClientResponse, most: int) -> bytes:
    """At most the first ``most`` bytes of a response, however many there are or however far they unpack."""
    content = bytearray()
    async for block in response.content.iter_chunked(BLOCK):
        content += block[: most - len(content)]
        if len(content) >= most:
            break
    return bytes(content)


def _with_its_charset(content: bytes, response: aiohttp.ClientResponse) -> bytes:
    """``content`` as UTF-8 with its mark when the response names the charset of a text, else as it is."""
    if response.charset is None or not response.content_type.startswith("text/"):
        return content
    try:
        return codecs.BOM_UTF8 + content.decode(response.charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return content


def _unreachable(address: str, reason: str) -> EngineFault:
    return EngineFault(FaultCode.LINK_UNREACHABLE, url=one_line(address, LONGEST_SHOWN), reason=reason)
