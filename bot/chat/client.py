"""The bot's presence on Discord: what it listens to, and what happens when something goes wrong."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from bot.catalogue import words_in
from bot.chat.ask import ask_command, ask_this_menu, find_sources_menu
from bot.chat.asking import Asking
from bot.chat.buttons import Kind, SignedButton
from bot.chat.errors import UNSENT, line_for, note_incident, note_unsent
from bot.chat.following import presses_on_answers
from bot.chat.house import about_command, help_command, status_command
from bot.chat.mentions import addresses, answer_message_of
from bot.chat.shelf import article_command, press_on_shelf, sources_command
from bot.chat.sync import CommandSync
from bot.chat.timeline import press_on_timeline, timeline_command
from bot.chat.translator import CatalogueTranslator, language_of
from bot.chat.votes import Votes

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
"""None of them privileged: Discord hands over the text of messages that address the bot all the same."""


class SourcierClient(discord.Client):
    """Answers through ``asking``; keeps no members and no messages in memory, and never pings anyone."""

    def __init__(self, asking: Asking, data_dir: Path, votes: Votes) -> None:
        super().__init__(
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.asking = asking
        self.tree = CommandTree(self)
        for make in (ask_command, timeline_command, sources_command, article_command):
            self.tree.add_command(make(asking))
        for make_simple in (about_command, help_command, status_command):
            self.tree.add_command(make_simple(asking))
        for make_menu in (find_sources_menu, ask_this_menu):
            self.tree.add_command(make_menu(asking))
        self.maker = asking.maker
        self.presses = {
            Kind.TIMELINE: press_on_timeline(asking),
            Kind.SHELF: press_on_shelf(asking),
            **presses_on_answers(asking, votes),
        }
        self._sync = CommandSync(self.tree, data_dir)
        self._syncing: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        """Describe the commands if they changed, without keeping questions waiting for it."""
        await self.tree.set_translator(CatalogueTranslator())
        self.add_dynamic_items(SignedButton)
        self._syncing = asyncio.create_task(self._sync.run())

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that speaks to the bot."""
        if self.user is not None and addresses(message, self.user):
            await answer_message_of(message, self.asking)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log what an event handler let through; ``args`` hold what people wrote, and stay out of the log."""
        del event_method, args, kwargs
        error = sys.exception()
        if error is not None:
            note_incident(error)

    async def close(self) -> None:
        """Leave Discord."""
        if self._syncing is not None:
            self._syncing.cancel()
        await super().close()


class CommandTree(app_commands.CommandTree[SourcierClient]):
    """The commands, and the last resort when one fails."""

    async def on_error(
        self, interaction: discord.Interaction[SourcierClient], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the asker in one line, if Discord still takes it."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        if isinstance(cause, UNSENT):
            note_unsent(cause)  # it is Discord that could not be reached: telling the asker would fail as well
            return
        line = line_for(cause, words_in(language_of(interaction.locale)))
        try:
            if interaction.response.is_done():
                await interaction.edit_original_response(content=line, embeds=[])
            else:
                await interaction.response.send_message(line, ephemeral=True)
        except UNSENT as second:
            note_unsent(second)
