"""What surrounds what a clause tells: its article, read, and the sentences before and after it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.edtf import Precision
from index.entities.book.entity import Kind
from index.entities.proper_names import Name
from index.events.event import Mark
from index.events.languages.syntax import Syntax
from index.events.references import Owner, Told
from index.events.topics import Topics
from index.events.whose.company import Acquaintances, Paragraphs
from index.events.whose.evidence import Sort
from index.events.whose.somebody import Gender
from index.events.whose.spoken import Spoken
from index.passages.passage import Span


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a sentence: who the two before it speak of, the nearest first; the next one; whom all those before
    have ``spoken`` of; whether it is of the lead; the mark and kinds of what its clause tells, and at which date; where
    the stretch between two headings ends."""

    before: Sequence[Told]
    following: Span | None
    spoken: Spoken
    is_lead: bool
    mark: Mark
    has_action: bool
    by_article: bool
    dated_at: int
    precision: Precision
    until: int


class Mentions:
    """Where an article names each, by key; ``names`` are all of its names, in order."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._places: dict[str, list[int]] = {}
        for name in names:
            self._places.setdefault(name.key, []).append(name.start)
        self._kinds = {name.key: name.kind for name in names}

    def first(self, key: str) -> int:
        """Where ``key`` is named first; 0 when it is not."""
        return self._places[key][0] if key in self._places else 0

    def kind(self, key: str) -> Kind | None:
        """What ``key`` is, where it is named last, if that is known."""
        return self._kinds.get(key)

    def times(self, key: str) -> int:
        """How often ``key`` is named."""
        return len(self._places.get(key, ()))

    def since(self, key: str, at: int) -> int | None:
        """Characters since ``key`` was named last before ``at``; None when it was not."""
        places = self._places.get(key, [])
        place = bisect_left(places, at)
        return at - places[place - 1] if place else None

    def is_later(self, key: str, at: int) -> bool:
        """Whether ``key`` is named from ``at`` on."""
        return key in self._places and self._places[key][-1] >= at


@dataclass(frozen=True, slots=True)
class Whole:
    """An article, read: ``names`` are all there are in ``body``; ``plain`` is the body with plain apostrophes and
    spaces; ``owner`` tells who employs somebody; ``sorts`` are what some, by their keys, are known to be, ``people``
    those who are somebody, each a woman or a man where that is known; ``acquaintances`` are those of whom it is read
    for, where it is read for somebody."""

    body: str
    plain: str
    names: Sequence[Name]
    mentions: Mentions
    topics: Topics
    syntax: Syntax
    owner: Owner
    sorts: Mapping[str, Sort]
    people: Mapping[str, Gender]
    paragraphs: Paragraphs
    acquaintances: Acquaintances | None
