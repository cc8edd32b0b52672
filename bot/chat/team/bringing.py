"""What people say in reply to a question that was put to them comes back to whoever asked it."""

from __future__ import annotations

import asyncio
from typing import Any, Final, Protocol

import discord

from bot.catalogue import words_in
from bot.chat.asking.mentions import addresses
from bot.chat.asking.written import written
from bot.chat.messages.message import Message
from bot.chat.people.translator import language_of
from bot.chat.replies.errors import UNSENT, note_incident, note_unsent
from bot.chat.replies.memory import Memory
from bot.chat.replies.sending import under
from bot.chat.team.post import answer_posts
from bot.state.follows import Place, PlaceKind
from bot.state.team import Asker, TeamQuestion

_PEOPLES: Final = (discord.MessageType.default, discord.MessageType.reply)


class Places(Protocol):
    """The part of Discord that answers are brought back through."""

    async def place_to_write(self, place: Place) -> discord.abc.Messageable:
        """Where a message for ``place`` is sent."""


async def bring_back(message: discord.Message, bot: discord.ClientUser, memory: Memory, places: Places) -> bool:
    """Whether ``message`` says something to a question that was put to people; it is passed on then."""
    question = await _answered_by(message, bot, memory)
    if question is None or message.guild is None:
        return False
    settings = await asyncio.to_thread(memory.state.guilds.settings, message.guild.id)
    forced = memory.forced_lang or settings.lang
    words = words_in(forced or language_of(message.guild.preferred_locale))
    said = written(message, without=bot.id)
    attached = [f"[{words('team-attached', number=at)}]({one.url})" for at, one in enumerate(message.attachments, 1)]
    if not said and not attached:
        await _reply(message, words("team-unreadable"))
        return True
    askers = await asyncio.to_thread(memory.state.team.askers, question)
    told = [await _tell(asker, question, message, said, attached, forced, places) for asker in askers]
    if any(told):
        await asyncio.to_thread(memory.state.team.answered, question)
        await _reply(message, words("team-passed-on", count=sum(told)))
    else:
        await _reply(message, words("team-nobody-waits" if not askers else "team-undelivered"))
    return True


async def _answered_by(message: discord.Message, bot: discord.ClientUser, memory: Memory) -> TeamQuestion | None:
    """The question of its own server that ``message`` replies to, or that its thread was opened under."""
    if message.guild is None or message.author.bot or message.webhook_id is not None or message.type not in _PEOPLES:
        return None
    candidates = []
    reference = message.reference
    if message.type is discord.MessageType.reply and reference is not None and reference.message_id is not None:
        replied = reference.resolved
        if not isinstance(replied, discord.Message) or replied.author.id == bot.id:
            candidates.append(reference.message_id)
    if isinstance(message.channel, discord.Thread) and addresses(message, bot):
        candidates.append(message.channel.id)  # a thread opened under a message has its id
    if not candidates:
        return None
    try:
        return await asyncio.to_thread(memory.state.team.posted_in, message.guild.id, candidates)
    except Exception as error:
        note_incident(error)  # it is answered as any message then
        return None


async def _tell(
    asker: Asker,
    question: TeamQuestion,
    message: discord.Message,
    said: str,
    attached: list[str],
    forced: str | None,
    places: Places,
) -> bool:
    """Pass an answer on to one who waits for it; whether it reached them."""
    in_channel = asker.channel is not None
    kind, number = (PlaceKind.CHANNEL, asker.channel or 0) if in_channel else (PlaceKind.PERSON, asker.person)
    words = words_in((forced if in_channel else None) or asker.lang)
    called = f"<@{asker.person}>" if in_channel else None
    pinged = discord.AllowedMentions(everyone=False, roles=False, users=[discord.Object(asker.person)])
    more: dict[str, Any] = {}
    if in_channel and asker.message is not None:
        more["reference"] = discord.MessageReference(
            message_id=asker.message, channel_id=number, guild_id=question.guild, fail_if_not_exists=False
        )
    try:
        where = await places.place_to_write(Place(kind, number, question.guild if in_channel else 0))
        for post in answer_posts(question.question, said, attached, message.author.mention, called, words):
            if post.layout is not None:
                await where.send(view=post.layout, allowed_mentions=pinged, **more)
    except UNSENT as error:
        note_unsent(error)
        return False
    return True


async def _reply(message: discord.Message, line: str) -> None:
    try:
        await under(message)(Message(line))
    except UNSENT as error:
        note_unsent(error)
