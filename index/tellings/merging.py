"""The same event told several times becomes one: which tellings are the same, and which contradict.

Two tellings are the same event when their dates overlap and enough else agrees: how fine their dates are, who takes
part beside the subject, amounts, the kind of action, and, in one language, words. French and English agree on names,
amounts and actions. Within one article a coarse date is seldom a finer one told again. The weights are a logistic
regression's, fitted by ``training/fit_merging.py`` on labelled pairs; ``benchmarks/merging.py`` gives precision and
recall.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Final

from index.edtf import Precision, first_day, last_day, precision_of, turning_point
from index.entities.entity import EntityBook
from index.entities.proper_names import UNLISTED
from index.events.belonging import SURELY
from index.events.event import Action, ArticleEvent, Level
from index.terms.common_words import common_words
from index.terms.tokens import stems
from index.terms.translations import words_across

SAME: Final = 0.5
"""Agreement from which two tellings with overlapping dates are one event."""
_WEIGHTS: Final = Path(__file__).with_name("merging.json")
_ALIKE: Final = 2.0
"""How alike two tellings of different dates have to be for the dates to be a contradiction."""
_NEXT: Final = 3
"""Characters between a sentence and the next."""
_RARE: Final = 1e-3
"""The share of passages at large that hold a word that is not among the common ones."""
_TELLING: Final = 0.85
"""The weight of a word from which it tells what is spoken of, in whatever language."""
LONG: Final = 40
"""Days of a date in which much else may have happened."""
_SOME: Final = 0.4
"""The share of words that translate each other from which something is told in both languages."""
_FAR: Final = 2000
"""Characters between two tellings of one article that are as far apart as can be."""
_LEAD: Final = 700
"""Characters at the head of an article whose events its body often tells again."""
MOST_COUNTED: Final = 2
DISPUTED_WITHIN: Final = 45
"""Days."""
_TELLING_ACTIONS: Final = frozenset({Action.ANNOUNCE.value, Action.PUBLISH.value})
_DISPUTABLE: Final = (Precision.DAY, Precision.MONTH)


Copied = tuple[str, frozenset[str], frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose timeline is made: its ``key``, with those of all it owns its ``family``, and its ``owners``."""

    key: str
    family: frozenset[str]
    owners: frozenset[str] = frozenset()


def subject_of(entity_id: str, book: EntityBook) -> Subject:
    """An entity of ``book`` as the subject of a timeline; ``KeyError`` for an unknown id."""
    return Subject(entity_id, book.family(entity_id), frozenset(owner.id for owner in book.parents(entity_id)))


@dataclass(frozen=True, slots=True)
class Comparable:
    """An event, with what it is compared by at hand: its first and last day as ordinals, its precision, the names
    beside the subject (``named``: those in its own clause), its amounts and actions, the words of its sentence and of
    its clause (``said``) by their weights, those of the latter that tell what is spoken of (``telling``), and whether
    it stands in its article's lead."""

    event: ArticleEvent
    begin: int
    end: int
    precision: Precision
    is_of_subject: bool
    names: frozenset[str]
    named: frozenset[str]
    numbers: frozenset[str]
    actions: frozenset[str]
    words: Mapping[str, float]
    said: Mapping[str, float]
    telling: frozenset[str]
    is_in_lead: bool

    @property
    def copied(self) -> Copied:
        """What is the same in copies of one text."""
        return self.event.date, frozenset(self.words), self.numbers, self.named


def comparable(event: ArticleEvent, subject: Subject) -> Comparable:
    """``event`` made ready to be compared within the timeline of ``subject``; open dates count where they turn."""
    point = turning_point(event.date)
    sure = [
        one
        for one in event.participants
        if one.sureness >= SURELY and one.level < Level.TOPIC and one.key not in subject.owners
    ]
    names = {one.key for one in sure}
    named = {one.key for one in sure if one.level is Level.NAMED and (one.key[0] != UNLISTED or " " in one.key)}
    said = _weighted((word for word in event.said if not word[0].isdigit()), event.lang)
    return Comparable(
        event,
        first_day(point).toordinal(),
        last_day(point).toordinal(),
        precision_of(point),
        any(one.key == subject.key for one in event.participants),
        frozenset(names - {subject.key}),
        frozenset(named - {subject.key}),
        frozenset(event.numbers),
        frozenset(event.actions) - _TELLING_ACTIONS,
        _weighted(event.words, event.lang),
        said,
        frozenset(word for word, weight in said.items() if weight >= _TELLING),
        event.sentence[0] < _LEAD,
    )


FEATURES: Final = (
    "month long far of_subject shared_names contained_names other_names shared_numbers other_numbers shared_action "
    "day_action across_action other_actions rare said day_said contained_said across across_day figures_day told_again "
    "leads_to points_back"
).split()


def features(one: Comparable, other: Comparable) -> tuple[float, ...]:
    """What is weighed of two tellings whose dates overlap, in the order of FEATURES."""
    equal = one.begin == other.begin and one.end == other.end
    by_day = equal and one.precision is Precision.DAY
    same_article = one.event.article_id == other.event.article_id
    apart = abs(one.event.sentence[0] - other.event.sentence[0]) / _FAR
    in_figures = one.event.is_dated_in_figures and other.event.is_dated_in_figures
    is_across = one.event.lang != other.event.lang
    said = 0.0 if is_across else in_common(one.said, other.said)
    across = in_common_across(one, other) if is_across else 0.0
    shared_names = float(min(len(one.names & other.names), MOST_COUNTED))
    shared_action = bool(one.actions & other.actions)
    return (
        float(equal and one.precision is Precision.MONTH),
        float(not equal and max(one.end - one.begin, other.end - other.begin) > LONG),
        min(1.0, apart) if same_article else 0.0,
        float(one.is_of_subject and other.is_of_subject),
        shared_names,
        shared_names * (not equal),
        float(are_apart(one.named, other.named)),
        float(min(sum(map(_weighs, one.numbers & other.numbers)), MOST_COUNTED)),
        float(are_apart(one.numbers, other.numbers)),
        float(shared_action),
        float(shared_action and by_day),
        float(shared_action and is_across),
        float(are_apart(one.actions, other.actions)),
        rare_in_common(one, other),
        said,
        said * by_day,
        said * (not equal),
        across,
        across * equal,
        float(by_day and in_figures),
        float(same_article and one.is_in_lead != other.is_in_lead),
        float(same_article and _leads_to(one, other)),
        float(same_article and _points_back(one, other)),
    )


