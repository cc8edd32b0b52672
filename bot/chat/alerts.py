"""Alerts: when a new generation answers, whoever built it, followers hear what it says of their subjects.

Told once: what was sent is kept in one step with how far each follow has seen. Between the sending and that step a
process may die; it then sends the same again after its next start, under the same nonce, which Discord takes for the
message it already has (https://discord.com/developers/docs/resources/message#create-message, "enforce_nonce").
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import Sequence
from typing import Any, Final, Protocol

import aiohttp
import discord

from bot.catalogue import words_in
from bot.chat.alert_message import MOST_TOPICS, Topic, alert_message
from bot.chat.errors import note_incident, note_unsent
from bot.chat.memory import Memory
from bot.chat.message import Message
from bot.state.follows import Follow, Place, PlaceKind
from index.answer import Quote
from index.news import News

LOOK_EVERY: Final = 2.0
"""Seconds between two looks at which generation answers: it reads one number from a file."""
_TRY_AGAIN: Final = 60.0
"""Seconds before a place is tried again when Discord could not be reached."""
_NONCE: Final = 25
"""Characters that Discord takes."""

_log = logging.getLogger(__name__)


class Channels(Protocol):
    """The part of Discord that alerts need."""

    def serves(self, guild_id: int) -> bool:
        """Whether this process, of all that share the state, alerts there; direct messages are those of guild 0."""

    async def place_to_write(self, place: Place) -> discord.abc.Messageable:
        """Where an alert for ``place`` is sent."""


class Alerts:
    """Watches for generations and tells what is new; one of it runs for each server, in whichever process serves it."""

    def __init__(self, memory: Memory, channels: Channels) -> None:
        self._memory = memory
        self._channels = channels
        self._told_of: int | None = None
        """The generation that nothing more is to be told of."""
        self._try_after: dict[Place, float] = {}

    async def run(self) -> None:
        """Go on for ever; what fails is logged and tried again."""
        begun = False
        while True:
            try:
                number = await asyncio.to_thread(self._memory.engine.generation_number)
                if number is not None and not begun:
                    await asyncio.to_thread(self._memory.state.follows.begin_anew, number)
                    begun = True
                if number is not None and number != self._told_of:
                    self._told_of = number if await self._tell_of(number) else None
            except Exception as error:
                note_incident(error)
                await asyncio.sleep(_TRY_AGAIN)
            await asyncio.sleep(LOOK_EVERY)

    async def _tell_of(self, number: int) -> bool:
        """Tell every place that is due; whether none is left for later."""
        waiting = await asyncio.to_thread(self._memory.state.follows.behind, number)
        served = {place: its for place, its in waiting.items() if self._channels.serves(place.guild_id)}
        due = {place: its for place, its in served.items() if await self._is_due(place)}
        news = await asyncio.to_thread(self._news, [one for its in due.values() for one in its])
        told = [await self._tell(place, {one: news[one] for one in its if one in news}) for place, its in due.items()]
        return len(due) == len(served) and all(told)

    async def _is_due(self, place: Place) -> bool:
        """Whether ``place`` may be alerted now: neither too soon after the last alert, nor after a failure."""
        if self._try_after.get(place, 0) <= time.monotonic():
            wait = await asyncio.to_thread(self._too_soon_by, place)
            self._try_after[place] = time.monotonic() + wait
        return self._try_after[place] <= time.monotonic()

    async def _tell(self, place: Place, news: dict[Follow, News]) -> bool:
        """Alert one place; whether nothing is left for later."""
        if not news:
            return True
        generation = min(its.generation for its in news.values())
        quotes = {one: await asyncio.to_thread(self._untold, one, its.quotes) for one, its in news.items()}
        silent = [one for one, its in quotes.items() if not its]
        await asyncio.to_thread(self._memory.state.follows.has_seen, silent, generation)
        loud = [one for one, its in quotes.items() if its]
        if not loud:
            return True
        told = loud[:MOST_TOPICS]
        return await self._send(place, told, quotes, generation) and len(told) == len(loud)

    async def _send(
        self, place: Place, told: Sequence[Follow], quotes: dict[Follow, tuple[Quote, ...]], generation: int
    ) -> bool:
        """Send an alert and keep that it was sent; whether it was."""
        digests = {one: [digest_of(quote) for quote in quotes[one]] for one in told}
        lang = await asyncio.to_thread(self._language, told[0])
        message = alert_message(_once_each(told, quotes), words_in(lang))
        try:
            await _deliver(await self._channels.place_to_write(place), message, _nonce(digests))
        except (discord.Forbidden, discord.NotFound):
            _log.warning("an alert was refused by Discord: the follows of that place are paused")
            await asyncio.to_thread(self._memory.state.follows.pause, place)
            return True
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            note_unsent(error)
            self._try_after[place] = time.monotonic() + _TRY_AGAIN
            return False
        await asyncio.to_thread(self._memory.state.follows.alerted, place, generation, digests)
        return True

    def _news(self, follows: Sequence[Follow]) -> dict[Follow, News]:
        """What is new for each of ``follows`` since it last saw; new articles are read once for all who saw as far."""
        found: dict[Follow, News] = {}
        for seen in {one.seen for one in follows}:
            alike = [one for one in follows if one.seen == seen]
            news = self._memory.engine.news(list({one.subject for one in alike}), since=seen)
            found |= {one: news[one.subject] for one in alike if one.subject in news}
        return found

    def _untold(self, follow: Follow, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        told = self._memory.state.follows.told(follow.id) if quotes else frozenset()
        return tuple(quote for quote in quotes if digest_of(quote) not in told)

    def _too_soon_by(self, place: Place) -> float:
        """Seconds until ``place`` may be alerted again."""
        last = self._memory.state.follows.last_alert(place)
        return 0 if last is None else max(0, last + 60 * self._memory.alert_minutes - time.time())

    def _language(self, follow: Follow) -> str:
        if self._memory.forced_lang is not None:
            return self._memory.forced_lang
        if follow.place.kind is PlaceKind.CHANNEL:
            return self._memory.state.guilds.settings(follow.place.guild_id).lang or follow.lang
        return follow.lang


def digest_of(quote: Quote) -> str:
    """Stands for what a quote says, wherever it stands."""
    return hashlib.sha256(" ".join(quote.text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _once_each(told: Sequence[Follow], quotes: dict[Follow, tuple[Quote, ...]]) -> list[Topic]:
    """A topic a follow, a quote under the first it belongs to; a follow with none of its own left shows its first."""
    shown: set[str] = set()
    topics = []
    for one in told:
        own = tuple(quote for quote in quotes[one] if digest_of(quote) not in shown) or quotes[one][:1]
        shown.update(map(digest_of, own))
        topics.append(Topic(one, own))
    return topics


def _nonce(digests: dict[Follow, list[str]]) -> str:
    said = ";".join(f"{one.id}:{','.join(sorted(its))}" for one, its in sorted(digests.items(), key=lambda d: d[0].id))
    return hashlib.sha256(said.encode()).hexdigest()[:_NONCE]


async def _deliver(where: discord.abc.Messageable, message: Message, nonce: str) -> None:
    more: Any = {} if message.buttons is None else {"view": message.buttons}
    await where.send(message.content, embeds=list(message.embeds), nonce=nonce, **more)
