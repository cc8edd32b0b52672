"""The file of entities, as a person writes it: a YAML list, one entity an entry.

A fault costs what is at fault and no more: an entry without an id, a name or a kind is left out, an alias or a
parent that can't be used is dropped from its entry, and a part that is not YAML is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

import yaml

from index.entities.book.entity import Alias, Entity, EntityBook, Kind, entities_in_cycles
from index.entities.book.names import name_key
from index.faults import ArticleFault, Detail, FaultCode
from index.files.decoding import one_line
from index.files.safe_yaml import AnchorRefusal, YamlRefusal, compose_yaml, is_absent, line_of

LONGEST_FILE: Final = 2_000_000
"""Characters: ten thousand entities."""

DEEPEST_FILE: Final = 4
"""The list, the entry, its aliases, an ambiguous alias."""

LONGEST_NAME: Final = 120
"""Characters of a name or an alias."""

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_ENTRY_START: Final = re.compile(r"^-(?=\s)", re.MULTILINE)
_PARENT_KEYS: Final = ("parent", "owner", "part_of")
"""Three words for one thing: whose something is, or what it is part of."""
_ENTITY_KEYS: Final = frozenset({"id", "name", "kind", "aliases", *_PARENT_KEYS})
_ALIAS_KEYS: Final = frozenset({"name", "ambiguous"})
_TRUTHS: Final = {"true": True, "false": False}
_SHOWN: Final = 60  # characters of what was written, in a fault


@dataclass(frozen=True, slots=True)
class EntityReading:
    """The entities of a file, and a fault for each thing in it that could not be used, in order of line."""

    entities: EntityBook
    faults: tuple[ArticleFault, ...] = ()


@lru_cache(maxsize=2)  # a list of hundreds takes longer to read than an article to index, and seldom changes
def read_entities(text: str) -> EntityReading:
    """Read the entities listed in ``text``.

    Raises nothing. The faults' codes are ``ENTITIES_INVALID``, ``ENTITIES_ANCHORS`` and the ``ENTITY_…`` ones; each
    gives its ``line`` in ``text``, counted from 1.
    """
    faults: list[ArticleFault] = []
    left_out: set[str] = set()
    drafts = [draft for entry in _entries(text, faults) if (draft := _draft(entry, left_out, faults)) is not None]
    drafts = _each_name_once(_each_id_once(drafts, faults), faults)
    drafts = _without_cycles(_with_parents(drafts, left_out, faults), faults)
    return EntityReading(EntityBook(draft.entity for draft in drafts), tuple(sorted(faults, key=_line_of_fault)))


@dataclass(frozen=True, slots=True)
class _Draft:
    """An entity, the line of its entry, and those of its aliases."""

    entity: Entity
    line: int
    alias_lines: tuple[int, ...]


def _entries(text: str, faults: list[ArticleFault]) -> Iterator[yaml.MappingNode]:
    for part in _parts(text, faults):
        if not isinstance(part, yaml.SequenceNode):
            faults.append(_fault(FaultCode.ENTITIES_INVALID, part, problem="not a list of entities"))
            continue
        for entry in part.value:
            if isinstance(entry, yaml.MappingNode):
                yield entry
            else:
                faults.append(_fault(FaultCode.ENTITIES_INVALID, entry, problem="not keys and values"))


def _parts(text: str, faults: list[ArticleFault]) -> Iterator[yaml.Node]:
    """The list of ``text``; if it is not YAML as a whole, as many lists of one as are YAML by themselves."""
    try:
        root = compose_yaml(text, longest=LONGEST_FILE, deepest=DEEPEST_FILE)
    except YamlRefusal as refusal:
        starts = [match.start() for match in _ENTRY_START.finditer(text)]
        if len(text) > LONGEST_FILE or len(starts) < 2:
            faults.append(_refused(refusal))
            return
        yield from _parts_apart(text, starts, faults)
    else:
        if root is not None and not is_absent(root):
            yield root


def _parts_apart(text: str, starts: Sequence[int], faults: list[ArticleFault]) -> Iterator[yaml.Node]:
    line = 1
    for start, end in pairwise((0, *starts, len(text))):
        part = text[start:end]
        try:
            root = compose_yaml(part, longest=LONGEST_FILE, deepest=DEEPEST_FILE, first_line=line)
        except YamlRefusal as refusal:
            faults.append(_refused(refusal))
        else:
            if root is not None and not is_absent(root):
                yield root
        line += part.count("\n")


def _draft(entry: yaml.MappingNode, left_out: set[str], faults: list[ArticleFault]) -> _Draft | None:
    """What ``entry`` says, or None if it can't be an entity; then its id, if it has one, is ``left_out``."""
    values = _values(entry, _ENTITY_KEYS, faults)
    entity_id = _text("id", values, faults, entry)
    if entity_id and not _ID.fullmatch(entity_id):
        faults.append(_fault(FaultCode.ENTITY_VALUE_INVALID, values["id"], field="id"))
        entity_id = ""
    name = _text("name", values, faults, entry)
    kind = _kind(values, faults, entry)
    parent = next((said for key in _PARENT_KEYS if (said := _text(key, values, faults))), None)
    aliases = list(_aliases(values.get("aliases"), faults))
    if not entity_id or not name or kind is None:
        left_out.add(entity_id)
        return None
    entity = Entity(entity_id, name, kind, parent, tuple(alias for _, alias in aliases))
    return _Draft(entity, line_of(entry.start_mark), tuple(line for line, _ in aliases))