def rare_in_common(one: Comparable, other: Comparable) -> float:
    """The share of the telling words of the one that has fewer which the other has too."""
    return len(one.telling & other.telling) / max(1, min(len(one.telling), len(other.telling)))


def _leads_to(one: Comparable, other: Comparable) -> bool:
    """« L'acheteur est connu un an plus tard. Le 21 janvier 2022, … »: the sentence after says more of it."""
    first, then = sorted((one, other), key=lambda each: each.event.sentence)
    follows = 0 <= then.event.sentence[0] - first.event.sentence[1] <= _NEXT
    is_finer = then.end - then.begin <= first.end - first.begin
    return follows and is_finer and then.event.is_dated_in_figures and not first.event.is_dated_in_figures


def _points_back(one: Comparable, other: Comparable) -> bool:
    """« Le même jour, … »: what points back to a date tells something else of it."""
    first, then = sorted((one, other), key=lambda each: each.event.sentence)
    return first.event.is_dated_in_figures and not then.event.is_dated_in_figures


def in_common(some: Mapping[str, float], others: Mapping[str, float]) -> float:
    """The share of the shorter one's words, by their weights, that the other has too."""
    shared = sum(weight for word, weight in some.items() if word in others)
    return shared / max(1.0, min(sum(some.values()), sum(others.values())))


def in_common_across(one: Comparable, other: Comparable) -> float:
    """As :func:`in_common`, of two languages: words that translate each other are the same."""
    french, english = (one, other) if one.event.lang == "fr" else (other, one)
    across = stems_across()
    shared = sum(
        weight
        for word, weight in french.words.items()
        if word in english.words or not across.get(word, frozenset()).isdisjoint(english.words)
    )
    return shared / max(1.0, min(sum(french.words.values()), sum(english.words.values())))


@cache
def stems_across() -> Mapping[str, frozenset[str]]:
    """For each French stem, the English ones that translate it; read when two languages are first compared."""
    found: dict[str, set[str]] = {}
    for word, its in words_across("fr").items():
        for stem in stems(word, "fr"):
            found.setdefault(stem, set()).update(one for other in its for one in stems(other, "en"))
    return {stem: frozenset(its) for stem, its in found.items()}


def _weighted(words: Iterable[str], lang: str) -> dict[str, float]:
    """Words by how much they tell: common ones little."""
    common = common_words(lang)
    return {word: -math.log10(max(common.get(word, 0.0), _RARE)) / -math.log10(_RARE) for word in words}


def agreement(one: Comparable, other: Comparable) -> float:
    """How likely the two are the same event, from 0 to 1; 0 when their dates don't overlap, or are all they share."""
    if one.end < other.begin or other.end < one.begin or _share_only_a_year(one, other):
        return 0.0
    bias, *fitted = weights()
    return 1.0 / (1.0 + math.exp(-bias - sum(map(mul, fitted, features(one, other)))))


def _share_only_a_year(one: Comparable, other: Comparable) -> bool:
    """Whether two articles date by one year what may be any two of its purchases: no name, amount or telling word
    beside the subject is in both."""
    if one.event.article_id == other.event.article_id or min(one.end - one.begin, other.end - other.begin) <= LONG:
        return False
    across = in_common_across(one, other) if one.event.lang != other.event.lang else 0.0
    shared = one.names & other.names or one.numbers & other.numbers or rare_in_common(one, other)
    return not shared and across < _SOME


@cache
def weights() -> tuple[float, ...]:
    """What was fitted: a bias, then the weight of each feature, in the order of FEATURES."""
    loaded: dict[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return (loaded["bias"], *(loaded[name] for name in FEATURES))


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
    return _likeness(one, other) >= _ALIKE


def _by_one_article(group: Sequence[Comparable], rival: Sequence[Comparable]) -> bool:
    """Whether one article tells both: then they are two events."""
    return bool({one.event.article_id for one in group} & {one.event.article_id for one in rival})


def _likeness(one: Comparable, other: Comparable) -> float:
    """How alike two tellings are, their dates aside, by hand: contradictions are too few to be fitted."""
    alike = 0.84 * (one.is_of_subject and other.is_of_subject)
    alike += 0.26 * min(len(one.names & other.names), MOST_COUNTED) - 0.6 * are_apart(one.named, other.named)
    alike += 0.7 * min(sum(map(_weighs, one.numbers & other.numbers)), MOST_COUNTED)
    alike += 0.47 * bool(one.actions & other.actions) - 0.28 * are_apart(one.actions, other.actions)
    alike -= 0.45 * are_apart(one.numbers, other.numbers)
    if one.event.lang == other.event.lang:
        alike += 0.55 * len(one.words.keys() & other.words.keys()) / max(1, min(len(one.words), len(other.words)))
    return alike


def are_apart(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both have something, and nothing in common."""
    return bool(some and others and some.isdisjoint(others))


def _weighs(number: str) -> float:
    """An amount of several figures is seldom shared by chance; "2" often is."""
    return 1.0 if len(number.replace(".", "")) > 1 else 0.25
