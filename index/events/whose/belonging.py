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
from functools import cache
from operator import mul
from pathlib import Path
from typing import Final

from index.events.clauses import Rank
from index.events.event import Level, Mark
from index.events.whose.company import Company
from index.events.whose.evidence import Apart, Dwelt, Signals, Sort, ToldThere

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

_Group = tuple[tuple[str, ...], tuple[float, ...]]
"""Features that are weighed together: their names and their values."""
_ABOUT: Final = (
    *("title", "first_sentence", "first_paragraph", "share", "paragraphs", "most_named", "outranked_by_topic"),
    *("first", "first_thing", "like_person", "often", "lone_title"),
)
_NEARBY_ABOUT: Final = ("dominance", "title_beside", "weak_title", "weak", "aside", "outranked_apart", "apart")
_OTHERS: Final = ("others", "other_subject", "other_person", "other_carried", "other_company", "outranked")
_ANYWHERE: Final = (
    *("titled_others", "others_in_sentence", "is_subject", "is_first", "is_nearest", "is_carried", "was_subject"),
    *("was_named", "others_before", "is_said_after", "is_lead", "has_action", "by_article"),
)
_APART: Final = ("host", "guest", "subject", "after", "example", "other_subject", "carried", "about")
_DWELT: Final = (
    *("ago", "in_paragraph", "others_since", "paragraph_of_other", "last_is_other", "spoken_share", "named_later"),
)

_COMPANY: Final = ("paragraph_has_it", "known_strangers")


def features(signals: Signals) -> Iterator[tuple[str, float]]:
    """What is weighed, by name: each signal, and those that only mean something together."""
    for names, values in _groups(signals):
        yield from zip(names, values, strict=True)


def _groups(one: Signals) -> Iterator[_Group]:
    is_named = one.level is Level.NAMED
    where = "named" if is_named else "near" if one.level < Level.TOPIC else "topic"
    mark = Mark.ANNOUNCED if one.mark is Mark.CALLED_OFF else one.mark  # whose it was to be
    yield _kinds(one.level, mark, one.rank), (1.0, 1.0, 1.0)
    yield _within(where, _ABOUT), _about(one)
    yield _within(where, _OTHERS), _others(one)
    yield _ANYWHERE, _anywhere(one)
    if one.level is Level.IN_SENTENCE and one.apart is not None:
        yield _within("apart", (*_APART, one.apart.rank.value)), (*_told_apart(one, one.apart), 1.0)
    if is_named:
        return
    away = one.away
    yield ("away", "never_before"), (1.0 if away is None else min(1.0, away / 1500), away is None)
    yield _within(where, _NEARBY_ABOUT), _about_nearby(one)
    if one.dwelt is not None:
        values = _dwelt(one.dwelt)
        yield _within(where, (*_DWELT, one.sort.value)), (*values, 1.0)
        if one.sort is not Sort.UNKNOWN:
            yield _within(f"{where}:{one.sort.value}", _DWELT), values
    if one.told is not None:
        yield from _told(where, one.told, one.sort)
    if one.company is not None:
        values = _company(one.company)
        yield _within(where, _COMPANY), values
        if one.sort is not Sort.UNKNOWN:
            yield _within(f"{where}:{one.sort.value}", _COMPANY), values


@cache
def _kinds(level: Level, mark: Mark, rank: Rank) -> tuple[str, ...]:
    return f"level={level.name.lower()}", f"mark={mark.value}", f"rank={rank.value}"


@cache
def _within(where: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{where}:{name}" for name in names)


def _about(one: Signals) -> tuple[float, ...]:
    """How much the article is about the candidate."""
    standing = one.standing
    return (
        standing.in_title,
        standing.in_first_sentence,
        standing.in_first_paragraph,
        standing.share,
        standing.of_paragraphs,
        standing.is_most_named,
        one.outranked_by_topic,
        standing.is_first,
        standing.is_first_thing,
        standing.like_person,
        min(4, standing.times) / 4,
        standing.in_title and one.titled == 1,
    )


def _others(one: Signals) -> tuple[float, ...]:
    """Who else the clause is about."""
    return (
        one.others,
        one.other_subject,
        one.other_person,
        one.other_carried,
        one.other_company,
        one.outranked,
    )


def _anywhere(one: Signals) -> tuple[float, ...]:
    """What is weighed alike whether the clause names the candidate or not."""
    return (
        max(0, one.titled - one.standing.in_title),
        one.others_in_sentence,
        one.is_subject,
        one.is_first,
        one.is_nearest,
        one.is_carried,
        one.was_subject,
        one.was_named,
        one.others_before if one.level is not Level.NAMED else 0,
        one.is_said_after,
        one.is_lead,
        one.has_action,
        one.by_article,
    )


def _about_nearby(one: Signals) -> tuple[float, ...]:
    """How much the article is about a candidate whom the clause of the date does not name, beside others."""
    in_title, dominance = one.standing.in_title, one.dominance
    is_beside = in_title and one.titled > 1
    return (
        dominance,
        is_beside * (1.0 - dominance),
        is_beside and dominance < _WEAK,
        not in_title and dominance < _WEAK,
        not in_title and not one.standing.in_first_paragraph,
        one.outranked * (1.0 - dominance),
        (one.others_in_sentence > 0) * (1.0 - dominance),
    )


def _told_apart(one: Signals, apart: Apart) -> tuple[float, ...]:
    return (
        apart.is_host,
        apart.is_guest,
        apart.is_subject,
        apart.is_after,
        apart.is_example,
        one.other_subject,
        one.is_carried,
        one.standing.in_title or one.standing.in_first_sentence,
    )


def _dwelt(dwelt: Dwelt) -> tuple[float, ...]:
    """What the text dwelt on, for somebody whom the clause of the date does not name."""
    ago = _LONG_AGO if dwelt.ago is None else min(_LONG_AGO, dwelt.ago)
    return (
        ago / _LONG_AGO,
        dwelt.in_paragraph,
        min(3, dwelt.others_since) / 3,
        dwelt.paragraph_of_other,
        dwelt.last_is_other,
        dwelt.share,
        dwelt.named_later,
    )


def _told(where: str, told: ToldThere, sort: Sort) -> Iterator[_Group]:
    """How the sentence tells it, of somebody of that ``sort``."""
    precision = f"precision={told.precision.value}"
    yield _within(where, ("place", precision, f"{sort.value}:{precision}")), (told.place, 1.0, 1.0)
    if sort is not Sort.UNKNOWN:
        for one in told.taken_up:
            yield (f"{where}:{sort.value}:taken_up={one.value}",), (1.0,)


def _company(company: Company) -> tuple[float, ...]:
    """Of whom else its paragraph tells."""
    return company.has_it, company.known


def sureness(signals: Signals) -> float:
    """How likely the event is told of the candidate, from 0 to 1."""
    asked_for = signals.asked_for and signals.level in NEARBY
    score = _weights(asked_for=asked_for)["bias"]
    for names, values in _groups(signals):
        score += sum(map(mul, _weights_of(names, asked_for=asked_for), values))
    return 1.0 / (1.0 + math.exp(-score))


@cache
def _weights_of(names: tuple[str, ...], *, asked_for: bool) -> tuple[float, ...]:
    weights = _weights(asked_for=asked_for)
    return tuple(weights.get(name, 0.0) for name in names)


@cache
def _weights(*, asked_for: bool) -> Mapping[str, float]:
    loaded: Mapping[str, float] = json.loads(_WEIGHTS[asked_for].read_text(encoding="utf-8"))
    return loaded
