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
from typing import Final, Protocol

import aiohttp
import click
import discord

from bot.catalogue import Words, words_in
from bot.chat.asking import Asking
from bot.chat.buttons import ButtonMaker
from bot.chat.care import ALONE, Care
from bot.chat.client import SourcierClient, add_commands, client_for
from bot.chat.desk import Answering, AnsweringDesk
from bot.chat.errors import note_incident
from bot.chat.keeping import Keepable, Keeping
from bot.chat.memory import Memory, Newsworthy
from bot.chat.options import BotOptions
from bot.chat.pace import Pace
from bot.chat.preferences import PreferencesOf
from bot.chat.shard_locks import ShardTaken, serving
from bot.chat.signing import SigningKey
from bot.chat.sync import CommandSync
from bot.chat.translator import CatalogueTranslator
from bot.chat.works import Works
from bot.printable import one_line
from bot.reindexing import BackgroundReindexing
from bot.settings import interface_language
from bot.state import State, StateUnusable
from index.faults import Fault
from index.report import MadeBy, Progress

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


class Engine(Answering, Newsworthy, Keepable, Protocol):
    """What the bot needs of the engine."""


def run_bot(
    engine: Engine,
    options: BotOptions,
    progress: Progress | None = None,
    *,
    pace: Pace | None = None,
    preferences: PreferencesOf | None = None,
    care: Care = ALONE,
) -> int:
    """Get ``engine`` ready and answer on Discord until SIGTERM or SIGINT; the exit status, the reason being told on
    stderr.

    ``progress`` is called from the worker thread while a first index is built. ``pace`` tells how often people may ask;
    None lets them. ``preferences`` finds how a server wants to be answered; None asks what its admins set.
    ``care`` is what goes on beside the answers. Raises :class:`index.faults.Fault` when the engine can't get ready, or
    the data folder can't be written to.
    """
    try:
        with serving(options.data_dir, options.shards):
            return _run(engine, options, progress, pace=pace, preferences=preferences, care=care)
    except ShardTaken:
        _tell(words_in(interface_language(options.lang))("bot-already-running", path=str(options.data_dir)))
        return FAILED


def _run(
    engine: Engine,
    options: BotOptions,
    progress: Progress | None,
    *,
    pace: Pace | None,
    preferences: PreferencesOf | None,
    care: Care,
) -> int:
    """As :func:`run_bot`, while no other process serves these shards."""
    key = SigningKey.kept_in(options.data_dir)
    try:
        state = State.open(options.state_url, options.data_dir, retention=options.retention_days)
    except StateUnusable as unusable:
        _tell(words_in(interface_language(options.lang))("state-unusable", reason=unusable.reason))
        return FAILED
    memory = Memory(state, engine, options.lang, options.message_content, options.alert_minutes, key.pseudonym)

    keeping = Keeping(engine, memory, Works(), ButtonMaker(key), options.admins)

    def new_asking(desk: AnsweringDesk) -> Asking:
        found = preferences or memory.preferences
        return Asking(desk, options.lang, key, pace=pace, preferences=found, unanswered=memory.note_unanswered)

    _keep_quiet_of_voice()
    try:
        status, left_behind = asyncio.run(_serve(engine, keeping, options, progress, new_asking, care))
    finally:
        state.close()
    if left_behind:
        # The worker can't be stopped in the middle of a computation, and Python would wait for it before it ends.
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return status


def sync_commands(engine: Engine, options: BotOptions) -> int:
    """Describe the commands to Discord, whether they changed or not; the exit status, the outcome being told.

    Raises :class:`index.faults.Fault` when the data folder can't be written to.
    """
    _keep_quiet_of_voice()
    words = words_in(interface_language(options.lang))
    desk = AnsweringDesk(engine)
    try:
        count = asyncio.run(_describe(Asking(desk, options.lang, SigningKey.kept_in(options.data_dir)), options))
    except Fault:
        raise
    except Exception as error:
        _tell(_reason(error, words))
        return FAILED
    finally:
        desk.close()
    click.echo(words("sync-done", count=count))
    return STOPPED


async def _describe(asking: Asking, options: BotOptions) -> int:
    client = discord.Client(intents=discord.Intents(guilds=True), proxy=options.proxy)
    tree = discord.app_commands.CommandTree(client)
    add_commands(tree, asking)
    await tree.set_translator(CatalogueTranslator())
    async with client:
        await client.login(options.token)
        return await CommandSync(tree, options.data_dir).describe()


async def _serve(
    engine: Engine,
    keeping: Keeping,
    options: BotOptions,
    progress: Progress | None,
    new_asking: Callable[[AnsweringDesk], Asking],
    care: Care,
) -> tuple[int, bool]:
    """The exit status, and whether a worker was left behind busy."""
    desk = AnsweringDesk(engine)
    asking = new_asking(desk)
    stopping = _signalled()
    _follow_hangup(care.reindexing)

    def new_client() -> SourcierClient:
        care.presence.client = client_for(asking, keeping, options)
        return care.presence.client

    if care.health is not None:
        try:
            await care.health.start()
        except OSError as error:
            words = words_in(interface_language(options.lang))
            address = f"{care.health.host}:{care.health.port}"
            _tell(words("health-address-taken", address=address, reason=_plain(error)))
            return FAILED, False
    life = asyncio.create_task(_live(desk, new_client, options.token, progress, care.reindexing))
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
        _tell(_reason(error, words_in(interface_language(options.lang))))
        status = FAILED
    finally:
        stopping.cancel()
        desk.close()
        if care.health is not None:
            await care.health.stop()
    busy = care.reindexing is not None and await asyncio.to_thread(care.reindexing.close)
    return status, desk.working or busy or keeping.works.busy


def _keep_quiet_of_voice() -> None:
    """The bot never speaks: what it lacks for that is not worth a warning."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


def _tell(line: str) -> None:
    """A line to the operator, on stderr."""
    click.echo(f"sourcier: {one_line(line)}", err=True)


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
