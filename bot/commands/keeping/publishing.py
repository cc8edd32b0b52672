"""``sourcier publish`` and ``mirror``: an index handed from the machine that makes it to those that answer from it."""

from __future__ import annotations

from pathlib import Path

import click

from bot.catalogue import Words
from bot.commands.grammar import SpokenCommand, WrongUsage, json_option
from bot.commands.invocation import Invocation
from bot.contract.lines import json_line
from bot.contract.upkeep import mirroring_object, publication_object
from bot.plain.keeping.status import mirroring_text, publication_text
from bot.terminal.progress import shown_on_stderr
from index.engine import give_way


def publish_command(words: Words) -> SpokenCommand:
    """``publish``, in the language of ``words``."""
    return SpokenCommand(words, "publish", callback=_publish, params=[_folder(words), json_option(words)])


def mirror_command(words: Words) -> SpokenCommand:
    """``mirror``, in the language of ``words``."""
    return SpokenCommand(words, "mirror", callback=_mirror, params=[_folder(words), json_option(words)])


def _folder(words: Words) -> click.Argument:
    return click.Argument(["folder"], required=False, metavar=words("metavar-published-folder"))


@click.make_pass_decorator(Invocation)
def _publish(invocation: Invocation, folder: str | None, as_json: bool) -> None:
    target = _named(folder, None)
    give_way()
    with shown_on_stderr(invocation.words) as progress:
        done = invocation.engine.upkeep.publish(target, progress)
    words = invocation.words
    invocation.say(json_line(publication_object(done)) if as_json else publication_text(done, str(target), words))


@click.make_pass_decorator(Invocation)
def _mirror(invocation: Invocation, folder: str | None, as_json: bool) -> None:
    source = _named(folder, invocation.settings.mirror)
    give_way()
    with shown_on_stderr(invocation.words) as progress:
        done = invocation.engine.upkeep.mirror(source, progress)
    invocation.say(json_line(mirroring_object(done)) if as_json else mirroring_text(done, invocation.words))


def _named(folder: str | None, default: Path | None) -> Path:
    """The folder that was named, else the ``default``; WrongUsage when there is neither."""
    if folder is not None and folder.strip() and "\0" not in folder:
        return Path(folder)
    if default is None:
        raise WrongUsage("usage-published-folder-missing")
    return default
