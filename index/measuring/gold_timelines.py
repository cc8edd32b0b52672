"""Gold timelines: the dated events of a subject, as somebody who read every article found them.

A gold timeline is a JSON object a line: ``subject``, ``query`` (what one types; ``subject`` when absent) and
``events``. An event has ``date`` (EDTF, as precise as told), ``article`` (an id), ``sentence`` (an exact slice of that
article); it may have ``accept`` (other right dates), ``key`` (strings that tell it in a quote, case and accents
ignored), ``named`` (the subject's name stands in the sentence), ``tie`` (how it is the subject's), ``weight`` ("must",
the default, or "may") and ``also`` (other tellings: ``article`` and ``sentence``).
"""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from index.edtf import is_edtf
from index.faults import EngineFault, FaultCode

_COMPRESSED: Final = ".gz"


@dataclass(frozen=True, slots=True)
class GoldTelling:
    """A sentence of an article that tells an event."""

    article: str
    sentence: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event that a timeline should hold (``must``) or may hold; ``dates`` are all that are right, as told first."""

    dates: tuple[str, ...]
    tellings: tuple[GoldTelling, ...]
    keys: tuple[str, ...]
    named: bool
    tie: str
    must: bool


@dataclass(frozen=True, slots=True)
class GoldTimeline:
    """All that a base tells of ``subject``; ``query`` is what one types for it."""

    subject: str
    query: str
    events: tuple[GoldEvent, ...]


def read_timelines(path: Path) -> tuple[GoldTimeline, ...]:
    """The gold timelines in ``path`` (gzip when its name says so).

    Raises EngineFault(TIMELINES_INVALID) naming the line that can't be read, or (QUESTIONS_UNREADABLE).
    """
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == _COMPRESSED else path.read_bytes()
        lines = content.decode("utf-8").split("\n")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        raise EngineFault(FaultCode.QUESTIONS_UNREADABLE, path=str(path), reason=reason) from error
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(gold_timeline(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            reason = f"{error.args[0]}?" if isinstance(error, KeyError) else str(error).partition("\n")[0]
            raise EngineFault(FaultCode.TIMELINES_INVALID, path=str(path), line=number, reason=reason) from error
    return tuple(found)


def gold_timeline(record: dict[str, Any]) -> GoldTimeline:
    """The gold timeline of a record with the fields named above; ValueError or KeyError when some are missing."""
    subject = str(record["subject"])
    return GoldTimeline(subject, str(record.get("query") or subject), tuple(map(_event, record["events"])))


def _event(record: dict[str, Any]) -> GoldEvent:
    dates = tuple(str(date) for date in (record["date"], *record.get("accept", ())))
    for date in dates:
        if not is_edtf(date):
            raise ValueError(f"date {date!r}")
    tellings = tuple(
        GoldTelling(str(one["article"]), str(one["sentence"])) for one in (record, *record.get("also", ()))
    )
    named = bool(record.get("named", False))
    return GoldEvent(
        dates,
        tellings,
        tuple(map(str, record.get("key", ()))),
        named,
        str(record.get("tie") or ("name" if named else "reference")),
        record.get("weight", "must") == "must",
    )
