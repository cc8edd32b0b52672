"""The commands, as they are described to Discord, and what happens when one may not be used, or fails."""

from __future__ import annotations

from typing import Any, Final

import discord
from discord import app_commands

from bot.catalogue import words_in
from bot.chat.asking.ask import ask_command, ask_this_menu, find_sources_menu
from bot.chat.asking.asking import Asking
from bot.chat.collecting.collecting import collect_command
from bot.chat.collecting.from_messages import add_to_base_menu
from bot.chat.following.commands import following_commands
from bot.chat.keeping.adding import add_command
from bot.chat.keeping.feeds_command import feeds_command
from bot.chat.keeping.reindex_command import reindex_command
from bot.chat.keeping.removing import remove_command, restore_command
from bot.chat.keeping.status import status_command
from bot.chat.keeping.unanswered import unanswered_command
from bot.chat.library.about import about_command, help_command
from bot.chat.library.articles import article_command, sources_command
from bot.chat.life.option_kinds import options_fit
from bot.chat.people.pace import TooSoon
from bot.chat.people.translator import language_of
from bot.chat.replies.errors import UNSENT, line_for, note_unsent
from bot.chat.settings.panel import settings_command
from bot.chat.settings.privacy import privacy_commands
from bot.chat.timelines.timeline import timeline_command

COUNTED_WHEN_ANSWERED: Final = frozenset(
    {"ask", "timeline", "sources", "article", "about", "help", "status", "Find sources", "Ask this"}
)
"""The commands that :mod:`bot.chat.asking.asking` counts when it answers them; the tree counts the others."""


def add_commands(tree: app_commands.CommandTree[Any], asking: Asking) -> None:
    """Put all the bot's commands into ``tree``."""
    for make in (ask_command, timeline_command, sources_command, article_command):
        tree.add_command(make(asking))
    for command in following_commands():
        tree.add_command(command)
    for make_simple in (about_command, help_command, status_command):
        tree.add_command(make_simple(asking))
    upkeep = (
        reindex_command(),
        add_command(),
        remove_command(),
        restore_command(),
        feeds_command(),
        unanswered_command(),
    )
    for command in (*privacy_commands(), settings_command(), *upkeep):
        tree.add_command(command)
    for make_menu in (find_sources_menu, ask_this_menu):
        tree.add_command(make_menu(asking))
    tree.add_command(collect_command())
    tree.add_command(add_to_base_menu())


class CommandTree(app_commands.CommandTree[Any]):
    """The commands, and the last resort when one fails."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Whether its user may use a command now; those that are answered through ``asking`` are counted there."""
        if interaction.type is not discord.InteractionType.application_command or interaction.command is None:
            return True
        if not options_fit(interaction):
            await _answer_plainly(interaction, interaction.client.memory.words_for(interaction)("discord-option-odd"))
            return False
        if interaction.command.name in COUNTED_WHEN_ANSWERED:
            return True
        try:
            await interaction.client.asking.take_turn(interaction)
        except TooSoon as error:
            await _answer_plainly(interaction, line_for(error, interaction.client.memory.words_for(interaction)))
            return False
        return True

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        """Tell the asker in one line, if Discord still takes it."""
        words = words_in(language_of(interaction.locale))
        if not isinstance(error, app_commands.CommandInvokeError):
            line = words("discord-command-stale")  # described to Discord otherwise than it is, or not ours any more
        elif isinstance(error.original, UNSENT):
            note_unsent(error.original)  # it is Discord that could not be reached: telling the asker would fail as well
            return
        else:
            line = line_for(error.original, words)
        try:
            if interaction.type is discord.InteractionType.autocomplete:
                await interaction.response.autocomplete([])
            elif interaction.response.is_done():
                await interaction.edit_original_response(content=line)
            else:
                await interaction.response.send_message(line, ephemeral=True)
        except UNSENT as second:
            note_unsent(second)


async def _answer_plainly(interaction: discord.Interaction[Any], line: str) -> None:
    try:
        await interaction.response.send_message(line, ephemeral=True)
    except UNSENT as error:
        note_unsent(error)
