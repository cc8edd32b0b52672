"""Feeds, and what came of them, as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from bot.catalogue import Words
from bot.dates import spell_moment
from bot.faults import BLANKS, describe_refusal
from bot.printable import one_line
from index.faults import FaultCode
from index.feeds.outcome import FeedStatus, Filling, Visit

_STATUS: Final = re.compile(r"HTTP (\d{3})")
_ERRORS: Final = {
    "timeout": "slow",
    "certificate": "certificate",
    "ssl": "certificate",
    "redirects": "redirects",
}
"""What an error on the way to a site is known by, whatever library names it, and the sentence for it."""


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
        since, reason = moment_text(status.failing_since, words), reason_text(status.reason, words)
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
    return "\n".join([head, *(f"! {one_line(url)}  {reason_text(reason, words)}" for url, reason in filling.refused)])


def reason_text(reason: str | None, words: Words) -> str:
    """Why a feed or a page can't be read, as the ledger keeps it (a code of :class:`index.faults.FaultCode`, a status
    of HTTP, or the name of an error), in words."""
    told = one_line(reason or "?")
    own = f"feeds-why-{told}"
    if told in set(FaultCode):
        code = FaultCode(told)
        if not words.knows(own) and not BLANKS.get(code):
            return describe_refusal(code, {}, words).rstrip(".")
        return words(own) if words.knows(own) else words("feeds-why-page", why=told)
    if (status := _STATUS.fullmatch(told)) is not None:
        return words(f"feeds-why-{_kind_of(int(status[1]))}", why=told)
    kind = next((kind for part, kind in _ERRORS.items() if part in told.casefold()), "unreachable")
    return words(f"feeds-why-{kind}", why=told)


def _kind_of(status: int) -> str:
    if status in (404, 410):
        return "gone"
    return "refused" if status in (401, 402, 403, 451) else "busy" if status == 429 or status >= 500 else "status"


def moment_text(seconds: float, words: Words) -> str:
    """A moment, from its seconds since 1970."""
    return spell_moment(datetime.fromtimestamp(seconds, UTC).isoformat(), words.lang)
