"""A telling with all it is compared by at hand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.edtf import Precision, first_day, last_day, precision_of, turning_point
from index.entities.entity import EntityBook, Kind
from index.entities.proper_names import UNLISTED
from index.events.belonging import SURELY
from index.events.event import ArticleEvent, Level, Participant
from index.events.languages.action import Action
from index.passages.passage import Span
from index.terms.common_words import common_words

_RARE: Final = 1e-3
"""The share of passages at large that hold a word that is not among the common ones."""
_LEAD: Final = 700
"""Characters at the head of an article whose events its body often tells again."""
_TELLING: Final = 0.85
"""The weight of a word from which it tells what is spoken of, in whatever language."""
_STEPS: Final = 8
"""In how many steps a name becomes twice as frequent: what is merged stays as it is until the next one."""
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


@dataclass(frozen=True, slots=True)
class Dated:
    """Where and when a telling is, by the row it has: its date, the first and last day of that as ordinals (open dates
    count where they turn), its article and its expression."""

    row: int
    date: str
    begin: int
    end: int
    article_id: str
    expression: Span


def dated(row: int, date: str, article_id: str, expression: Span) -> Dated:
    """The telling in ``row`` with the days of its ``date``."""
    return Dated(row, date, *_days(date), article_id, expression)


@lru_cache(maxsize=1 << 14)
def _days(date: str) -> tuple[int, int]:
    point = turning_point(date)
    return first_day(point).toordinal(), last_day(point).toordinal()


def comparables(events: Sequence[ArticleEvent], subject: Subject) -> list[Comparable]:
    """``events``, all that is told of ``subject``, made ready to be compared within its timeline."""
    counts = Counter(one.key for event in events for one in _beside(event, subject))
    rare = rarity(counts, len(events))
    return [comparable(event, subject, rare) for event in events]


def rarity(counts: Mapping[str, int], events: int) -> dict[str, float]:
    """How much each name tells, by how many of the ``events`` it takes part in: the more the fewer. By steps, so that
    one event more leaves most of what was merged as it was."""
    most = _step(events + 1)
    return {name: 1.0 - _step(count) / most for name, count in counts.items()}


def _step(count: int) -> int:
    return round(_STEPS * math.log2(count))


def comparable(event: ArticleEvent, subject: Subject, rare: Mapping[str, float]) -> Comparable:
    """``event`` made ready to be compared within the timeline of ``subject``, of whose names ``rare`` tells."""
    beside = _beside(event, subject)
    named = {one.key for one in beside if one.level is Level.NAMED and (one.key[0] != UNLISTED or " " in one.key)}
    said = _weighted((word for word in event.said if not word[0].isdigit()), event.lang)
    return Comparable(
        event,
        *_days(event.date),
        precision_of(turning_point(event.date)),
        any(one.key == subject.key for one in event.participants),
        {one.key: rare[one.key] for one in beside},
        {name: rare[name] for name in named},
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
