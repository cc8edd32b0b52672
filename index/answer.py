"""What the engine answers: plain frozen data, the same for the terminal, JSON and Discord."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.articles.article import ArticleCard
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
    ``(start, end)``.
    """

    text: str
    start: int
    end: int
    highlights: tuple[Span, ...]
    score: float
    section: str | None
    article: ArticleCard


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; ``confidence`` is the calibrated probability, 0 to 1, that the first
    quotes hold the answer, and ``lang`` the language the question was read in ("fr" or "en").

    ``further`` are the passages that come next, when they were asked for; without an answer they are the closest ones,
    which don't answer."""

    question: str
    lang: str
    verdict: Verdict
    confidence: float
    generation: int
    seconds: float
    quotes: tuple[Quote, ...]
    further: tuple[Quote, ...] = ()
