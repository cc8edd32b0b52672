"""What a re-index changed, as plain text, and numbers as a language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from babel.numbers import format_decimal

from bot.catalogue import Words
from bot.faults import describe_refusal
from bot.printable import one_line
from index.report import ReindexReport

MOST_NAMED: Final = 30
"""Articles of a kind of change that are named; the JSON names all."""


def report_text(report: ReindexReport, words: Words) -> str:
    """What a re-index changed, a line a kind of change; every refused file with its reason."""
    lines = [
        words(
            "report-head" if report.is_new else "report-nothing",
            generation=str(report.generation),
            passages=report.passages,
            embedded=report.embedded,
            seconds=seconds_text(report.seconds, words),
        )
    ]
    for change, ids in (("added", report.added), ("updated", report.updated), ("removed", report.removed)):
        if ids:
            lines.append(words(f"report-{change}", count=len(ids), ids=_named(ids, words)))
    lines.append(words("report-unchanged", count=report.unchanged))
    if report.rejected:
        lines.append(words("report-rejected", count=len(report.rejected)))
        for refused in report.rejected:
            reason = describe_refusal(refused.code, refused.details, words)
            lines.append(one_line(f"{refused.path}: {reason}"))
    return "\n".join(lines)


def _named(ids: Sequence[str], words: Words) -> str:
    """The first of ``ids``, and how many more there are."""
    first = ", ".join(map(one_line, ids[:MOST_NAMED]))
    return words("report-and-more", ids=first, count=len(ids) - MOST_NAMED) if len(ids) > MOST_NAMED else first


def seconds_text(seconds: float, words: Words) -> str:
    """A duration in seconds with one decimal, as the language writes numbers."""
    return rounded(seconds, words)


def rounded(number: float, words: Words) -> str:
    """A number with one decimal, as the language writes numbers."""
    return str(format_decimal(number, format="#,##0.0", locale=words.lang))
