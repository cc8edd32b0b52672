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
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

import aiohttp
import discord

from bot.catalogue import words_in
from bot.chat.following.alert_message import MOST_TOPICS, Topic, alert_message
from bot.chat.replies.buttons import ButtonMaker
from bot.chat.replies.errors import note_incident, note_unsent
from bot.chat.replies.memory import Memory
from bot.engine import Growing
from bot.state.follows import NOTHING_YET, Follow, Place, PlaceKind
from index.answer import Quote
from index.chronicle.news import News

LOOK_EVERY: Final = 2.0
"""Seconds between two looks at which generation answers: it reads one number from a file."""
_TRY_AGAIN: Final = 60.0
"""Seconds before a place is tried again when Discord could not be reached."""
_LOOK_AGAIN: Final = 60.0
"""Seconds after which follows are looked for though nothing was made."""
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

    def __init__(self, memory: Memory, channels: Channels, maker: ButtonMaker) -> None:
        self._memory = memory
        self._channels = channels
        self._maker = maker
        self._begun: set[int | None] = set()
        """The bases looked at before: collections by their server, None for the shared one."""
        self._told_of: dict[int | None, int] = {}
        """The generation of each that nothing more is to be told of."""
        self._try_after: dict[Place, float] = {}
        self._look_again = 0.0

    async def run(self) -> None:
        """Go on for ever; what fails is logged and tried again."""
        while True:
            try:
                for own, number in (await asyncio.to_thread(self._numbers)).items():
                    await self._look_at(own, number)
            except Exception as error:
                note_incident(error)
                await asyncio.sleep(_TRY_AGAIN)
            await asyncio.sleep(LOOK_EVERY)

    def _numbers(self) -> dict[int | None, int]:
        """The generations that answer: that of the shared base, and of the collections of the servers served here."""
        shared = self._memory.engine.generation_number()
        found: dict[int | None, int] = {} if shared is None else {None: shared}
        own = self._memory.engine.collection_numbers().items()
        return found | {guild: number for guild, number in own if self._channels.serves(guild)}

    async def _look_at(self, own: int | None, number: int) -> None:
        """Tell what is new in generation ``number``, if it is another than the last time."""
        if own not in self._begun:
            await asyncio.to_thread(self._memory.state.follows.begin_anew, number, own)
            self._begun.add(own)
        if time.monotonic() >= self._look_again:  # the week of some follow may be over
            self._told_of.clear()
            self._look_again = time.monotonic() + _LOOK_AGAIN
        if self._told_of.get(own) != number:
            self._told_of.pop(own, None)
            if await self._tell_of(own, number):
                self._told_of[own] = number

    async def _tell_of(self, own: int | None, number: int) -> bool:
        """Tell every place that is due; whether none is left for later."""
        waiting = await asyncio.to_thread(self._memory.state.follows.behind, number, own)
        served = {place: its for place, its in waiting.items() if self._channels.serves(place.guild_id)}
        due = {place: its for place, its in served.items() if await self._is_due(place)}
        news = await asyncio.to_thread(self._news, own, [one for its in due.values() for one in its])
        told = [
            await self._tell(place, own, {one: news[one] for one in its if one in news}) for place, its in due.items()
        ]
        return len(due) == len(served) and all(told)

    async def _is_due(self, place: Place) -> bool:
        """Whether ``place`` may be alerted now: neither too soon after the last alert, nor after a failure."""
        if self._try_after.get(place, 0) <= time.monotonic():
            wait = await asyncio.to_thread(self._too_soon_by, place)
            self._try_after[place] = time.monotonic() + wait
        return self._try_after[place] <= time.monotonic()

    async def _tell(self, place: Place, own: int | None, news: dict[Follow, News]) -> bool:
        """Alert one place; whether nothing is left for later."""
        if not news:
            return True
        generation = min(its.generation for its in news.values())
        quotes = {one: await asyncio.to_thread(self._untold, one, its.quotes) for one, its in news.items()}
        silent = [one for one, its in quotes.items() if not its]
        await asyncio.to_thread(self._memory.state.follows.has_seen, silent, generation, own)
        loud = [one for one, its in quotes.items() if its]
        if not loud:
            return True
        told = {one: quotes[one] for one in loud[:MOST_TOPICS]}
        return await self._send(place, own, told, generation) and len(told) == len(loud)

    async def _send(
        self, place: Place, own: int | None, told: Mapping[Follow, tuple[Quote, ...]], generation: int
    ) -> bool:
        """Send an alert and keep that it was sent; whether it was."""
        digests = {one: [digest_of(quote) for quote in its] for one, its in told.items()}
        lang = await asyncio.to_thread(self._language, next(iter(told)))
        message = alert_message(_once_each(told), words_in(lang), self._maker)
        try:
            where = await self._channels.place_to_write(place)
            await where.send(view=message, nonce=_nonce(digests))
        except (discord.Forbidden, discord.NotFound):
            _log.warning("an alert was refused by Discord: the follows of that place are paused")
            await asyncio.to_thread(self._memory.state.follows.pause, place)
            return True
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            note_unsent(error)
            self._try_after[place] = time.monotonic() + _TRY_AGAIN
            return False
        await asyncio.to_thread(self._memory.state.follows.alerted, place, generation, digests, own)
        return True

    def _news(self, own: int | None, follows: Sequence[Follow]) -> dict[Follow, News]:
        """What is new for each of ``follows`` since it last saw; new articles are read once for all who saw as far."""
        base: Growing | None = self._memory.engine if own is None else self._memory.engine.alone(own)
        found: dict[Follow, News] = {}
        if base is None:  # removed since
            return found
        by_seen: defaultdict[int, list[Follow]] = defaultdict(list)
        for one in follows:
            by_seen[_seen(one, own)].append(one)
        for seen, alike in by_seen.items():
            news = base.news(list({one.subject for one in alike}), since=seen)
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


def _seen(one: Follow, own: int | None) -> int:
    if own is None:
        return one.seen
    return NOTHING_YET if one.seen_own is None else one.seen_own


def digest_of(quote: Quote) -> str:
    """Stands for what a quote says, wherever it stands."""
    return hashlib.sha256(" ".join(quote.text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _once_each(told: Mapping[Follow, tuple[Quote, ...]]) -> list[Topic]:
    """A topic a follow, a quote under the first it belongs to; a follow with none of its own left shows its first."""
    shown: set[str] = set()
    topics = []
    for one, quotes in told.items():
        unshown = tuple(quote for quote in quotes if digest_of(quote) not in shown) or quotes[:1]
        shown.update(map(digest_of, unshown))
        topics.append(Topic(one, unshown))
    return topics


def _nonce(digests: Mapping[Follow, Sequence[str]]) -> str:
    said = ";".join(f"{one.id}:{','.join(sorted(its))}" for one, its in sorted(digests.items(), key=lambda d: d[0].id))
    return hashlib.sha256(said.encode()).hexdigest()[:_NONCE]
