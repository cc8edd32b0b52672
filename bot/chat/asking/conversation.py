"""What a question follows on Discord: the answer or the question it replies to, the answer its thread hangs from, or
the last question of the same person in the same channel, for some minutes.

Nothing is stored: a reply finds its question in the messages themselves, so it works after a restart; the last question
is in memory only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import discord
from cachetools import TTLCache

from bot.catalogue import LANGUAGES, words_in
from bot.chat.asking.message_text import question_in, shown_texts
from bot.chat.replies.errors import UNSENT
from index.follow_ups.before import Before

FOLLOWED_FOR: Final = 600.0
"""Seconds for which the last question of a person in a channel may be followed."""
_MOST: Final = 10_000
_ESCAPED: Final = re.compile(r"\\([^\w\s])")
_PLACE: Final = "\ufffc"


@dataclass(frozen=True, slots=True)
class Turn:
    """Where something is asked, and the question that it plainly ``replies`` to, if it does; empty where it replies to
    something that is no question, or that can't be read."""

    channel: int | None
    replies: str | None = None


class Conversations:
    """The last question of each person in each channel, in memory, for :data:`FOLLOWED_FOR`."""

    def __init__(self) -> None:
        self._last: TTLCache[tuple[int, int | None], Before] = TTLCache(_MOST, FOLLOWED_FOR)

    def last(self, person: int, channel: int | None) -> Before | None:
        """What ``person`` asked last in ``channel``."""
        return self._last.get((person, channel))

    def keep(self, person: int, channel: int | None, before: Before | None) -> None:
        """Have the next question of ``person`` in ``channel`` follow ``before``; where Discord tells no channel,
        which might be of another server, nothing is kept."""
        if before is not None and channel is not None:
            self._last[person, channel] = before

    def forget(self, person: int) -> None:
        """Keep nothing of ``person``."""
        for key in [key for key in self._last if key[0] == person]:
            self._last.pop(key, None)


async def turn_of(message: discord.Message, bot: int) -> Turn:
    """The turn of a message to the bot, whose id is ``bot``."""
    replies = "" if message.reference is not None else None
    with suppress(*UNSENT):
        followed = await _followed(message)
        if followed is not None:
            replies = await _question_of(followed, bot) or ""
    return Turn(message.channel.id, replies)


async def _followed(message: discord.Message) -> discord.Message | None:
    """The message that ``message`` replies to, or else the one that its thread hangs from."""
    if message.reference is not None:
        return await _referred_to(message)
    if isinstance(message.channel, discord.Thread) and message.channel.id != message.id:
        parent: Any = message.channel.parent
        starter = message.channel.starter_message
        return starter or (await parent.fetch_message(message.channel.id) if hasattr(parent, "fetch_message") else None)
    return None


async def _referred_to(message: discord.Message) -> discord.Message | None:
    reference = message.reference
    if reference is None or reference.message_id is None or reference.channel_id != message.channel.id:
        return None
    if isinstance(reference.resolved, discord.Message):
        return reference.resolved
    if isinstance(reference.resolved, discord.DeletedReferencedMessage):
        return None
    return await message.channel.fetch_message(reference.message_id)


async def _question_of(followed: discord.Message, bot: int) -> str | None:
    """The question of an answer, or that of whoever asked the bot."""
    if followed.author.id != bot:
        asked = followed.guild is None or any(user.id == bot for user in followed.mentions)
        return question_in(followed.content) or None if asked else None
    shown = question_shown(followed)
    if shown is not None:
        return shown
    asking = await _referred_to(followed)
    return question_in(asking.content) or None if asking is not None else None


def question_shown(answer: discord.Message) -> str | None:
    """The question that an answer shows: as it was understood, if that is said, else as it was asked."""
    lines = [line for text in shown_texts(answer) for line in text.split("\n")]
    for key in ("discord-understood", "discord-question"):
        for before, after in _frames(key):
            for line in lines:
                if line.startswith(before) and line.endswith(after) and len(line) > len(before + after):
                    return _ESCAPED.sub(r"\1", line[len(before) : len(line) - len(after)])
    return None


def _frames(key: str) -> Iterator[tuple[str, str]]:
    """What stands before and after the question in each language."""
    for lang in LANGUAGES:
        before, _, after = words_in(lang)(key, question=_PLACE).partition(_PLACE)
        yield before, after
