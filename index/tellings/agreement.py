"""How likely two tellings are the same event.

Two tellings are the same event when their dates overlap and enough else agrees: how fine their dates are, who takes
part beside the subject, amounts, the kind of action, and, in one language, words. French and English agree on names,
amounts and actions. Within one article a coarse date is seldom a finer one told again. The weights are a logistic
regression's, fitted by ``training/fit_merging.py`` on labelled pairs; ``benchmarks/merging.py`` gives precision and
recall.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Set
from functools import cache
from operator import mul
from pathlib import Path
from typing import Final

from index.edtf import OPEN, Precision
from index.events.event import Mark
from index.events.languages.action import Action
from index.tellings.comparable import Comparable, words_of
from index.tellings.leading import are_apposed, leads_to, sets_the_scene
from index.tellings.words import are_across, words_in_common

SAME: Final = 0.5
"""Agreement from which two tellings with overlapping dates are one event."""
_WEIGHTS: Final = Path(__file__).with_name("agreement.json")
_LONG: Final = 40
"""Days of a date in which much else may have happened."""
_LONGER: Final = 120
"""Days of one in which nearly anything may have."""
_A_WORD: Final = 0.5
"""The weight of a word that may tell two events of a month to be one."""
_TELLING_WORD: Final = 0.8
"""The weight of words in common by which a body tells again what its lead did."""
_UNTIL: Final = f"{OPEN}/"
_APPEAL: Final = Action.APPEAL.value
_IN_COURT: Final = frozenset({Action.SUE.value, Action.FINE.value, Action.FORBID.value, _APPEAL})
_DEALS: Final = frozenset({Action.BUY.value, Action.SELL.value, Action.INVEST.value, Action.PARTNER.value})
_CHANGING_HANDS: Final = frozenset({Action.BUY.value, Action.SELL.value})
_ONCE: Final = frozenset({Action.LAUNCH.value, Action.CLOSE.value})
_FAR: Final = 2000
"""Characters between two tellings of one article that are as far apart as can be."""
_MOST_COUNTED: Final = 2
_MOST_WORDS: Final = 3

FEATURES: Final = (
    "month season in_month in_season in_year crowded until same_article far says_which named shared_names names_apart "
    "other_names other_numbers shared_action done_in_long words rare across leads_to planned came"
).split()


def features(one: Comparable, other: Comparable) -> tuple[float, ...]:
    """What is weighed of two tellings whose dates overlap, in the order of FEATURES."""
    equal = one.begin == other.begin and one.end == other.end
    coarse = max(one, other, key=lambda each: each.end - each.begin)
    days = 0 if equal else coarse.end - coarse.begin
    same_article = one.event.article_id == other.event.article_id
    apart = abs(one.event.sentence[0] - other.event.sentence[0]) / _FAR
    is_led_to = leads_to(one, other)
    marks = {one.event.mark, other.event.mark}
    words = words_in_common(one, other)
    is_done = not _done(one).isdisjoint(_done(other))
    return (
        float(equal and one.precision is Precision.MONTH),
        float(equal and one.precision is Precision.SEASON),
        float(0 < days <= _LONG),
        float(_LONG < days <= _LONGER),
        float(days > _LONGER),
        # what comes right behind what leads to it is the one that is meant
        0.0 if is_led_to else coarse.crowded,
        # a day until which, and what was to be on that day, are one deadline
        float(
            not _are_of_a_day(one, other) and one.event.date.startswith(_UNTIL) != other.event.date.startswith(_UNTIL)
        ),
        float(same_article),
        min(1.0, apart) if same_article else 0.0,
        float(one.event.says_which or other.event.says_which),
        float(one.names_subject and other.names_subject),
        _sum(weight for name, weight in one.names.items() if name in other.names),
        float(are_apart(one.names.keys(), other.names.keys())),
        # what leads to a telling names nothing yet
        0.0 if is_led_to else _sum(_only_in(one, other) + _only_in(other, one)),
        float(are_apart(one.numbers, other.numbers)),
        float(is_done),
        float(is_done and days > _LONG),
        min(words, _MOST_WORDS),
        _rare_in_common(one.telling, other.telling),
        words / max(1.0, min(sum(one.words.values()), sum(other.words.values()))) if are_across(one, other) else 0.0,
        float(is_led_to),
        float(marks == {Mark.ANNOUNCED}),
        float(marks == {Mark.ANNOUNCED, Mark.TOLD}),
    )


def _are_of_a_day(one: Comparable, other: Comparable) -> bool:
    return one.begin == one.end == other.begin == other.end


def _done(one: Comparable) -> frozenset[str]:
    """What is done; what one sells, another buys."""
    return one.actions | _CHANGING_HANDS if one.actions & _CHANGING_HANDS else one.actions


def _only_in(one: Comparable, other: Comparable) -> list[float]:
    """How much the names tell that ``one`` has in its clause and the sentence of the ``other`` doesn't have, not even
    written otherwise."""
    return [weight for name, weight in one.named.items() if words_of(name).isdisjoint(other.names)]


def _sum(weights: Iterable[float]) -> float:
    return min(sum(weights), _MOST_COUNTED)


def _rare_in_common(some: Set[str], others: Set[str]) -> float:
    """The share of the telling words of the one that has fewer which the other has too."""
    return len(some & others) / max(1, min(len(some), len(others)))


def _points_back(one: Comparable, other: Comparable) -> bool:
    """« Le même jour, … », behind what tells the day, unless both tell what the subject does but once: « il a été lancé
    le 15 mars … Le même jour, il ouvrait »."""
    if one.actions & other.actions & _ONCE:
        return False
    first, then = sorted((one, other), key=lambda each: each.event.sentence)
    if one.precision is not Precision.DAY or one.begin != other.begin or one.end != other.end:
        return False
    if first.is_in_lead and not then.is_in_lead and words_in_common(one, other) >= _TELLING_WORD:
        return False  # the lead told it first: « est entré en vigueur … L'entrée en vigueur a suivi »
    same_article = one.event.article_id == other.event.article_id
    return same_article and first.event.is_dated_in_figures and not then.event.is_dated_in_figures


def _are_of_two_kinds(one: Comparable, other: Comparable) -> bool:
    """Whether one tells an appeal, or what goes on in court, and the other what it is against, or a deal."""
    if one.event.says_which or other.event.says_which:
        return False
    both = (one.actions, other.actions)
    if all(both) and (_APPEAL in one.actions) != (_APPEAL in other.actions):
        return True
    return any(some and others and some <= _IN_COURT and others <= _DEALS for some, others in (both, both[::-1]))


def _are_of_others(one: Comparable, other: Comparable) -> bool:
    """Whether two articles tell what was done by or to others: each names somebody else, or one does and the date is
    one that may hold much."""
    if one.event.article_id == other.event.article_id or not one.numbers.isdisjoint(other.numbers):
        return False
    is_long = max(one.end - one.begin, other.end - other.begin) > _LONG
    are_named = (one.named or other.named) if is_long else (one.named and other.named)
    return bool(are_named) and are_apart(one.names.keys(), other.names.keys())


def _share_a_theme_alone(one: Comparable, other: Comparable) -> bool:
    """Whether two articles tell of a theme, and of nobody and no amount in common: any firm may be fined in a month."""
    if one.event.article_id == other.event.article_id or not one.numbers.isdisjoint(other.numbers):
        return False
    return one.names.keys().isdisjoint(other.names.keys())


def _recalls(one: Comparable, other: Comparable) -> bool:
    """« L'annonce de ce mois-ci », beside what was announced: one date only says which is meant, pointing to it."""
    coarse = max((one, other), key=lambda each: each.end - each.begin).event
    return one.event.article_id == other.event.article_id and coarse.says_which and not coarse.is_dated_in_figures


