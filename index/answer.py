"""What the engine answers: plain frozen data, the same for the terminal, JSON and Discord."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from index.article import ArticleCard
from index.follow_ups.before import Before
from index.passages.passage import Span


class Verdict(StrEnum):
    """How sure the engine is that its quotes answer; NONE comes with no quote."""

    FOUND = "found"
    WEAK = "weak"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage shown word for word: ``text == body[start:end]`` of the article.

    ``highlights`` are the spans of the sentences that answer, as absolute offsets in the body, inside
    ``(start, end)``; ``answer`` is that of the exact words that answer, inside one of them, when they were read.
    ``also`` are quotes of other articles that tell the same; ``contradicted_by`` the ids of the articles, among those
    of the answer's quotes, that give another figure or date.
    """

    text: str
    start: int
    end: int
    highlights: tuple[Span, ...]
    score: float
    section: str | None
    article: ArticleCard
    answer: Span | None = None
    also: tuple[Quote, ...] = ()
    contradicted_by: tuple[str, ...] = ()

    @property
    def answer_words(self) -> str:
        """The exact words that answer; empty where they were not read."""
        start, end = self.answer or (self.start, self.start)
        return self.text[start - self.start : end - self.start]

    @property
    def answering(self) -> Span:
        """The sentence that holds the words that answer, as offsets in the text; empty where they were not read."""
        start, end = self.answer or (self.start, self.start)
        held = (span for span in self.highlights if span[0] <= start < end <= span[1])
        first, last = next(held, (start, end))
        return first - self.start, last - self.start


FAR: Final = 3.0
"""Scores tell odds, as their weights are fitted (``training/ranking.py``): so far behind, a passage is twenty times
less likely to answer. Of three, 2.2 are left on knowledge/ and 1.4 on the mixed base, and of 160 answers one goes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; ``confidence`` is the calibrated probability, 0 to 1, that the first
    quotes hold the answer, and ``lang`` the language the question was read in ("fr" or "en").

    ``further`` are the passages that come next, when they were asked for; without an answer they are the closest ones,
    which don't answer. ``understood`` is the question with what it lacked, where that was taken from the one before,
    and ``sought`` what was looked for then; a question that ``names_its_subject`` needs nothing from before.
    ``items`` counts what the marked sentences of the quotes tell, where a list is asked for: then they are in the order
    of time, and each tells something that those before don't."""

    question: str
    lang: str
    verdict: Verdict
    confidence: float
    generation: int
    seconds: float
    quotes: tuple[Quote, ...]
    further: tuple[Quote, ...] = ()
    understood: str | None = None
    sought: str | None = None
    names_its_subject: bool = False
    items: int | None = None

    @property
    def has_words(self) -> bool:
        """Whether the question has a letter, by which its language may be told."""
        return any(letter.isalpha() for letter in self.question)

    @property
    def asked(self) -> Before:
        """What was asked and answered, for a question that follows."""
        asked = self.understood or self.question
        if not self.quotes or self.verdict is Verdict.NONE:
            return Before(asked)
        first = self.quotes[0]
        start, end = first.answering
        at = (first.answer or (first.start, first.start))[0] - first.start - start
        return Before(asked, first.answer_words, first.text[start:end], at)

    def followable(self, before: Before | None) -> Before | None:
        """What the next question of the same conversation follows: this one, or what came ``before`` where nothing
        answers this one and it names nothing, as it may be no question at all ("thanks!")."""
        said_little = self.verdict is Verdict.NONE and self.understood is None and not self.names_its_subject
        return before if said_little and before else self.asked

    def likeliest(self, most: int) -> Self:
        """The same with at most ``most`` quotes, and none that is far less likely to answer than the first: those come
        first among the ``further`` ones. A list stays whole."""
        if self.items is not None:
            return self
        kept = tuple(quote for quote in self.quotes[:most] if quote.score >= self.quotes[0].score - FAR)
        others = tuple(quote for quote in self.quotes if quote not in kept)
        return replace(self, quotes=kept, further=(*others, *self.further))
