"""``/remove`` and ``/restore``: an article goes to the trash, after a second look, and comes back."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Final

import discord
from discord import app_commands

from bot.chat.keeping.keeping import keeping_of
from bot.chat.keeping.live import LiveMessage
from bot.chat.keeping.reindex_command import WHERE_CHOICES
from bot.chat.messages.limits import CHOICE, MOST_CHOICES, measure
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.messages.message import NEUTRAL, box, laid_out, row, text
from bot.chat.messages.source_line import detail_line, title_line
from bot.chat.people.translator import catalogued
from bot.chat.replies.buttons import ButtonMaker, Kind, Press, as_bytes, as_text
from bot.chat.replies.replying import told_in_private
from bot.dates import spell_moment
from bot.plain.keeping.report import report_text
from index.engine import CardIndex
from index.faults import EngineFault, FaultCode
from index.reference import article_key
from index.report import MadeBy
from index.shelf.trash import TrashedArticle

_TITLE_ROOM: Final = 200
_NAME_ROOM: Final = 50
_CONTENT_ROOM: Final = 1900
_SHARED: Final = 0


def remove_command() -> app_commands.Command[Any, Any, None]:
    """``/remove article: [where:]``, which asks once more."""

    @app_commands.command(name=catalogued("remove-name"), description=catalogued("remove-description"))
    @app_commands.rename(article=catalogued("remove-article-name"), where=catalogued("upkeep-where-name"))
    @app_commands.describe(
        article=catalogued("remove-article-description"), where=catalogued("upkeep-where-description")
    )
    @app_commands.choices(where=WHERE_CHOICES)
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def remove(interaction: discord.Interaction, article: str, where: str | None = None) -> None:
        async with told_in_private(interaction):
            keeping = keeping_of(interaction)
            words = keeping.memory.words_for(interaction)
            guild = await keeping.place(interaction, where)
            cards = await _cards(interaction, guild)
            card = cards.card(article)
            carried = f"{guild or _SHARED}:{as_text(article_key(card.id))}"
            maker: ButtonMaker = keeping.maker
            ways = row(
                maker.button(Kind.REMOVE, carried, words("remove-confirm"), emoji="🗑️"),
            )
            goes = words("remove-from-all" if guild is None else "remove-from-server")
            about = [title_line(card, _TITLE_ROOM), f"-# {detail_line(card, None, words)}"]
            shown = laid_out([box([[text(words("remove-sure"))], [text(*about)], [text(f"-# {goes}"), ways]], NEUTRAL)])
            await interaction.edit_original_response(view=shown.layout)

    @remove.autocomplete("article")
    async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        try:
            keeping = keeping_of(interaction)
            cards = await _cards(interaction, await keeping.place(interaction, _chosen_where(interaction)))
        except Exception:  # whoever may not, and whatever fails, has nothing to choose from
            return []
        return [
            app_commands.Choice(name=for_display(card.title)[:CHOICE] or card.id[:CHOICE], value=card.id)
            for card in cards.matching(typed)[:MOST_CHOICES]
            if measure(card.id) <= CHOICE
        ]

    return remove


def restore_command() -> app_commands.Command[Any, Any, None]:
    """``/restore [article:] [where:]``; without an article, what there is to restore."""

    @app_commands.command(name=catalogued("restore-name"), description=catalogued("restore-description"))
    @app_commands.rename(article=catalogued("restore-article-name"), where=catalogued("upkeep-where-name"))
    @app_commands.describe(
        article=catalogued("restore-article-description"), where=catalogued("upkeep-where-description")
    )
    @app_commands.choices(where=WHERE_CHOICES)
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def restore(interaction: discord.Interaction, article: str | None = None, where: str | None = None) -> None:
        async with told_in_private(interaction):
            keeping = keeping_of(interaction)
            words = keeping.memory.words_for(interaction)
            if not article:
                base = await asyncio.to_thread(keeping.engine.base, await keeping.place(interaction, where))
                trash = await asyncio.to_thread(base.shelf.trash)
                lines = [
                    f"- {escape(for_display(one.title)[:80])} · {spell_moment(one.removed, words.lang)}"
                    for one in trash
                ]
                shown = lines[:MOST_CHOICES] or [words("restore-nothing")]
                await interaction.edit_original_response(content="\n".join(shown)[:_CONTENT_ROOM])
                return
            async with keeping.acting(interaction, "restore", where=where) as act:
                act.detail = article
                live = LiveMessage(interaction, words, keeping.token_life)
                restored = await keeping.works.done(lambda: act.base.shelf.restore(article, made_by=MadeBy.DISCORD))
                await keeping.works.done(act.base.load)
                title = _named(restored.article)
                await live.conclude(words("restore-done", title=title), report_text(restored.report, words))

    @restore.autocomplete("article")
    async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        try:
            keeping = keeping_of(interaction)
            base = await asyncio.to_thread(
                keeping.engine.base, await keeping.place(interaction, _chosen_where(interaction))
            )
            trash = await asyncio.to_thread(base.shelf.trash)
        except Exception:  # as above
            return []
        found = {one.id: one for one in reversed(trash) if typed.casefold() in f"{one.title} {one.id}".casefold()}
        return [
            app_commands.Choice(name=for_display(one.title)[:CHOICE] or one.id[:CHOICE], value=one.id)
            for one in list(found.values())[:MOST_CHOICES]
            if measure(one.id) <= CHOICE
        ]

    return restore


def presses_on_removals() -> Mapping[Kind, Press]:
    """What the button beneath the question does."""
    return {Kind.REMOVE: _remove}


async def _remove(interaction: discord.Interaction[Any], carried: str) -> None:
    async with told_in_private(interaction):
        keeping = keeping_of(interaction)
        words = keeping.memory.words_for(interaction)
        place, _, key = carried.partition(":")
        async with keeping.acting(interaction, "remove", guild=int(place) or None) as act:
            card = (await _cards(interaction, act.guild)).with_key(as_bytes(key))
            if card is None:
                raise EngineFault(FaultCode.ARTICLE_GONE)
            act.detail = card.id
            live = LiveMessage(interaction, words, keeping.token_life)
            removed = await keeping.works.done(lambda: act.base.shelf.remove(card.id, made_by=MadeBy.DISCORD))
            await keeping.works.done(act.base.load)
            title = escape(for_display(card.title)[:_TITLE_ROOM])
            head = words("remove-done", title=title, days=removed.days)
            await live.conclude(head, report_text(removed.report, words))


async def _cards(interaction: discord.Interaction[Any], guild: int | None) -> CardIndex:
    """The cards of the base of ``guild``, which may have none."""
    base = await asyncio.to_thread(keeping_of(interaction).engine.base, guild)
    return await asyncio.to_thread(base.cards)


def _named(article: TrashedArticle) -> str:
    return escape(shorten(for_display(article.title) or article.id, _NAME_ROOM))


def _chosen_where(interaction: discord.Interaction[Any]) -> str | None:
    """What is chosen already in the option ``where`` of the command being typed."""
    where = getattr(interaction.namespace, "where", None)
    return where if isinstance(where, str) else None
