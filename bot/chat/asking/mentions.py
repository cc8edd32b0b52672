"""Questions in ordinary messages: the bot mentioned, one of its messages replied to, or a direct message.

Discord hands over the text of exactly these messages to a bot without privileged intents.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final

import discord

from bot.chat.asking.answer_message import Manner
from bot.chat.asking.asking import Asking
from bot.chat.asking.conversation import turn_of
from bot.chat.asking.message_text import question_in
from bot.chat.replies.errors import UNSENT
from bot.chat.replies.sending import under

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


Keeps = Callable[[discord.Message], Awaitable[bool]]
"""Whether whoever wrote a message looks after the articles that are searched there."""


async def answer_message_of(message: discord.Message, asking: Asking, bot: int, keeps: Keeps) -> None:
    """Reply to ``message`` under it, in the question's language, showing "is typing" meanwhile; ``bot`` is its id."""
    reader = await asking.reader_of_message(message)
    async with _typing(message.channel):
        turn = await turn_of(message, bot)
        manner = Manner(feedback=True, explained=await keeps(message))
        await asking.reply_to(question_in(message.content), reader, under(message), manner, turn)


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
