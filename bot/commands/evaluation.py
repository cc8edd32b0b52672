"""``sourcier eval``: the search measured on labelled questions, timelines on gold ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.catalogue import Words
from bot.commands.grammar import ExistingFile, SpokenCommand, WrongUsage, json_option
from bot.commands.invocation import Invocation
from bot.contract.lines import json_line
from bot.contract.measured import evaluation_object, pairs_object, timelines_object

if TYPE_CHECKING:
    from index.evaluation import Evaluation


def eval_command(words: Words) -> SpokenCommand:
    """``eval``, in the language of ``words``."""
    return SpokenCommand(
        words,
        "eval",
        callback=_evaluate,
        params=[
            click.Argument(["file"], type=ExistingFile(), metavar=f"{words('metavar-file')}.jsonl", required=False),
            click.Option(["--topics"], metavar="T01,T02,…", help=words("help-option-topics")),
            click.Option(["--errors", "with_errors"], is_flag=True, help=words("help-option-errors")),
            click.Option(["--reliability"], metavar=words("metavar-file"), help=words("help-option-reliability")),
            click.Option(
                ["--timelines"],
                type=ExistingFile(),
                metavar=f"{words('metavar-file')}.jsonl",
                help=words("help-option-timelines"),
            ),
            click.Option(
                ["--pairs"],
                type=ExistingFile(),
                metavar=f"{words('metavar-file')}.jsonl",
                help=words("help-option-pairs"),
            ),
            json_option(words),
        ],
    )


@click.make_pass_decorator(Invocation)
def _evaluate(
    invocation: Invocation,
    file: Path | None,
    topics: str | None,
    with_errors: bool,
    reliability: str | None,
    timelines: Path | None,
    pairs: Path | None,
    as_json: bool,
) -> int:
    if pairs is not None:
        if not (file is None and topics is None and reliability is None and timelines is None):
            raise WrongUsage("usage-pairs-alone")
        return _evaluate_pairs(invocation, pairs, as_json=as_json)
    if timelines is not None:
        if file is not None or topics is not None or reliability is not None:
            raise WrongUsage("usage-timelines-alone")
        return _evaluate_timelines(invocation, timelines, with_errors=with_errors, as_json=as_json)
    if file is None:
        raise WrongUsage("usage-file-missing")
    from index.evaluation import evaluate, read_questions

    covered = frozenset(filter(None, (topic.strip() for topic in topics.split(",")))) if topics is not None else None
    questions = read_questions(file, covered)
    evaluation = evaluate(invocation.ready_engine(), questions)
    if as_json:
        invocation.say(json_line(evaluation_object(evaluation, with_errors=with_errors)))
    else:
        _show(invocation, evaluation, with_errors)
    return _draw(invocation, evaluation, Path(reliability)) if reliability else 0


def _evaluate_pairs(invocation: Invocation, file: Path, *, as_json: bool) -> int:
    from bot.plain.evaluation import pairs_text
    from index.evaluation import figures_of_pairs, read_pairs

    figures, by_kind = figures_of_pairs(read_pairs(file), invocation.engine.reader())
    if as_json:
        invocation.say(json_line(pairs_object(figures, by_kind)))
    else:
        invocation.say(pairs_text(figures, by_kind, invocation.words))
    return 0


def _evaluate_timelines(invocation: Invocation, file: Path, *, with_errors: bool, as_json: bool) -> int:
    from bot.plain.evaluation import timeline_errors_text, timelines_text
    from index.evaluation import evaluate_timelines, read_timelines

    gold = read_timelines(file)
    outcomes = invocation.from_index(lambda engine: evaluate_timelines(engine, gold))
    if as_json:
        invocation.say(json_line(timelines_object(outcomes, with_errors=with_errors)))
        return 0
    invocation.say(timelines_text(outcomes, invocation.words))
    if with_errors:
        invocation.say(f"\n{timeline_errors_text(outcomes, invocation.words)}")
    return 0


def _show(invocation: Invocation, evaluation: Evaluation, with_errors: bool) -> None:
    from bot.plain.evaluation import errors_text, evaluation_text

    invocation.say(evaluation_text(evaluation, invocation.words))
    if with_errors:
        invocation.say(f"\n{errors_text(evaluation, invocation.words)}")


def _draw(invocation: Invocation, evaluation: Evaluation, path: Path) -> int:
    from bot.picture.reliability import reliability_png

    words = invocation.words
    if not evaluation.reliability:
        invocation.tell(words("eval-too-few", count=len(evaluation.outcomes)))
        return 1
    try:
        path.write_bytes(reliability_png(evaluation.reliability, words))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        invocation.tell(words("file-unwritable", path=str(path), reason=reason))
        return 1
    return 0
