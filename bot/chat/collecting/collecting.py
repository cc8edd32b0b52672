"""``/collect``: the pinned messages of a channel, its latest, or what answers in the posts of a forum, added one after
the other, each previewed.

Only where the operator turned the message-content intent on: elsewhere Discord hands over messages without their text.
What is still to be looked at waits in memory for as long as a preview does; what was added stays added.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

import discord
from discord import app_commands

from bot.chat.collecting.forum import answers_of_posts
from bot.chat.collecting.from_messages import submission_of
from bot.chat.keeping.adding import preview_message
from bot.chat.keeping.bylines import keep_origin
from bot.chat.keeping.keeping import Collecting, Keeping, MemberMessage, keeping_of
from bot.chat.messages.message import layout_of, text
from bot.chat.people.authority import NotAllowed, Where
from bot.chat.people.translator import catalogued
from bot.chat.replies.buttons import Kind, Press
from bot.chat.replies.replying import show, tell, told_in_private
from index.faults import ArticleFault, EngineFault
from index.report import MadeBy
from index.shelf.submission import Preview, Submission

PINNED, LATEST, POSTS = "pinned", "latest", "posts"
MOST: Final = 50
"""Messages looked through at once."""
_SHORTEST: Final = 20
"""Characters of a message that may be an answer."""
_PEOPLES: Final = (discord.MessageType.default, discord.MessageType.reply)
_ADD, _SKIP, _STOP = "a", "s", "x"


def collect_command() -> app_commands.Command[Any, Any, None]:
    """``/collect [what:]`` in the channel that has the answers, for those who look after articles."""

    @app_commands.command(name=catalogued("collect-name"), description=catalogued("collect-description"))
    @app_commands.rename(what=catalogued("collect-what-name"))
    @app_commands.describe(what=catalogued("collect-what-description"))
    @app_commands.choices(
        what=[
            app_commands.Choice(name=catalogued(f"collect-what-{what}"), value=what) for what in (PINNED, LATEST, POSTS)
        ]
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def collect(interaction: discord.Interaction, what: str = PINNED) -> None:
        async with told_in_private(interaction):
            keeping = keeping_of(interaction)
            guild = await keeping.place(interaction, Where.SERVER)
            if not keeping.memory.reads_all:
                raise NotAllowed("collect-closed")
            if guild is None:
                raise NotAllowed("upkeep-on-a-server")
            left = [one async for one in _answers(interaction, what, guild, keeping)]
            if not left:
                raise NotAllowed("collect-nothing")
            await show(
                interaction, await _next(Collecting(guild, interaction.user.id, tuple(left), len(left)), interaction)
            )

    return collect


def presses_on_collected() -> Mapping[Kind, Press]:
    """What the buttons beneath each preview do."""
    return {Kind.COLLECT: _press}


async def _answers(
    interaction: discord.Interaction[Any], what: str, guild: int, keeping: Keeping
) -> AsyncIterator[tuple[Submission, MemberMessage]]:
    """What people said here and may be an answer, the oldest first, but for what is an article already."""
    try:
        messages = [message async for message in _looked_through(interaction.channel, what)]
    except discord.Forbidden as error:
        raise NotAllowed("collect-no-access") from error
    base = await asyncio.to_thread(keeping.engine.base, guild)
    known = {card.id for card in (await asyncio.to_thread(base.cards)).cards}
    for message in messages:
        if message.author.bot or message.type not in _PEOPLES or f"message-{message.id}" in known:
            continue
        if len(message.content) >= _SHORTEST:
            with suppress(NotAllowed):
                said = MemberMessage(message.channel.id, message.id, message.author.id)
                yield await submission_of(message, guild, keeping), said


async def _looked_through(channel: Any, what: str) -> AsyncIterator[discord.Message]:
    """The messages of a channel, or what answers in the posts of its forum, the oldest first.

    Raises NotAllowed, discord.Forbidden.
    """
    if not isinstance(channel, discord.TextChannel | discord.Thread):
        raise NotAllowed("collect-nothing")
    if what == POSTS:
        forum = channel.parent if isinstance(channel, discord.Thread) else None
        if not isinstance(forum, discord.ForumChannel):
            raise NotAllowed("collect-no-forum")
        async for message in answers_of_posts(forum, _SHORTEST):
            yield message
        return
    looked = channel.pins(limit=MOST) if what == PINNED else channel.history(limit=MOST)
    for message in sorted([message async for message in looked], key=lambda one: one.id):
        yield message


async def _press(interaction: discord.Interaction[Any], carried: str) -> None:
    async with told_in_private(interaction, in_place=True):
        keeping = keeping_of(interaction)
        choice, _, token = carried.partition(":")
        collecting = keeping.collecting.get(token)
        if collecting is None or collecting.person != interaction.user.id:
            await tell(interaction, keeping.memory.words_for(interaction)("add-too-late"))
            return
        await keeping.allowed(interaction, collecting.guild)
        del keeping.collecting[token]  # pressed twice, it is added once
        if choice == _ADD:
            collecting = await _add(interaction, collecting, keeping)
        if choice == _STOP:
            collecting = replace(collecting, left=())
        collecting = replace(collecting, left=collecting.left[1:])
        await interaction.edit_original_response(view=await _next(collecting, interaction))


async def _add(interaction: discord.Interaction[Any], collecting: Collecting, keeping: Keeping) -> Collecting:
    """Add what was shown; what the base refuses now is told, and left out."""
    found, (_, said) = collecting.found, collecting.left[0]
    if found is None:
        return collecting
    async with keeping.acting(interaction, "add", guild=collecting.guild) as act:
        act.detail = found.card.id
        added = await keeping.works.done(lambda: act.base.shelf.add(found, made_by=MadeBy.DISCORD))
        await keeping.works.done(act.base.load)
        await keep_origin(interaction, said, collecting.guild, added.card.id)
    return replace(collecting, added=collecting.added + 1)


async def _next(collecting: Collecting, interaction: discord.Interaction[Any]) -> discord.ui.LayoutView:
    """The preview of the next message that can be an article, or what became of all."""
    keeping = keeping_of(interaction)
    words = keeping.memory.words_for(interaction)
    base = await asyncio.to_thread(keeping.engine.base, collecting.guild)
    while collecting.left:
        found = await _previewed(collecting.left[0][0], base.shelf.preview, keeping)
        if found is not None:
            break
        collecting = replace(collecting, left=collecting.left[1:])
    else:
        return layout_of([text(words("collect-done", added=collecting.added, total=collecting.total))])
    token = keeping.keep_collecting(replace(collecting, found=found))
    maker = keeping.maker
    more = (
        maker.button(Kind.COLLECT, f"{_ADD}:{token}", words("add-confirm"), emoji="✅"),
        maker.button(Kind.COLLECT, f"{_SKIP}:{token}", words("collect-skip")),
        maker.button(Kind.COLLECT, f"{_STOP}:{token}", words("collect-stop")),
    )
    shown = preview_message(found, None, collecting.guild, words, maker, *more)
    number = collecting.total - len(collecting.left) + 1
    heading = words("collect-which", number=number, total=collecting.total)
    parts = list(shown.layout.children) if shown.layout is not None else []
    return layout_of([text(f"-# {heading}"), *parts])


async def _previewed(submission: Submission, preview: Any, keeping: Keeping) -> Preview | None:
    try:
        found: Preview = await keeping.works.done(lambda: preview(submission))
    except (ArticleFault, EngineFault):
        return None
    return found
