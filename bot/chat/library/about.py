"""``/about`` and ``/help``: what Sourcier is, what it can do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

import discord
from babel.dates import format_datetime
from discord import app_commands

from bot.about import about_lines
from bot.catalogue import Words
from bot.chat.asking.asking import Asking, Making
from bot.chat.messages.markdown import escape, for_display
from bot.chat.messages.message import NEUTRAL, Message, box, laid_out, text
from bot.chat.people.reader import collection_of
from bot.chat.people.translator import catalogued
from bot.chat.replies.sending import completing
from index.report import Status

_LOCALES: Final = {"fr": "fr", "en": "en_GB"}
Simple = app_commands.Command[Any, Any, None]


def about_command(asking: Asking) -> Simple:
    """``/about``; only the person who asked sees the reply."""

    def making(interaction: discord.Interaction[Any]) -> Making:
        async def made(words: Words) -> Message:
            cards, status = await asking.desk.sources(collection_of(interaction)), await asking.desk.status()
            facts = [*base_facts(status, words), words("discord-about-model", model=escape(for_display(status.model)))]
            return laid_out([box([[text(*about_lines(cards, words))], [text(*facts)]], NEUTRAL)])

        return made

    return private_command(asking, "about", making)


def help_command(asking: Asking) -> Simple:
    """``/help``, with what admins can do for those who may; only the person who asked sees the reply."""

    def making(interaction: discord.Interaction[Any]) -> Making:
        async def made(words: Words) -> Message:
            tree: app_commands.CommandTree[Any] = interaction.client.tree
            admin = interaction.guild_id is not None and interaction.permissions.manage_guild
            commands = [one for one in tree.get_commands() if not isinstance(one, app_commands.ContextMenu)]
            for_all = [command for command in commands if command.default_permissions is None]
            for_admins = [command for command in commands if command.default_permissions is not None]
            groups = [
                [text(words("discord-help-ways"))],
                [text(*(_command_line(command, words) for command in for_all))],
                [text(words("discord-help-buttons"))],
            ]
            if admin and for_admins:
                lines = (_command_line(command, words) for command in for_admins)
                groups.append([text(words("discord-help-admins"), *lines)])
            return laid_out([box(groups, NEUTRAL)])

        return made

    return private_command(asking, "help", making)


def private_command(asking: Asking, name: str, making: Callable[[discord.Interaction[Any]], Making]) -> Simple:
    """A command without options whose reply only the person who asked sees."""

    @app_commands.command(
        name=catalogued(f"discord-{name}-name"), description=catalogued(f"discord-{name}-description")
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def command(interaction: discord.Interaction[Any]) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        reader = await asking.reader_of(interaction)
        await asking.reply_with(making(interaction), reader, completing(interaction))

    return command


def _command_line(command: app_commands.Command[Any, Any, Any] | app_commands.Group, words: Words) -> str:
    """Name and description as the reader's Discord lists them."""

    def told(named: app_commands.locale_str | None, default: str) -> str:
        key = named.extras.get("key") if named is not None else None
        return words(key) if key is not None else default

    name = told(command._locale_name, command.name)
    return f"**/{name}** — {told(command._locale_description, command.description)}"


def base_facts(status: Status, words: Words) -> list[str]:
    """The size of the base, and when it was last read."""
    facts = [words("discord-base-size", articles=status.articles, passages=status.passages)]
    if status.created is not None:
        moment = format_datetime(datetime.fromisoformat(status.created), "d MMMM y HH:mm", locale=_LOCALES[words.lang])
        facts.append(words("discord-base-updated", moment=str(moment)))
    return facts
