"""Articles that came by feed, looked after: a page that is gone for a week is marked as withdrawn, and one that is back
is not any more. Nobody but a person removes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from index.drafts.front_matter import with_keys, without_keys
from index.faults import Fault
from index.feeds.entering import Entering, digest_of
from index.feeds.ledger import KnownEntry, State
from index.feeds.pace import DAY
from index.shelf import placing

GONE: Final = frozenset({404, 410})
GONE_FOR: Final = 7 * DAY
"""Seconds for which a page is gone before its article counts as withdrawn."""
YOUNG: Final = 30 * DAY
"""Seconds for which an article's page is asked for daily, and weekly after that."""
MOST_AT_ONCE: Final = 20
WITHDRAWN: Final = "withdrawn"
"""The key of the front matter that says since when."""


@dataclass(frozen=True)
class Aftercare:
    """Looks whether the pages of the articles are still there."""

    entering: Entering
    now: Callable[[], float]

    def look(self, stopped: Callable[[], bool]) -> None:
        """Ask for the pages that were not asked for in a while, a few at a time."""
        now = self.now()
        for entry in self.entering.ledger.to_look_after(now - DAY, MOST_AT_ONCE):
            old = now - (entry.arrived or 0) > YOUNG and entry.missing_since is None
            if old and entry.checked > now - 7 * DAY:
                continue
            if stopped():
                return
            self._look_at(entry, now)

    def _look_at(self, entry: KnownEntry, now: float) -> None:
        ledger = self.entering.ledger
        try:
            status = self.entering.visitor.get(entry.url or "", 1).status
        except Fault:  # that nobody answers doesn't mean that it was withdrawn
            ledger.note(entry.number, checked=now)
            return
        if status not in GONE:
            if status == 200 and entry.state is State.WITHDRAWN:
                self._mark(entry, None)
            ledger.note(entry.number, checked=now, missing_since=None if status == 200 else entry.missing_since)
            return
        since = entry.missing_since if entry.missing_since is not None else now
        ledger.note(entry.number, checked=now, missing_since=since)
        if now - since >= GONE_FOR and entry.state is not State.WITHDRAWN:
            self._mark(entry, datetime.fromtimestamp(since, UTC).date().isoformat())

    def _mark(self, entry: KnownEntry, since: str | None) -> None:
        """Say in the article since when its page is gone, or (None) no more."""
        root, path, ledger = self.entering.options.knowledge_dir, entry.path or "", self.entering.ledger
        if not (root / path).is_file():
            ledger.note(entry.number, state=State.HAD, reason="removed")
            return
        text = placing.read(root, path).decode("utf-8", "replace")
        marked = without_keys(text, (WITHDRAWN,)) if since is None else with_keys(text, {WITHDRAWN: since})
        content = marked.encode("utf-8")
        placing.put_over(root, path, content)
        reason = None if since is None else WITHDRAWN
        ledger.note(entry.number, state=State.THERE, reason=reason, digest=digest_of(content), told=0)
