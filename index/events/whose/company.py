"""In what company a sentence stands: of whom its paragraph tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from index.entities.proper_names import Name

_BORDER: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Company:
    """Whether the paragraph of a sentence names somebody; else, where all whom it names are strangers to them, who are
    named in no paragraph with them, how widely the best known of these is, 0 to 1."""

    has_it: bool
    known: float


class Acquaintances(Protocol):
    """Who is named beside somebody, in all articles that are read for them."""

    def best_known_stranger(self, keys: Collection[str]) -> float:
        """Of those with ``keys``, how widely the best known is, 0 to 1; 0 where one is named beside somebody, or where
        there are none."""


class Paragraphs:
    """Whom each paragraph of an article names; places that things happen in are nobody."""

    def __init__(self, body: str, names: Sequence[Name]) -> None:
        self._borders = [match.start() for match in _BORDER.finditer(body)]
        self._named: dict[int, set[str]] = {}
        for name in names:
            if not name.is_place:
                self._named.setdefault(self._number(name.start), set()).add(name.key)

    def named(self) -> list[frozenset[str]]:
        """The keys of those named in each paragraph that names any."""
        return [frozenset(keys) for keys in self._named.values()]

    def company(self, key: str, at: int, of: Acquaintances | None) -> Company:
        """That of ``key`` in what stands ``at`` a place."""
        named = self._named.get(self._number(at), set())
        if key in named or of is None:
            return Company(key in named, known=0.0)
        return Company(has_it=False, known=of.best_known_stranger(named))

    def _number(self, at: int) -> int:
        return bisect_right(self._borders, at)
