"""What the bot needs of the engine, use by use; :class:`index.engine.Engine` has all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from index.answer import Answer
from index.article import Article, ArticleCard
from index.chronicle.news import News
from index.chronicle.subjects import KnownAs
from index.engine import Base
from index.events.happening import Happening
from index.explanation import Explanation
from index.follow_ups.before import Before
from index.question.filters import ALL_ARTICLES, Filters
from index.reference import Located, QuoteReference
from index.report import Progress, Status
from index.timeline import Beside, Timeline

if TYPE_CHECKING:
    from index.engine import Feeds


class Seen(Protocol):
    """What may be asked from one place; called from the worker thread only, but where said otherwise."""

    def ask(
        self,
        question: str,
        *,
        lang: str | None = None,
        limit: int = 3,
        further: int = 0,
        filters: Filters = ALL_ARTICLES,
        after: Before | None = None,
    ) -> Answer:
        """The answer, to what it comes ``after``; raises :class:`index.faults.EngineFault`."""

    def explain(self, question: str, *, limit: int = 3, filters: Filters = ALL_ARTICLES) -> Explanation:
        """Why :meth:`ask` answers as it does; raises :class:`index.faults.EngineFault`."""

    def quoted(self, reference: QuoteReference) -> Located:
        """The quote as the base has it now; raises :class:`index.faults.EngineFault`."""

    def article(self, article_id: str) -> Article:
        """The article with that id or title; raises :class:`index.faults.EngineFault`."""

    def article_of(self, key: bytes) -> Article:
        """The article with that key; raises :class:`index.faults.EngineFault`."""

    def sources(self, search: str = "") -> tuple[ArticleCard, ...]:
        """The articles' cards; may be called from any thread, and is quick; raises
        :class:`index.faults.EngineFault`."""

    def timeline(
        self,
        subject: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        reach: str = "sure",
        kind: Happening | None = None,
    ) -> Timeline:
        """The dated events about ``subject``; raises :class:`index.faults.EngineFault`."""

    def beside(
        self,
        subject: str,
        other: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        reach: str = "sure",
        kind: Happening | None = None,
    ) -> Beside:
        """The timelines of two subjects on one axis; raises :class:`index.faults.EngineFault`."""

    def suggest(self, typed: str, most: int) -> tuple[str, ...]:
        """Subjects for what is typed so far; may be called from any thread, and is quick."""


class Answering(Protocol):
    """What answering needs of the engine; called from the worker thread only, but where said otherwise."""

    def prepare(self, progress: Progress | None = None) -> None:
        """Get ready to answer; raises :class:`index.faults.EngineFault`."""

    def seen_from(self, guild: int | None) -> Seen:
        """What may be asked in the server ``guild``, or (None) elsewhere; quick, and good for any thread."""

    def status(self) -> Status:
        """The state of the index and the model."""


class Growing(Protocol):
    """A base that new articles come into; called from any thread."""

    def news(self, subjects: Sequence[str], *, since: int) -> Mapping[str, News]:
        """What came after generation ``since`` and speaks of each of ``subjects``, those left out that can't be looked
        for; raises EngineFault."""

    def generation_number(self) -> int | None:
        """The number of the generation that answers now."""


class Newsworthy(Growing, Protocol):
    """What following needs of the engine: itself the base that all share; called from any thread."""

    def subject(self, subject: str) -> KnownAs:
        """``subject`` under the name it goes by; raises :class:`index.faults.EngineFault`."""

    def collection_numbers(self) -> Mapping[int, int]:
        """Of each server with a collection of its own, the number of the generation that answers there; quick."""

    def alone(self, guild: int) -> Growing | None:
        """The collection of the server ``guild``; None where there is none."""


class Keepable(Protocol):
    """What the care of articles needs of the engine."""

    def base(self, guild: int | None) -> Base:
        """The collection of a server, or (None) the shared base; raises :class:`index.faults.EngineFault`."""

    def begun(self, guild: int) -> Base | None:
        """The collection of a server, if any article was ever added to it."""

    def feeds(self, guild: int | None) -> Feeds:
        """The feeds of the collection of a server, or (None) of the shared base; raises
        :class:`index.faults.EngineFault`."""

    def with_feeds(self) -> tuple[int | None, ...]:
        """The bases that have a list of feeds, as :meth:`feeds` names them; quick."""

    def leave(self, guild: int) -> None:
        """Keep the collection of a server that the bot has left for some time only."""

    def come_back(self, guild: int) -> None:
        """Keep the collection of a server that the bot is in again."""

    def drop_left(self) -> tuple[int, ...]:
        """Remove the collections of servers left for too long; which these were."""


class Engine(Answering, Newsworthy, Keepable, Protocol):
    """All of it."""
