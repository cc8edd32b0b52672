"""The house stands as its map says: no module imports another in a circle, none a room below its own in the tables of
docs/architecture.md, and bot/ comes to index/ by the front door."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from enum import Enum
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import GenericAlias

import pytest

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class House:
    """The modules of a tree by name, and what each imports (for type checking, too): module, then name."""

    packages: frozenset[str]
    imports: Mapping[str, frozenset[tuple[str, str]]]

    @classmethod
    def at(cls, root: Path) -> House:
        every = [file for tree in ("bot", "index") for file in (root / tree).rglob("*.py")]
        files = {dotted(file.relative_to(root)): file for file in every}
        packages = frozenset(name for name, file in files.items() if file.name == "__init__.py")
        return cls(packages, {name: frozenset(imported(name, file, files)) for name, file in files.items()})

    def reached(self, module: str) -> set[str]:
        """The modules that ``module`` imports, and those that they import."""
        found: set[str] = set()
        waiting = [module]
        while waiting:
            new = {target for target, _ in self.imports.get(waiting.pop(), ())} - found
            found |= new
            waiting += new
        return found


def dotted(file: Path) -> str:
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def imported(module: str, file: Path, known: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} imports by a relative name"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner, "") if inner in known else (node.module or "", alias.name)


def rooms_in(text: str) -> dict[str, list[str]]:
    """The rooms of each table of the map, in its order: {"index": ["index.machine", …], "bot": […]}."""
    rooms: dict[str, list[str]] = {}
    for line in text.splitlines():
        if head := re.match(r"\| `(index|bot)/` \|", line):
            rooms[head[1]] = []
        elif row := re.match(r"\| `([a-z_/]+)/` \|", line):
            tree = list(rooms)[-1]
            rooms[tree].append(f"{tree}.{row[1].replace('/', '.')}")
    return rooms


def room_of(module: str, order: Sequence[str]) -> str | None:
    """The room that ``module`` is in; None at the root of its tree."""
    holding = [room for room in order if module == room or module.startswith(f"{room}.")]
    return max(holding, key=len, default=None)


def circle(house: House) -> list[str]:
    """Modules that import each other in a circle, if any do."""
    graph = {name: {target for target, _ in its if target != name} for name, its in house.imports.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def downward(house: House, order: Sequence[str]) -> list[str]:
    """Modules from which a room can be reached, also through the root of the tree, that stands below their own."""
    places = {room: place for place, room in enumerate(order)}
    found = []
    for module in house.imports:
        here = room_of(module, order)
        if here is not None:
            below = {room_of(other, order) for other in house.reached(module)} - {None}
            found += [f"{module} → {room}" for room in sorted(below) if room and places[room] > places[here]]
    return found


def back_doors(house: House) -> list[tuple[str, str, str]]:
    """What modules of bot/ import from the rooms of index/: module, room's module, name."""
    return [
        (module, target, name)
        for module, its in sorted(house.imports.items())
        if module.split(".")[0] == "bot"
        for target, name in sorted(its)
        if target.startswith("index.") and target.count(".") > 1
    ]


def is_plain(module: str, name: str) -> bool:
    """Whether a name stands for plain data: a frozen dataclass, an enumeration, a value of one, a name for a type."""
    what = getattr(importlib.import_module(module), name, None)  # None for a module as a whole
    kind = what if isinstance(what, type) else type(what)
    if isinstance(what, GenericAlias):
        return True
    return issubclass(kind, Enum) or (is_dataclass(kind) and kind.__dataclass_params__.frozen)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def house() -> House:
    return House.at(ROOT)


@pytest.fixture(scope="module")
def rooms() -> dict[str, list[str]]:
    return rooms_in((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))


def test_no_modules_import_each_other_in_a_circle(house: House) -> None:
    assert circle(house) == []


@pytest.mark.parametrize("tree", ["index", "bot"])
def test_every_room_is_on_the_map_and_says_what_it_is(house: House, rooms: dict[str, list[str]], tree: str) -> None:
    there = {name for name in house.packages if name.startswith(f"{tree}.") and ".migrations" not in name}
    assert sorted(rooms[tree]) == sorted(there - {"bot.chat"})
    for room in rooms[tree]:
        assert importlib.import_module(room).__doc__, room


@pytest.mark.parametrize("tree", ["index", "bot"])
def test_no_room_needs_one_below_it(house: House, rooms: dict[str, list[str]], tree: str) -> None:
    assert downward(house, rooms[tree]) == []


def test_bot_comes_to_index_by_the_front_door_and_is_handed_plain_data(house: House) -> None:
    assert [way for way in back_doors(house) if not is_plain(way[1], way[2])] == []


def test_each_package_leaves_alone_what_is_not_its_own(house: House) -> None:
    for module, its in house.imports.items():
        packages = {target.split(".")[0] for target, _ in its}
        forbidden = {"bot", "discord"} if module.split(".")[0] == "index" else {"faiss", "numpy"}
        assert not packages & forbidden, module


def test_what_is_wrong_with_a_house_is_seen(tmp_path: Path) -> None:
    written = {
        "index/low/one.py": "from index.data import THING",
        "index/data.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from index.high import two",
        "index/high/two.py": "def late():\n    from index.low.one import late",
        "bot/asking.py": "from index.high.two import late",
    }
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    broken = House.at(tmp_path)
    assert set(circle(broken)) == {"index.low.one", "index.data", "index.high.two"}
    order = rooms_in("| `index/` | what |\n|---|---|\n| `low/` | … |\n| `high/` | … |\n")["index"]
    assert downward(broken, order) == ["index.low.one → index.high"]
    assert back_doors(broken) == [("bot.asking", "index.high.two", "late")]
    assert not is_plain("index.text", "sentences")
    assert is_plain("index.article", "Article")
