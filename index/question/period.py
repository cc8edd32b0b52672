"""A period of time, as people ask for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from index.dates.finder import find_time_expressions
from index.edtf import first_day, is_edtf, last_day
from index.faults import EngineFault, FaultCode
from index.terms.tokens import STEMMERS

_BEFORE: Final = {"fr": ("en",), "en": ("in", "on")}
"""What stands before a date in a sentence: a year or a weekday alone is not always read as one."""


@dataclass(frozen=True, slots=True)
class Period:
    """From one date (EDTF) to another, either of which may be left open."""

    since: str | None = None
    until: str | None = None

    def overlaps(self, begin: int, end: int) -> bool:
        """Whether some day of ``begin`` to ``end`` (ordinals of days, as of ``date.toordinal``) lies in the period."""
        after = self.since is None or end >= first_day(self.since).toordinal()
        return after and (self.until is None or begin <= last_day(self.until).toordinal())

    def holds(self, date: str) -> bool:
        """Whether ``date`` (EDTF) overlaps the period; never for a date that can't be placed."""
        try:
            return self.overlaps(first_day(date).toordinal(), last_day(date).toordinal())
        except ValueError:
            return False


def period(since: str | None, until: str | None) -> Period:
    """The period between two dates as people write them: EDTF, or words in French or English.

    Raises EngineFault: DATE_UNREADABLE, DATES_REVERSED.
    """
    read = Period(_date(since), _date(until))
    if read.since and read.until and first_day(read.since) > last_day(read.until):
        raise EngineFault(FaultCode.DATES_REVERSED, since=since or "", until=until or "")
    return read


def _date(written: str | None) -> str | None:
    if written is None or not (text := " ".join(written.split())):
        return None
    if is_edtf(text):
        return text
    today = datetime.now(UTC).date().isoformat()
    for lang in STEMMERS:
        written_so = (text, text.capitalize())
        for asked in (text, *(f"{word} {form}" for word in _BEFORE[lang] for form in written_so)):
            found = find_time_expressions(asked, lang, today)
            if len(found) == 1 and found[0].end == len(asked) and found[0].start <= len(asked) - len(text) + 3:
                return found[0].value
    raise EngineFault(FaultCode.DATE_UNREADABLE, date=text)
