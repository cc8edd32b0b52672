"""A time expression as it was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.dates.rules.grammar import Tense


@dataclass(frozen=True, slots=True)
class Read:
    """A time expression, with the tense of the clause it stands in; ``is_of_issue`` if it only says which issue of a
    newspaper is meant."""

    start: int
    end: int
    value: str
    clause: Callable[[], Tense]
    is_of_issue: bool = False
