"""What those who look after articles hear of their feeds, once: one that fails for days, articles that were withdrawn.

It goes by direct message to whoever added the feed, of the articles that all share to those who may change them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from typing import TYPE_CHECKING, Final

import aiohttp
import discord

from bot.catalogue import words_in
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.replies.errors import note_incident, note_unsent
from bot.engine import Keepable
from bot.plain.keeping.feeds import moment_text, reason_text

if TYPE_CHECKING:
    from index.feeds.outcome import ToTell

LOOK_EVERY: Final = 600.0
"""Seconds between two looks at what is to be told."""
_ROOM: Final = 100
_MOST: Final = 10

_log = logging.getLogger(__name__)

Writing = Callable[[int, str], Awaitable[object]]
"""Writes a line to a person by direct message."""


async def tell_of_feeds(engine: Keepable, operators: Collection[int], lang: str, write: Writing) -> None:
    """Go on for ever; what fails is logged and tried again."""
    while True:
        try:
            for place in await asyncio.to_thread(engine.with_feeds):
                await _tell_of(engine, place, operators, lang, write)
        except Exception as error:
            note_incident(error)
        await asyncio.sleep(LOOK_EVERY)


async def _tell_of(engine: Keepable, place: int | None, operators: Collection[int], lang: str, write: Writing) -> None:
    feeds = await asyncio.to_thread(engine.feeds, place)
    news = await asyncio.to_thread(feeds.to_tell)
    if not (news.fail or news.withdrawn):
        return
    listed = await asyncio.to_thread(feeds.listed)
    added_by = {feed.added_by for feed in listed.feeds if feed.added_by is not None}
    line = told_line(news, lang)
    _log.warning("feeds: %d fail for days, %d articles were withdrawn", len(news.fail), len(news.withdrawn))
    await asyncio.to_thread(feeds.told, news)  # first: told twice is worse than told late, in /feeds and in the log
    for person in sorted(operators if place is None else added_by):
        try:
            await write(person, line)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            note_unsent(error)


def told_line(news: ToTell, lang: str) -> str:
    """What is told, in a message."""
    words = words_in(lang)
    lines = [
        words(
            "feeds-told-fail",
            feed=_shown(one.title or one.feed.url),
            since=moment_text(one.failing_since or 0.0, words),
            reason=_shown(reason_text(one.reason, words)),
        )
        for one in news.fail[:_MOST]
    ]
    lines += [words("feeds-told-withdrawn", title=_shown(title)) for _, title, _ in news.withdrawn[:_MOST]]
    return "\n".join([*lines, words("feeds-told-where")])


def _shown(text: str) -> str:
    return escape(shorten(for_display(text), _ROOM))
