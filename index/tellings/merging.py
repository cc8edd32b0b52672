"""The same event told by several articles becomes one: which tellings are the same, and which contradict.

Two tellings are the same event when their dates overlap and enough else agrees: who takes part beside the subject,
amounts, the kind of action, and, in one language, words. French and English agree on names, amounts and actions. The
weights are a logistic regression's on ``benchmarks/same_events.jsonl``, scaled to SAME and rounded;
``benchmarks/merging.py`` gives precision and recall.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from index.edtf import Precision, first_day, last_day, precision_of, turning_point
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
COPIES_KEPT: Final = 3
_COMPARED: Final = 6
"""Tellings of a group, the finest dated, that another is compared with."""
DISPUTED_WITHIN: Final = 45
"""Days."""
_TELLING_ACTIONS: Final = frozenset({Action.ANNOUNCE.value, Action.PUBLISH.value})
_DISPUTABLE: Final = (Precision.DAY, Precision.MONTH)


Copied = tuple[str, frozenset[str], frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose timeline is made: its ``key``, and with those of all it owns its ``family``."""

    key: str
    family: frozenset[str]


@dataclass(frozen=True, slots=True)
class Comparable:
    """An event, with what it is compared by at hand: its first and last day as ordinals, its precision, the names
    beside the subject (``named``: those in its own clause), its amounts, actions and words."""

    event: ArticleEvent
    begin: int
    end: int
    precision: Precision
    is_of_subject: bool
    names: frozenset[str]
    named: frozenset[str]
    numbers: frozenset[str]
    actions: frozenset[str]
    words: frozenset[str]

    @property
    def copied(self) -> Copied:
        """What is the same in copies of one text."""
        return self.event.date, self.words, self.numbers, self.named


def comparable(event: ArticleEvent, subject: Subject) -> Comparable:
    """``event`` made ready to be compared within the timeline of ``subject``; open dates count where they turn."""
    point = turning_point(event.date)
    names = {one.key for one in event.participants}
    named = {one.key for one in event.participants if one.level is Level.NAMED}
    return Comparable(
        event,
        first_day(point).toordinal(),
        last_day(point).toordinal(),
        precision_of(point),
        subject.key in names,
        frozenset(names - {subject.key}),
        frozenset(named - {subject.key}),
        frozenset(event.numbers),
        frozenset(event.actions) - _TELLING_ACTIONS,
        frozenset(event.words),
    )


def agreement(one: Comparable, other: Comparable) -> float:
    """How much speaks for the two being the same event; 0 when their dates don't overlap."""
    if one.end < other.begin or other.end < one.begin:
        return 0.0
    coarser = one if one.end - one.begin >= other.end - other.begin else other
    return _BY_DATE.get(coarser.precision, 0.0) + _likeness(one, other)


def merged(events: Iterable[Comparable]) -> list[list[Comparable]]:
    """``events`` in groups that each tell one event, the finest date of a group first.

    An event joins the group it agrees with most, if all dates of that group overlap its own. Of one text in many
    articles, an agency's, COPIES_KEPT are kept: it counts no more for being copied.
    """
    groups: list[_Group] = []
    copies: dict[Copied, _Group] = {}
    times: Counter[Copied] = Counter()
    for event in sorted(events, key=lambda one: (one.end - one.begin, one.event.date)):
        copied = event.copied
        times[copied] += 1
        if copied in copies and (times[copied] > COPIES_KEPT or copies[copied].agreement(event) >= SAME):
            if times[copied] <= COPIES_KEPT:
                copies[copied].add(event)
            continue
        overlapping = [group for group in groups if group.begin <= event.end and event.begin <= group.end]
        scored = [(group.agreement(event), -place) for place, group in enumerate(overlapping)]
        best, place = max(scored, default=(0.0, 0))
        if best >= SAME:
            overlapping[-place].add(event)
            copies[copied] = overlapping[-place]
        else:
            groups.append(_Group(event))
            copies[copied] = groups[-1]
    return [group.members for group in groups]


class _Group:
    """Tellings of one event; ``begin`` to ``end`` is what all their dates have in common."""

    def __init__(self, first: Comparable) -> None:
        self.members = [first]
        self.begin, self.end = first.begin, first.end

    def add(self, event: Comparable) -> None:
        self.members.append(event)
        self.begin, self.end = max(self.begin, event.begin), min(self.end, event.end)

    def agreement(self, event: Comparable) -> float:
        if any(_side_by_side(event.event, member.event) for member in self.members):
            return 0.0
        return max(agreement(event, member) for member in self.members[:_COMPARED])


def disputed(group: Sequence[Comparable], others: Iterable[Sequence[Comparable]]) -> list[str]:
    """The dates that other articles give for what ``group`` tells, in order: near, equally fine, and not its own."""
    dates = {
        other.event.date
        for one in group
        if one.actions and one.precision in _DISPUTABLE
        for rival in others
        for other in rival
        if _disputes(one, other) and not _by_one_article(group, rival)
    }
    return sorted(dates)


def _disputes(one: Comparable, other: Comparable) -> bool:
    gap = max(one.begin - other.end, other.begin - one.end)
    if not 0 < gap <= DISPUTED_WITHIN or one.precision is not other.precision or one.actions != other.actions:
        return False
    return _likeness(one, other) >= 2 * SAME


def _by_one_article(group: Sequence[Comparable], rival: Sequence[Comparable]) -> bool:
    """Whether one article tells both: then they are two events."""
    return bool({one.event.article_id for one in group} & {one.event.article_id for one in rival})


def _likeness(one: Comparable, other: Comparable) -> float:
    alike = _OF_SUBJECT * (one.is_of_subject and other.is_of_subject)
    alike += _SHARED_NAME * min(len(one.names & other.names), _MOST_COUNTED)
    alike += _OTHER_NAMES * _are_apart(one.named, other.named)
    alike += _SHARED_NUMBER * min(sum(map(_weighs, one.numbers & other.numbers)), _MOST_COUNTED)
    alike += _OTHER_NUMBERS * _are_apart(one.numbers, other.numbers)
    alike += _SHARED_ACTION * bool(one.actions & other.actions)
    alike += _OTHER_ACTIONS * _are_apart(one.actions, other.actions)
    if one.event.lang == other.event.lang:
        alike += _WORDS * len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    return alike


def _are_apart(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others and some.isdisjoint(others))


def _weighs(number: str) -> float:
    """An amount of several figures is seldom shared by chance; "2" often is."""
    return 1.0 if len(number.replace(".", "")) > 1 else 0.25


def _side_by_side(one: ArticleEvent, other: ArticleEvent) -> bool:
    """Whether one sentence tells both, of different dates: then they are two events."""
    return one.sentence == other.sentence and one.article_id == other.article_id and one.date != other.date