def _values(entry: yaml.MappingNode, known: frozenset[str], faults: list[ArticleFault]) -> dict[str, yaml.Node]:
    """What ``entry`` gives for each of the ``known`` keys, those that say nothing left out."""
    values = {}
    for key, value in entry.value:
        name = key.value.strip() if isinstance(key, yaml.ScalarNode) else ""
        if name not in known:
            faults.append(_fault(FaultCode.ENTITY_KEY_UNKNOWN, key, field=one_line(name, _SHOWN)))
        elif not is_absent(value):
            values[name] = value
    return values


def _text(
    key: str, values: dict[str, yaml.Node], faults: list[ArticleFault], required_in: yaml.Node | None = None
) -> str:
    """The text given for ``key``; empty where there is none, which is a fault if it is required."""
    node = values.get(key)
    if node is None:
        if required_in is not None:
            faults.append(_fault(FaultCode.ENTITY_INCOMPLETE, required_in, field=key))
        return ""
    written = one_line(node.value, LONGEST_NAME + 1) if isinstance(node, yaml.ScalarNode) else ""
    if len(written) > LONGEST_NAME or not name_key(written):
        faults.append(_fault(FaultCode.ENTITY_VALUE_INVALID, node, field=key))
        return ""
    return written


def _kind(values: dict[str, yaml.Node], faults: list[ArticleFault], entry: yaml.MappingNode) -> Kind | None:
    written = _text("kind", values, faults, entry)
    try:
        return Kind(written) if written else None
    except ValueError:
        faults.append(_fault(FaultCode.ENTITY_KIND_UNKNOWN, values["kind"], kind=one_line(written, _SHOWN)))
        return None


def _aliases(node: yaml.Node | None, faults: list[ArticleFault]) -> Iterator[tuple[int, Alias]]:
    if node is None:
        return
    for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        line = line_of(item.start_mark)
        if isinstance(item, yaml.MappingNode):
            values = _values(item, _ALIAS_KEYS, faults)
            if name := _text("name", values, faults, item):
                yield line, Alias(name, _truth("ambiguous", values, faults))
        elif name := _text("aliases", {"aliases": item}, faults):
            yield line, Alias(name)


def _truth(key: str, values: dict[str, yaml.Node], faults: list[ArticleFault]) -> bool:
    node = values.get(key)
    if node is None:
        return False
    written = str(node.value).lower() if isinstance(node, yaml.ScalarNode) else ""
    if written not in _TRUTHS:
        faults.append(_fault(FaultCode.ENTITY_VALUE_INVALID, node, field=key))
    return _TRUTHS.get(written, True)  # in doubt the name is


