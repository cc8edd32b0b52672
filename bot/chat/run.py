"""The bot's life, from the terminal's point of view: start, stay, stop."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import aiohttp
import click
import discord

from bot.catalogue import Words, words_in
from bot.chat.ask import Asking
from bot.chat.client import SourcierClient
from bot.chat.desk import Answering, AnsweringDesk
from bot.chat.errors import note_incident
from bot.printable import one_line
from bot.reindexing import BackgroundReindexing
from bot.settings import interface_language
from index.faults import Fault
from index.report import MadeBy, Progress

if TYPE_CHECKING:
    from bot.health import HealthServer

STOPPED: Final = 0
FAILED: Final = 1

_PATIENCE: Final = (1.0, 2.0, 4.0)
"""Seconds before each new try when Discord can't be reached at the start. Later on, discord.py tries for ever."""
_TO_FINISH: Final = 4.0
"""Seconds left to the question being answered when the bot is stopped; containers are killed ten seconds after
they are asked to stop."""
_TO_SEND: Final = 2.0
"""Seconds left to send the last lines."""
_UNREACHABLE: Final = (
    aiohttp.ClientError,
    discord.DiscordServerError,
    discord.GatewayNotFound,
    OSError,
    TimeoutError,
)

_log = logging.getLogger(__name__)


class Presence:
    """Whether the bot is on Discord at this moment."""

    def __init__(self) -> None:
        self.client: SourcierClient | None = None

    def online(self) -> bool:
        """Whether it has a session on an open connection."""
        socket = self.client.ws if self.client is not None else None
        return socket is not None and socket.open and socket.session_id is not None


@dataclass(frozen=True)
class Care:
    """What goes on beside the answers: ``reindexing`` begins when the engine is ready, and is asked by SIGHUP;
    ``health`` is told to others."""

    presence: Presence = field(default_factory=Presence)
    reindexing: BackgroundReindexing | None = None
    health: HealthServer | None = None


ALONE: Final = Care()


def run_bot(
    engine: Answering,
    token: str,
    lang: str | None,
    data_dir: Path,
    progress: Progress | None = None,
    care: Care = ALONE,
) -> int:
    """Get ``engine`` ready and answer on Discord until SIGTERM or SIGINT; the exit status, the reason being told on
    stderr.

    ``lang`` forces the language of every reply; None follows each reader. ``data_dir`` keeps what Discord was told
    of the commands. ``progress`` is called from the worker thread while a first index is built. ``care`` is what goes
    on beside the answers. Raises :class:`index.faults.Fault` when the engine can't get
    ready.
    """
    # The bot never speaks: what it lacks for that is not worth a warning.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    status, left_behind = asyncio.run(_serve(engine, token, lang, data_dir, progress, care))
    if left_behind:
        # The worker can't be stopped in the middle of a computation, and Python would wait for it before it ends.
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return status


async def _serve(
    engine: Answering,
    token: str,
    lang: str | None,
    data_dir: Path,
    progress: Progress | None,
    care: Care,
) -> tuple[int, bool]:
    """The exit status, and whether a worker was left behind busy."""
    desk = AnsweringDesk(engine)
    asking = Asking(desk, lang)
    stopping = _signalled()
    _follow_hangup(care.reindexing)

    def new_client() -> SourcierClient:
        care.presence.client = SourcierClient(asking, data_dir)
        return care.presence.client

    if care.health is not None:
        try:
            await care.health.start()
        except OSError as error:
            words = words_in(interface_language(lang))
            address = f"{care.health.host}:{care.health.port}"
            click.echo(f"sourcier: {words('health-address-taken', address=address, reason=_plain(error))}", err=True)
            return FAILED, False
    life = asyncio.create_task(_live(desk, new_client, token, progress, care.reindexing))
    status = STOPPED
    try:
        await asyncio.wait({life, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not life.done():
            _log.info("stopping")
            asking.stop_taking()
            await asking.finish(_TO_FINISH)
            desk.close()
            await asking.finish(_TO_SEND)
            life.cancel()
        await life
    except asyncio.CancelledError:
        _log.info("stopped")
    except Fault:
        raise
    except Exception as error:
        click.echo(f"sourcier: {one_line(_reason(error, words_in(interface_language(lang))))}", err=True)
        status = FAILED
    finally:
        stopping.cancel()
        desk.close()
        if care.health is not None:
            await care.health.stop()
    busy = care.reindexing is not None and await asyncio.to_thread(care.reindexing.close)
    return status, desk.working or busy


def _plain(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else type(error).__name__


def _signalled() -> asyncio.Future[None]:
    """A future that ends at the first SIGTERM or SIGINT."""
    loop = asyncio.get_running_loop()
    signalled: asyncio.Future[None] = loop.create_future()

    def stop() -> None:
        if not signalled.done():
            signalled.set_result(None)

    with suppress(NotImplementedError):  # Windows, where Ctrl+C raises KeyboardInterrupt instead
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop)
    return signalled


def _follow_hangup(reindexing: BackgroundReindexing | None) -> None:
    """Have SIGHUP re-index rather than end the bot."""
    if reindexing is not None:
        with suppress(NotImplementedError, AttributeError):  # Windows
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, reindexing.ask, MadeBy.SIGNAL)


async def _live(
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
                if client.ws is not None:
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
        if client.ws is not None:
            raise
        raise discord.GatewayNotFound from error


def _reason(error: Exception, words: Words) -> str:
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