def agreement(one: Comparable, other: Comparable) -> float:
    """How likely the two are the same event, from 0 to 1; 0 where they cannot be."""
    if not may_agree(one, other):
        return 0.0
    if are_one_scene(one, other) or sets_the_scene(one, other):
        return 1.0
    bias, *weights = _weights()
    return 1.0 / (1.0 + math.exp(-bias - sum(map(mul, weights, features(one, other)))))


def may_agree(one: Comparable, other: Comparable) -> bool:
    """Whether their dates overlap and, where these are longer than a month, are not all they share; two
    dates of one sentence are two events, and so are a day and what points back to it, a ruling and the appeal against
    it, a deal and a lawsuit, what others are named in."""
    if one.end < other.begin or other.end < one.begin or are_side_by_side(one, other):
        return False
    if are_one_scene(one, other):
        return True
    if _points_back(one, other) or _are_of_two_kinds(one, other) or _are_of_others(one, other):
        return False
    if one.of_theme and _share_a_theme_alone(one, other):
        return False
    if are_contrary(one, other) or _share_a_month_alone(one, other):
        return False
    if one.event.article_id != other.event.article_id or max(one.end - one.begin, other.end - other.begin) <= _LONG:
        return True
    return leads_to(one, other) or _recalls(one, other) or _share_more_than_a_date(one, other)


