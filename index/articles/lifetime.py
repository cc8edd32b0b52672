"""How long articles stay in the index: until the day they say themselves, or for so many days from their date.

On the disk they stay for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, Self

from index.edtf import last_day
from index.faults import ArticleFault, Detail, FaultCode

OVER: Final = frozenset({FaultCode.EXPIRED, FaultCode.TOO_OLD})
"""Why an article that could be read is left out."""


@dataclass(frozen=True, slots=True)
class Lifetime:
    """``days`` after its date an article is over, None for never; ``today`` is what the days are counted to."""

    today: date
    days: int | None = None

    @classmethod
    def now(cls, days: int | None) -> Self:
        """As of this day, UTC."""
        return cls(datetime.now(UTC).date(), days)

    def end_of(self, dated: str | None, expires: str | None) -> ArticleFault | None:
        """Why an article of that date is over, if it is: EXPIRED (``expires``) or TOO_OLD (``date``, ``days``)."""
        if expires is not None and self._since(expires) > 0:
            return ArticleFault(FaultCode.EXPIRED, expires=expires)
        if dated is not None and self.days is not None and self._since(dated) > self.days:
            return ArticleFault(FaultCode.TOO_OLD, date=dated, days=self.days)
        return None

    def still(self, fault: ArticleFault) -> bool:
        """Whether what was the reason once to leave an article out is one today; always for other reasons."""
        said: Mapping[str, Detail] = fault.details
        if fault.code not in OVER:
            return True
        expires, dated = said.get("expires"), said.get("date")
        now = self.end_of(str(dated) if dated else None, str(expires) if expires else None)
        return now is not None and dict(now.details) == dict(said)

    def _since(self, written: str) -> int:
        """Days since the last day of a date."""
        return self.today.toordinal() - last_day(written).toordinal()
