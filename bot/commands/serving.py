"""``sourcier run`` and ``sourcier bot``: staying up to answer, on Discord or in a terminal; ``sourcier sync``: telling
Discord of the commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from bot.catalogue import Words
from bot.commands.grammar import SpokenCommand
from bot.commands.invocation import Invocation, draws
from bot.reindexing import BackgroundReindexing
from bot.settings import Settings, host_and_port, proxy_of_environment
from bot.visiting import FeedVisits
from index.report import MadeBy

if TYPE_CHECKING:
    from bot.chat.life.options import BotOptions


def run_command(words: Words) -> SpokenCommand:
    """``run``, in the language of ``words``."""
    return SpokenCommand(words, "run", callback=_run)


def bot_command(words: Words) -> SpokenCommand:
    """``bot``, in the language of ``words``."""
    return SpokenCommand(words, "bot", callback=_bot)


def sync_command(words: Words) -> SpokenCommand:
    """``sync``, in the language of ``words``."""
    return SpokenCommand(words, "sync", callback=_sync)


@click.make_pass_decorator(Invocation)
def _run(invocation: Invocation) -> int:
    if invocation.settings.discord_token is not None:
        return _serve_discord(invocation)
    from bot.commands.console import Console, converse, read_aloud

    invocation.ready_engine()
    console = Console(invocation)
    reindexing = _background(invocation)
    reindexing.start()
    if sys.stdin is not None and sys.stdin.isatty() and draws(sys.stdout):
        converse(console, invocation.settings.data_dir)
    elif sys.stdin is not None:
        read_aloud(console, sys.stdin.buffer)
    if reindexing.close():
        # It can't be stopped in the middle of a computation, and what it has begun is never served half done.
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(0)
    return 0


@click.make_pass_decorator(Invocation)
def _bot(invocation: Invocation) -> int:
    if invocation.settings.discord_token is None:
        invocation.tell(invocation.words("token-missing"))
        return 1
    return _serve_discord(invocation)


@click.make_pass_decorator(Invocation)
def _sync(invocation: Invocation) -> int:
    if invocation.settings.discord_token is None:
        invocation.tell(invocation.words("token-missing"))
        return 1
    from bot.chat.life.run import sync_commands

    return sync_commands(invocation.engine, _options(invocation.settings))


def _options(settings: Settings) -> BotOptions:
    from bot.chat.life.options import BotOptions, Shards

    token, state_url, proxy = settings.discord_token, settings.state_url, settings.proxy
    return BotOptions(
        token=token.get_secret_value() if token is not None else "",
        data_dir=settings.data_dir,
        lang=settings.lang,
        state_url=state_url.get_secret_value() if state_url is not None else None,
        retention_days=settings.retention_days,
        alert_minutes=settings.alert_minutes,
        message_content=settings.message_content,
        admins=frozenset(settings.admins),
        shards=Shards(settings.shard_count, settings.shard_ids),
        feeds=settings.add_by_url,
        proxy=proxy.get_secret_value() if proxy is not None else proxy_of_environment(),
    )


def _serve_discord(invocation: Invocation) -> int:
    from bot.chat.life.care import Care, Presence
    from bot.chat.life.run import run_bot
    from bot.chat.people.pace import Pace

    settings, presence = invocation.settings, Presence()
    engine = invocation.ready_engine(folder_may_lack=True)
    options = _options(settings)
    pace = Pace(settings.questions_per_minute, settings.server_questions_per_minute)
    if settings.health_address is None:
        return run_bot(engine, options, pace=pace, care=Care(presence, _background(invocation)))
    from bot.watch.health import HealthServer
    from bot.watch.metrics import MeasuredEngine, Metrics

    host, port = host_and_port(settings.health_address)
    metrics = Metrics(engine.status, presence.online)
    health = HealthServer(host, port, engine.status, presence.online, metrics)
    care = Care(presence, _background(invocation, metrics.reindexed), health)
    return run_bot(MeasuredEngine(engine, metrics), options, pace=pace, care=care)


def _background(invocation: Invocation, ended: Callable[[MadeBy, bool], None] | None = None) -> BackgroundReindexing:
    settings = invocation.settings
    watched = settings.knowledge_dir if settings.watch else None
    feeds = FeedVisits(invocation.engine) if settings.add_by_url and settings.mirror is None else None
    return BackgroundReindexing(invocation.engine, watched, settings.data_dir, ended, settings.mirror, feeds)
