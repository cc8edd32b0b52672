"""Feeds, and what came of them, as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.catalogue import Words
from bot.dates import spell_moment
from bot.printable import one_line
from index.feeds.outcome import FeedStatus, Filling, Visit


def feeds_text(statuses: Sequence[FeedStatus], words: Words) -> str:
    """Each feed: its title and address, what came of it, how it is doing."""
    if not statuses:
        return words("feeds-none")
    return "\n".join(line for status in statuses for line in feed_lines(status, words))


def feed_lines(status: FeedStatus, words: Words) -> tuple[str, str]:
    """A feed in two lines."""
    name = one_line(status.title or status.feed.url)
    where = "" if name == status.feed.url else f" — {one_line(status.feed.url)}"
    if status.failing_since is not None:
        since, reason = moment_text(status.failing_since, words), one_line(status.reason or "")
        state = words("feeds-fails", since=since, reason=reason)
    elif status.read_at is None:
        state = words("feeds-not-read")
    else:
        state = words("feeds-read", when=moment_text(status.read_at, words))
    counts = words("feeds-counts", articles=status.articles, waiting=status.waiting, refused=status.refused)
    return f"{name}{where}", f"  {counts} · {state}"


def visit_text(visit: Visit, words: Words) -> str:
    """What a visit came to."""
    if visit.at_work_elsewhere:
        return words("feeds-elsewhere")
    lines = [words("feeds-visited", added=len(visit.added), updated=len(visit.updated))]
    return "\n".join(
        [*lines, *(f"+ {one_line(one)}" for one in visit.added), *(f"~ {one_line(one)}" for one in visit.updated)]
    )


def filling_text(filling: Filling, words: Words) -> str:
    """What filling from a sitemap came to, with the pages that could not be read."""
    head = words(
        "filled",
        added=len(filling.added),
        had=filling.had,
        refused=len(filling.refused),
        waiting=filling.waiting,
    )
    return "\n".join([head, *(f"! {one_line(url)}  {one_line(reason)}" for url, reason in filling.refused)])


def moment_text(seconds: float, words: Words) -> str:
    """A moment, from its seconds since 1970."""
    return spell_moment(datetime.fromtimestamp(seconds, UTC).isoformat(), words.lang)
