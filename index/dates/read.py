"""A time expression as it was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.dates.rules.grammar import Tense


@dataclass(frozen=True, slots=True)
class Read:
    """A time expression, with the tense of the clause it stands in; ``is_aside`` if nothing else is told from it, as it
    only says which issue of a newspaper is meant, when a paper was found, or what was so long before. ``born`` is the
    year it says that somebody was born in; ``back_from`` the date that it is told as so long before (« avait quitté
    son poste deux mois plus tôt »)."""

    start: int
    end: int
    value: str
    clause: Callable[[], Tense]
    is_aside: bool = False
    born: str | None = None
    back_from: str | None = None
