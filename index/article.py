"""What an article is: its card, its body, its headings."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A publication that an article says it draws on."""

    publisher: str | None = None
    title: str | None = None
    year: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """What is shown of an article beside a quote.

    ``date`` is EDTF (ISO 8601-2) or None; ``path`` is relative to the knowledge folder, with forward
    slashes; ``lang`` is an ISO 639-1 code; ``sources`` are what the article says it draws on.
    Of an article that came from the web, ``version`` is the day on which it was read as it is now, ``withdrawn`` the
    one since which its page is gone; after ``expires`` it answers no more. All three are EDTF or None.
    """

    id: str
    title: str
    date: str | None
    publisher: str | None
    url: str | None
    path: str
    lang: str
    sources: tuple[CitedSource, ...] = ()
    version: str | None = None
    withdrawn: str | None = None
    expires: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's place in the body: ``body[start:end]`` is its text; level 1 is the highest."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: ``body`` is the text a reader sees, and every quote is a slice of it.

    Headings stand in the body as lines of their own, in order; paragraphs are separated by blank lines.
    """

    card: ArticleCard
    body: str
    headings: tuple[Heading, ...] = ()
    tags: tuple[str, ...] = ()

    def under(self, article_id: str) -> Article:
        """The same article under another id."""
        return replace(self, card=replace(self.card, id=article_id))
