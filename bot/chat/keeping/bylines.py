"""Whose messages became articles: authors are told, say how they are named, and can take out what is theirs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import discord

from bot.catalogue import Words, words_in
from bot.chat.keeping.keeping import Keeping, MemberMessage, keeping_of
from bot.chat.messages.message import layout_of, row, text
from bot.chat.people.authority import NotAllowed
from bot.chat.people.translator import language_of
from bot.chat.replies.buttons import ButtonMaker, Kind, Press
from bot.chat.replies.errors import UNSENT, note_unsent
from bot.chat.replies.replying import show, tell, told_in_private
from bot.state.follows import Place, PlaceKind
from bot.state.members import MemberAnswer
from index.engine import Base
from index.report import MadeBy

NAMED, UNNAMED, OUT = "n", "u", "x"
_CHOICES: Final = {NAMED: "answer-name-me", UNNAMED: "answer-leave-unnamed", OUT: "answer-take-out"}
_NAME_ROOM: Final = 80
_TRIES: Final = 20
_BETWEEN: Final = 0.25
"""Seconds between two tries."""


async def keep_origin(interaction: discord.Interaction[Any], said: MemberMessage, guild: int, article: str) -> None:
    """Keep whose message an article is, and tell them of it the first time."""
    keeping = keeping_of(interaction)
    members = keeping.memory.state.members
    answer = MemberAnswer(guild, said.message, said.channel, said.author, article)
    await asyncio.to_thread(members.keep, answer)
    if await asyncio.to_thread(members.byline, guild, said.author) is not None:
        return
    if said.author == interaction.user.id:
        await show(interaction, _note(answer, keeping.memory.words_for(interaction), keeping.maker))
    else:
        await _tell_author(interaction, answer, keeping)
    await asyncio.to_thread(members.set_byline, guild, said.author, None)


def presses_on_bylines() -> Mapping[Kind, Press]:
    """What authors press beneath the note that a message of theirs is an article now."""
    return {Kind.BYLINE: _choose}


async def erase_answers_of(author: int, keeping: Keeping) -> int:
    """Take out all that is quoted of ``author``, on every server, for good; how many articles that were."""
    answers = await asyncio.to_thread(keeping.memory.state.members.of, author)
    for answer in answers:
        await _take_out(answer, keeping)
    return len(answers)


def _note(answer: MemberAnswer, words: Words, maker: ButtonMaker, called: str = "") -> discord.ui.LayoutView:
    carried = f"{answer.guild}:{answer.message}"
    buttons = [maker.button(Kind.BYLINE, f"{choice}:{carried}", words(key)) for choice, key in _CHOICES.items()]
    return layout_of([text(f"{called}{words('answer-became-article')}"), row(*buttons)])


async def _tell_author(interaction: discord.Interaction[Any], answer: MemberAnswer, keeping: Keeping) -> None:
    """Tell an author, beneath their message, that it is quoted from now on."""
    settings = await asyncio.to_thread(keeping.memory.state.guilds.settings, answer.guild)
    locale = interaction.guild_locale or interaction.locale
    words = words_in(keeping.memory.forced_lang or settings.lang or language_of(locale))
    pinged = discord.AllowedMentions(everyone=False, roles=False, users=[discord.Object(answer.author)])
    reference = discord.MessageReference(
        message_id=answer.message, channel_id=answer.channel, guild_id=answer.guild, fail_if_not_exists=False
    )
    try:
        place = await interaction.client.place_to_write(Place(PlaceKind.CHANNEL, answer.channel, answer.guild))
        layout = _note(answer, words, keeping.maker, f"<@{answer.author}> ")
        await place.send(view=layout, allowed_mentions=pinged, reference=reference)
    except UNSENT as error:
        note_unsent(error)


async def _choose(interaction: discord.Interaction[Any], carried: str) -> None:
    async with told_in_private(interaction):
        keeping = keeping_of(interaction)
        members = keeping.memory.state.members
        choice, guild, message = carried.split(":")
        if int(guild) != interaction.guild_id or not interaction.is_guild_integration():
            raise NotAllowed("upkeep-elsewhere")
        answer = await asyncio.to_thread(members.get, int(guild), int(message))
        if answer is None:
            raise NotAllowed("answer-gone")
        if answer.author != interaction.user.id:
            raise NotAllowed("answer-authors-alone")
        words = keeping.memory.words_for(interaction)
        if choice == OUT:
            await _take_out(answer, keeping)
            await tell(interaction, words("answer-taken-out"))
        else:
            name = interaction.user.display_name[:_NAME_ROOM] if choice == NAMED else None
            await asyncio.to_thread(members.set_byline, answer.guild, answer.author, name)
            await _sign(answer, name, keeping)
            await tell(interaction, words("answer-unnamed" if name is None else "answer-named"))
        note = keeping.memory.state.audit.note
        await asyncio.to_thread(note, interaction.user.id, answer.guild, "byline", answer.article)


async def _sign(answer: MemberAnswer, name: str | None, keeping: Keeping) -> None:
    """Name the author of all that is quoted of theirs on that server, or leave them unnamed."""
    base = await asyncio.to_thread(keeping.engine.base, answer.guild)
    there = {card.id for card in (await asyncio.to_thread(base.cards)).cards}
    for each in await asyncio.to_thread(keeping.memory.state.members.of, answer.author, answer.guild):
        if each.article in there:
            keys = {"publisher": name or ""}
            await keeping.works.done(partial(base.shelf.relabel, each.article, keys, made_by=MadeBy.DISCORD))
    if name is None:
        await _leave_no_trace(base, keeping)
    else:
        await keeping.works.done(base.load)


async def _take_out(answer: MemberAnswer, keeping: Keeping) -> None:
    base = await asyncio.to_thread(keeping.engine.base, answer.guild)
    await keeping.works.done(lambda: base.shelf.erase(answer.article, made_by=MadeBy.DISCORD))
    await _leave_no_trace(base, keeping)
    await asyncio.to_thread(keeping.memory.state.members.drop, answer)


async def _leave_no_trace(base: Base, keeping: Keeping) -> None:
    """Have the earlier generations removed, those too that somebody's question is still answered from."""
    await keeping.works.done(base.load)
    for _ in range(_TRIES):
        if await keeping.works.done(base.upkeep.drop_earlier):
            return
        await asyncio.sleep(_BETWEEN)
