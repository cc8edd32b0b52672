"""``sourcier eval``: the search measured on labelled questions."""

from __future__ import annotations

from pathlib import Path

import click

from bot.catalogue import Words
from bot.commands.grammar import ExistingFile, SpokenCommand, WrongUsage, json_option
from bot.commands.invocation import Invocation
from bot.contract import evaluation_object, json_line
from bot.plain import evaluation_text


def eval_command(words: Words) -> SpokenCommand:
    """``eval``, in the language of ``words``."""
    return SpokenCommand(
        words,
        "eval",
        callback=_evaluate,
        params=[
            click.Argument(["file"], type=ExistingFile(), metavar="FILE.jsonl", required=False),
            click.Option(["--topics"], metavar="T01,T02,…", help=words("help-option-topics")),
            json_option(words),
        ],
    )


@click.make_pass_decorator(Invocation)
def _evaluate(invocation: Invocation, file: Path | None, topics: str | None, as_json: bool) -> None:
    if file is None:
        raise WrongUsage("usage-file-missing")
    from index.evaluation import evaluate, read_questions

    covered = frozenset(filter(None, (topic.strip() for topic in topics.split(",")))) if topics is not None else None
    questions = read_questions(file, covered)
    evaluation = evaluate(invocation.ready_engine(), questions)
    as_text = json_line(evaluation_object(evaluation)) if as_json else evaluation_text(evaluation, invocation.words)
    invocation.say(as_text)
