"""How likely an event is told of somebody, from what speaks for and against it.

A logistic regression's weights (``belonging.json``), fitted by ``training/fit_belonging.py`` on stories and gold
timelines whose events are labelled; others (``belonging_asked.json``) for who is asked for and no list holds, where the
sentence does not speak of them, fitted on folders of other subjects, too. Two thresholds cut the likelihood: what is
surely a subject's, what may be.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from index.edtf import Precision
from index.entities.entity import Kind
from index.events.clauses import Rank
from index.events.event import Level, Mark
from index.events.topics import Standing

SURELY: Final = 0.5
"""From here on an event is shown as the subject's."""
POSSIBLY: Final = 0.15
"""From here on it is kept, and shown to whoever wants all."""
NEARBY: Final = (Level.NAMED_BEFORE, Level.TOPIC)
"""Levels of whom the sentence of the date neither names nor has a reference for, nor the next one names."""
_WEIGHTS: Final = {
    asked_for: Path(__file__).with_name(name)
    for asked_for, name in ((False, "belonging.json"), (True, "belonging_asked.json"))
}
_LONG_AGO: Final = 8
"""Sentences ago, from which on it makes no difference how many."""
_WEAK: Final = 0.5
"""Named half as often as another name, or less, something is hardly what an article is about."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How somebody stands who is named in another clause of the sentence: that clause's rank, whether it is the one
    that the date's clause belongs to or the other way round, whether they are its subject, come after the date, or are
    only an example (« des clients comme »)."""

    rank: Rank
    is_host: bool
    is_guest: bool
    is_subject: bool
    is_after: bool
    is_example: bool


class Sort(StrEnum):
    """What somebody is, as far as it tells how much is theirs: of an organisation's ship and people much is told that
    is its own; of the ship's owner little that is the ship's."""

    ORGANISATION = "organisation"
    PERSON = "person"
    THING = "thing"
    UNKNOWN = "unknown"


def sort_of(kind: Kind) -> Sort:
    """What something of that ``kind`` is."""
    if kind is Kind.PERSON:
        return Sort.PERSON
    return Sort.ORGANISATION if kind in (Kind.COMPANY, Kind.INSTITUTION) else Sort.THING


class TakenUp(StrEnum):
    """What the words of a sentence go on about: somebody ("his"), a thing ("its"), several or those who speak ("we").
    French has the same words for a thing as for somebody."""

    ONE = "one"
    THING = "thing"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Dwelt:
    """What the text dwelt on before: how many sentences ago somebody was last spoken of, named or not (None: never);
    whether that was in the same paragraph; how many others were since; whether another is what the paragraph opens
    with, and whether it is another that was spoken of last; how many sentences speak of somebody, of all so far, 0 to
    1; and whether somebody is named further down."""

    ago: int | None
    in_paragraph: bool
    others_since: int
    paragraph_of_other: bool
    last_is_other: bool
    share: float
    named_later: bool


