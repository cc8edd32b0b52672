"""Who may do what on a server, judged anew at each command and each click.

The permissions come with the interaction, worked out by Discord for this person in this server: what a command asks
for when it is described is only a hint that every client, and every admin, may pass over.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Any

import discord

from bot.state.guilds import GuildSettings


class Where(StrEnum):
    """The articles that are meant: the server's own collection, or what all servers share."""

    SERVER = "server"
    SHARED = "shared"


class NotAllowed(Exception):
    """Somebody tried what they may not; ``key`` is the sentence that says who may."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def manages_guild(interaction: discord.Interaction[Any]) -> bool:
    """Whether whoever uses a command or a button manages the server they use it in, and the bot was added to it."""
    allowed = interaction.permissions
    return interaction.is_guild_integration() and (allowed.manage_guild or allowed.administrator)


def may_reindex(interaction: discord.Interaction[Any], settings: GuildSettings) -> bool:
    """Whether they may change the articles of this server: its admins, and the roles they chose."""
    if manages_guild(interaction):
        return True
    member = interaction.user
    if not interaction.is_guild_integration() or not isinstance(member, discord.Member):
        return False
    return any(member.get_role(role) is not None for role in settings.reindex_roles)


def wrote_as_keeper(message: discord.Message, settings: GuildSettings) -> bool:
    """As :func:`may_reindex`, of whoever wrote a message of a server, as far as Discord told the bot of them."""
    author = message.author
    if not isinstance(author, discord.Member):
        return False
    allowed = author.guild_permissions
    by_role = any(author.get_role(role) is not None for role in settings.reindex_roles)
    return allowed.manage_guild or allowed.administrator or by_role


def is_operator(interaction: discord.Interaction[Any], named: Collection[int]) -> bool:
    """Whether they may change what all servers share."""
    return interaction.user.id in operators_of(interaction.client, named)


def operators_of(client: discord.Client, named: Collection[int]) -> frozenset[int]:
    """Who may change what all servers share: those the operator ``named``, else, when nobody is, the owners of the
    application at Discord."""
    if named:
        return frozenset(named)
    application = client.application
    if application is None:
        return frozenset()
    owners = [application.owner, *(application.team.members if application.team else ())]
    return frozenset(owner.id for owner in owners)
