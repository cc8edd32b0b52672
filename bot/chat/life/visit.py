"""A look at Discord from outside: whose token it is, what the application may see, what it may do on its servers.

Only its HTTP API is asked; the bot does not enter, and nobody sees it.
"""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

import aiohttp
import discord

from bot.catalogue import Words
from bot.chat.life.entering import reason_of
from bot.chat.people.permissions import NEEDED, lacking_of

SCOPES: Final = ("bot", "applications.commands")
_PATIENCE: Final = 15.0
"""Seconds that Discord may take to answer."""
_MOST_SERVERS: Final = 20
"""Servers looked into; each takes three requests."""


class NotLetIn(Exception):
    """Discord could not be asked; ``reason`` is one line for the operator. ``refused`` tells that it was the token,
    not the way there."""

    def __init__(self, reason: str, *, refused: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.refused = refused


@dataclass(frozen=True, slots=True)
class ChannelSeen:
    """A channel where the bot lacks permissions, by Discord's names for them."""

    name: str
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServerSeen:
    """A server that the bot is on: how many channels it has, and those where it lacks something."""

    id: int
    name: str
    channels: int
    lacking: tuple[ChannelSeen, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """What Discord told: the application, whether its bot is handed all messages, the commands it described, the
    servers looked into and how many there are."""

    application_id: int
    name: str
    message_content: bool
    commands: int
    servers: tuple[ServerSeen, ...]
    server_count: int


@dataclass(frozen=True, slots=True)
class Way:
    """The way to Discord: ``seconds`` a request took, and by how many this machine's clock is ahead of Discord's (None
    when it did not say)."""

    seconds: float
    clock: float | None


def invitation(application_id: int) -> str:
    """The address where somebody who manages a server lets the bot in, with what it needs and no more."""
    return discord.utils.oauth_url(application_id, permissions=NEEDED, scopes=SCOPES)


def reach(proxy: str | None, words: Words) -> Way:
    """Ask Discord for nothing that needs a token. Raises NotLetIn, worded in the language of ``words``."""
    try:
        return asyncio.run(_reach(proxy))
    except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
        raise NotLetIn(reason_of(error, words), refused=False) from error


async def _reach(proxy: str | None) -> Way:
    # discord.py asks nothing without a token; its address of the API is used all the same, wherever that points.
    address = f"{discord.http.Route.BASE}/gateway"
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_PATIENCE)) as session:
        began = time.monotonic()
        async with session.get(address, proxy=proxy) as response:
            seconds = time.monotonic() - began
            date = response.headers.get("Date")
            if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise ConnectionError(f"HTTP {response.status}")
    return Way(seconds, _ahead(date, datetime.now(UTC)) if date else None)


def visit(token: str, proxy: str | None, words: Words, *, servers: bool = True) -> Visit:
    """Ask Discord about the bot of ``token``, and with ``servers`` about its servers and commands too.

    Raises NotLetIn, worded in the language of ``words``.
    """
    try:
        if not re.fullmatch(r"[!-~]+", token):
            raise discord.LoginFailure("the token has characters that no token has")
        return asyncio.run(_visit(token, proxy, servers))
    except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
        raise NotLetIn(reason_of(error, words), refused=isinstance(error, discord.LoginFailure)) from error


async def _visit(token: str, proxy: str | None, servers: bool) -> Visit:
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    client = discord.Client(intents=discord.Intents(guilds=True), proxy=proxy)
    async with client:
        await client.login(token)
        application = await client.application_info()
        guilds = [guild async for guild in client.fetch_guilds(limit=None)] if servers else []
        commands = await client.http.get_global_commands(application.id) if servers else []
        seen = [await _seen(client, guild.id) for guild in guilds[:_MOST_SERVERS]]
    flags = application.flags
    return Visit(
        application_id=application.id,
        name=application.name,
        message_content=flags.gateway_message_content or flags.gateway_message_content_limited,
        commands=len(commands),
        servers=tuple(seen),
        server_count=len(guilds),
    )


async def _seen(client: discord.Client, guild_id: int) -> ServerSeen:
    guild = await client.fetch_guild(guild_id, with_counts=False)
    assert client.user is not None  # noqa: S101 - logged in
    me = await guild.fetch_member(client.user.id)
    channels = [
        channel
        for channel in await guild.fetch_channels()
        if isinstance(channel, discord.TextChannel | discord.ForumChannel)
    ]
    lacking = tuple(ChannelSeen(channel.name, short) for channel in channels if (short := _lacking(channel, me)))
    return ServerSeen(guild.id, guild.name, len(channels), lacking)


def _lacking(channel: discord.TextChannel | discord.ForumChannel, me: discord.Member) -> tuple[str, ...]:
    return lacking_of(channel.permissions_for(me))


def _ahead(date: str, now: datetime) -> float | None:
    try:
        return (now - parsedate_to_datetime(date)).total_seconds()
    except ValueError:
        return None
