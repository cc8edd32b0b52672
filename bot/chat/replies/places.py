"""What is needed of Discord to write somewhere that nobody has just written from."""

from __future__ import annotations

from typing import Protocol

import discord

from bot.state.follows import Place


class Places(Protocol):
    """The part of Discord that messages of the bot's own accord go through."""

    async def place_to_write(self, place: Place) -> discord.abc.Messageable:
        """Where a message for ``place`` is sent."""
