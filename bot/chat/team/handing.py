"""The button "Ask the team": a question goes to the people that the admins of its server chose, or joins the same one.

The button carries the digest of the question; the question itself is kept among those without an answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import discord

from bot.catalogue import words_in
from bot.chat.asking.answer_message import FURTHER, MOST_QUOTES
from bot.chat.asking.asking import Asking
from bot.chat.people.authority import NotAllowed
from bot.chat.people.reader import Reader, collection_of
from bot.chat.people.translator import language_of
from bot.chat.replies.buttons import Kind, Press
from bot.chat.replies.desk import Refused
from bot.chat.replies.errors import UNSENT, note_unsent
from bot.chat.replies.memory import memory_of
from bot.chat.replies.replying import tell, told_in_private
from bot.chat.team.post import question_post
from bot.state.guilds import GuildSettings
from bot.state.team import Asker, Joined
from bot.state.unanswered import Unanswered
from index.answer import Answer
from index.faults import EngineFault


def presses_on_teams(asking: Asking) -> Mapping[Kind, Press]:
    """What the button "Ask the team" does."""

    async def ask_team(interaction: discord.Interaction[Any], digest: str) -> None:
        async with told_in_private(interaction):
            await asking.take_turn(interaction)
            reader = await asking.reader_of(interaction)
            await tell(interaction, reader.words(await _hand_on(asking, interaction, reader, digest)))

    return {Kind.TEAM: ask_team}


async def _hand_on(asking: Asking, interaction: discord.Interaction[Any], reader: Reader, digest: str) -> str:
    """Put a question to people; the sentence that says what came of it. Raises NotAllowed."""
    state = memory_of(interaction).state
    guild = collection_of(interaction)
    if guild is None or interaction.message is None:
        raise NotAllowed("team-nobody")
    settings = await asyncio.to_thread(state.guilds.settings, guild)
    asked = await asyncio.to_thread(state.unanswered.get, digest, guild)
    if asked is None:
        raise NotAllowed("team-forgotten")
    private = interaction.message.flags.ephemeral
    place = _place(interaction, settings, private=private)
    where = {} if private else {"channel": interaction.channel_id, "message": interaction.message.id}
    asker = Asker(interaction.user.id, reader.lang, **where)
    joined = await asyncio.to_thread(state.team.ask, guild, asked.question, place.id, asker)
    if joined is not Joined.NEW:
        return f"team-joined-{joined.name.lower().replace('_', '-')}"
    message = await _post(asking, interaction, asked, settings, place, private=private)
    if message is None:
        await asyncio.to_thread(state.team.withdraw, guild, asked.question)
        raise NotAllowed("team-out-of-reach")
    await asyncio.to_thread(state.team.posted, guild, asked.question, message)
    return "team-handed-on-private" if private else "team-handed-on"


def _place(
    interaction: discord.Interaction[Any], settings: GuildSettings, *, private: bool
) -> discord.PartialMessageable:
    """Where people are asked: never in another server, whatever the settings say. Raises NotAllowed."""
    chosen = settings.team_channel
    if chosen is None and settings.team_role is None:
        raise NotAllowed("team-nobody")
    if chosen is None and private:
        raise NotAllowed("team-not-in-private")
    guild = interaction.client.get_guild(interaction.guild_id or 0)
    if chosen is not None and (guild is None or guild.get_channel_or_thread(chosen) is None):
        raise NotAllowed("team-out-of-reach")
    place: discord.PartialMessageable = interaction.client.get_partial_messageable(
        chosen or interaction.channel_id or 0, guild_id=interaction.guild_id
    )
    return place


async def _post(
    asking: Asking,
    interaction: discord.Interaction[Any],
    asked: Unanswered,
    settings: GuildSettings,
    place: discord.PartialMessageable,
    *,
    private: bool,
) -> int | None:
    """The id of the message that puts the question to people; None when Discord refuses it."""
    locale = interaction.guild_locale or interaction.locale
    words = words_in(memory_of(interaction).forced_lang or settings.lang or language_of(locale))
    asked_at = None if private or interaction.message is None else interaction.message.jump_url
    post = await asyncio.to_thread(
        question_post,
        asked.question,
        await _closest(asking, asked.question, asked.guild_id),
        asked_at,
        settings.team_role,
        words,
        asking.maker,
    )
    called = [discord.Object(settings.team_role)] if settings.team_role is not None else False
    pinged = discord.AllowedMentions(everyone=False, users=False, roles=called, replied_user=False)
    try:
        if post.layout is None:
            return None
        return (await place.send(view=post.layout, allowed_mentions=pinged)).id
    except UNSENT as error:
        note_unsent(error)
        return None


async def _closest(asking: Asking, question: str, guild: int) -> Answer | None:
    """What the base has closest to a question, for the eyes of who may answer it; None when it can't be searched."""
    try:
        return await asking.desk.answer(question, guild, limit=MOST_QUOTES, further=FURTHER)
    except (EngineFault, Refused):
        return None
