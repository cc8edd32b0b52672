"""The message that put a question to people says who has answered it, so that nobody looks for the answer again."""

from __future__ import annotations

import discord

from bot.catalogue import LANGUAGES, words_in
from bot.chat.replies.errors import UNSENT, note_unsent
from bot.chat.replies.places import Places
from bot.state.follows import Place, PlaceKind
from bot.state.team import TeamQuestion


async def mark_answered(answer: discord.Message, question: TeamQuestion, places: Places) -> None:
    """Have the message of ``question`` say that the author of ``answer`` was the first to answer; where it can't be
    read or edited any more, it stays as it is."""
    try:
        post = await _post(answer, question, places)
        layout = discord.ui.LayoutView.from_message(post, timeout=None)
        if isinstance(layout, discord.ui.LayoutView) and _say(layout, answer.author.mention):
            layout.stop()  # its buttons live without it
            await post.edit(view=layout)
    except UNSENT as error:
        note_unsent(error)


async def _post(answer: discord.Message, question: TeamQuestion, places: Places) -> discord.Message:
    replied = answer.reference.resolved if answer.reference is not None else None
    if isinstance(replied, discord.Message) and replied.id == question.message:
        return replied
    channel = await places.place_to_write(Place(PlaceKind.CHANNEL, question.channel, question.guild))
    return await channel.fetch_message(question.message or 0)


def _say(layout: discord.ui.LayoutView, helper: str) -> bool:
    """Put who answered in the place of how to; whether that was still there."""
    for item in layout.walk_children():
        for words in map(words_in, LANGUAGES):
            if isinstance(item, discord.ui.TextDisplay) and words("team-how") in item.content:
                item.content = item.content.replace(words("team-how"), words("team-answered", helper=helper))
                return True
    return False
