"""``sourcier reindex``, ``status`` and ``rollback``: the care of the index."""

from __future__ import annotations

import click

from bot.catalogue import Words
from bot.commands.grammar import Count, SpokenCommand, json_option
from bot.commands.invocation import Invocation
from bot.contract.lines import json_line
from bot.contract.upkeep import report_object, rollback_object, status_object
from bot.faults import describe_notice
from bot.plain.keeping.report import report_text
from bot.plain.keeping.status import rollback_text, status_text
from bot.terminal.progress import shown_on_stderr


def reindex_command(words: Words) -> SpokenCommand:
    """``reindex``, in the language of ``words``."""
    full = click.Option(["--full"], is_flag=True, help=words("help-option-full"))
    return SpokenCommand(words, "reindex", callback=_reindex, params=[full, json_option(words)])


def status_command(words: Words) -> SpokenCommand:
    """``status``, in the language of ``words``."""
    return SpokenCommand(words, "status", callback=_status, params=[json_option(words)])


def rollback_command(words: Words) -> SpokenCommand:
    """``rollback``, in the language of ``words``."""
    number = click.Argument(["number"], type=Count(1), metavar="[N]", required=False)
    return SpokenCommand(words, "rollback", callback=_rollback, params=[number, json_option(words)])


@click.make_pass_decorator(Invocation)
def _reindex(invocation: Invocation, full: bool, as_json: bool) -> int:
    words = invocation.words
    from index.engine import give_way  # NumPy comes with it, which no help waits for

    give_way()
    with shown_on_stderr(words) as progress:
        report = invocation.engine.reindex(full=full, progress=progress)
    for notice in report.notices:
        invocation.tell(describe_notice(notice, words))
    empty = invocation.engine.status().articles == 0
    if as_json:
        invocation.say(json_line(report_object(report, words)))
    elif report.rejected or not empty:
        invocation.say(report_text(report, words))
    if empty:
        invocation.tell(words("fault-base-empty"))
    return 1 if empty else 0


@click.make_pass_decorator(Invocation)
def _status(invocation: Invocation, as_json: bool) -> None:
    invocation.engine.upkeep.check()  # whoever asks how it is wants to know of what a disk lost by itself
    status = invocation.engine.status()
    invocation.say(json_line(status_object(status)) if as_json else status_text(status, invocation.words))


@click.make_pass_decorator(Invocation)
def _rollback(invocation: Invocation, number: int | None, as_json: bool) -> None:
    done = invocation.engine.upkeep.rollback(number)
    invocation.say(json_line(rollback_object(done)) if as_json else rollback_text(done, invocation.words))
