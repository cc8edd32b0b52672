"""Measuring the engine on labelled questions: recall@k, MRR, and how well it abstains.

A labelled question is a JSON object a line: ``id``, ``lang``, ``question``; ``answerable`` (default true);
what a right quote holds, either ``answer_any`` (regular expressions, case ignored, ’ read as ') or ``answers``
(exact strings, from the article ``article`` if given); ``topic`` and ``kind`` for choosing and grouping.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from index.answer import Verdict
from index.engine import Engine
from index.faults import EngineFault, FaultCode
from index.search import Hit

DEPTH: Final = 10
"""Quotes looked at for MRR; a right one further down counts as not found."""
CUTS: Final = (1, 3, 5)


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question and what a right quote holds; nothing does when it is not ``answerable``."""

    id: str
    lang: str
    text: str
    answerable: bool
    patterns: tuple[re.Pattern[str], ...]
    article: str | None
    topic: str | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine made of one question; ``rank`` is that of the first right quote (1 is best), if any."""

    question: LabelledQuestion
    rank: int | None
    verdict: Verdict
    confidence: float
    first: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures over some questions; shares lie between 0 and 1, and are None where nothing was asked.

    ``recall``: the share of answerable questions with a right quote among the first k, whatever the verdict.
    ``refused``: of unanswerable questions, those refused (verdict none). ``wrongly_refused``: of answerable ones.
    """

    answerable: int
    unanswerable: int
    recall: dict[str, float | None]
    mrr: float | None
    refused: float | None
    wrongly_refused: float | None
    found_when_answerable: float | None
    found_when_unanswerable: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures over all questions, by language and by kind, and each question's outcome."""

    all: Figures
    by_lang: dict[str, Figures]
    by_kind: dict[str, Figures]
    outcomes: tuple[Outcome, ...]


def read_questions(path: Path, topics: frozenset[str] | None = None) -> tuple[LabelledQuestion, ...]:
    """The labelled questions in ``path``; with ``topics``, answerable ones of other topics are left out.

    Raises EngineFault(QUESTIONS_INVALID) naming the line that can't be read, or (QUESTIONS_UNREADABLE).
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EngineFault(FaultCode.QUESTIONS_UNREADABLE, path=str(path), reason=_reason(error)) from error
    questions = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            question = labelled(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, re.error) as error:
            reason = _reason(error)
            raise EngineFault(FaultCode.QUESTIONS_INVALID, path=str(path), line=number, reason=reason) from error
        if topics is None or not question.answerable or question.topic in topics:
            questions.append(question)
    return tuple(questions)


def evaluate(
    engine: Engine, questions: Sequence[LabelledQuestion], done: Callable[[int, int], None] | None = None
) -> Evaluation:
    """Ask each of ``questions``; ``done(n, total)`` after each. Raises EngineFault as :meth:`Engine.ask` does."""
    outcomes = []
    for number, question in enumerate(questions, start=1):
        outcomes.append(_outcome(engine, question))
        if done is not None:
            done(number, len(questions))
    return Evaluation(
        all=_figures(outcomes),
        by_lang=_grouped(outcomes, lambda question: question.lang),
        by_kind=_grouped(outcomes, lambda question: question.kind),
        outcomes=tuple(outcomes),
    )


def labelled(record: dict[str, Any]) -> LabelledQuestion:
    """The question of a record with the fields named above; ValueError or KeyError when some are missing."""
    answerable = bool(record.get("answerable", True))
    patterns = [re.compile(pattern, re.IGNORECASE) for pattern in record.get("answer_any", ())]
    patterns += [re.compile(re.escape(answer.replace("’", "'"))) for answer in record.get("answers", ())]
    if answerable and not patterns:
        raise ValueError("no answer_any, no answers")
    return LabelledQuestion(
        id=str(record["id"]),
        lang=str(record["lang"]),
        text=str(record["question"]),
        answerable=answerable,
        patterns=tuple(patterns),
        article=record.get("article"),
        topic=record.get("topic"),
        kind=record.get("kind"),
    )


def _outcome(engine: Engine, question: LabelledQuestion) -> Outcome:
    finding = engine.find(question.text, lang=question.lang, limit=DEPTH)
    ranks = (rank for rank, hit in enumerate(finding.hits, start=1) if question.answerable and is_right(question, hit))
    return Outcome(
        question=question,
        rank=next(ranks, None),
        verdict=finding.verdict,
        confidence=finding.confidence,
        first=finding.hits[0].indexed.passage.text if finding.hits else None,
    )


def is_right(question: LabelledQuestion, hit: Hit) -> bool:
    """Whether the passage holds what a right quote holds."""
    if question.article is not None and hit.indexed.card.id != question.article:
        return False
    text = hit.indexed.passage.text.replace("’", "'")
    return any(pattern.search(text) for pattern in question.patterns)


def _grouped(outcomes: Sequence[Outcome], key: Callable[[LabelledQuestion], str | None]) -> dict[str, Figures]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(key(outcome.question) or "?", []).append(outcome)
    return {name: _figures(groups[name]) for name in sorted(groups)}


def _figures(outcomes: Sequence[Outcome]) -> Figures:
    answerable = [outcome for outcome in outcomes if outcome.question.answerable]
    unanswerable = [outcome for outcome in outcomes if not outcome.question.answerable]
    return Figures(
        answerable=len(answerable),
        unanswerable=len(unanswerable),
        recall={
            str(cut): _share(answerable, lambda o, cut=cut: o.rank is not None and o.rank <= cut)  # type: ignore[misc]
            for cut in CUTS
        },
        mrr=round(sum(1 / o.rank for o in answerable if o.rank) / len(answerable), 4) if answerable else None,
        refused=_share(unanswerable, lambda o: o.verdict is Verdict.NONE),
        wrongly_refused=_share(answerable, lambda o: o.verdict is Verdict.NONE),
        found_when_answerable=_share(answerable, lambda o: o.verdict is Verdict.FOUND),
        found_when_unanswerable=_share(unanswerable, lambda o: o.verdict is Verdict.FOUND),
    )


def _share(outcomes: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> float | None:
    return round(sum(map(holds, outcomes)) / len(outcomes), 4) if outcomes else None


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, KeyError):
        return f"{error.args[0]}?"
    return str(error).splitlines()[0]
