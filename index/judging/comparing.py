"""Which of two came first: for each the passage that dates it, side by side; no conclusion is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Protocol

from index.answer import Answer, Quote, Verdict
from index.events.acts import acts_in
from index.events.languages.action import Action
from index.figures.sought import Sought
from index.listing.doers import befalls, does_to_another
from index.passages.sentences import sentences
from index.question.expectation import Expectation, meets
from index.question.forms.compared import Comparison
from index.terms.tokens import fold

_RANKED: Final[Mapping[Verdict, int]] = {Verdict.NONE: 0, Verdict.WEAK: 1, Verdict.FOUND: 2}
_CAPITALISED: Final = re.compile(r"(?:[A-ZÀ-Þ]|\d)[\w-]*")
LOOKED_AT: Final = 5
"""Quotes of each, among which the one that dates it is looked for."""


class Ask(Protocol):
    """Answers a question about one of the two."""

    def __call__(self, question: str, limit: int, /) -> Answer:
        """The answer with at most so many quotes."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a base knows of when things happened: ``when`` the marked sentences of a quote say that it was, and the
    quotes, each with a sentence marked, of the events ``told`` that a question in a language asks for, in the order of
    time."""

    when: Callable[[Quote], str]
    told: Callable[[str, str], Sequence[Quote]]


def compared(asked: Comparison, limit: int, plain: Answer, ask: Ask, known: Known) -> Answer:
    """``plain``, what answers the question as it is put, with a quote of each of the two that dates it before its own,
    in the order of when what they mark was; as it is when either can't be dated."""
    answers = [ask(its, LOOKED_AT) for its in asked.questions]
    sides = [_Side(name, question, plain.lang) for name, question in zip(asked.names, asked.questions, strict=True)]
    first, other = (side.dated(answer, known) for side, answer in zip(sides, answers, strict=True))
    if first is None or other is None or (first.article.id, first.highlights) == (other.article.id, other.highlights):
        return plain
    surest = min(answers, key=lambda one: (_RANKED[one.verdict], one.confidence))
    verdict = Verdict.WEAK if surest.verdict is Verdict.NONE else surest.verdict
    best = max(first.score, other.score)
    two = [replace(quote, score=best) for quote in sorted((first, other), key=known.when)]
    places = {(quote.article.id, quote.start) for quote in two}
    rest = [quote for quote in plain.quotes if (quote.article.id, quote.start) not in places]
    return replace(
        plain,
        verdict=verdict,
        confidence=surest.confidence,
        quotes=(*two, *(quote for quote in rest[: max(0, limit - 2)])),
        items=None,
    )


@dataclass(frozen=True)
class _Side:
    """One of the two: its ``name``, and the ``question``, in ``lang``, when what is asked was of it."""

    name: str
    question: str
    lang: str

    @cached_property
    def _acts(self) -> frozenset[Action]:
        return acts_in(self.question, self.lang)

    @cached_property
    def _does(self) -> bool:
        """Whether it is asked what it did to something else, not what befell it."""
        return does_to_another(self.name, self._acts, self.question, self.lang)

    def dated(self, answer: Answer, known: Known) -> Quote | None:
        """The quote that dates it, of those of the ``answer`` whose marked sentence has a date, and of the events
        ``known`` of the kind asked for: one that tells what is asked of it, else the first. Of several foundings the
        earliest: a thing begins once, and may open again."""
        quotes = () if answer.verdict is Verdict.NONE else map(self._marked_anew, answer.quotes)
        found = [quote for quote in quotes if _is_dated(quote) and _names(quote, self.name) and self._may_befall(quote)]
        events = [quote for quote in known.told(self.question, self.lang) if _is_dated(quote)]
        sure = [quote for quote in found if self._is_told(quote)]
        told = [quote for quote in events if self._is_told(quote)]
        if Action.LAUNCH in self._acts:
            return min((*sure, *told), key=known.when, default=next(iter(found), None))
        by_pronoun = [quote for quote in events if fold(self.name) not in fold(_marked(quote))]
        return next(iter((*sure, *self._nearest(told), *self._nearest(by_pronoun), *found)), None)

    def _marked_anew(self, quote: Quote) -> Quote:
        """``quote`` with the sentence marked that tells and dates what is asked for, where another one is."""
        if _is_dated(quote) and self._is_told(quote):
            return quote
        spans = [(quote.start + start, quote.start + end) for start, end in sentences(quote.text, 0, len(quote.text))]
        others = (replace(quote, highlights=(span,), answer=None) for span in spans)
        return next((other for other in others if _is_dated(other) and self._is_told(other)), quote)

    def _nearest(self, told: Sequence[Quote]) -> list[Quote]:
        """The events ``told``, first those in most of the question's words: a kind holds many things."""
        sought = Sought.by(self.question, self.lang)
        return sorted(told, key=lambda quote: -sought.covered(_marked(quote), quote.article.lang))

    def _may_befall(self, quote: Quote) -> bool:
        return self._does or not does_to_another(self.name, self._acts, _marked(quote), quote.article.lang)

    def _is_told(self, quote: Quote) -> bool:
        """Whether the marked sentence names it and tells what is asked for of it."""
        marked, lang = _marked(quote), quote.article.lang
        if self._does:
            return fold(self.name) in fold(marked) and not self._acts.isdisjoint(acts_in(marked, lang))
        return befalls(self.name, self._acts, marked, lang)


def _is_dated(quote: Quote) -> bool:
    return meets(_marked(quote), Expectation.DATE)


def _names(quote: Quote, name: str) -> bool:
    """Whether the quote or its title has the words of the ``name``; of one in ordinary words, too ("the sale of
    Haven"), those with a capital: the others may be told otherwise."""
    told = fold(f"{quote.article.title} {quote.text}")
    words = _CAPITALISED.findall(name) or name.split()
    return all(word in told for word in map(fold, words) if len(word) > 2)


def _marked(quote: Quote) -> str:
    return " ".join(quote.text[start - quote.start : end - quote.start] for start, end in quote.highlights)
