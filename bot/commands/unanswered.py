"""``sourcier unanswered``: the questions that people asked on Discord and nothing in the base answered."""

from __future__ import annotations

import click

from bot.catalogue import Words
from bot.commands.grammar import SpokenCommand, json_option
from bot.commands.invocation import Invocation
from bot.contract.answers import unanswered_object
from bot.contract.lines import json_line

MOST = 10_000
"""Questions listed."""


def unanswered_command(words: Words) -> SpokenCommand:
    """``unanswered``, in the language of ``words``."""
    return SpokenCommand(words, "unanswered", callback=_unanswered, params=[json_option(words)])


@click.make_pass_decorator(Invocation)
def _unanswered(invocation: Invocation, as_json: bool) -> int:
    from bot.state import State, StateUnusable  # the database takes time to load
    from bot.unanswered import grouped, unanswered_text

    settings, words = invocation.settings, invocation.words
    url = settings.state_url.get_secret_value() if settings.state_url is not None else None
    try:
        state = State.open(url, settings.data_dir, retention=settings.retention_days)
    except StateUnusable as unusable:
        invocation.tell(words("state-unusable", reason=unusable.reason))
        return 1
    try:
        groups = grouped(state.unanswered.latest(MOST))
    finally:
        state.close()
    if settings.retention_days == 0 and not groups:
        invocation.tell(words("unanswered-not-kept"))
    invocation.say(json_line(unanswered_object(groups)) if as_json else unanswered_text(groups, words))
    return 0
