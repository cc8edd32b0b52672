"""``sourcier ask``: one question, or a stream of them as JSON lines."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import click

from bot.catalogue import LANGUAGES, Words
from bot.commands.grammar import SpokenCommand, WrongUsage, answer_language_option, json_option, limit_option
from bot.commands.invocation import Invocation
from bot.commands.json_lines import BadLine, numbered_lines, read_object, refuse
from bot.contract.answers import answer_object, explanation_object
from bot.contract.lines import json_line
from bot.faults import describe
from index.faults import EngineFault, FaultCode
from index.follow_ups.before import Before


def ask_command(words: Words) -> SpokenCommand:
    """The command, in the language of ``words``."""
    return SpokenCommand(
        words,
        "ask",
        callback=_ask,
        params=[
            click.Argument(["question"], required=False),
            answer_language_option(words),
            limit_option(words),
            click.Option(["--explain"], is_flag=True, help=words("help-option-explain")),
            click.Option(["--expect"], metavar=words("metavar-expect"), help=words("help-option-expect")),
            json_option(words),
            click.Option(["--jsonl", "as_jsonl"], is_flag=True, help=words("help-option-jsonl")),
        ],
    )


@click.make_pass_decorator(Invocation)
def _ask(
    invocation: Invocation,
    question: str | None,
    lang: str | None,
    limit: int,
    explain: bool,
    expect: str | None,
    as_json: bool,
    as_jsonl: bool,
) -> int:
    if expect is not None and not explain:
        raise WrongUsage("usage-expect-needs-explain")
    if as_jsonl:
        if explain:
            raise WrongUsage("usage-explain-one")
        if question is not None:
            raise WrongUsage("usage-jsonl-question")
        return _answer_lines(invocation, lang, limit)
    if question is None:
        raise WrongUsage("usage-question-missing")
    if not question.strip():
        raise WrongUsage("fault-question-empty")
    try:
        if explain:
            return _explain(invocation, question, lang, limit, expect, as_json)
        answer = invocation.ready_engine().ask(question, lang=lang, limit=limit, further=1)
    except EngineFault as fault:
        if fault.code is FaultCode.QUESTION_EMPTY:  # invisible characters only
            raise WrongUsage("fault-question-empty") from None
        raise
    if as_json:
        invocation.say(json_line(answer_object(answer)))
    else:
        invocation.show(answer)
    return 0


def _explain(
    invocation: Invocation, question: str, lang: str | None, limit: int, expect: str | None, as_json: bool
) -> int:
    explanation = invocation.ready_engine().explain(question, lang=lang, limit=limit, expect=expect)
    if as_json:
        invocation.say(json_line(explanation_object(explanation)))
        return 0
    from bot.plain.explanation import explanation_text

    invocation.show(explanation.answer)
    invocation.say("\n" + explanation_text(explanation, invocation.words_for(explanation.answer)))
    return 0


@dataclass(frozen=True, slots=True)
class _Asked:
    id: Any
    question: str
    lang: str | None
    after: Any


def _answer_lines(invocation: Invocation, lang: str | None, limit: int) -> int:
    engine = invocation.ready_engine()
    words = invocation.words
    failed = False
    answered: dict[str, Before] = {}
    for number, line in numbered_lines():
        identifier: Any = None
        try:
            asked = _read_question(line)
            identifier = asked.id
            before = _before(asked, answered)
            answer = engine.ask(asked.question, lang=asked.lang or lang, limit=limit, after=before)
            answered[json_line(identifier)] = answer.asked
            invocation.say(json_line({"id": identifier, **answer_object(answer)}))
            continue
        except BadLine as bad:
            identifier, problem = bad.id, words(bad.key)
        except EngineFault as fault:
            problem = describe(fault, words)
        except OSError:  # the reader is gone, or the disk is full: no line can follow
            raise
        except Exception as error:  # one question must not take the others down
            logging.getLogger(__name__).debug("question failed", exc_info=True)
            problem = words("unexpected", kind=type(error).__name__)
        failed = True
        refuse(invocation, number, identifier, problem)
    return 1 if failed else 0


def _before(asked: _Asked, answered: dict[str, Before]) -> Before | None:
    """What the question follows, if it says so. Raises :class:`BadLine` for a line that was not answered before."""
    if asked.after is None:
        return None
    try:
        return answered[json_line(asked.after)]
    except KeyError:
        raise BadLine("jsonl-unknown-after", asked.id) from None


def _read_question(line: bytes) -> _Asked:
    value = read_object(line)
    identifier, question, lang = value.get("id"), value.get("question"), value.get("lang")
    if not isinstance(question, str):
        raise BadLine("jsonl-no-question", identifier)
    if not question.strip():
        raise BadLine("fault-question-empty", identifier)
    if lang is not None and lang not in LANGUAGES:
        raise BadLine("jsonl-unknown-lang", identifier)
    return _Asked(identifier, question, lang, value.get("after"))
