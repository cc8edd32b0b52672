"""What Prometheus is told: how many answers of which kind, how long they took, what is served. Never what was asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Counter, GCCollector, Histogram, PlatformCollector, ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector

from index.events.happening import Happening
from index.faults import Fault
from index.follow_ups.before import Before
from index.question.filters import ALL_ARTICLES, Filters
from index.report import Health, MadeBy, Status

if TYPE_CHECKING:
    from bot.engine import Engine, Seen
    from index.answer import Answer
    from index.timeline import Timeline

SECONDS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Bounds of the histogram: an answer takes tens of milliseconds, a person waits for a second or two."""


class Metrics:
    """Counts of this process, and the state of the index as ``status`` tells it when they are read."""

    def __init__(self, status: Callable[[], Status], online: Callable[[], bool]) -> None:
        self._registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self._registry)
        self._registry.register(_State(status, online))
        self._answers = Counter(
            "sourcier_answers", "Answers by verdict and language.", ("verdict", "lang"), registry=self._registry
        )
        self._refusals = Counter(
            "sourcier_refusals", "Requests that could not be served.", ("reason",), registry=self._registry
        )
        self._seconds = Histogram(
            "sourcier_request_seconds", "Time in the engine.", ("kind",), buckets=SECONDS, registry=self._registry
        )
        self._reindexes = Counter(
            "sourcier_reindexes", "Re-indexes of this process.", ("made_by", "outcome"), registry=self._registry
        )

    def text(self) -> bytes:
        """All of it in Prometheus' text format."""
        return generate_latest(self._registry)

    def answered(self, answer: Answer) -> None:
        """An answer was given."""
        self._answers.labels(answer.verdict.value, answer.lang).inc()

    def reindexed(self, made_by: MadeBy, succeeded: bool) -> None:
        """A re-index of this process ended."""
        self._reindexes.labels(made_by.value, "done" if succeeded else "failed").inc()

    @contextmanager
    def timed(self, kind: str) -> Iterator[None]:
        """Time a request of that kind, and count it if it is refused."""
        started = time.perf_counter()
        try:
            yield
        except Exception as error:
            self._refusals.labels(error.code.value if isinstance(error, Fault) else type(error).__name__).inc()
            raise
        finally:
            self._seconds.labels(kind).observe(time.perf_counter() - started)


class MeasuredEngine:
    """An engine whose answers and timelines are counted and timed, wherever they are asked for; all else is the
    engine's own."""

    def __init__(self, engine: Engine, metrics: Metrics) -> None:
        self._engine = engine
        self._metrics = metrics
        self.prepare = engine.prepare
        self.share_reading = engine.share_reading
        self.status = engine.status
        self.store_seen = engine.store_seen
        self.subject = engine.subject
        self.news = engine.news
        self.generation_number = engine.generation_number
        self.collection_numbers = engine.collection_numbers
        self.alone = engine.alone
        self.base = engine.base
        self.begun = engine.begun
        self.feeds = engine.feeds
        self.with_feeds = engine.with_feeds
        self.leave = engine.leave
        self.come_back = engine.come_back
        self.drop_left = engine.drop_left

    def seen_from(self, guild: int | None) -> MeasuredView:
        """As the engine's."""
        return MeasuredView(self._engine.seen_from(guild), self._metrics)


class MeasuredView:
    """A view whose answers and timelines are counted and timed; all else is the view's own."""

    def __init__(self, view: Seen, metrics: Metrics) -> None:
        self._view = view
        self._metrics = metrics
        self.explain = view.explain
        self.quoted = view.quoted
        self.article = view.article
        self.article_of = view.article_of
        self.sources = view.sources
        self.suggest = view.suggest
        self.beside = view.beside

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
        """As the view's."""
        with self._metrics.timed("ask"):
            answer = self._view.ask(question, lang=lang, limit=limit, further=further, filters=filters, after=after)
        self._metrics.answered(answer)
        return answer

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
        """As the view's."""
        with self._metrics.timed("timeline"):
            return self._view.timeline(subject, since=since, until=until, limit=limit, reach=reach, kind=kind)


class _State(Collector):
    def __init__(self, status: Callable[[], Status], online: Callable[[], bool]) -> None:
        self._status = status
        self._online = online

    def describe(self) -> Iterable[GaugeMetricFamily]:
        """Nothing beforehand: the registry would ask for the status of an index that is not there yet."""
        return ()

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The state as it is now."""
        status = self._status()
        created = datetime.fromisoformat(status.created).timestamp() if status.created else 0.0
        for name, help_, value in (
            ("sourcier_healthy", "Whether the newest generation is served, by the right model.", _healthy(status)),
            ("sourcier_discord_connected", "Whether the bot is connected to Discord.", float(self._online())),
            ("sourcier_generation", "The generation served.", float(status.generation or 0)),
            ("sourcier_generation_created_seconds", "When it was made, in Unix time.", created),
            ("sourcier_articles", "Articles served.", float(status.articles)),
            ("sourcier_passages", "Passages served.", float(status.passages)),
            ("sourcier_rejected_files", "Files of the articles folder that were refused.", float(status.rejected)),
            ("sourcier_damaged_generations", "Generations that failed their check.", float(len(status.damaged))),
            ("sourcier_index_bytes", "Size of the generation served.", float(status.index_bytes)),
        ):
            yield GaugeMetricFamily(name, help_, value)


def _healthy(status: Status) -> float:
    return float(status.health is Health.OK)
