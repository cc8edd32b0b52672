"""Feeds, and what came from them, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.feeds.outcome import FeedStatus, Filling, Visit


def feeds_object(statuses: Sequence[FeedStatus], visit: Visit | None) -> dict[str, Any]:
    """The object of ``sourcier feeds --json``: ``feeds``, each ``{"url", "title", "read", "due", "articles", "waiting",
    "had", "refused", "failing_since", "reason"}`` with moments as ISO 8601, UTC, or null; after a visit what it
    ``added`` and ``updated`` (ids)."""
    feeds = [
        {
            "url": status.feed.url,
            "title": status.title or None,
            "read": _moment(status.read_at),
            "due": _moment(status.due or None),
            "articles": status.articles,
            "waiting": status.waiting,
            "had": status.had,
            "refused": status.refused,
            "failing_since": _moment(status.failing_since),
            "reason": status.reason,
        }
        for status in statuses
    ]
    told = {} if visit is None else {"added": list(visit.added), "updated": list(visit.updated)}
    return {"feeds": feeds, **told}


def filling_object(filling: Filling) -> dict[str, Any]:
    """The object of ``sourcier add --sitemap --json``: the ids ``added``, how many pages the base ``had`` and how many
    are still ``waiting``, those ``refused`` as ``{"url", "reason"}``."""
    refused = [{"url": url, "reason": reason} for url, reason in filling.refused]
    return {"added": list(filling.added), "had": filling.had, "waiting": filling.waiting, "refused": refused}


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
