"""The dates that other articles give for the same event: a contradiction, shown beside the entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from index.edtf import Precision
from index.tellings.agreement import are_apart, weighs
from index.tellings.comparable import Comparable

DISPUTED_WITHIN: Final = 45
"""Days."""
_ALIKE: Final = 2.0
"""How alike two tellings of different dates have to be for the dates to be a contradiction."""
_MOST_COUNTED: Final = 2
_DISPUTABLE: Final = (Precision.DAY, Precision.MONTH)


def disputed(group: Sequence[Comparable], others: Iterable[Sequence[Comparable]]) -> list[str]:
    """The dates that other articles give for what ``group`` tells, in order: near, equally fine, and not its own. Its
    finest dated telling of what was done stands for all; ``others`` are not looked at where there is none."""
    one = next((one for one in group if one.actions and one.precision in _DISPUTABLE), None)
    if one is None:
        return []
    rivals = (rival for rival in others if not _by_one_article(group, rival))
    return sorted({other.event.date for rival in rivals for other in rival if _disputes(one, other)})


def _disputes(one: Comparable, other: Comparable) -> bool:
    gap = max(one.begin - other.end, other.begin - one.end)
    if not 0 < gap <= DISPUTED_WITHIN or one.precision is not other.precision or one.actions != other.actions:
        return False
    return _likeness(one, other) >= _ALIKE


def _by_one_article(group: Sequence[Comparable], rival: Sequence[Comparable]) -> bool:
    """Whether one article tells both: then they are two events."""
    return bool({one.event.article_id for one in group} & {one.event.article_id for one in rival})


def _likeness(one: Comparable, other: Comparable) -> float:
    """How alike two tellings are, their dates aside, by hand: contradictions are too few to be fitted."""
    alike = 0.84 * (one.is_of_subject and other.is_of_subject)
    alike += 0.26 * min(len(one.names.keys() & other.names.keys()), _MOST_COUNTED)
    alike -= 0.6 * are_apart(one.named.keys(), other.named.keys())
    alike += 0.7 * min(sum(map(weighs, one.numbers & other.numbers)), _MOST_COUNTED)
    alike += 0.47 * bool(one.actions & other.actions) - 0.28 * are_apart(one.actions, other.actions)
    alike -= 0.45 * are_apart(one.numbers, other.numbers)
    if one.event.lang == other.event.lang:
        alike += 0.55 * len(one.words.keys() & other.words.keys()) / max(1, min(len(one.words), len(other.words)))
    return alike
