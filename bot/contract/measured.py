"""What was measured on labelled questions and timelines, as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.evaluation import Evaluation, PairFigures, Share, TimelineFigures, TimelineOutcome
    from index.measuring.outcome import Outcome


def pairs_object(figures: PairFigures, by_kind: Mapping[str, PairFigures]) -> dict[str, Any]:
    """The object of ``sourcier eval --pairs``."""
    return {**asdict(figures), "by_kind": {kind: asdict(its) for kind, its in by_kind.items()}}


def evaluation_object(evaluation: Evaluation, *, with_errors: bool = False) -> dict[str, Any]:
    """The object of ``sourcier eval --json``: the figures of :class:`index.measuring.figures.Figures` for all
    questions, by language and by kind; ``reliability``, the bins of :class:`index.measuring.reliability.Bin`; and
    ``outcomes``, a ``{"id", "rank", "verdict", "confidence", "highlighted", "first"}`` a question. ``errors``, if asked
    for, is an :func:`error_object` for each question that went wrong."""
    value: dict[str, Any] = {
        "all": asdict(evaluation.all),
        "by_lang": {lang: asdict(figures) for lang, figures in evaluation.by_lang.items()},
        "by_kind": {kind: asdict(figures) for kind, figures in evaluation.by_kind.items()},
        "reliability": [asdict(each) for each in evaluation.reliability],
        "outcomes": [
            {
                "id": outcome.question.id,
                "rank": outcome.rank,
                "verdict": outcome.verdict.value,
                "confidence": outcome.confidence,
                "highlighted": outcome.marked,
                "first": outcome.first.text if outcome.first else None,
            }
            for outcome in evaluation.outcomes
        ],
    }
    if with_errors:
        value["errors"] = [error_object(outcome) for outcome in evaluation.outcomes if outcome.misses]
    return value


def error_object(outcome: Outcome) -> dict[str, Any]:
    """What went wrong with a question: ``misses`` (values of :class:`index.measuring.outcome.Miss`), and what came
    ``first`` and the ``right`` passage as ``{"rank", "article", "text", "marked", "score", "parts"}`` or null;
    ``parts`` are the signals, each times its weight."""
    return {
        "id": outcome.question.id,
        "lang": outcome.question.lang,
        "kind": outcome.question.kind,
        "question": outcome.question.text,
        "misses": [miss.value for miss in outcome.misses],
        "rank": outcome.rank,
        "verdict": outcome.verdict.value,
        "confidence": outcome.confidence,
        "first": asdict(outcome.first) if outcome.first else None,
        "right": asdict(outcome.right) if outcome.right else None,
    }


def timelines_object(outcomes: Sequence[TimelineOutcome], *, with_errors: bool = False) -> dict[str, Any]:
    """The object of ``sourcier eval --timelines --json``: the figures over all timelines and of each, every share as
    ``{"count", "of", "share"}``. With errors, each timeline has the must events that are ``missed`` and the events
    shown that are ``false``, as ``{"date", "article", "text"}``."""
    from index.evaluation import timeline_figures

    each = []
    for outcome in outcomes:
        told = {"subject": outcome.gold.subject, "lost": outcome.lost, **_timeline_figures(timeline_figures([outcome]))}
        if with_errors:
            told["missed"] = [
                {"date": one.dates[0], "article": one.tellings[0].article, "text": one.tellings[0].sentence}
                for one in outcome.missed
            ]
            told["false"] = [
                {"date": one.date, "article": quote.article.id, "text": quote.text}
                for one in outcome.false
                for quote in (one.tellings[0].quote,)
            ]
        each.append(told)
    return {"all": _timeline_figures(timeline_figures(outcomes)), "timelines": each}


def _timeline_figures(figures: TimelineFigures) -> dict[str, Any]:
    shares = ("found", "named", "not_named", "first_page", "first_list", "right")
    told: dict[str, Any] = {name: _share_object(getattr(figures, name)) for name in shares}
    told["by_tie"] = {tie: _share_object(share) for tie, share in figures.by_tie.items()}
    return {**told, "twice": figures.twice, "finer": figures.finer}


def _share_object(share: Share) -> dict[str, Any]:
    return {"count": share.count, "of": share.of, "share": share.share}
