"""The same event told by several articles becomes one: which tellings are the same, and which contradict.

Two tellings are the same event when their dates overlap and enough else agrees: who takes part beside the subject,
amounts, the kind of action, and, in one language, words. French and English agree on names, amounts and actions. The
weights are a logistic regression's on ``benchmarks/same_events.jsonl``, scaled to SAME and rounded;
``benchmarks/merging.py`` gives precision and recall.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from index.dates.calendar import Precision, first_day, last_day, precision_of, turning_point
from index.events.event import Action, ArticleEvent, Level

SAME: Final = 1.0
"""Agreement from which two tellings with overlapping dates are one event."""
_BY_DATE: Final = {Precision.DAY: 0.05, Precision.MONTH: 0.07}
"""What a date in common is worth, by the precision of the coarser one."""
_OF_SUBJECT: Final = 0.84
"""Both are about the subject itself, not about something it owns."""
_SHARED_NAME: Final = 0.26
_SHARED_NUMBER: Final = 0.7
_SHARED_ACTION: Final = 0.47
_OTHER_ACTIONS: Final = -0.28
_OTHER_NAMES: Final = -0.6
"""Both name somebody beside the subject, and nobody in common."""
_OTHER_NUMBERS: Final = -0.45
"""Both give amounts, and none in common."""
_WORDS: Final = 0.55
"""Times the share of words in common, in one language."""
_MOST_COUNTED: Final = 2
_DISPUTED_WITHIN: Final = timedelta(days=45)
_TELLING_ACTIONS: Final = frozenset({Action.ANNOUNCE.value, Action.PUBLISH.value})


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose timeline is made: its ``key``, and with those of all it owns its ``family``."""

    key: str
    family: frozenset[str]


def agreement(one: ArticleEvent, other: ArticleEvent, subject: Subject) -> float:
    """How much speaks for ``one`` and ``other`` being the same event; 0 when their dates don't overlap."""
    if not _overlap(one.date, other.date):
        return 0.0
    coarser = max((one.date, other.date), key=_days)
    return _BY_DATE.get(precision_of(turning_point(coarser)), 0.0) + _alike(one, other, subject)


def _alike(one: ArticleEvent, other: ArticleEvent, subject: Subject) -> float:
    ones, others = _names(one), _names(other)
    alike = _OF_SUBJECT * (subject.key in ones and subject.key in others)
    alike += _SHARED_NAME * min(len((ones & others) - {subject.key}), _MOST_COUNTED)
    alike += _OTHER_NAMES * _are_apart(_named(one) - {subject.key}, _named(other) - {subject.key})
    numbers, other_numbers = set(one.numbers), set(other.numbers)
    alike += _SHARED_NUMBER * min(sum(map(_weighs, numbers & other_numbers)), _MOST_COUNTED)
    alike += _OTHER_NUMBERS * _are_apart(numbers, other_numbers)
    actions, other_actions = set(one.actions) - _TELLING_ACTIONS, set(other.actions) - _TELLING_ACTIONS
    alike += _SHARED_ACTION * bool(actions & other_actions) + _OTHER_ACTIONS * _are_apart(actions, other_actions)
    if one.lang == other.lang:
        words, other_words = set(one.words), set(other.words)
        alike += _WORDS * len(words & other_words) / max(1, min(len(words), len(other_words)))
    return alike


def _are_apart(some: set[str], others: set[str]) -> bool:
    return bool(some and others and not some & others)


def merged(events: Sequence[ArticleEvent], subject: Subject) -> list[list[ArticleEvent]]:
    """``events`` in groups that each tell one event, the finest date of a group first.

    An event joins the group it agrees with most, if all dates of that group overlap its own.
    """
    groups: list[list[ArticleEvent]] = []
    for event in sorted(events, key=lambda event: (_days(event.date), event.date)):
        scored = [(_with_group(event, group, subject), -place) for place, group in enumerate(groups)]
        best, place = max(scored, default=(0.0, 0))
        if best >= SAME:
            groups[-place].append(event)
        else:
            groups.append([event])
    return groups


def disputed(group: Sequence[ArticleEvent], others: Iterable[Sequence[ArticleEvent]], subject: Subject) -> list[str]:
    """The dates that other articles give for what ``group`` tells, in order: near, equally fine, and not its own."""
    dates = {
        other.date
        for one in group
        for rival in others
        for other in rival
        if _disputes(one, other, subject) and not _by_one_article(group, rival)
    }
    return sorted(dates)


def _disputes(one: ArticleEvent, other: ArticleEvent, subject: Subject) -> bool:
    if _overlap(one.date, other.date) or precision_of(one.date) is not precision_of(other.date):
        return False
    if precision_of(one.date) not in (Precision.DAY, Precision.MONTH):
        return False
    if abs(first_day(one.date) - first_day(other.date)) > _DISPUTED_WITHIN:
        return False
    actions = set(one.actions) & set(other.actions)
    return bool(actions) and set(one.actions) == set(other.actions) and _alike(one, other, subject) >= 2 * SAME


def _by_one_article(group: Sequence[ArticleEvent], rival: Sequence[ArticleEvent]) -> bool:
    """Whether one article tells both: then they are two events."""
    return bool({event.article_id for event in group} & {event.article_id for event in rival})


def _with_group(event: ArticleEvent, group: Sequence[ArticleEvent], subject: Subject) -> float:
    if not all(_overlap(event.date, member.date) and not _side_by_side(event, member) for member in group):
        return 0.0
    return max(agreement(event, member, subject) for member in group)


def _names(event: ArticleEvent) -> set[str]:
    return {participant.key for participant in event.participants}


def _named(event: ArticleEvent) -> set[str]:
    return {participant.key for participant in event.participants if participant.level is Level.NAMED}


def _weighs(number: str) -> float:
    """An amount of several figures is seldom shared by chance; "2" often is."""
    return 1.0 if len(number.replace(".", "")) > 1 else 0.25


def _side_by_side(one: ArticleEvent, other: ArticleEvent) -> bool:
    """Whether one sentence tells both, of different dates: then they are two events."""
    return (one.article_id, one.sentence) == (other.article_id, other.sentence) and one.date != other.date


def _overlap(one: str, other: str) -> bool:
    one, other = turning_point(one), turning_point(other)
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def _days(date: str) -> int:
    date = turning_point(date)
    return (last_day(date) - first_day(date)).days
