"""The date of an article, as EDTF (ISO 8601-2)."""

from __future__ import annotations

import datetime
import re
from typing import Final

from index.faults import ArticleFault, FaultCode
from index.files.decoding import one_line

_SLASHED_DAY: Final = re.compile(r"(\d{4})/(\d{2})/(\d{2})", re.ASCII)
_MOMENT: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{1,2}(:?\d{2})?)?", re.ASCII
)
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_UNKNOWN_PARTS: Final = re.compile(r"(-XX)+$")

_POINT: Final = r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}X|\d{2}XX)[~?%]?"
_SHAPE: Final = re.compile(rf"{_POINT}|{_POINT}/(?:{_POINT}|\.\.)?|(?:\.\.)?/{_POINT}", re.ASCII)
"""The part of EDTF that says when an article came out. Sets, long and negative years and month patterns
("2022-1X") are valid EDTF and of no use here, and the library prints to stdout when it meets some of them."""


def article_date(written: str) -> str:
    """The EDTF date that ``written`` means: EDTF itself (year, month, day, season, interval, ``~`` and ``?``,
    ``201X``), the day of an ISO 8601 moment, or ``2022/08/17``.

    Raises ``ArticleFault(IMPOSSIBLE_DATE, date=…)`` for anything else, days the calendar lacks included.
    """
    date = _as_edtf(written.strip())
    if not _is_edtf(date):
        raise ArticleFault(FaultCode.IMPOSSIBLE_DATE, date=one_line(written, 64))
    return date


def _as_edtf(written: str) -> str:
    if slashed := _SLASHED_DAY.fullmatch(written):
        return "-".join(slashed.groups())
    if moment := _MOMENT.fullmatch(written):
        return moment.group(1)
    return _UNKNOWN_PARTS.sub("", written)


def _is_edtf(date: str) -> bool:
    """Whether the edtf library reads it and every day in it exists (the library lets 2023-02-29 pass)."""
    from edtf import EDTFParseException, parse_edtf

    if not _SHAPE.fullmatch(date):
        return False
    try:
        parse_edtf(date)
    except (EDTFParseException, ValueError):
        return False
    return all(_in_calendar(*map(int, day.groups())) for day in _DAY.finditer(date)) and _forward(date)


def _in_calendar(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(max(year, 4), month, day)  # the year 0 of ISO 8601 is a leap year, which datetime lacks
    except ValueError:
        return False
    return True


def _forward(date: str) -> bool:
    """An interval doesn't end before it begins."""
    start, slash, end = date.partition("/")
    bounds = [re.match(r"\d{4}(-\d{2}){0,2}", bound, re.ASCII) for bound in (start, end)]
    if not slash or not all(bounds):
        return True
    first, last = (bound[0] for bound in bounds if bound)
    shared = min(len(first), len(last))
    return first[:shared] <= last[:shared]
