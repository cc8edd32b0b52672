"""The ways a reply reaches whoever asked."""

from __future__ import annotations

import io
from collections.abc import Callable, Coroutine
from typing import Any

import discord

from bot.chat.messages.limits import ATTACHMENT_DESCRIPTION
from bot.chat.messages.message import Message

Send = Callable[[Message], Coroutine[Any, Any, object]]
"""Delivers a reply to whoever asked."""


def completing(interaction: discord.Interaction) -> Send:
    """Puts a reply in the place of the "thinking" that a deferred command shows."""

    async def send(message: Message) -> None:
        await _edit(interaction, message)

    return send


def replacing(interaction: discord.Interaction) -> Send:
    """Puts a reply in the place of the message whose button was pressed, where a picture that is there stays; a refusal
    is told to whoever pressed, and leaves the message alone."""

    async def send(message: Message) -> None:
        if message.refusal:
            await interaction.followup.send(message.content or "", ephemeral=True)
        else:
            await _edit(interaction, message)

    return send


def under(message: discord.Message) -> Send:
    """Replies under ``message``; if it is deleted meanwhile, the reply stands alone."""

    async def send(reply: Message) -> None:
        reference = message.to_reference(fail_if_not_exists=False)
        if reply.layout is not None:
            await message.channel.send(view=reply.layout, reference=reference)
        else:
            await message.channel.send(reply.content, reference=reference)

    return send


async def _edit(interaction: discord.Interaction, message: Message) -> None:
    if message.layout is not None:
        files = _files(message)
        more: Any = {"attachments": files} if files else {}
        await interaction.edit_original_response(view=message.layout, **more)
        return
    await interaction.edit_original_response(content=message.content)


def _files(message: Message) -> list[discord.File]:
    files = []
    if message.picture is not None:
        about = message.picture.description[:ATTACHMENT_DESCRIPTION]
        files.append(discord.File(io.BytesIO(message.picture.png), message.picture.name, description=about))
    if message.document is not None:
        files.append(discord.File(io.BytesIO(message.document.content), message.document.name))
    return files
