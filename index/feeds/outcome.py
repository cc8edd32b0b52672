"""What is told of feeds: how each is doing, what a visit or a filling came to, what somebody has to hear."""

from __future__ import annotations

from dataclasses import dataclass

from index.feeds.ledger import Ledger, State
from index.feeds.listed import Subscription


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """A feed and what came of it: how many of its entries are ``articles``, wait, were had before or refused. Moments
    are seconds since 1970; ``reason`` says why it fails, when it does, since ``failing_since``."""

    feed: Subscription
    title: str
    read_at: float | None
    due: float
    articles: int
    waiting: int
    had: int
    refused: int
    failing_since: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit of the feeds came to: the ids that were ``added`` and ``updated``; one that found another at work
    did nothing."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    at_work_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Filling:
    """What filling from a sitemap came to: the ids ``added``, how many pages the base ``had``, which were ``refused``
    (address and reason) and how many still wait because their site wants to be left alone, or they failed."""

    added: tuple[str, ...]
    had: int
    refused: tuple[tuple[str, str], ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class ToTell:
    """What those who look after a base are to hear once: feeds that ``fail`` for days, articles that were
    ``withdrawn`` (paths in the knowledge folder)."""

    fail: tuple[FeedStatus, ...] = ()
    withdrawn: tuple[tuple[int, str, str], ...] = ()


def status_of(feed: Subscription, ledger: Ledger) -> FeedStatus:
    """How a feed is doing, as the ledger has it."""
    known, counts = ledger.feed(feed.url), ledger.counts(feed.url)
    return FeedStatus(
        feed=feed,
        title=known.title,
        read_at=known.read_at,
        due=known.due,
        articles=sum(counts.get(one, 0) for one in (State.THERE, State.INDEXED, State.WITHDRAWN)),
        waiting=counts.get(State.WAITS, 0) + counts.get(State.WRITING, 0),
        had=counts.get(State.HAD, 0),
        refused=counts.get(State.REFUSED, 0),
        failing_since=known.failing_since,
        reason=known.reason,
    )
