"""Answers to buttons, menus and commands that only whoever used them sees."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord

from bot.chat.replies.errors import UNSENT, line_for, note_unsent
from bot.chat.replies.memory import memory_of


@asynccontextmanager
async def told_in_private(interaction: discord.Interaction[Any], *, in_place: bool = False) -> AsyncIterator[None]:
    """Acknowledge an interaction at once, and tell in one line what goes wrong afterwards.

    A command shows "thinking" to its user alone; with ``in_place`` (a button, a menu) the message stays as it is until
    it is edited.
    """
    try:
        await (interaction.response.defer() if in_place else interaction.response.defer(ephemeral=True, thinking=True))
        try:
            yield
        except UNSENT:
            raise
        except Exception as error:
            await tell(interaction, line_for(error, memory_of(interaction).words_for(interaction)))
    except UNSENT as error:
        note_unsent(error)


async def show(interaction: discord.Interaction[Any], layout: discord.ui.LayoutView) -> None:
    """A message of components to whoever used the acknowledged command, and to nobody else."""
    await interaction.followup.send(view=layout, ephemeral=True)


async def tell(interaction: discord.Interaction[Any], line: str, view: discord.ui.View | None = None) -> None:
    """One line, and perhaps buttons, to whoever used the acknowledged command or button, and to nobody else."""
    more: Any = {} if view is None else {"view": view}
    await interaction.followup.send(line, ephemeral=True, **more)
