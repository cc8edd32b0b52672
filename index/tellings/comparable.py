"""A telling with all it is compared by at hand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.edtf import Precision, first_day, last_day, precision_of, turning_point
from index.entities.entity import EntityBook, Kind
from index.entities.proper_names import UNLISTED
from index.events.belonging import SURELY
from index.events.event import ArticleEvent, Level, Participant
from index.events.languages.action import Action
from index.terms.common_words import common_words

_RARE: Final = 1e-3
"""The share of passages at large that hold a word that is not among the common ones."""
_LEAD: Final = 700
"""Characters at the head of an article whose events its body often tells again."""
_TELLING: Final = 0.85
"""The weight of a word from which it tells what is spoken of, in whatever language."""
_TELLING_ACTIONS: Final = frozenset({Action.ANNOUNCE.value, Action.PUBLISH.value})

Copied = tuple[str, frozenset[str], frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose timeline is made: its ``key``, with those of all it owns its ``family``, and its ``owners``. People are
    nobody's: what is told of them alone is in their own timeline."""

    key: str
    family: frozenset[str]
    owners: frozenset[str] = frozenset()


def subject_of(entity_id: str, book: EntityBook) -> Subject:
    """An entity of ``book`` as the subject of a timeline; ``KeyError`` for an unknown id."""
    family = frozenset(key for key in book.family(entity_id) if key == entity_id or book[key].kind is not Kind.PERSON)
    return Subject(entity_id, family, frozenset(owner.id for owner in book.parents(entity_id)))


@dataclass(frozen=True, slots=True)
class Comparable:
    """An event, with what it is compared by at hand: its first and last day as ordinals, its precision, the names
    beside the subject (``named``: those in its own clause) by how rare they are, its amounts and actions, the words of
    its sentence and of its clause (``said``) by their weights, those of the latter that tell what is spoken of
    (``telling``), and whether it stands in its article's lead."""

    event: ArticleEvent
    begin: int
    end: int
    precision: Precision
    is_of_subject: bool
    names: Mapping[str, float]
    named: Mapping[str, float]
    numbers: frozenset[str]
    actions: frozenset[str]
    words: Mapping[str, float]
    said: Mapping[str, float]
    telling: frozenset[str]
    is_in_lead: bool

    @property
    def copied(self) -> Copied:
        """What is the same in copies of one text."""
        return self.event.date, frozenset(self.words), self.numbers, frozenset(self.named)


def comparables(events: Sequence[ArticleEvent], subject: Subject) -> list[Comparable]:
    """``events``, all that is told of ``subject``, made ready to be compared within its timeline; open dates count
    where they turn. A name tells more the fewer of the events it takes part in."""
    counts = Counter(name for event in events for name in {one.key for one in _beside(event, subject)})
    most = math.log(len(events) + 1)
    rarity = {name: math.log((len(events) + 1) / count) / most for name, count in counts.items()}
    return [_comparable(event, subject, rarity) for event in events]


def _comparable(event: ArticleEvent, subject: Subject, rarity: Mapping[str, float]) -> Comparable:
    point = turning_point(event.date)
    beside = _beside(event, subject)
    named = {one.key for one in beside if one.level is Level.NAMED and (one.key[0] != UNLISTED or " " in one.key)}
    said = _weighted((word for word in event.said if not word[0].isdigit()), event.lang)
    return Comparable(
        event,
        first_day(point).toordinal(),
        last_day(point).toordinal(),
        precision_of(point),
        any(one.key == subject.key for one in event.participants),
        {one.key: rarity[one.key] for one in beside},
        {name: rarity[name] for name in named},
        frozenset(event.numbers),
        frozenset(event.actions) - _TELLING_ACTIONS,
        _weighted(event.words, event.lang),
        said,
        frozenset(word for word, weight in said.items() if weight >= _TELLING),
        event.sentence[0] < _LEAD,
    )


def _beside(event: ArticleEvent, subject: Subject) -> list[Participant]:
    """Who surely takes part in ``event`` beside its subject and its owners."""
    return [
        one
        for one in event.participants
        if one.sureness >= SURELY
        and one.level < Level.TOPIC
        and one.key != subject.key
        and one.key not in subject.owners
    ]


def _weighted(words: Iterable[str], lang: str) -> dict[str, float]:
    """Words by how much they tell: common ones little."""
    common = common_words(lang)
    return {word: -math.log10(max(common.get(word, 0.0), _RARE)) / -math.log10(_RARE) for word in words}