@dataclass(frozen=True, slots=True)
class ToldThere:
    """How a sentence tells what it dates: how far down its article, 0 to 1; how finely it says when; and what its words
    go on about."""

    place: float
    precision: Precision
    taken_up: frozenset[TakenUp]


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against somebody, a candidate, in an event.

    ``others`` are the other names in its clause; ``other_carried`` tells that a reference there stands for another
    name, ``other_company`` that the clause is about another company or product, which the title does not name;
    ``dominance`` is how often it is named beside the most named of the others, at most 1; ``outranked`` tells that the
    article is more about one of these, ``outranked_by_topic`` about any name; ``titled`` counts the names in the title;
    ``away`` are the characters since it was last named; ``is_said_after`` tells that it is named first, just after
    somebody unnamed; ``dwelt`` and ``told`` are known of whom the article is read for alone, and no list holds.
    """

    level: Level
    standing: Standing
    is_subject: bool
    is_first: bool
    is_carried: bool
    is_nearest: bool
    other_subject: bool
    other_person: bool
    other_carried: bool
    other_company: bool
    others: int
    others_in_sentence: int
    outranked: bool
    outranked_by_topic: bool
    dominance: float
    titled: int
    was_subject: bool
    was_named: bool
    others_before: int
    away: int | None
    is_said_after: bool
    sort: Sort
    is_lead: bool
    has_action: bool
    by_article: bool
    mark: Mark
    rank: Rank
    apart: Apart | None
    dwelt: Dwelt | None
    told: ToldThere | None

    @property
    def asked_for(self) -> bool:
        """Whether it is whom the article is read for."""
        return self.dwelt is not None


def features(signals: Signals) -> Iterator[tuple[str, float]]:
    """What is weighed, by name: each signal, and those that only mean something together."""
    one = signals
    standing = one.standing
    is_named = one.level is Level.NAMED
    level = one.level.name.lower()
    yield f"level={level}", 1.0
    about = {
        "title": float(standing.in_title),
        "first_sentence": float(standing.in_first_sentence),
        "first_paragraph": float(standing.in_first_paragraph),
        "share": standing.share,
        "paragraphs": standing.of_paragraphs,
        "most_named": float(standing.is_most_named),
        "outranked_by_topic": float(one.outranked_by_topic),
        "first": float(standing.is_first),
        "first_thing": float(standing.is_first_thing),
        "like_person": float(standing.like_person),
        "often": min(4, standing.times) / 4,
        "lone_title": float(standing.in_title and one.titled == 1),
    }
    where = "named" if is_named else "near" if one.level < Level.TOPIC else "topic"
    for name, value in about.items():
        yield f"{where}:{name}", value
    if not is_named:
        yield f"{where}:dominance", one.dominance
        yield f"{where}:title_beside", float(standing.in_title and one.titled > 1) * (1.0 - one.dominance)
        yield f"{where}:weak_title", float(standing.in_title and one.titled > 1 and one.dominance < _WEAK)
        yield f"{where}:weak", float(not standing.in_title and one.dominance < _WEAK)
        yield f"{where}:aside", float(not standing.in_title and not standing.in_first_paragraph)
        yield f"{where}:outranked_apart", float(one.outranked) * (1.0 - one.dominance)
        yield f"{where}:apart", float(one.others_in_sentence > 0) * (1.0 - one.dominance)
        if one.dwelt is not None:
            yield from _dwelt(where, one.dwelt, one.sort)
        if one.told is not None:
            yield from _told(where, one.told, one.sort)
    yield f"{where}:others", float(one.others)
    yield f"{where}:other_subject", float(one.other_subject)
    yield f"{where}:other_person", float(one.other_person)
    yield f"{where}:other_carried", float(one.other_carried)
    yield f"{where}:other_company", float(one.other_company)
    yield f"{where}:outranked", float(one.outranked)
    yield "titled_others", float(max(0, one.titled - standing.in_title))
    yield "others_in_sentence", float(one.others_in_sentence)
    yield "is_subject", float(one.is_subject)
    yield "is_first", float(one.is_first)
    yield "is_nearest", float(one.is_nearest)
    yield "is_carried", float(one.is_carried)
    yield "was_subject", float(one.was_subject)
    yield "was_named", float(one.was_named)
    yield "others_before", float(one.others_before if not is_named else 0)
    if not is_named:
        away = one.away
        yield "away", 1.0 if away is None else min(1.0, away / 1500)
        yield "never_before", float(away is None)
    yield "is_said_after", float(one.is_said_after)
    if one.level is Level.IN_SENTENCE and one.apart is not None:
        yield f"apart:{one.apart.rank.value}", 1.0
        yield "apart:host", float(one.apart.is_host)
        yield "apart:guest", float(one.apart.is_guest)
        yield "apart:subject", float(one.apart.is_subject)
        yield "apart:after", float(one.apart.is_after)
        yield "apart:example", float(one.apart.is_example)
        yield "apart:other_subject", float(one.other_subject)
        yield "apart:carried", float(one.is_carried)
        yield "apart:about", float(one.standing.in_title or one.standing.in_first_sentence)
    yield "is_lead", float(one.is_lead)
    yield "has_action", float(one.has_action)
    yield "by_article", float(one.by_article)
    mark = Mark.ANNOUNCED if one.mark is Mark.CALLED_OFF else one.mark  # whose it was to be
    yield f"mark={mark.value}", 1.0
    yield f"rank={one.rank.value}", 1.0


def _dwelt(where: str, dwelt: Dwelt, sort: Sort) -> Iterator[tuple[str, float]]:
    """What the text dwelt on, of somebody of that ``sort`` whom the clause of the date does not name."""
    ago = _LONG_AGO if dwelt.ago is None else min(_LONG_AGO, dwelt.ago)
    values = {
        "ago": ago / _LONG_AGO,
        "in_paragraph": float(dwelt.in_paragraph),
        "others_since": min(3, dwelt.others_since) / 3,
        "paragraph_of_other": float(dwelt.paragraph_of_other),
        "last_is_other": float(dwelt.last_is_other),
        "spoken_share": dwelt.share,
        "named_later": float(dwelt.named_later),
    }
    yield f"{where}:{sort.value}", 1.0
    for name, value in values.items():
        yield f"{where}:{name}", value
        if sort is not Sort.UNKNOWN:
            yield f"{where}:{sort.value}:{name}", value


def _told(where: str, told: ToldThere, sort: Sort) -> Iterator[tuple[str, float]]:
    """How the sentence tells it, of somebody of that ``sort``."""
    yield f"{where}:place", told.place
    yield f"{where}:precision={told.precision.value}", 1.0
    yield f"{where}:{sort.value}:precision={told.precision.value}", 1.0
    if sort is not Sort.UNKNOWN:
        for one in told.taken_up:
            yield f"{where}:{sort.value}:taken_up={one.value}", 1.0


def sureness(signals: Signals) -> float:
    """How likely the event is told of the candidate, from 0 to 1."""
    weights = _weights(asked_for=signals.asked_for and signals.level in NEARBY)
    score = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features(signals) if value)
    return 1.0 / (1.0 + math.exp(-score))


@cache
def _weights(*, asked_for: bool) -> Mapping[str, float]:
    loaded: Mapping[str, float] = json.loads(_WEIGHTS[asked_for].read_text(encoding="utf-8"))
    return loaded
