"""``sourcier export-vectors`` and ``import-vectors``: encoding on one machine for another."""

from __future__ import annotations

from pathlib import Path

import click

from bot.catalogue import Words
from bot.commands.grammar import ExistingFile, SpokenCommand, WrongUsage, json_option
from bot.commands.invocation import Invocation
from bot.contract.lines import json_line
from bot.printable import one_line
from bot.terminal.progress import shown_on_stderr
from index.engine import give_way


def export_vectors_command(words: Words) -> SpokenCommand:
    """``export-vectors``, in the language of ``words``."""
    file = click.Argument(["file"], required=False, metavar=words("metavar-vectors-file"))
    return SpokenCommand(words, "export-vectors", callback=_export, params=[file, json_option(words)])


def import_vectors_command(words: Words) -> SpokenCommand:
    """``import-vectors``, in the language of ``words``."""
    file = click.Argument(["file"], type=ExistingFile(), required=False, metavar=words("metavar-vectors-file"))
    return SpokenCommand(words, "import-vectors", callback=_import, params=[file, json_option(words)])


@click.make_pass_decorator(Invocation)
def _export(invocation: Invocation, file: str | None, as_json: bool) -> None:
    if not (file or "").strip() or "\0" in (file or ""):
        raise WrongUsage("usage-vectors-file-missing")
    path = Path(file or "")
    with shown_on_stderr(invocation.words) as progress:
        count = invocation.engine.upkeep.export_vectors(path, progress)
    _tell(invocation, "vectors-exported", path, count, as_json)


@click.make_pass_decorator(Invocation)
def _import(invocation: Invocation, file: Path | None, as_json: bool) -> None:
    if file is None:
        raise WrongUsage("usage-vectors-file-missing")
    give_way()
    with shown_on_stderr(invocation.words) as progress:
        count = invocation.engine.upkeep.import_vectors(file, progress)
    _tell(invocation, "vectors-imported", file, count, as_json)


def _tell(invocation: Invocation, key: str, path: Path, count: int, as_json: bool) -> None:
    """How many texts' vectors went which way; as JSON ``{"file", "vectors"}``."""
    if as_json:
        invocation.say(json_line({"file": str(path), "vectors": count}))
    else:
        invocation.say(one_line(invocation.words(key, path=str(path), count=count)))
