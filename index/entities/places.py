"""Places by their names in both languages: countries with those who live there, their cities and regions, and the
parts of the world that hold them. « en Belgique », "Belgian" and « Liège » all speak of Belgium.

Countries have their names from CLDR, by way of Babel; the rest stands in ``places.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from index.entities.book.entity import Alias, Entity, EntityBook, Kind
from index.entities.mentions import MentionFinder
from index.passages.passage import Span, overlap

FILE: Final = Path(__file__).with_name("places.json")
_LANGS: Final = ("fr", "en")
_UNSURE: Final = "?"
"""Before a name that is also a word, or another place, and is one with its capital alone."""

_NO_NAME: Final = "~"
"""Stands where an entity has a name beside its aliases; a place is found by those alone."""


@dataclass(frozen=True, slots=True)
class PlaceNamed:
    """``text[start:end]`` names one of ``places``, most often the only one; ``unsure``: it may be a word, too."""

    places: tuple[str, ...]
    start: int
    end: int
    unsure: bool


class Places:
    """The places known, and what lies in what."""

    def __init__(self, written: Mapping[str, Any]) -> None:
        self._entities: dict[str, list[Alias]] = {}
        self._above: dict[str, set[str]] = {}
        self._at_home: Mapping[str, frozenset[str]] = {
            lang: frozenset(codes.split()) for lang, codes in written["at_home"].items()
        }
        self.groups = frozenset(written["groups"])
        """Parts of the world larger than a country."""
        unsure = frozenset(written["ambiguous"].split())
        for code, names in _country_names():
            self._name(code, (_UNSURE * (code in unsure) + name for name in names))
        for code, its in written["countries"].items():
            self._name(code, (form for lang in _LANGS for name in its[lang].split() for form in _forms(name)))
            for one in its["within"].split():
                inner = one.replace(_UNSURE, "").partition("=")[0]
                self._name(inner, one.split("="))
                self._above.setdefault(inner, set()).add(code)
        for group, its in written["groups"].items():
            self._name(group, (form for name in its["names"].split() for form in _forms(name)))
            for code in its["holds"].split():
                self._above.setdefault(code, set()).add(group)

    @cached_property
    def _finder(self) -> MentionFinder:
        return MentionFinder(
            EntityBook(Entity(place, _NO_NAME, Kind.INSTITUTION, None, tuple(names)) for place, names in self._listed())
        )

    def _listed(self) -> Iterator[tuple[str, list[Alias]]]:
        for place, names in self._entities.items():
            yield place, list(dict.fromkeys(names))

    def _name(self, place: str, names: Iterator[str] | Sequence[str]) -> None:
        listed = self._entities.setdefault(place, [])
        for name in names:
            listed.append(Alias(name.removeprefix(_UNSURE).replace("_", " "), ambiguous=name.startswith(_UNSURE)))

    def named_in(self, text: str, outside: Sequence[Span] = ()) -> list[PlaceNamed]:
        """The places that ``text`` names, in order, but those within spans that are left ``outside``: the name of a
        hospital or a newspaper."""
        found = []
        for mention in self._finder.mentions(text):
            written = text[mention.start : mention.end]
            if mention.ambiguous and not written[:1].isupper():
                continue
            if not any(overlap((mention.start, mention.end), span) for span in outside):
                named = (mention.entity_id, *mention.others)
                found.append(PlaceNamed(named, mention.start, mention.end, mention.ambiguous and not mention.others))
        return found

    def holds(self, place: str, other: str) -> bool:
        """Whether ``other`` is the ``place``, or lies in it."""
        return place == other or place in self._all_above(other)

    def is_at_home(self, place: str, lang: str) -> bool:
        """Whether who writes ``lang`` may well be in that country and not say so."""
        return place in self._at_home.get(lang, frozenset())

    def _all_above(self, place: str) -> frozenset[str]:
        above = frozenset(self._above.get(place, ()))
        return above.union(*(self._all_above(one) for one in above))


def is_country(place: str) -> bool:
    """Whether a place is a country, by its code, or larger; what else lies within one."""
    return (len(place) == 2 and place.isupper()) or place in places().groups


@cache
def places() -> Places:
    """The places that the shipped file lists."""
    return Places(json.loads(FILE.read_bytes()))


def _country_names() -> Iterator[tuple[str, list[str]]]:
    from babel import Locale  # read from files, and asked for only by questions

    told = [Locale(lang).territories for lang in _LANGS]
    for code in map(str, told[0]):
        if len(code) == 2 and code.isalpha():
            yield code, [names[code] for names in told if code in names]


def _forms(name: str) -> Iterator[str]:
    """A name and, of who or what is of a place, the plural."""
    yield name
    if not name.endswith(("s", "x", "USA", "EU", "UAE", "US")):
        yield f"{name}s"
