"""Which of two came first: for each the passage that dates it, side by side; no conclusion is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, Protocol

from index.answer import Answer, Quote, Verdict
from index.question.compared import Comparison
from index.question.expectation import Expectation, meets
from index.terms.tokens import fold

_RANKED: Final[Mapping[Verdict, int]] = {Verdict.NONE: 0, Verdict.WEAK: 1, Verdict.FOUND: 2}
LOOKED_AT: Final = 5
"""Quotes of each, among which the one that dates it is looked for."""


class Ask(Protocol):
    """Answers a question about one of the two."""

    def __call__(self, question: str, limit: int, /) -> Answer:
        """The answer with at most so many quotes."""


def compared(asked: Comparison, limit: int, plain: Answer, ask: Ask, when: Callable[[Quote], str]) -> Answer:
    """``plain``, what answers the question as it is put, with a quote of each of the two that dates it before its own,
    in the order of ``when`` what they mark was; as it is when either can't be dated."""
    answers = [ask(its, LOOKED_AT) for its in asked.questions]
    dated = [_dated(answer, name) for answer, name in zip(answers, asked.names, strict=True)]
    first, other = dated
    if first is None or other is None or (first.article.id, first.highlights) == (other.article.id, other.highlights):
        return plain
    surest = min(answers, key=lambda one: (_RANKED[one.verdict], one.confidence))
    best = max(first.score, other.score)
    two = [replace(quote, score=best) for quote in sorted((first, other), key=when)]
    places = {(quote.article.id, quote.start) for quote in two}
    rest = [quote for quote in plain.quotes if (quote.article.id, quote.start) not in places]
    return replace(
        plain,
        verdict=surest.verdict,
        confidence=surest.confidence,
        quotes=(*two, *(quote for quote in rest[: max(0, limit - 2)])),
        items=None,
    )


def _dated(answer: Answer, name: str) -> Quote | None:
    """The quote whose marked sentence has a date, of an article or a passage that has the name; none of an answer that
    found nothing."""
    if answer.verdict is Verdict.NONE:
        return None
    with_date = [quote for quote in answer.quotes if meets(_marked(quote), Expectation.DATE)]
    return next((quote for quote in with_date if _names(quote, name)), None)


def _names(quote: Quote, name: str) -> bool:
    told = fold(f"{quote.article.title} {quote.text}")
    return all(word in told for word in fold(name).split() if len(word) > 2)


def _marked(quote: Quote) -> str:
    return " ".join(quote.text[start - quote.start : end - quote.start] for start, end in quote.highlights)
