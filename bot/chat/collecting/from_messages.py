""" "Add to the base": a message becomes a short article of its server, with the question that it answers as its title.

It is previewed as any article is, and quoted as any article is from then on: word for word, with a link to it, marked
as what a member said.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any, Final

import discord
from discord import app_commands

from bot.catalogue import Words
from bot.chat.asking.written import written
from bot.chat.keeping.adding import filled, preview_message
from bot.chat.keeping.keeping import WAITS, Keeping, MemberMessage, Waiting, keeping_of
from bot.chat.messages.markdown import for_display
from bot.chat.people.authority import NotAllowed, Where
from bot.chat.people.translator import catalogued
from bot.chat.replies.buttons import Kind, Press
from bot.chat.replies.replying import tell, told_in_private
from index.shelf.submission import Preview, Submission
from index.text import sentences

TITLE_MODAL: Final = "title:"
"""Begins the id of the form for another title; the rest is the word that the preview waits under."""
_TITLE_ROOM: Final = 150
_MARKS: Final = re.compile(r"^[\s>#*_~-]+|[\s*_~]+$")
_FRONT: Final = "---\ntitle: …\n---\n"
"""Comes before what was written, so that nothing in it is taken for what is said about it."""


def add_to_base_menu() -> app_commands.ContextMenu:
    """ "Add to the base", on servers the bot was added to, for those who look after articles."""

    async def add_to_base(interaction: discord.Interaction, message: discord.Message) -> None:
        async with told_in_private(interaction):
            keeping = keeping_of(interaction)
            async with keeping.acting(interaction, "preview", where=Where.SERVER) as act:
                act.detail = f"message {message.id}"
                if act.guild is None:
                    raise NotAllowed("upkeep-on-a-server")
                submission = await submission_of(message, act.guild, keeping)
                found = await keeping.works.done(lambda: act.base.shelf.preview(submission))
                said = MemberMessage(message.channel.id, message.id, message.author.id)
                await show_preview(interaction, keeping, Waiting(found, act.guild, interaction.user.id, said))

    return app_commands.ContextMenu(
        name=catalogued("answer-menu-add"),
        callback=add_to_base,
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )


def press_on_titles() -> dict[Kind, Press]:
    """What the button beneath the preview of a message does: ask for another title."""
    return {Kind.TITLE: _ask_title}


async def submission_of(message: discord.Message, guild: int, keeping: Keeping) -> Submission:
    """``message`` as an article; its author is named as they agreed to be. Raises NotAllowed."""
    text = written(message, unnamed=True)
    if not text:
        raise NotAllowed("answer-no-text")
    me = message.author.id == getattr(message._state.user, "id", None)
    if me:
        raise NotAllowed("answer-my-own")
    members = keeping.memory.state.members
    byline = await asyncio.to_thread(members.byline, guild, message.author.id)
    title, text = _titled(text, await _asked(message, guild, keeping))
    return Submission(
        f"message-{message.id}.md",
        f"{_FRONT}{text}\n".encode("utf-8", "replace"),
        title=title,
        date=message.created_at.date().isoformat(),
        publisher=byline.name if byline is not None else None,
        url=f"https://discord.com/channels/{guild}/{message.channel.id}/{message.id}",
    )


async def show_preview(interaction: discord.Interaction[Any], keeping: Keeping, waiting: Waiting) -> None:
    """Show a message as the article it would become, to whoever may add it."""
    words = keeping.memory.words_for(interaction)
    token = keeping.keep_waiting(waiting)
    if token is None:
        raise NotAllowed("add-too-late")
    retitle = keeping.maker.button(Kind.TITLE, token, words("answer-retitle"), emoji="✏️")
    shown = preview_message(waiting.found, token, waiting.guild, words, keeping.maker, retitle)
    await interaction.edit_original_response(view=shown.layout)


async def retitle(interaction: discord.Interaction[Any]) -> None:
    """Show a preview anew under the title that was typed into the form."""
    async with told_in_private(interaction):
        keeping = keeping_of(interaction)
        data: Any = interaction.data
        token = str(data.get("custom_id", "")).removeprefix(TITLE_MODAL)
        waiting = keeping.waiting(token)
        if waiting is None or waiting.person != interaction.user.id or waiting.guild is None:
            await tell(interaction, keeping.memory.words_for(interaction)("add-too-late"))
            return
        title = for_display(dict(filled(data.get("components") or [])).get("title", "")) or waiting.found.card.title
        async with keeping.acting(interaction, "preview", guild=waiting.guild) as act:
            act.detail = waiting.found.card.id
            found = await keeping.works.done(lambda: act.base.shelf.preview(_renamed(waiting.found, title)))
            keeping.forget(token)
            await show_preview(interaction, keeping, Waiting(found, waiting.guild, waiting.person, waiting.said))


def _renamed(found: Preview, title: str) -> Submission:
    return Submission(found.path, found.content, title=title)


async def _ask_title(interaction: discord.Interaction[Any], token: str) -> None:
    keeping = keeping_of(interaction)
    words = keeping.memory.words_for(interaction)
    waiting = keeping.waiting(token)
    if waiting is None or waiting.person != interaction.user.id:
        await interaction.response.send_message(words("add-too-late"), ephemeral=True)
        return
    await interaction.response.send_modal(_form(token, waiting.found.card.title, words))


def _form(token: str, title: str, words: Words) -> discord.ui.Modal:
    form = discord.ui.Modal(title=words("answer-retitle"), custom_id=f"{TITLE_MODAL}{token}", timeout=WAITS)
    field: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id="title", default=title[:_TITLE_ROOM], max_length=_TITLE_ROOM
    )
    form.add_item(
        discord.ui.Label(text=words("add-form-title"), description=words("answer-title-about"), component=field)
    )
    return form


async def _asked(message: discord.Message, guild: int, keeping: Keeping) -> str | None:
    """The question that ``message`` answers, as far as is known: the one put to people that it replies to, the message
    it replies to, the name of the thread it stands in."""
    reference = message.reference
    if reference is not None and reference.message_id is not None:
        put = await asyncio.to_thread(keeping.memory.state.team.posted_in, guild, [reference.message_id])
        if put is not None:
            return put.question
        replied = reference.resolved
        opens = isinstance(replied, discord.Message) and replied.id == message.channel.id  # the name of a post asks
        if (
            isinstance(replied, discord.Message)
            and not (opens or replied.author.bot)
            and written(replied, unnamed=True)
        ):
            return written(replied, unnamed=True)
    if isinstance(message.channel, discord.Thread):
        put = await asyncio.to_thread(keeping.memory.state.team.posted_in, guild, [message.channel.id])
        return put.question if put is not None else message.channel.name
    return None


def _titled(text: str, asked: str | None) -> tuple[str, str]:
    """The title of what is said in ``text``, and the text beneath it: without a question known, the one it begins with
    (which is its title then, and no part of what answers), else its first sentence."""
    first, _, rest = text.partition("\n")
    opening = _MARKS.sub("", first)
    if opening.endswith("?") and rest.strip() and asked is None:
        return _short(opening), rest.strip()
    if asked is None:
        start, end = next(iter(sentences(text, 0, len(text))), (0, len(text)))
        asked = _MARKS.sub("", text[start:end])
    return _short(asked), text


def _short(title: str) -> str:
    line = for_display(title)
    return line if len(line) <= _TITLE_ROOM else f"{line[: _TITLE_ROOM - 1].rsplit(' ', 1)[0]}…"
