"""The bot's life, from the terminal's point of view: start, stay, stop."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import click
import discord

from bot.catalogue import words_in
from bot.chat.asking.asking import Asking
from bot.chat.keeping.keeping import Keeping
from bot.chat.keeping.works import Works
from bot.chat.life.care import ALONE, Care
from bot.chat.life.client import SourcierClient, client_for
from bot.chat.life.entering import live, reason_of
from bot.chat.life.options import BotOptions
from bot.chat.life.shard_locks import ShardTaken, serving
from bot.chat.life.sync import CommandSync
from bot.chat.life.tree import add_commands
from bot.chat.people.pace import Pace
from bot.chat.people.preferences import PreferencesOf
from bot.chat.people.translator import CatalogueTranslator
from bot.chat.replies.buttons import ButtonMaker
from bot.chat.replies.desk import AnsweringDesk
from bot.chat.replies.memory import Memory
from bot.chat.replies.signing import SigningKey
from bot.engine import Engine
from bot.printable import one_line
from bot.reindexing import BackgroundReindexing
from bot.settings import interface_language
from bot.state import State, StateUnusable
from index.faults import Fault
from index.report import MadeBy, Progress

STOPPED: Final = 0
FAILED: Final = 1

_TO_FINISH: Final = 4.0
"""Seconds left to the question being answered when the bot is stopped; containers are killed ten seconds after
they are asked to stop."""
_TO_SEND: Final = 2.0
"""Seconds left to send the last lines."""
_log = logging.getLogger(__name__)


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
        with serving(options.data_dir, options.token, options.shards):
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

    keeping = Keeping(engine, memory, Works(), ButtonMaker(key), options.admins, options.feeds)

    def new_asking(desk: AnsweringDesk) -> Asking:
        found = preferences or memory.preferences
        return Asking(
            desk,
            options.lang,
            key,
            pace=pace,
            preferences=found,
            unanswered=memory.note_unanswered,
            keeps_unanswered=memory.keeps_questions,
        )

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
        _tell(reason_of(error, words))
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
    engine.share_reading(lambda: desk.queued)
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
    life = asyncio.create_task(live(desk, new_client, options.token, progress, care.reindexing))
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
        _tell(reason_of(error, words_in(interface_language(options.lang))))
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
