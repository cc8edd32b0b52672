"""Questions in ordinary messages: the bot mentioned, one of its messages replied to, or a direct message.

Discord hands over the text of exactly these messages to a bot without privileged intents.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

import discord

from bot.catalogue import words_in
from bot.chat.ask import Asking
from bot.chat.errors import UNSENT
from bot.chat.message import Message
from bot.chat.translator import language_of

_MARKS: Final = re.compile(r"<(?:@[!&]?|#|a?:\w+:)\d+>")
_TYPING_EVERY: Final = 8.0
"""Seconds; Discord shows "is typing" for ten."""
_CONVERSATION: Final = (discord.MessageType.default, discord.MessageType.reply)


def addresses(message: discord.Message, bot: discord.ClientUser) -> bool:
    """Whether a person speaks to the bot: a direct message, a mention of the bot itself, or a reply that pings it.

    A mention of everyone or of a role speaks to nobody in particular, and programs are never answered.
    """
    if message.author.bot or message.webhook_id is not None or message.type not in _CONVERSATION:
        return False
    return message.guild is None or any(user.id == bot.id for user in message.mentions)


def question_in(content: str) -> str:
    """What is asked: the text without mentions of people, roles and channels, and without custom emojis."""
    return " ".join(_MARKS.sub(" ", content).split())


async def answer_message_of(message: discord.Message, asking: Asking) -> None:
    """Reply to ``message`` under it, in the question's language, showing "is typing" meanwhile."""
    guild_lang = language_of(message.guild.preferred_locale) if message.guild else "en"

    async def send(reply: Message) -> None:
        await _reply(message, reply, guild_lang)

    async with _typing(message.channel):
        await asking.reply_to(question_in(message.content), guild_lang, send, by_question=True, echo=False)


async def _reply(message: discord.Message, reply: Message, lang: str) -> None:
    if reply.embeds and not _shows_embeds(message):
        reply = Message(words_in(lang)("discord-no-embeds"))
    # A message deleted in the meantime leaves its answer standing alone.
    reference = message.to_reference(fail_if_not_exists=False)
    await message.channel.send(reply.content, embeds=list(reply.embeds), reference=reference)


def _shows_embeds(message: discord.Message) -> bool:
    """Whether the channel lets the bot show cards: without the permission Discord drops them in silence."""
    if message.guild is None or message.guild.me is None:
        return True
    if isinstance(message.channel, discord.Thread) and message.channel.parent is None:
        return True
    return message.channel.permissions_for(message.guild.me).embed_links


@asynccontextmanager
async def _typing(channel: discord.abc.Messageable) -> AsyncIterator[None]:
    """Show "is typing" in ``channel``; the answer neither waits for it nor fails with it."""

    async def keep_on() -> None:
        with suppress(*UNSENT):
            while True:
                await channel.typing()
                await asyncio.sleep(_TYPING_EVERY)

    typing = asyncio.create_task(keep_on())
    try:
        yield
    finally:
        typing.cancel()
