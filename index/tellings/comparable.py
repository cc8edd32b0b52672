"""A telling with all it is compared by at hand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.edtf import Precision, first_day, last_day, precision_of, turning_point
from index.entities.book.entity import EntityBook, Kind
from index.entities.proper_names import UNLISTED
from index.events.event import ArticleEvent, Level, Participant
from index.events.languages.action import Action
from index.events.whose.belonging import SURELY
from index.passages.passage import Span
from index.tellings.crowd import Crowd
from index.terms.common_words import common_words
from index.terms.tokens import STEMMERS, stems

_RARE: Final = 1e-3
"""The share of passages at large that hold a word that is not among the common ones."""
_LEAD: Final = 700
"""Characters at the head of an article whose events its body often tells again."""
_TELLING: Final = 0.85
"""The weight of a word from which it tells what is spoken of, in whatever language."""
_STEPS: Final = 8
"""In how many steps a name becomes twice as frequent: what is merged stays as it is until the next one."""
_COMMON: Final = 3e-3
"""The share of passages at large that hold a word too common to be a name's."""
_LETTERS: Final = 3
"""Of a word of a name, at least."""
_TELLING_ACTIONS: Final = frozenset({Action.ANNOUNCE.value, Action.PUBLISH.value})

Copied = tuple[str, frozenset[str], frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose timeline is made: its ``key``, with those of all it owns its ``family``, and its ``owners``. People are
    nobody's: what is told of them alone is in their own timeline. ``of_theme`` is a timeline of many that have only a
    theme in common."""

    key: str
    family: frozenset[str]
    owners: frozenset[str] = frozenset()
    of_theme: bool = False


def subject_of(entity_id: str, book: EntityBook) -> Subject:
    """An entity of ``book`` as the subject of a timeline; ``KeyError`` for an unknown id."""
    family = frozenset(key for key in book.family(entity_id) if key == entity_id or book[key].kind is not Kind.PERSON)
    return Subject(entity_id, family, frozenset(owner.id for owner in book.parents(entity_id)))


@dataclass(frozen=True, slots=True)
class Comparable:
    """An event, with what it is compared by at hand: its first and last day as ordinals, its precision, how ``crowded``
    these days are, whether its sentence names the subject, the words of other names in that sentence (``names``) and
    those surely in its own clause (``named``) by how rare they are, its amounts and actions, the words of its sentence
    and of its clause (``said``) by their weights, those of the latter that tell what is spoken of (``telling``),
    whether it stands in its article's lead, and whether it is told of a theme."""

    event: ArticleEvent
    begin: int
    end: int
    precision: Precision
    crowded: float
    is_of_subject: bool
    names_subject: bool
    names: Mapping[str, float]
    named: Mapping[str, float]
    numbers: frozenset[str]
    actions: frozenset[str]
    words: Mapping[str, float]
    said: Mapping[str, float]
    telling: frozenset[str]
    is_in_lead: bool
    of_theme: bool = False

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


@dataclass(frozen=True, slots=True)
class Setting:
    """The timeline in which tellings are compared: whose it is, how much each name and each word of a name tells in it,
    and how crowded its dates are."""

    subject: Subject
    rare: Mapping[str, float]
    crowd: Crowd


def comparables(events: Sequence[ArticleEvent], subject: Subject) -> list[Comparable]:
    """``events``, all that is told of ``subject``, made ready to be compared within its timeline."""
    counts = Counter(one.key for event in events for one in _beside(event, subject))
    its = Setting(subject, rarity(counts, len(events)), Crowd(_days(event.date) for event in events))
    return [comparable(event, its) for event in events]


def rarity(counts: Mapping[str, int], events: int) -> dict[str, float]:
    """How much each name tells, and each word of one, by in how many of the ``events`` it stands: the more the fewer.
    By steps, so that one event more leaves most of what was merged as it was."""
    every = Counter(counts)
    for name, count in counts.items():
        every.update({word: count for word in words_of(name) if word != name})
    most = _step(events + 1)
    return {name: max(0.0, 1.0 - _step(count) / most) for name, count in every.items()}


def _step(count: int) -> int:
    return round(_STEPS * math.log2(count))


@lru_cache(maxsize=1 << 14)
def words_of(name: str) -> frozenset[str]:
    """The words by which a name is known again when it is written otherwise, « prix Kessler », "Kessler Prize": those
    that are not common ones; a listed name is one whatever it is written."""
    if name[0] != UNLISTED:
        return frozenset({name})
    words = name.removeprefix(UNLISTED).split()
    return frozenset(word for word in words if len(word) >= _LETTERS and not _is_common(word)) or frozenset({name})


def _is_common(word: str) -> bool:
    return any(common_words(lang).get(stem, 0.0) > _COMMON for lang in STEMMERS for stem in stems(word, lang))


def comparable(event: ArticleEvent, setting: Setting) -> Comparable:
    """``event`` made ready to be compared within its ``setting``."""
    subject, rare = setting.subject, setting.rare
    beside = _beside(event, subject)
    own = words_of(subject.key) if subject.key else frozenset()
    sure = [one for one in beside if one.level is Level.NAMED and one.sureness >= SURELY]
    named = {one.key for one in sure if one.key[0] != UNLISTED or " " in one.key}
    said = _weighted((word for word in event.said if not word[0].isdigit()), event.lang)
    its = [one for one in event.participants if one.key in subject.family]
    begin, end = _days(event.date)
    return Comparable(
        event,
        begin,
        end,
        precision_of(turning_point(event.date)),
        setting.crowd.around(begin, end),
        any(one.key == subject.key for one in event.participants),
        any(one.level <= Level.IN_SENTENCE for one in its),
        {word: rare[word] for one in beside for word in words_of(one.key) - own},
        {name: rare[name] for name in named},
        frozenset(event.numbers),
        frozenset(event.actions) - _TELLING_ACTIONS,
        _weighted(event.words, event.lang),
        said,
        frozenset(word for word, weight in said.items() if weight >= _TELLING),
        event.sentence[0] < _LEAD,
        subject.of_theme,
    )


def _beside(event: ArticleEvent, subject: Subject) -> list[Participant]:
    """Who is named in the sentence of ``event`` beside its subject and its owners."""
    return [
        one
        for one in event.participants
        if one.level <= Level.IN_SENTENCE and one.key != subject.key and one.key not in subject.owners
    ]


def _weighted(words: Iterable[str], lang: str) -> dict[str, float]:
    """Words by how much they tell: common ones little."""
    common = common_words(lang)
    return {word: -math.log10(max(common.get(word, 0.0), _RARE)) / -math.log10(_RARE) for word in words}
