"""``sourcier feeds``: which feeds are read and how they are doing, and a visit of them now."""

from __future__ import annotations

import click

from bot.catalogue import Words
from bot.commands.grammar import SpokenCommand, json_option
from bot.commands.invocation import Invocation
from bot.contract.feeds import feeds_object
from bot.contract.lines import json_line
from bot.faults import describe_refusal
from bot.plain.keeping.feeds import feeds_text, visit_text


def feeds_command(words: Words) -> SpokenCommand:
    """``feeds``, in the language of ``words``."""
    now = click.Option(["--now"], is_flag=True, help=words("help-option-feeds-now"))
    return SpokenCommand(words, "feeds", callback=_feeds, params=[now, json_option(words)])


@click.make_pass_decorator(Invocation)
def _feeds(invocation: Invocation, now: bool, as_json: bool) -> None:
    words = invocation.words
    feeds = invocation.engine.feeds(None)
    visit = feeds.visit(all_now=True) if now else None
    for rejection in feeds.listed().rejections:
        told = describe_refusal(rejection.code, rejection.details, words)
        invocation.tell(f"{rejection.path}: {told}")
    statuses = feeds.statuses()
    if as_json:
        invocation.say(json_line(feeds_object(statuses, visit)))
        return
    if visit is not None:
        invocation.say(visit_text(visit, words))
    invocation.say(feeds_text(statuses, words))
