"""Measuring the engine: on labelled questions recall@k, MRR, the sentence marked, how well it abstains and how far its
confidence can be believed; on gold timelines what is told and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from index.engine import Engine
from index.judging.finding import Finding
from index.measuring.figures import Figures, confidence_at_risk, figures_of, reliability_of
from index.measuring.gold_timelines import read_timelines
from index.measuring.labelled import LabelledQuestion, is_right, read_questions
from index.measuring.outcome import Found, Outcome
from index.measuring.pairs import PairFigures, figures_of_pairs, read_pairs
from index.measuring.reliability import Bin, calibration_error
from index.measuring.timelines import (
    Share,
    TimelineFigures,
    TimelineOutcome,
    evaluate_timelines,
    timeline_figures,
)

__all__ = [
    "Bin",
    "Evaluation",
    "LabelledQuestion",
    "PairFigures",
    "Share",
    "TimelineFigures",
    "TimelineOutcome",
    "calibration_error",
    "evaluate",
    "evaluate_timelines",
    "figures_of_pairs",
    "is_right",
    "read_pairs",
    "read_questions",
    "read_timelines",
    "timeline_figures",
]

DEPTH: Final = 10
"""Quotes looked at for MRR; a right one further down counts as not found."""
DEEPER: Final = 50
"""Passages looked at to tell what became of a right one that was not found."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures over all questions, by language and by kind, confidences beside the share that was right, and each
    question's outcome."""

    all: Figures
    by_lang: dict[str, Figures]
    by_kind: dict[str, Figures]
    reliability: tuple[Bin, ...]
    outcomes: tuple[Outcome, ...]


def evaluate(
    engine: Engine, questions: Sequence[LabelledQuestion], done: Callable[[int, int], None] | None = None
) -> Evaluation:
    """Ask each of ``questions``; ``done(n, total)`` after each. Raises EngineFault as :meth:`Engine.ask` does."""
    outcomes = []
    for number, question in enumerate(questions, start=1):
        outcomes.append(_outcome(engine, question))
        if done is not None:
            done(number, len(questions))
    risks = confidence_at_risk(outcomes)
    return Evaluation(
        all=figures_of(outcomes, risks),
        by_lang=_grouped(outcomes, risks, lambda question: question.lang),
        by_kind=_grouped(outcomes, risks, lambda question: question.kind),
        reliability=reliability_of(outcomes),
        outcomes=tuple(outcomes),
    )


def _outcome(engine: Engine, question: LabelledQuestion) -> Outcome:
    finding = engine.find(question.text, lang=question.lang, limit=DEPTH)
    rank = _rank(question, finding)
    looked_in = finding
    if question.answerable and rank is None:
        looked_in = engine.find(question.text, lang=question.lang, limit=DEEPER)
    further = rank or _rank(question, looked_in)
    right = _found(engine, looked_in, further) if further else None
    several = rank is not None and len(finding.hits[rank - 1].indexed.passage.sentences) > 1
    return Outcome(
        question=question,
        rank=rank,
        verdict=finding.verdict,
        confidence=finding.confidence,
        marked=question.answered_by(right.marked) if several and right is not None else None,
        first=right if further == 1 else _found(engine, finding, 1) if finding.hits else None,
        right=right,
    )


def _rank(question: LabelledQuestion, finding: Finding) -> int | None:
    if not question.answerable:
        return None
    return next((rank for rank, hit in enumerate(finding.hits, start=1) if is_right(question, hit)), None)


def _found(engine: Engine, finding: Finding, rank: int) -> Found:
    hit = finding.hits[rank - 1]
    quote = engine.quotes([hit], read=finding.read)[0]
    marked = [quote.text[start - quote.start : end - quote.start] for start, end in quote.highlights]
    parts = {name: finding.weights.get(name, 0.0) * value for name, value in asdict(hit.signals).items()}
    parts["read"] = hit.score - sum(parts.values())  # what reading made of it
    answer = (quote.answer[0] - quote.start, quote.answer[1] - quote.start) if quote.answer is not None else None
    return Found(rank, hit.indexed.card.id, quote.text, "\n".join(marked), hit.score, parts, answer)


def _grouped(
    outcomes: Sequence[Outcome], risks: Mapping[str, float], key: Callable[[LabelledQuestion], str | None]
) -> dict[str, Figures]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(key(outcome.question) or "?", []).append(outcome)
    return {name: figures_of(groups[name], risks) for name in sorted(groups)}
