"""``sourcier timeline``: its place is kept, its work is still to come."""

from __future__ import annotations

import click

from bot.catalogue import Words
from bot.commands.grammar import SpokenCommand, WrongUsage, json_option
from bot.commands.invocation import Invocation


def timeline_command(words: Words) -> SpokenCommand:
    """``timeline``, in the language of ``words``."""
    return SpokenCommand(
        words,
        "timeline",
        callback=_timeline,
        params=[
            click.Argument(["subject"], required=False),
            click.Option(["--from", "since"], metavar="EDTF", help=words("help-option-from")),
            click.Option(["--to", "until"], metavar="EDTF", help=words("help-option-to")),
            json_option(words),
            click.Option(["--png"], metavar="FILE", help=words("help-option-png")),
        ],
    )


@click.make_pass_decorator(Invocation)
def _timeline(
    invocation: Invocation, subject: str | None, since: str | None, until: str | None, as_json: bool, png: str | None
) -> int:
    del since, until, as_json, png
    if not subject or not subject.strip():
        raise WrongUsage("usage-subject-missing")
    invocation.tell(invocation.words("timeline-not-yet"))
    return 1
