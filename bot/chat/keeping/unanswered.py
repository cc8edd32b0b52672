"""``/unanswered``: what people asked and nothing answered, for those who choose the articles."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any, Final

import discord
from discord import app_commands

from bot.catalogue import Words
from bot.chat.keeping.keeping import keeping_of
from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.messages.message import NEUTRAL, ROOM, box, layout_of, text
from bot.chat.people.reader import collection_of
from bot.chat.people.translator import catalogued
from bot.chat.replies.replying import show, told_in_private
from bot.unanswered import MOST_ALSO, Asked, grouped, since

MOST: Final = 1000
"""Questions read, the last asked first."""
_SHOWN: Final = 12
_QUESTION_ROOM: Final = 160
_ALSO_ROOM: Final = 80


def unanswered_command() -> app_commands.Command[Any, Any, None]:
    """``/unanswered``, on a server for those who look after its articles; in private, for the operator, of all."""

    @app_commands.command(name=catalogued("unanswered-name"), description=catalogued("unanswered-description"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def unanswered(interaction: discord.Interaction) -> None:
        async with told_in_private(interaction):
            keeping = keeping_of(interaction)
            guild = await keeping.allowed(interaction, collection_of(interaction))
            words = keeping.memory.words_for(interaction)
            questions = await asyncio.to_thread(keeping.memory.state.unanswered.latest, MOST, guild)
            groups = await asyncio.to_thread(grouped, questions)
            await show(interaction, _list(groups, words, kept=keeping.memory.keeps_questions))

    return unanswered


def asked_markdown(asked: Asked, words: Words) -> Iterator[str]:
    """A question as lines of Markdown: how often, since when, how else, whether it is answered."""
    question = escape(shorten(for_display(asked.question.question), _QUESTION_ROOM))
    yield words("unanswered-line", question=question, times=asked.times, since=since(asked, words))
    if asked.others:
        shown = " · ".join(escape(shorten(for_display(one.question), _ALSO_ROOM)) for one in asked.others[:MOST_ALSO])
        left = len(asked.others) - MOST_ALSO
        more = f" {words('unanswered-more', count=left)}" if left > 0 else ""
        yield f"-# {words('unanswered-also', questions=f'{shown}{more}')}"
    if asked.answered:
        yield f"-# {words('unanswered-now')}"


def _list(groups: Sequence[Asked], words: Words, *, kept: bool) -> discord.ui.LayoutView:
    heading = words("unanswered-heading", groups=len(groups))
    if not groups:
        return layout_of([text(heading, "" if kept else f"-# {words('unanswered-not-kept')}")])
    blocks: list[str] = []
    room = ROOM - measure(heading) - _ALSO_ROOM
    for asked in groups[:_SHOWN]:
        block = "\n".join(asked_markdown(asked, words))
        room -= measure(block) + 1
        if room < 0:
            break
        blocks.append(block)
    left = len(groups) - len(blocks)
    more = f"-# {words('unanswered-more', count=left)}" if left else ""
    return layout_of([text(heading), box([[text(block)] for block in blocks], NEUTRAL), text(more)])
