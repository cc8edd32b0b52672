"""The index looked after, as JSON: re-indexed, its generations, published and mirrored."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.faults import describe_notice, describe_refusal

if TYPE_CHECKING:
    from bot.catalogue import Words
    from index.report import GenerationCard, Mirroring, Publication, ReindexReport, Rollback, Status


def report_object(report: ReindexReport, words: Words) -> dict[str, Any]:
    """The object of ``sourcier reindex --json``; reasons and ``notices``, what was noticed of files read all the same,
    are worded in the reader's language."""
    return {
        "generation": report.generation,
        "articles": {
            "added": list(report.added),
            "updated": list(report.updated),
            "removed": list(report.removed),
            "unchanged": report.unchanged,
            "rejected": [
                {"path": refused.path, "reason": describe_refusal(refused.code, refused.details, words)}
                for refused in report.rejected
            ],
        },
        "passages": report.passages,
        "embedded": report.embedded,
        "seconds": report.seconds,
        "notices": [
            {"path": notice.path, "code": notice.code.value, "notice": describe_notice(notice, words)}
            for notice in report.notices
        ],
    }


def status_object(status: Status) -> dict[str, Any]:
    """The object of ``sourcier status --json``: the fields of :class:`index.report.Status`, sizes in bytes."""
    return {
        "health": status.health.value,
        "generation": status.generation,
        "created": status.created,
        "articles": status.articles,
        "passages": status.passages,
        "rejected": status.rejected,
        "index_bytes": status.index_bytes,
        "model": status.model,
        "model_fingerprint": status.model_fingerprint,
        "dimensions": status.dimensions,
        "languages": dict(status.languages),
        "generations": list(status.generations),
        "damaged": list(status.damaged),
        "history": [generation_object(card) for card in status.history],
        "running": asdict(status.running) if status.running else None,
        "knowledge_dir": status.knowledge_dir,
        "data_dir": status.data_dir,
    }


def generation_object(card: GenerationCard) -> dict[str, Any]:
    """A kept generation: ``number``, ``created``, ``made_by``, ``articles``, ``passages``, ``rejected``, ``bytes``,
    ``current``."""
    return asdict(card)


def rollback_object(done: Rollback) -> dict[str, Any]:
    """The object of ``sourcier rollback --json``: ``before``, a number or null, and ``generation`` as in the status."""
    return {"before": done.before, "generation": generation_object(done.now)}


def publication_object(done: Publication) -> dict[str, Any]:
    """The object of ``sourcier publish --json``: ``generation``, a number; ``files`` and ``bytes`` of it;
    ``copied_bytes``, of files that were not there yet."""
    return {
        "generation": done.number,
        "files": done.files,
        "bytes": done.bytes,
        "copied_bytes": done.copied_bytes,
    }


def mirroring_object(done: Mirroring) -> dict[str, Any]:
    """The object of ``sourcier mirror --json``: ``before`` and ``generation`` as of a rollback, ``is_new``, whether it
    was not served yet, and ``copied_bytes``."""
    return {
        "before": done.before,
        "generation": generation_object(done.now),
        "is_new": done.is_new,
        "copied_bytes": done.copied_bytes,
    }
