"""``sourcier run`` and ``sourcier bot``: staying up to answer, on Discord or in a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from bot.catalogue import Words
from bot.commands.grammar import SpokenCommand
from bot.commands.invocation import Invocation, draws
from bot.reindexing import BackgroundReindexing
from bot.settings import host_and_port
from index.report import MadeBy


def run_command(words: Words) -> SpokenCommand:
    """``run``, in the language of ``words``."""
    return SpokenCommand(words, "run", callback=_run)


def bot_command(words: Words) -> SpokenCommand:
    """``bot``, in the language of ``words``."""
    return SpokenCommand(words, "bot", callback=_bot)


@click.make_pass_decorator(Invocation)
def _run(invocation: Invocation) -> int:
    if invocation.settings.discord_token is not None:
        return _serve_discord(invocation, invocation.settings.discord_token.get_secret_value())
    from bot.console import Console, converse, read_aloud

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
    token = invocation.settings.discord_token
    if token is None:
        invocation.tell(invocation.words("token-missing"))
        return 1
    return _serve_discord(invocation, token.get_secret_value())


def _serve_discord(invocation: Invocation, token: str) -> int:
    from bot.chat.run import Care, Presence, run_bot

    settings, engine, presence = invocation.settings, invocation.ready_engine(), Presence()
    if settings.health_address is None:
        care = Care(presence, _background(invocation))
        return run_bot(engine, token, settings.lang, settings.data_dir, care=care)
    from bot.health import HealthServer
    from bot.metrics import MeasuredEngine, Metrics

    host, port = host_and_port(settings.health_address)
    metrics = Metrics(engine.status, presence.online)
    health = HealthServer(host, port, engine.status, presence.online, metrics)
    care = Care(presence, _background(invocation, metrics.reindexed), health)
    return run_bot(MeasuredEngine(engine, metrics), token, settings.lang, settings.data_dir, care=care)


def _background(invocation: Invocation, ended: Callable[[MadeBy, bool], None] | None = None) -> BackgroundReindexing:
    settings = invocation.settings
    watched = settings.knowledge_dir if settings.watch else None
    return BackgroundReindexing(invocation.engine, watched, settings.data_dir, ended)
