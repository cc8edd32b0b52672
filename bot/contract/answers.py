"""Answers as JSON: quotes, what spoke for them, and the questions that had none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.contract.articles import card_object

if TYPE_CHECKING:
    from bot.unanswered import Asked
    from index.answer import Answer, Quote
    from index.explanation import Explanation, Looked


def quote_object(quote: Quote) -> dict[str, Any]:
    """A quote; ``start``, ``end``, ``highlights`` and ``answer`` are character offsets in the article's body."""
    return {
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "highlights": [list(span) for span in quote.highlights],
        "answer": list(quote.answer) if quote.answer is not None else None,
        "score": quote.score,
        "section": quote.section,
        "article": card_object(quote.article),
        "also": [_other_telling(other) for other in quote.also],
        "contradicted_by": list(quote.contradicted_by),
    }


def _other_telling(quote: Quote) -> dict[str, Any]:
    """Where another article tells the same: the sentence that does, with its place and its article."""
    start, end = quote.highlights[0] if quote.highlights else (quote.start, quote.end)
    text = quote.text[start - quote.start : end - quote.start]
    return {"text": text, "start": start, "end": end, "article": card_object(quote.article)}


def answer_object(answer: Answer) -> dict[str, Any]:
    """The object of ``sourcier ask --json``."""
    return {
        "question": answer.question,
        "lang": answer.lang,
        "verdict": answer.verdict.value,
        "confidence": answer.confidence,
        "generation": answer.generation,
        "seconds": answer.seconds,
        "understood": answer.understood,
        "items": answer.items,
        "quotes": [quote_object(quote) for quote in answer.quotes],
    }


def explanation_object(explanation: Explanation) -> dict[str, Any]:
    """The object of ``sourcier ask --explain --json``: the answer, then for each thing that was ``looked`` for what was
    found, best first, and what the verdict saw; and what became of what was ``expected``, or null."""
    expected = explanation.expected
    return {
        "answer": answer_object(explanation.answer),
        "looked": [_looked_object(looked) for looked in explanation.looked],
        "expected": {**asdict(expected), "stage": expected.stage.value} if expected is not None else None,
    }


def _looked_object(looked: Looked) -> dict[str, Any]:
    return {
        "question": looked.question,
        "list": looked.a_list,
        "passages": looked.passages,
        "verdict": looked.verdict.value,
        "confidence": round(looked.confidence, 4),
        "found": looked.found,
        "weak": looked.weak,
        "evidence": _rounded(looked.evidence),
        "candidates": [
            {
                "shown": weighed.shown,
                "before_reading": weighed.before_reading,
                "answers": weighed.answers,
                "certain": weighed.certain,
                "parts": _rounded(weighed.parts),
                "quote": quote_object(weighed.quote),
            }
            for weighed in looked.weighed
        ],
    }


def _rounded(figures: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in figures.items()}


def unanswered_object(groups: Sequence[Asked]) -> list[dict[str, Any]]:
    """The list of ``sourcier unanswered --json``: ``{"question", "lang", "guild", "times", "first", "last",
    "answered", "also"}``, like questions together, the oldest first; moments in seconds since 1970."""
    return [
        {
            "question": asked.question.question,
            "lang": asked.question.lang,
            "guild": str(asked.question.guild_id) if asked.question.guild_id else None,
            "times": asked.times,
            "first": asked.first,
            "last": asked.last,
            "answered": asked.answered,
            "also": [one.question for one in asked.others],
        }
        for asked in groups
    ]
