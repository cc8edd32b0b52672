"""``sourcier doctor``: one screen of checks, each with what to do."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from bot.catalogue import Words
from bot.checkup.finding import Finding, Grade
from bot.checkup.machine import machine_findings
from bot.checkup.text import checkup_object, checkup_text, outcome_line
from bot.commands.grammar import SpokenCommand, json_option
from bot.commands.invocation import Invocation, draws
from bot.contract.lines import json_line
from bot.settings import proxy_of_environment


def doctor_command(words: Words) -> SpokenCommand:
    """``doctor``, in the language of ``words``."""
    offline = click.Option(["--offline"], is_flag=True, help=words("help-option-doctor-offline"))
    return SpokenCommand(words, "doctor", callback=_doctor, params=[offline, json_option(words)])


@click.make_pass_decorator(Invocation)
def _doctor(invocation: Invocation, offline: bool, as_json: bool) -> int:
    words = invocation.words
    found = list(_findings(invocation, offline=offline))
    if as_json:
        invocation.say(json_line(checkup_object(found)))
    elif draws(sys.stdout):
        from bot.terminal.checkup import draw_checkup

        draw_checkup(found, outcome_line(found, words), words)
    else:
        invocation.say(checkup_text(found, words))
    return 1 if any(one.grade is Grade.BAD for one in found) else 0


def _findings(invocation: Invocation, *, offline: bool) -> Iterator[Finding]:
    from bot.checkup.base import base_findings
    from bot.checkup.remembered import remembered_findings

    settings, words = invocation.settings, invocation.words
    yield from machine_findings(settings.data_dir, words)
    yield from base_findings(invocation.engine_read_by, settings.reader, words)
    state_url = settings.state_url.get_secret_value() if settings.state_url is not None else None
    yield from remembered_findings(state_url, settings.data_dir, words)
    if not offline:
        from bot.checkup.on_discord import discord_findings

        token = settings.discord_token.get_secret_value() if settings.discord_token is not None else None
        proxy = settings.proxy.get_secret_value() if settings.proxy is not None else proxy_of_environment()
        yield from discord_findings(token, proxy, settings.message_content, words)
