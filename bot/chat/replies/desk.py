"""The desk where questions wait their turn: one worker thread, a short queue, a limit of time.

One thread, because two passes of a model at once on a small server are slower than one after the other, and
because nothing that computes may run on the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Final, TypeVar

from bot.engine import Answering
from index.answer import Answer
from index.article import Article, ArticleCard
from index.events.happening import Happening
from index.explanation import Explanation
from index.faults import EngineFault
from index.follow_ups.before import Before
from index.question.filters import ALL_ARTICLES, Filters
from index.reference import Located, QuoteReference
from index.report import Progress, Status
from index.timeline import Beside, Timeline

MOST_WAITING: Final = 150
"""Questions in the queue: at a tenth of a second each, the last one still comes well before its time limit."""
TIME_LIMIT: Final = 45.0
"""Seconds a person waits before being told that it takes too long."""

_Result = TypeVar("_Result")


class Refused(Exception):
    """The desk did not take a question, or let it go before it was answered."""


class DeskBusy(Refused):
    """The queue is full."""


class DeskClosed(Refused):
    """The bot is stopping."""


class TooSlow(Refused):
    """The time limit passed; the worker may still be on it."""


class AnsweringDesk:
    """Hands questions to ``engine`` one at a time; every method is for the event loop's thread."""

    def __init__(self, engine: Answering, *, most_waiting: int = MOST_WAITING, time_limit: float = TIME_LIMIT) -> None:
        self._engine = engine
        self._most_waiting = most_waiting
        self._time_limit = time_limit
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="answering")
        self._jobs: list[Future[Any]] = []
        self._stopping = False
        self._closed = asyncio.Event()

    async def open(self, progress: Progress | None = None) -> None:
        """Make the engine ready; raises what it raises, and DeskClosed when the desk closes meanwhile."""
        await self._outcome(self._begin(lambda: self._engine.prepare(progress)))

    async def answer(
        self,
        question: str,
        guild: int | None,
        *,
        limit: int,
        further: int = 0,
        filters: Filters = ALL_ARTICLES,
        after: Before | None = None,
    ) -> Answer:
        """The engine's answer to what is asked in ``guild``, ``after`` what was asked before, in its turn.

        Raises DeskBusy, DeskClosed, TooSlow, and whatever the engine raises.
        """
        return await self._in_turn(
            lambda: self._engine.seen_from(guild).ask(
                question, limit=limit, further=further, filters=filters, after=after
            )
        )

    async def explain(
        self, question: str, guild: int | None, *, limit: int, filters: Filters = ALL_ARTICLES
    ) -> Explanation:
        """Why the engine answers what is asked in ``guild`` as it does, in its turn; raises as :meth:`answer` does."""
        return await self._in_turn(
            lambda: self._engine.seen_from(guild).explain(question, limit=limit, filters=filters)
        )

    async def sources(self, guild: int | None, search: str = "") -> tuple[ArticleCard, ...]:
        """The articles' cards, in their turn; raises as :meth:`answer` does."""
        return await self._in_turn(lambda: self._engine.seen_from(guild).sources(search))

    async def quoted(self, reference: QuoteReference, guild: int | None) -> Located:
        """The quote as the base has it now, in its turn; raises as :meth:`answer` does."""
        return await self._in_turn(lambda: self._engine.seen_from(guild).quoted(reference))

    async def article(self, article_id: str, guild: int | None) -> Article:
        """The article with that id or title, in its turn; raises as :meth:`answer` does."""
        return await self._in_turn(lambda: self._engine.seen_from(guild).article(article_id))

    async def article_of(self, key: bytes, guild: int | None) -> Article:
        """The article with that key, in its turn; raises as :meth:`answer` does."""
        return await self._in_turn(lambda: self._engine.seen_from(guild).article_of(key))

    async def status(self) -> Status:
        """The state of the index and the model, in its turn; raises as :meth:`answer` does."""
        return await self._in_turn(self._engine.status)

    async def timeline(
        self,
        subject: str,
        guild: int | None,
        since: str | None,
        until: str | None,
        limit: int | None,
        reach: str = "sure",
        kind: Happening | None = None,
    ) -> Timeline:
        """The dated events about ``subject``, in their turn; raises as :meth:`answer` does."""
        return await self._in_turn(
            lambda: self._engine.seen_from(guild).timeline(
                subject, since=since, until=until, limit=limit, reach=reach, kind=kind
            )
        )

    async def beside(
        self,
        subject: str,
        other: str,
        guild: int | None,
        since: str | None,
        until: str | None,
        limit: int | None,
        kind: Happening | None = None,
    ) -> Beside:
        """The timelines of two subjects on one axis, in their turn; raises as :meth:`answer` does."""
        return await self._in_turn(
            lambda: self._engine.seen_from(guild).beside(
                subject, other, since=since, until=until, limit=limit, kind=kind
            )
        )

    async def suggest(self, typed: str, most: int) -> tuple[str, ...]:
        """Subjects for what is ``typed`` so far, at once; none while there is nothing to choose from."""
        if self._stopping:
            return ()
        try:
            return await asyncio.to_thread(self._engine.seen_from(None).suggest, typed, most)
        except EngineFault:
            return ()

    async def suggest_articles(self, typed: str, guild: int | None, most: int) -> tuple[ArticleCard, ...]:
        """Articles for what is ``typed`` so far, at once; none while there is nothing to choose from."""
        if self._stopping:
            return ()
        try:
            return (await asyncio.to_thread(self._engine.seen_from(guild).sources, typed))[:most]
        except EngineFault:
            return ()

    async def _in_turn(self, work: Callable[[], _Result]) -> _Result:
        if self._stopping:
            raise DeskClosed
        if len(self._unfinished()) > self._most_waiting:
            raise DeskBusy
        job = self._begin(work)
        try:
            async with asyncio.timeout(self._time_limit) as deadline:
                return await self._outcome(job)
        except TimeoutError:
            if not deadline.expired():  # the engine's own
                raise
            job.cancel()  # in vain once it has begun
            raise TooSlow from None

    @property
    def waiting(self) -> int:
        """How many requests are in hand or in the queue."""
        return len(self._unfinished())

    @property
    def working(self) -> bool:
        """Whether the worker still has something in hand: it can't be stopped, only left behind."""
        return bool(self._unfinished())

    def stop_taking(self) -> None:
        """Refuse new questions and those still in the queue; the one being answered goes on."""
        self._stopping = True
        for job in self._unfinished():
            job.cancel()

    def close(self) -> None:
        """Let go of everything: whoever still waits gets DeskClosed."""
        self.stop_taking()
        self._closed.set()
        self._worker.shutdown(wait=False)

    def _begin(self, work: Callable[[], _Result]) -> Future[_Result]:
        job = self._worker.submit(work)
        self._jobs = [*self._unfinished(), job]
        return job

    def _unfinished(self) -> list[Future[Any]]:
        return [job for job in self._jobs if not job.done()]

    async def _outcome(self, job: Future[_Result]) -> _Result:
        """What ``job`` gives, unless the desk lets go of it first."""
        done = asyncio.wrap_future(job)
        closed = asyncio.create_task(self._closed.wait())
        either: set[asyncio.Future[Any]] = {done, closed}
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        finally:
            closed.cancel()
        if not done.done() or done.cancelled():
            done.cancel()
            raise DeskClosed
        return done.result()
