"""``sourcier sources`` and ``sourcier article``: what the base holds."""

from __future__ import annotations

import click

from bot.catalogue import Words
from bot.commands.grammar import SpokenCommand, WrongUsage, json_option
from bot.commands.invocation import Invocation
from bot.contract.articles import article_object, sources_object
from bot.contract.lines import json_line
from bot.plain.answer import article_text


def sources_command(words: Words) -> SpokenCommand:
    """``sources``, in the language of ``words``."""
    search = click.Argument(["search"], metavar=words("metavar-sources-search"), nargs=-1)
    return SpokenCommand(words, "sources", callback=_sources, params=[search, json_option(words)])


def article_command(words: Words) -> SpokenCommand:
    """``article``, in the language of ``words``."""
    params = [click.Argument(["article_id"], metavar="ID", required=False), json_option(words)]
    return SpokenCommand(words, "article", callback=_article, params=params)


@click.make_pass_decorator(Invocation)
def _sources(invocation: Invocation, search: tuple[str, ...], as_json: bool) -> None:
    wanted = " ".join(search)
    cards = invocation.from_index(lambda engine: engine.sources(wanted))
    if as_json:
        invocation.say(json_line(sources_object(cards)))
    elif cards:
        invocation.list_sources(cards)
    elif wanted:
        invocation.tell(invocation.words("sources-none", search=wanted))
    else:
        invocation.tell(invocation.words("fault-base-empty"))


@click.make_pass_decorator(Invocation)
def _article(invocation: Invocation, article_id: str | None, as_json: bool) -> None:
    if not article_id:
        raise WrongUsage("usage-id-missing")
    article = invocation.from_index(lambda engine: engine.article(article_id))
    invocation.say(json_line(article_object(article)) if as_json else article_text(article, invocation.words))
