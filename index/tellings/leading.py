"""A telling that leads to the next: what comes right behind it says more of the same, or when it was."""

from __future__ import annotations

from typing import Final

from index.edtf import OPEN
from index.events.event import ArticleEvent
from index.tellings.comparable import Comparable

_NEXT: Final = 3
"""Characters between a sentence and the next."""
_BESIDE: Final = 8
"""Characters between a date and what says it more finely."""
_SHORT: Final = 120
"""Days of a date within which the next one may lie that it leads to."""
_COMING: Final = frozenset("came come arriv vient vien ven achev surv survient turn tourn bascul".split())
"""Stems of verbs that only say that something came."""
_FEW: Final = 7
"""Words of a clause that tells nothing else."""


def leads_to(one: Comparable, other: Comparable) -> bool:
    """« L'acheteur est connu un an plus tard. Le 21 janvier 2022, … »: what comes right after says more of it."""
    first, then = sorted((one, other), key=lambda each: (each.event.sentence, each.event.expression))
    if first.event.article_id != then.event.article_id:
        return False
    follows = 0 <= then.event.sentence[0] - first.event.sentence[1] <= _NEXT
    is_finer = then.end - then.begin <= first.end - first.begin
    in_figures = then.event.is_dated_in_figures and not first.event.is_dated_in_figures
    if is_finer and in_figures and (follows or are_apposed(first.event, then.event)):
        return True
    return follows and _only_comes(first, then)


def _only_comes(first: Comparable, then: Comparable) -> bool:
    """Whether ``first`` says no more than that something came in the month or year of the day ``then``: "Then came the
    change of 2022"."""
    is_bare = not first.numbers and not first.names and len(first.said) <= _FEW and not _COMING.isdisjoint(first.said)
    is_within = first.begin <= then.begin and then.end <= first.end
    return is_bare and is_within and then.end - then.begin < first.end - first.begin


def sets_the_scene(one: Comparable, other: Comparable) -> bool:
    """Whether the first tells nothing done and of nobody, and what comes right after dates it more finely: « L'ambition
    grandit à l'automne. Le 9 octobre 2024, la maison annonce »."""
    first, then = sorted((one, other), key=lambda each: each.event.sentence)
    if first.event.article_id != then.event.article_id or _says_something(first):
        return False
    follows = 0 < then.event.sentence[0] - first.event.sentence[1] <= _NEXT
    is_within = first.begin <= then.begin and then.end <= first.end and then.end - then.begin < first.end - first.begin
    is_short = len(first.said) <= _FEW and first.end - first.begin <= _SHORT
    return follows and is_within and is_short and then.event.is_dated_in_figures and not first.event.is_dated_in_figures


def _says_something(one: Comparable) -> bool:
    return bool(one.numbers or one.names or one.actions or OPEN in one.event.date)


def are_apposed(one: ArticleEvent, other: ArticleEvent) -> bool:
    """Whether two dates of one sentence stand next to each other."""
    first, then = sorted((one.expression, other.expression))
    return one.sentence == other.sentence and first != then and 0 <= then[0] - first[1] <= _BESIDE
