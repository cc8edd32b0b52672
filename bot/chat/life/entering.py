"""Entering Discord: tried again while it can't be reached, and why it failed, in a line for the operator."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable
from typing import Final

import aiohttp
import discord

from bot.catalogue import Words
from bot.chat.life.client import SourcierClient
from bot.chat.replies.desk import AnsweringDesk
from bot.chat.replies.errors import note_incident
from bot.reindexing import BackgroundReindexing
from index.report import Progress

_PATIENCE: Final = (1.0, 2.0, 4.0)
"""Seconds before each new try when Discord can't be reached at the start. Later on, discord.py tries for ever."""
_UNREACHABLE: Final = (
    aiohttp.ClientError,
    discord.DiscordServerError,
    discord.GatewayNotFound,
    OSError,
    TimeoutError,
)

_log = logging.getLogger(__name__)


async def live(
    desk: AnsweringDesk,
    new_client: Callable[[], SourcierClient],
    token: str,
    progress: Progress | None,
    reindexing: BackgroundReindexing | None,
) -> None:
    """Get ready, enter Discord, and stay; a client serves for one entry only."""
    if not re.fullmatch(r"[!-~]+", token):
        raise discord.LoginFailure("the token has characters that no token has")
    await desk.open(progress)
    if reindexing is not None:
        reindexing.start()
    _log.info("ready to answer; entering Discord")
    for wait in _PATIENCE:
        async with new_client() as client:
            try:
                await _enter(client, token)
                return
            except _UNREACHABLE as error:
                if client.has_entered:
                    raise
                _log.warning("Discord can't be reached (%s): next try in %g s", type(error).__name__, wait)
        await asyncio.sleep(wait)
    async with new_client() as client:
        await _enter(client, token)


async def _enter(client: SourcierClient, token: str) -> None:
    """Connect, and stay until the client is closed."""
    try:
        await client.start(token)
    except AttributeError as error:
        # discord.py 2.7 stumbles over itself when its very first connection to the gateway fails.
        if client.has_entered:
            raise
        raise discord.GatewayNotFound from error


def reason_of(error: Exception, words: Words) -> str:
    """Why the bot could not enter, or had to leave, in a line for the operator."""
    match error:
        case discord.LoginFailure() | discord.ConnectionClosed(code=4004):
            return words("discord-token-refused")
        case discord.PrivilegedIntentsRequired():
            return words("discord-closed", code="4014")
        case discord.ConnectionClosed():
            return words("discord-closed", code=str(error.code))
        case discord.DiscordServerError():
            return words("discord-unreachable", reason=f"HTTP {error.status}")
        case discord.HTTPException():
            return words("discord-refused", status=str(error.status))
        case aiohttp.ClientError() | discord.GatewayNotFound() | OSError() | TimeoutError():
            return words("discord-unreachable", reason=str(error) or type(error).__name__)
        case _:
            return words("discord-crashed", kind=type(error).__name__, incident=note_incident(error))
