"""``/feeds``: the feeds whose articles arrive by themselves in a server's own collection, and what they withdrew."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands

from bot.catalogue import Words
from bot.chat.keeping.keeping import Keeping, keeping_of
from bot.chat.messages.limits import CHOICE, MOST_CHOICES, measure
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.messages.message import NEUTRAL, Part, box, laid_out, row, text
from bot.chat.people.authority import Where
from bot.chat.people.translator import catalogued
from bot.chat.replies.buttons import Kind, as_text
from bot.chat.replies.replying import told_in_private
from bot.plain.keeping.feeds import feed_lines
from index.feeds.listed import Subscription
from index.reference import article_key

if TYPE_CHECKING:
    from index.engine import Base, Feeds

_LINE_ROOM: Final = 130
_TITLE_ROOM: Final = 60
_MOST_WITHDRAWN: Final = 5


def feeds_command() -> app_commands.Command[Any, Any, None]:
    """``/feeds [add:] [remove:]``, for those who may change a server's articles."""

    @app_commands.command(name=catalogued("feeds-name"), description=catalogued("feeds-description"))
    @app_commands.rename(add=catalogued("feeds-add-name"), remove=catalogued("feeds-remove-name"))
    @app_commands.describe(add=catalogued("feeds-add-description"), remove=catalogued("feeds-remove-description"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def feeds(interaction: discord.Interaction, add: str | None = None, remove: str | None = None) -> None:
        async with told_in_private(interaction):
            keeping = keeping_of(interaction)
            words = keeping.memory.words_for(interaction)
            said = []
            guild = await keeping.place(interaction, Where.SERVER)
            if remove:
                async with keeping.acting(interaction, "feeds-remove", guild=guild) as act:
                    act.detail = remove
                    was = await keeping.works.done(lambda: keeping.engine.feeds(guild).unsubscribe(remove))
                    said.append(words("feeds-removed" if was else "feeds-unknown", url=_shown(remove)))
            if add:
                async with keeping.acting(interaction, "feeds-add", guild=guild) as act:
                    act.detail = add
                    feed = Subscription(add.strip(), added_by=interaction.user.id)
                    new = await keeping.works.done(lambda: keeping.engine.feeds(guild).subscribe(feed))
                    said.append(words("feeds-added" if new else "feeds-known", url=_shown(add)))
            base = await asyncio.to_thread(keeping.engine.base, guild)
            parts = await asyncio.to_thread(_panel, keeping.engine.feeds(guild), base, keeping, guild, words)
            shown = laid_out([text(*said) if said else None, box(parts, NEUTRAL)])
            await interaction.edit_original_response(view=shown.layout)

    @feeds.autocomplete("remove")
    async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        try:
            keeping = keeping_of(interaction)
            guild = await keeping.place(interaction, Where.SERVER)
            listed = await asyncio.to_thread(keeping.engine.feeds(guild).listed)
        except Exception:  # whoever may not, and whatever fails, has nothing to choose from
            return []
        found = [one.url for one in listed.feeds if typed.casefold() in one.url.casefold()]
        return [app_commands.Choice(name=url, value=url) for url in found[:MOST_CHOICES] if measure(url) <= CHOICE]

    return feeds


def _panel(feeds: Feeds, base: Base, keeping: Keeping, guild: int | None, words: Words) -> list[list[Part | None]]:
    """The feeds, how each is doing, and the articles that their sites withdrew, each with a button to remove it."""
    statuses = feeds.statuses()
    lines = [_shown(line.strip(), _LINE_ROOM) for status in statuses for line in feed_lines(status, words)]
    marked = [line if number % 2 else f"**{line}**" for number, line in enumerate(lines, 1)]
    marked = [f"-# {line}" if number % 2 == 0 else line for number, line in enumerate(marked, 1)]
    groups: list[list[Part | None]] = [[text(*(marked or [words("feeds-none-here")]))]]
    return [*groups, *_withdrawn(base, keeping, guild, words)]


def _withdrawn(base: Base, keeping: Keeping, guild: int | None, words: Words) -> Iterator[list[Part | None]]:
    gone = [card for card in base.cards().cards if card.withdrawn]
    if not gone:
        return
    lines = [f"- {_shown(card.title or card.id, _LINE_ROOM)}" for card in gone[:_MOST_WITHDRAWN]]
    buttons = [
        keeping.maker.button(
            Kind.REMOVE,
            f"{guild or 0}:{as_text(article_key(card.id))}",
            words("feeds-remove-article", title=shorten(for_display(card.title), _TITLE_ROOM)),
            emoji="🗑️",
        )
        for card in gone[:_MOST_WITHDRAWN]
    ]
    yield [text(words("feeds-withdrawn", count=len(gone)), *lines), row(*buttons)]


def _shown(line: str, room: int = _LINE_ROOM) -> str:
    return escape(shorten(for_display(line), room))
