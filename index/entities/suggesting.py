"""Names to choose from while somebody types."""

from __future__ import annotations

from typing import Final

from index.entities.book.entity import EntityBook
from index.entities.book.names import folded

_NOT_MEANT: Final = 3


class Suggestions:
    """The names of a base's entities, ready to be searched."""

    def __init__(self, book: EntityBook) -> None:
        self._names = [(entity.name, [folded(alias.name) for alias in entity.names]) for entity in book]

    def for_typed(self, typed: str, most: int) -> tuple[str, ...]:
        """At most ``most`` entities' own names for what is ``typed`` so far: those that begin with it, then those of
        which an alias or a later word does, each group in the order of the alphabet."""
        wanted = folded(" ".join(typed.split()))
        ranked = sorted((_rank(its_names, wanted), folded(name), name) for name, its_names in self._names)
        return tuple(name for rank, _, name in ranked[:most] if rank < _NOT_MEANT)


def _rank(names: list[str], wanted: str) -> int:
    if names[0].startswith(wanted):
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    return 2 if any(f" {wanted}" in name for name in names) else _NOT_MEANT
