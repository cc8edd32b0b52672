"""How often one person, and one server, may ask."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Final

from discord.app_commands import Cooldown

from bot.chat.people.reader import Reader

WINDOW: Final = 60.0
"""Seconds in which requests are counted."""
_REMEMBERED: Final = 10_000
"""People and servers kept in mind: those not heard of for longest are forgotten first."""


class TooSoon(Exception):
    """A person, or with ``of_server`` a whole server, has asked as often as is allowed; ``seconds`` are left."""

    def __init__(self, seconds: float, *, of_server: bool) -> None:
        super().__init__(seconds)
        self.seconds = seconds
        self.of_server = of_server


class Pace:
    """Counts requests: ``by_person`` and ``by_server`` may be made a minute; 0 is no limit."""

    def __init__(self, by_person: int, by_server: int) -> None:
        self._by_person = _Counters(by_person)
        self._by_server = _Counters(by_server)

    def count(self, reader: Reader) -> None:
        """Count a request of ``reader``; raises TooSoon instead when it is one too many."""
        wait = self._by_person.wait(reader.person)
        if wait:
            raise TooSoon(wait, of_server=False)
        wait = self._by_server.wait(reader.guild) if reader.guild is not None else 0.0
        if wait:
            raise TooSoon(wait, of_server=True)


class _Counters:
    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._counters: OrderedDict[Hashable, Cooldown] = OrderedDict()

    def wait(self, whom: Hashable) -> float:
        """Count one, or the seconds until one may be counted."""
        if not self._rate:
            return 0.0
        counter = self._counters.pop(whom, None) or Cooldown(self._rate, WINDOW)
        self._counters[whom] = counter
        if len(self._counters) > _REMEMBERED:
            self._counters.popitem(last=False)
        return counter.update_rate_limit() or 0.0
