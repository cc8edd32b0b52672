"""Who and what the articles speak of, and the names they go by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What an entity is."""

    COMPANY = "company"
    PRODUCT = "product"
    PERSON = "person"
    INSTITUTION = "institution"
    LAW = "law"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Alias:
    """A name as people write it; an ``ambiguous`` one can mean something else ("la firme", "meta")."""

    name: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with a name; ``parent`` is the id of its owner, employer or publisher at the time
    of the facts."""

    id: str
    name: str
    kind: Kind
    parent: str | None = None
    aliases: tuple[Alias, ...] = ()

    @property
    def names(self) -> tuple[Alias, ...]:
        """The name, then the aliases."""
        return (Alias(self.name), *self.aliases)


class EntityBook:
    """Entities by id, and their families; it does not change.

    Raises ``ValueError`` for an id given twice, a parent that is not there, or an entity that is its own ancestor.
    """

    __slots__ = ("_by_id", "_children")

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        listed = tuple(entities)
        self._by_id: Mapping[str, Entity] = MappingProxyType({entity.id: entity for entity in listed})
        if len(self._by_id) < len(listed):
            raise ValueError("an entity id is given twice")
        children: dict[str, list[Entity]] = {}
        for entity in listed:
            if entity.parent is not None:
                children.setdefault(entity.parent, []).append(entity)
        self._children: Mapping[str, tuple[Entity, ...]] = MappingProxyType(
            {parent: tuple(owned) for parent, owned in children.items()}
        )
        if unknown := self._children.keys() - self._by_id.keys():
            raise ValueError(f"unknown parents: {', '.join(sorted(unknown))}")
        if looping := entities_in_cycles({entity.id: entity.parent for entity in listed}):
            raise ValueError(f"their own ancestors: {', '.join(sorted(looping))}")

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._by_id

    def __getitem__(self, entity_id: str) -> Entity:
        return self._by_id[entity_id]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EntityBook) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"EntityBook({len(self)} entities)"

    def get(self, entity_id: str) -> Entity | None:
        """The entity of that id, if there is one."""
        return self._by_id.get(entity_id)

    def parents(self, entity_id: str) -> tuple[Entity, ...]:
        """Its parent, its parent's parent and so on; ``KeyError`` for an unknown id."""
        chain = []
        parent = self[entity_id].parent
        while parent is not None:
            chain.append(self[parent])
            parent = self[parent].parent
        return tuple(chain)

    def children(self, entity_id: str) -> tuple[Entity, ...]:
        """The entities whose parent it is, in the order of the file; ``KeyError`` for an unknown id."""
        return self._children.get(self[entity_id].id, ())

    def family(self, entity_id: str) -> frozenset[str]:
        """Its id and those of everything it owns, at any depth; ``KeyError`` for an unknown id."""
        found = {self[entity_id].id}
        waiting = [entity_id]
        while waiting:
            owned = [child.id for child in self.children(waiting.pop())]
            found.update(owned)
            waiting.extend(owned)
        return frozenset(found)


def entities_in_cycles(parents: Mapping[str, str | None]) -> frozenset[str]:
    """The ids of ``parents`` (id to parent's id) that come back to themselves when the parents are followed."""
    settled: set[str] = set()
    looping: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}  # ordered
        here: str | None = start
        while here is not None and here not in settled and here not in path:
            path[here] = None
            here = parents.get(here)
        if here in path:
            way = list(path)
            looping.update(way[way.index(here) :])
        settled.update(path)
    return frozenset(looping)
