"""``/sources`` and ``/article``: what the base holds."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any, Final

import discord
from discord import app_commands

from bot.catalogue import Words
from bot.chat.asking.ask import article_choices
from bot.chat.asking.asking import Asking, Making
from bot.chat.asking.closer import article_message
from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.messages.message import NEUTRAL, Message, box, laid_out, row, text
from bot.chat.messages.source_line import detail_line, title_line
from bot.chat.people.translator import catalogued
from bot.chat.replies.buttons import Kind, Press, SignedButton
from bot.chat.replies.sending import completing, replacing
from index.article import ArticleCard
from index.text import folded

_ON_A_PAGE: Final = 8
_TITLE_ROOM: Final = 120
_SEARCH_ROOM: Final = 200
_PAGE_ROOM: Final = 3300
"""Characters of a page's entries with their links; without them they never take more."""


def sources_command(asking: Asking) -> app_commands.Command[Any, Any, None]:
    """``/sources [search:]``, the articles page by page; only the person who asked sees them."""

    @app_commands.command(
        name=catalogued("discord-sources-name"), description=catalogued("discord-sources-description")
    )
    @app_commands.rename(search=catalogued("discord-sources-search-name"))
    @app_commands.describe(search=catalogued("discord-sources-search-description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def sources(interaction: discord.Interaction, search: app_commands.Range[str, 1, 40] = "") -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        reader = await asking.reader_of(interaction)
        await asking.reply_with(_shelf(asking, reader.collection, search, 0), reader, completing(interaction))

    return sources


def article_command(asking: Asking) -> app_commands.Command[Any, Any, None]:
    """``/article article:``, the card of one article; only the person who asked sees it, until it is shared."""

    @app_commands.command(
        name=catalogued("discord-article-name"), description=catalogued("discord-article-description")
    )
    @app_commands.rename(article=catalogued("discord-article-article-name"))
    @app_commands.describe(article=catalogued("discord-article-article-description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def show(interaction: discord.Interaction, article: str) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        reader = await asking.reader_of(interaction)

        async def making(words: Words) -> Message:
            found = await asking.desk.article(article, reader.collection)
            return await asyncio.to_thread(article_message, found, words, asking.maker)

        await asking.reply_with(making, reader, completing(interaction))

    @show.autocomplete("article")
    async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await article_choices(asking, interaction, typed)

    return show


def press_on_shelf(asking: Asking) -> Press:
    """Turns the pages of ``/sources``."""

    async def turn(interaction: discord.Interaction[Any], carried: str) -> None:
        await interaction.response.defer()
        page, _, search = carried.partition(":")
        reader = await asking.reader_of(interaction)
        await asking.reply_with(_shelf(asking, reader.collection, search, int(page)), reader, replacing(interaction))

    return turn


def _shelf(asking: Asking, collection: int | None, search: str, page: int) -> Making:
    async def making(words: Words) -> Message:
        cards = await asking.desk.sources(collection, search)
        wanted = " ".join(folded(word) for word in search.split())
        pages = max(1, -(-len(cards) // _ON_A_PAGE))
        at = min(page, pages - 1)

        def turn(to: int, label: str) -> SignedButton | None:
            return asking.maker.button(Kind.SHELF, f"{to}:{wanted}", words(label)) if 0 <= to < pages else None

        heading = _heading(len(cards), search, words)
        if not cards:
            return Message(heading)
        shown = cards[at * _ON_A_PAGE : (at + 1) * _ON_A_PAGE]
        entries = [_entry(card, words, linked=True) for card in shown]
        if sum(map(measure, entries)) > _PAGE_ROOM:
            entries = [_entry(card, words, linked=False) for card in shown]
        ways = row(turn(at - 1, "discord-page-before"), turn(at + 1, "discord-page-after"))
        foot = f"-# {words('discord-page', page=at + 1, pages=pages)}" if pages > 1 else ""
        return laid_out([box([[text(heading)], [text(*entries, foot), ways]], NEUTRAL)])

    return making


def _heading(count: int, search: str, words: Words) -> str:
    wanted = escape(shorten(for_display(search), _SEARCH_ROOM))
    if wanted:
        return words("discord-sources-found", count=count, search=wanted)
    return words("discord-sources-all", count=count)


def _entry(card: ArticleCard, words: Words, *, linked: bool) -> str:
    title = title_line(card if linked else replace(card, url=None), _TITLE_ROOM)
    return f"**{title}**\n-# {detail_line(card, None, words)}"
