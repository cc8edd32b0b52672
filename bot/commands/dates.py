"""``sourcier dates``: the time expressions of texts given as JSON lines."""

from __future__ import annotations

from typing import Any

import click

from bot.catalogue import LANGUAGES, Words
from bot.commands.grammar import SpokenCommand
from bot.commands.invocation import Invocation
from bot.commands.json_lines import BadLine, numbered_lines, read_object, refuse
from bot.contract.lines import json_line
from index.edtf import is_edtf
from index.text import detect_language, time_expressions


def dates_command(words: Words) -> SpokenCommand:
    """``dates``, in the language of ``words``."""
    return SpokenCommand(words, "dates", callback=_dates)


@click.make_pass_decorator(Invocation)
def _dates(invocation: Invocation) -> int:
    failed = False
    for number, line in numbered_lines():
        try:
            invocation.say(json_line(_timex_object(read_object(line))))
        except BadLine as bad:
            failed = True
            refuse(invocation, number, bad.id, invocation.words(bad.key))
    return 1 if failed else 0


def _timex_object(asked: dict[str, Any]) -> dict[str, Any]:
    """``{"id", "timex": [{"start", "end", "value"}]}``; the language is detected when none is given."""
    identifier, text, lang, reference = (asked.get(key) for key in ("id", "text", "lang", "reference"))
    if not isinstance(text, str):
        raise BadLine("jsonl-no-text", identifier)
    if lang is not None and lang not in LANGUAGES:
        raise BadLine("jsonl-unknown-lang", identifier)
    if reference is not None and not (isinstance(reference, str) and is_edtf(reference)):
        raise BadLine("jsonl-bad-reference", identifier)
    found = time_expressions(text, lang or detect_language(text), reference)
    return {"id": identifier, "timex": [{"start": one.start, "end": one.end, "value": one.value} for one in found]}
