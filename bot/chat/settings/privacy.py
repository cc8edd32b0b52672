"""``/privacy`` tells what is kept, and ``/forget-me`` removes what of it concerns whoever asks."""

from __future__ import annotations

import asyncio
import re
from typing import Any, Self

import discord
from discord import app_commands

from bot.chat.keeping.bylines import erase_answers_of
from bot.chat.keeping.keeping import keeping_of
from bot.chat.people.translator import catalogued
from bot.chat.replies.memory import memory_of
from bot.chat.replies.replying import tell, told_in_private


def privacy_commands() -> tuple[app_commands.Command[Any, Any, None], ...]:
    """The two commands, wherever ``/ask`` is; only whoever uses them sees the reply."""
    return _privacy_command(), _forget_me_command()


class ForgetButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"forget-me"):
    """Forgets whoever presses it, and nobody else."""

    def __init__(self, label: str = "…") -> None:
        super().__init__(discord.ui.Button(label=label, style=discord.ButtonStyle.danger, custom_id="forget-me"))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button that was pressed."""
        del interaction, item, match
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Forget, and say what was there."""
        async with told_in_private(interaction, in_place=True):
            memory = memory_of(interaction)
            erased = await erase_answers_of(interaction.user.id, keeping_of(interaction))
            there = await asyncio.to_thread(memory.state.forget, interaction.user.id, memory.voter(interaction.user.id))
            interaction.client.asking.conversations.forget(interaction.user.id)
            keeping_of(interaction).forget_person(interaction.user.id)
            words = memory.words_for(interaction)
            done = words("forget-done", follows=there.follows, traces=there.acts + there.votes)
            people = words("forget-people", waits=there.waits, articles=erased) if there.waits or erased else ""
            await tell(interaction, f"{done}\n{people}".strip())


def _privacy_command() -> app_commands.Command[Any, Any, None]:
    @app_commands.command(name=catalogued("privacy-name"), description=catalogued("privacy-description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def privacy(interaction: discord.Interaction) -> None:
        async with told_in_private(interaction):
            memory = memory_of(interaction)
            words = memory.words_for(interaction)
            kept = await asyncio.to_thread(memory.state.kept_of, interaction.user.id, memory.voter(interaction.user.id))
            yours = words("privacy-yours", follows=kept.follows, traces=kept.acts + kept.votes)
            if kept.waits or kept.articles:
                yours += "\n" + words("privacy-people", waits=kept.waits, articles=kept.articles)
            await tell(interaction, f"{words('privacy-text', days=memory.state.retention)}\n\n{yours}")

    return privacy


def _forget_me_command() -> app_commands.Command[Any, Any, None]:
    @app_commands.command(name=catalogued("forget-name"), description=catalogued("forget-description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def forget_me(interaction: discord.Interaction) -> None:
        async with told_in_private(interaction):
            words = memory_of(interaction).words_for(interaction)
            view = discord.ui.View(timeout=None)
            view.add_item(ForgetButton(words("forget-button")))
            await tell(interaction, words("forget-question"), view)

    return forget_me
