"""``/timeline``: the dated events of a subject, the most told first to see, all of them a click away."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from enum import StrEnum
from typing import Any

import discord
from discord import app_commands

from bot.catalogue import Words
from bot.chat.asking.asking import Asking, Making
from bot.chat.messages.limits import CHOICE, MOST_CHOICES
from bot.chat.messages.message import Message, Picture, laid_out, text
from bot.chat.people.reader import collection_of
from bot.chat.people.translator import catalogued
from bot.chat.replies.buttons import Press
from bot.chat.replies.sending import completing, replacing
from bot.chat.timelines.page import MOST_TOLD, PICTURE, Asked, beside_message, heading, page_message
from bot.picture import DRAWN
from index.events.happening import Happening
from index.timeline import Beside, Timeline


class Pictured(StrEnum):
    """Whether a timeline comes with a picture: a new one, the one that its message has already, or none."""

    DRAWN = "drawn"
    KEPT = "kept"
    NOT = "not"


def timeline_making(asking: Asking, asked: Asked, collection: int | None, pictured: Pictured) -> Making:
    """The part of a timeline that ``asked`` looks at, the server's ``collection`` included; raises as
    :meth:`index.view.View.timeline` does."""

    async def making(words: Words) -> Message:
        limit = None if asked.of_all else MOST_TOLD
        found = await asking.desk.timeline(asked.subject, collection, *asked.period, limit, asked.reach, asked.kind)
        if not found.events:
            return laid_out([text(heading(found, words))])
        picture = None
        if pictured is Pictured.DRAWN:
            drawn = await asking.desk.timeline(asked.subject, collection, *asked.period, DRAWN, kind=asked.kind)
            picture = await asyncio.to_thread(_picture, drawn, words)
        shown = pictured is not Pictured.NOT
        message = await asyncio.to_thread(page_message, found, asked, words, asking.maker, shown, picture)
        return replace(message, picture=picture)

    return making


def beside_making(asking: Asking, asked: Asked, other: str, collection: int | None) -> Making:
    """The timelines of two subjects on one axis; raises as :meth:`index.view.View.timeline` does."""

    async def making(words: Words) -> Message:
        two = await asking.desk.beside(asked.subject, other, collection, *asked.period, MOST_TOLD, asked.kind)
        if not two.events:
            return laid_out([text(heading(two.first, words)), text(heading(two.second, words))])
        drawn = await asking.desk.beside(asked.subject, other, collection, *asked.period, DRAWN, asked.kind)
        picture = await asyncio.to_thread(_picture_of_two, drawn, words)
        return await asyncio.to_thread(beside_message, two, asked, words, asking.maker, picture)

    return making


def _picture_of_two(two: Beside, words: Words) -> Picture:
    from bot.picture.timeline import beside_alt_text, beside_png  # matplotlib takes time to load

    return Picture(PICTURE, beside_png(two, words), beside_alt_text(two, words))


def _picture(found: Timeline, words: Words) -> Picture:
    from bot.picture.timeline import alt_text, timeline_png  # matplotlib takes time to load

    return Picture(PICTURE, timeline_png(found, words), alt_text(found, words))


def press_on_timeline(asking: Asking) -> Press:
    """Puts the part asked for in the place of what is shown."""

    async def show(interaction: discord.Interaction[Any], carried: str) -> None:
        await interaction.response.defer()
        reader = await asking.reader_of(interaction)
        asked = Asked.carried_by(carried)
        pictured = Pictured.KEPT if interaction.message and interaction.message.attachments else Pictured.NOT
        shown = timeline_making(asking, asked, collection_of(interaction), pictured)
        await asking.reply_with(shown, reader, replacing(interaction))

    return show


def timeline_command(asking: Asking) -> app_commands.Command[Any, Any, None]:
    """``/timeline subject: [with:] [from:] [to:] [kind:] [private:]``, wherever ``/ask`` is."""

    @app_commands.command(
        name=catalogued("discord-timeline-name"), description=catalogued("discord-timeline-description")
    )
    @app_commands.rename(
        subject=catalogued("discord-timeline-subject-name"),
        other=catalogued("discord-timeline-with-name"),
        since=catalogued("discord-timeline-from-name"),
        until=catalogued("discord-timeline-to-name"),
        kind=catalogued("discord-timeline-kind-name"),
        private=catalogued("discord-ask-private-name"),
    )
    @app_commands.choices(
        kind=[app_commands.Choice(name=catalogued(f"timeline-kind-{one}"), value=one.value) for one in Happening]
    )
    @app_commands.describe(
        subject=catalogued("discord-timeline-subject-description"),
        other=catalogued("discord-timeline-with-description"),
        since=catalogued("discord-timeline-from-description"),
        until=catalogued("discord-timeline-to-description"),
        kind=catalogued("discord-timeline-kind-description"),
        private=catalogued("discord-timeline-private-description"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def timeline(
        interaction: discord.Interaction,
        subject: str,
        other: str | None = None,
        since: str | None = None,
        until: str | None = None,
        kind: str | None = None,
        private: bool | None = None,
    ) -> None:
        reader = await asking.reader_of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=reader.hides(private))
        asked = Asked(subject, since or "", until or "", kind=Happening(kind) if kind else None)
        if other:
            shown = beside_making(asking, asked, other, reader.collection)
        else:
            shown = timeline_making(asking, asked, reader.collection, Pictured.DRAWN)
        await asking.reply_with(shown, reader, completing(interaction))

    @timeline.autocomplete("other")
    @timeline.autocomplete("subject")
    async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        del interaction
        names = await asking.desk.suggest(typed, MOST_CHOICES)
        return [app_commands.Choice(name=name, value=name) for name in names if len(name) <= CHOICE]

    return timeline
