"""What is remembered: the database and its tables, and who else works on the data folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.catalogue import Words
from bot.chat.life.shard_locks import bots_at_work
from bot.checkup.finding import Finding, bad, doubtful, good
from bot.state import StateUnusable
from bot.state.inspection import Tables, inspected


def remembered_findings(state_url: str | None, data_dir: Path, words: Words) -> Iterator[Finding]:
    """What is found of the state; nothing is made or migrated."""
    yield _state(state_url, data_dir, words)
    count = bots_at_work(data_dir)
    told = good if count <= 1 else doubtful
    yield told("processes", words, "processes" if told is good else "processes-several", count=count)


def _state(state_url: str | None, data_dir: Path, words: Words) -> Finding:
    try:
        tables = inspected(state_url, data_dir)
    except StateUnusable as unusable:
        return bad("state", words, "state-unusable", reason=unusable.reason)
    if tables is Tables.NEWER:
        return bad("state", words, "state-newer")
    return good("state", words, f"state-{tables.value}")