def are_contrary(one: Comparable, other: Comparable) -> bool:
    """Whether one denies what the other does not tell: of other amounts, or at a long date, of nothing that both name
    or do."""
    if (one.event.mark is Mark.NEGATED) is (other.event.mark is Mark.NEGATED):
        return False
    if are_apart(one.numbers, other.numbers):
        return True
    is_long = max(one.end - one.begin, other.end - other.begin) > _LONG
    return is_long and _done(one).isdisjoint(_done(other)) and not _share_a_word(one, other)


def _share_a_month_alone(one: Comparable, other: Comparable) -> bool:
    """Whether two articles in one language tell of the same month, one of them of somebody else, and neither a name nor
    an amount nor a word that tells anything is in both."""
    lengths = sorted((one.end - one.begin, other.end - other.begin))
    if lengths[0] == 0 or lengths[1] > _LONG or are_across(one, other):
        return False
    if one.event.article_id == other.event.article_id or not (one.named or other.named):
        return False
    shared = (one.names.keys() & other.names.keys(), one.numbers & other.numbers)
    return not any(shared) and words_in_common(one, other) < _A_WORD


def are_side_by_side(one: Comparable, other: Comparable) -> bool:
    """Whether one sentence tells both: then they are two events, but where the second date only says the first one
    more finely, « un an plus tard, le 15 avril 2024 », or both are one scene."""
    if one.event.sentence != other.event.sentence or one.event.article_id != other.event.article_id:
        return False
    return not are_apposed(one.event, other.event) and not are_one_scene(one, other)


def are_one_scene(one: Comparable, other: Comparable) -> bool:
    """Whether one sentence tells both, so that nobody sees two entries in it: what else was done on the day that it
    tells, "arrested on February 21 and released the same night", or the season of that day, "this spring some 700
    people marched on April 27"."""
    if one.event.sentence != other.event.sentence or one.event.article_id != other.event.article_id:
        return False
    if one.begin == other.begin and one.end == other.end:
        return one.event.is_dated_in_figures != other.event.is_dated_in_figures
    fine, coarse = sorted((one, other), key=lambda each: each.end - each.begin)
    is_within = coarse.begin <= fine.begin and fine.end <= coarse.end
    return is_within and fine.precision is Precision.DAY and coarse.precision is Precision.SEASON


def _share_more_than_a_date(one: Comparable, other: Comparable) -> bool:
    """Whether a name, an amount, a telling word or what is done is in both. Where neither date is a month's or a day's,
    what is done isn't enough, it may be any two purchases, but for the subject's own beginning or end."""
    if _share_a_word(one, other):
        return True
    done = one.actions & other.actions
    if min(one.end - one.begin, other.end - other.begin) > _LONG:
        return not one.named and not other.named and not done.isdisjoint(_ONCE)
    return bool(done)


def _share_a_word(one: Comparable, other: Comparable) -> bool:
    """Whether a name, an amount or a word of the clause that tells what is spoken of is in both."""
    pairs = ((one.names.keys(), other.names.keys()), (one.numbers, other.numbers), (one.telling, other.telling))
    return not all(some.isdisjoint(others) for some, others in pairs)


@cache
def _weights() -> tuple[float, ...]:
    loaded: dict[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return (loaded["bias"], *(loaded.get(name, 0.0) for name in FEATURES))  # a new one is fitted with none


def are_apart(some: Set[str], others: Set[str]) -> bool:
    """Whether both hold something, and nothing in common."""
    return bool(some and others and some.isdisjoint(others))


def weighs(number: str) -> float:
    """An amount of several figures is seldom shared by chance; "2" often is."""
    return 1.0 if len(number.replace(".", "")) > 1 else 0.25
