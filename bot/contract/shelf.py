"""Articles put in, taken out and put back, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.contract.articles import card_object
from bot.contract.upkeep import report_object

if TYPE_CHECKING:
    from bot.catalogue import Words
    from index.report import ReindexReport
    from index.shelf.shelf import Removed, Restored
    from index.shelf.submission import Preview
    from index.shelf.trash import TrashedArticle


def added_object(found: Preview, report: ReindexReport | None, words: Words) -> dict[str, Any]:
    """The object of ``sourcier add --json``: ``article``, a card; ``file``, its name in the articles folder;
    ``format``; ``sections``, ``passages``, texts; ``report`` as of a re-index, null when nothing was written."""
    return {
        "article": card_object(found.card),
        "file": found.path,
        "format": found.format,
        "sections": list(found.sections),
        "passages": [passage.text for passage in found.passages],
        "report": report_object(report, words) if report else None,
    }


def removed_object(removed: Removed, words: Words) -> dict[str, Any]:
    """The object of ``sourcier remove --json``: ``article`` (``id``, ``title``, ``path``, ``removed``), ``days`` that
    it can be restored, ``report`` as of a re-index."""
    report = report_object(removed.report, words)
    return {"article": asdict(removed.article), "days": removed.days, "report": report}


def restored_object(restored: Restored, words: Words) -> dict[str, Any]:
    """The object of ``sourcier restore ID --json``: ``article`` and ``report`` as of ``remove``."""
    return {"article": asdict(restored.article), "report": report_object(restored.report, words)}


def trash_object(trash: Sequence[TrashedArticle]) -> list[dict[str, Any]]:
    """The list of ``sourcier restore --json``: the ``article`` of ``remove``, last removed first."""
    return [asdict(article) for article in trash]