def _each_id_once(drafts: Iterable[_Draft], faults: list[ArticleFault]) -> list[_Draft]:
    kept: dict[str, _Draft] = {}
    for draft in drafts:
        first = kept.setdefault(draft.entity.id, draft)
        if first is not draft:
            details: dict[str, Detail] = {"id": draft.entity.id, "other": first.line}
            faults.append(ArticleFault(FaultCode.ENTITY_SAME_ID, line=draft.line, **details))
    return list(kept.values())


def _each_name_once(drafts: Sequence[_Draft], faults: list[ArticleFault]) -> list[_Draft]:
    """``drafts`` less the safe aliases that are already safe names of another entity, names before aliases."""
    owners: dict[tuple[str, ...], str] = {}
    for draft in drafts:
        owner = owners.setdefault(name_key(draft.entity.name), draft.entity.id)
        if owner != draft.entity.id:
            faults.append(_same_name(draft.line, draft.entity.name, owner))
    return [_with_own_aliases(draft, owners, faults) for draft in drafts]


def _with_own_aliases(draft: _Draft, owners: dict[tuple[str, ...], str], faults: list[ArticleFault]) -> _Draft:
    own = []
    for line, alias in zip(draft.alias_lines, draft.entity.aliases, strict=True):
        owner = draft.entity.id
        if not alias.ambiguous:
            owner = owners.setdefault(name_key(alias.name), draft.entity.id)
        if owner == draft.entity.id:
            own.append((line, alias))
        else:
            faults.append(_same_name(line, alias.name, owner))
    entity = replace(draft.entity, aliases=tuple(alias for _, alias in own))
    return _Draft(entity, draft.line, tuple(line for line, _ in own))


def _with_parents(drafts: Sequence[_Draft], left_out: Collection[str], faults: list[ArticleFault]) -> list[_Draft]:
    """``drafts`` less the parents that are not among them: a fault, unless an entry already at fault has that id."""
    present = {draft.entity.id for draft in drafts}
    for draft in drafts:
        parent = draft.entity.parent
        if parent is not None and parent not in present and parent not in left_out:
            details: dict[str, Detail] = {"id": draft.entity.id, "parent": one_line(parent, _SHOWN)}
            faults.append(ArticleFault(FaultCode.ENTITY_PARENT_UNKNOWN, line=draft.line, **details))
    return [draft if draft.entity.parent in present else _without_parent(draft) for draft in drafts]


def _without_cycles(drafts: Sequence[_Draft], faults: list[ArticleFault]) -> list[_Draft]:
    looping = entities_in_cycles({draft.entity.id: draft.entity.parent for draft in drafts})
    faults += [
        ArticleFault(FaultCode.ENTITY_PARENT_CYCLE, line=draft.line, id=draft.entity.id)
        for draft in drafts
        if draft.entity.id in looping
    ]
    return [_without_parent(draft) if draft.entity.id in looping else draft for draft in drafts]


def _without_parent(draft: _Draft) -> _Draft:
    return replace(draft, entity=replace(draft.entity, parent=None))


def _fault(code: FaultCode, node: yaml.Node, **details: Detail) -> ArticleFault:
    return ArticleFault(code, line=line_of(node.start_mark), **details)


def _refused(refusal: YamlRefusal) -> ArticleFault:
    if isinstance(refusal, AnchorRefusal):
        return ArticleFault(FaultCode.ENTITIES_ANCHORS, line=refusal.line)
    return ArticleFault(FaultCode.ENTITIES_INVALID, line=refusal.line, problem=one_line(refusal.problem, 120))


def _same_name(line: int, name: str, owner: str) -> ArticleFault:
    return ArticleFault(FaultCode.ENTITY_SAME_ALIAS, line=line, alias=one_line(name, _SHOWN), other=owner)


def _line_of_fault(fault: ArticleFault) -> int:
    return int(fault.details["line"])
