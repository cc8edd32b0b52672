"""What may be reached: the public web by https, and nothing inside.

The address that is checked is the address that is connected to.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from index.faults import EngineFault, FaultCode
from index.files.decoding import one_line

LONGEST_SHOWN: Final = 200
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


class CheckedResolver(AbstractResolver):
    """Hands on addresses that may be connected to, and no others."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._inner = network.resolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of ``host``. Raises EngineFault(LINK_PRIVATE) when one of them is inside."""
        found = await self._inner.resolve(host, port, family)
        if not all(self._network.allows(result["host"]) for result in found):
            raise EngineFault(FaultCode.LINK_PRIVATE, host=one_line(host, LONGEST_SHOWN))
        return found

    async def close(self) -> None:
        """Let go of the resolver beneath."""
        await self._inner.close()


def checked(address: str, network: Network) -> URL:
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
