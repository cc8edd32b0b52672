"""Who may do what on a server, judged anew at each command and each click.

The permissions come with the interaction, worked out by Discord for this person in this server: what a command asks
for when it is described is only a hint that every client, and every admin, may pass over.
"""

from __future__ import annotations

from typing import Any

import discord

from bot.state.guilds import GuildSettings


def manages_guild(interaction: discord.Interaction[Any]) -> bool:
    """Whether whoever uses a command or a button manages the server they use it in, and the bot was added to it."""
    allowed = interaction.permissions
    return interaction.is_guild_integration() and (allowed.manage_guild or allowed.administrator)


def may_reindex(interaction: discord.Interaction[Any], settings: GuildSettings) -> bool:
    """Whether they may re-index the articles of this server: its admins, and the roles they chose."""
    if manages_guild(interaction):
        return True
    member = interaction.user
    if not interaction.is_guild_integration() or not isinstance(member, discord.Member):
        return False
    return any(member.get_role(role) is not None for role in settings.reindex_roles)
