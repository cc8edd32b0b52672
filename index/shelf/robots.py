"""What sites ask of robots (RFC 9309): which pages they may ask for, how fast, and where the list of pages is."""

from __future__ import annotations

import time
from typing import Final
from urllib.parse import urlsplit

from protego import Protego

KEPT: Final = 24 * 3600.0
"""Seconds for which the rules of a site are believed (RFC 9309, 2.4)."""


class Robots:
    """The rules of the sites that were asked, for whoever calls itself ``agent``."""

    def __init__(self, agent: str) -> None:
        self._agent = agent
        self._rules: dict[str, tuple[Protego | None, float]] = {}

    def knows(self, site: str) -> bool:
        """Whether the rules of ``site`` (https://host) are known and not too old."""
        found = self._rules.get(site)
        return found is not None and found[0] is not None and time.monotonic() - found[1] < KEPT

    def learn(self, site: str, text: bytes | None) -> None:
        """Take in the robots.txt of a site: all is forbidden where it could not be read (None)."""
        rules = None if text is None else Protego.parse(text.decode("utf-8", "replace"))
        self._rules[site] = rules, time.monotonic()

    def welcome(self, site: str, url: str) -> bool:
        """Whether the page at ``url`` may be asked for."""
        rules = self._of(site)
        return rules is not None and bool(rules.can_fetch(url, self._agent))

    def delay(self, site: str) -> float:
        """The seconds that a site wants between two pages, as far as that is known."""
        rules = self._of(site)
        return float(rules.crawl_delay(self._agent) or 0) if rules is not None else 0.0

    def sitemaps(self, site: str) -> tuple[str, ...]:
        """The sitemaps that a site names."""
        rules = self._of(site)
        found = rules.sitemaps if rules is not None else ()
        return tuple(address for address in found if urlsplit(address).scheme == "https")

    def _of(self, site: str) -> Protego | None:
        return self._rules.get(site, (None, 0.0))[0]
