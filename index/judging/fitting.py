"""Whether a passage, in its article, holds what a question demands by name: who, where, when, and how much of what."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from typing import Final

from index.calibration.calibration import Calibration, ReadCalibration
from index.dates.finder import find_time_expressions
from index.edtf import first_day, last_day
from index.entities.places import places
from index.figures.figures import Counted, figures_in
from index.generation.generation import Generation
from index.judging.demands import Demands, NameAsked, demands_of
from index.question.expectation import Expectation, meets
from index.figures.sought import named_in
from index.question.unit import Sort, Unit, sort_of
from index.ranking.search import Hit
from index.reading.reading import Reading
from index.terms.tokens import fold, stem_of

_WORD: Final = re.compile(r"[^\W_]+")
_YEAR: Final = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_UNTOLD: Final = re.compile(
    r"\b(?:prix|montant|somme|conditions financieres|price|amount|sum|terms)\b.{0,60}\b(?:divulgu|communiqu|revel|rendu|connu"
    r"|disclos|reveal|undisclosed|public)|\bundisclosed\b|\b(?:sans frais|sans rien payer|no charge|nothing|rien)\b"
)
_OTHER_MONEY: Final = re.compile(r"\b(?:kron[eo]r|couronnes?|yens?|yuans?|roubles?|rubles?|rupees?|roupies?|reals?|pesos?|zlotys?|chf|cents)\b")
_ABOUT: Final = re.compile(
    r"\b(?:aucune?s?|tous|toutes|all|none|nobody|personne|(?:di|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?"
    r"|milliers?|dozens?|hundreds|thousands|plusieurs|several|few|both|single|unique|seule?)\b"
)
"""A number told without a figure."""
_LONGEST_SPAN: Final = 30
"""Years from the beginning to the end of a period that is believed to tell of each of them."""


class Fit(IntEnum):
    """How well what is demanded is met."""

    LACKS = 0
    DOUBTFUL = 1
    MEETS = 2

    def at_most(self, sureness: float, thresholds: Calibration | ReadCalibration) -> float:
        """What is left of ``sureness``: where something is lacking, too little for anything to be shown; where that is
        in doubt, too little to call it found."""
        if self is Fit.LACKS:
            return min(sureness, math.nextafter(thresholds.weak, 0.0))
        return min(sureness, math.nextafter(thresholds.found, 0.0)) if self is Fit.DOUBTFUL else sureness


@dataclass(frozen=True)
class Told:
    """A passage in its article, answering in one ``sentence`` (its place; None: not known which)."""

    hit: Hit
    sentence: int | None

    @cached_property
    def here(self) -> str:
        """The answering sentence with the one before it, under title and heading."""
        passage, card = self.hit.indexed.passage, self.hit.indexed.card
        texts = passage.sentence_texts()
        said = texts if self.sentence is None else texts[max(0, self.sentence - 1) : self.sentence + 1]
        return "\n".join((card.title, passage.section or "", *said))

    @cached_property
    def answer(self) -> str:
        """The answering sentence."""
        texts = self.hit.indexed.passage.sentence_texts()
        return " ".join(texts) if self.sentence is None else texts[self.sentence]

    @cached_property
    def lead(self) -> str:
        """What the article as a whole is about."""
        beginning = self.hit.generation.texts.beginning(self.hit.indexed.card.id)
        return f"{self.hit.indexed.card.title}\n{beginning.partition(chr(10))[0]}"

    @cached_property
    def article(self) -> str:
        """Title and body of the article."""
        card = self.hit.indexed.card
        article = self.hit.generation.texts.article(card.id)
        return f"{card.title}\n{article.body if article is not None else self.hit.indexed.passage.text}"

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the article, in plain small letters, as they stand and as stems."""
        found = frozenset(fold(word[0]) for word in _WORD.finditer(self.article))
        return found | frozenset(stem_of(word, self.lang) for word in found)

    @cached_property
    def entities(self) -> frozenset[str]:
        """The listed entities that the article names, by any name."""
        return frozenset(
            one for its in self.hit.generation.wording.finder.mentions(self.article) for one in (its.entity_id, *its.others)
        )

    @property
    def lang(self) -> str:
        """The language of the article."""
        return self.hit.indexed.card.lang

    def places_in(self, text: str) -> frozenset[str]:
        """The places that ``text`` names."""
        return frozenset(place for one in places().named_in(text) for place in one.places)

    def years_in(self, text: str) -> frozenset[int]:
        """The years that ``text``, of this article, tells of."""
        found = {int(year) for year in _YEAR.findall(text)}
        for one in find_time_expressions(text, self.lang, self.hit.indexed.card.date):
            found.update(_years_of(one.value))
        return frozenset(found)


class Fitting:
    """How well passages meet what ``question``, asked in ``lang``, demands; of ``a_list`` each item may be told of
    another year, and in another unit."""

    def __init__(self, question: str, lang: str, *, a_list: bool = False) -> None:
        self._question, self._lang, self._a_list = question, lang, a_list
        self._demands: dict[Generation, Demands] = {}

    def of(self, hit: Hit, reading: Reading | None) -> Fit:
        """How well ``hit`` meets it where ``reading`` has the answer; wherever that is where it was not read."""
        demands = self._demanded_of(hit.generation)
        if not demands:
            return Fit.MEETS
        passage = hit.indexed.passage
        return fit(demands, Told(hit, reading.answering_sentence(passage) if reading is not None else None))

    def lacking_last(self, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> list[Hit]:
        """``hits`` with those at their head that lack what is demanded behind all others, up to the first one that was
        ``read`` and does not; as they are where there is none."""
        for place, hit in enumerate(hits):
            if hit not in read:
                break
            if self.of(hit, read[hit]) is not Fit.LACKS:
                return [*hits[place:], *hits[:place]]
        return list(hits)

    def _demanded_of(self, generation: Generation) -> Demands:
        if generation not in self._demands:
            asked = generation.spelling.corrected(self._question, self._lang)
            demands = demands_of(asked, self._lang, generation)
            if self._a_list:
                demands = replace(demands, years=(), money=False, unit=None)
            self._demands[generation] = demands
        return self._demands[generation]


def fit(demands: Demands, told: Told) -> Fit:
    """How well a passage meets what is demanded: as well as the demand it meets worst."""
    return min((its for _, its in fits(demands, told)), default=Fit.MEETS)


def fits(demands: Demands, told: Told) -> Iterable[tuple[str, Fit]]:
    """How well a passage meets each of the demands, by what is demanded."""
    for name in demands.names:
        yield "name", _name_fit(name, told)
    for asked in demands.places:
        yield "place", max(_place_fit(place, told, must=asked.must) for place in asked.places)
    for year in demands.years:
        yield "year", _year_fit(year, told)
    if demands.money:
        yield "money", _money_fit(told)
    if demands.unit is not None:
        yield "unit", _unit_fit(demands.unit, told)


def _name_fit(name: NameAsked, told: Told) -> Fit:
    if name.entities:
        if not told.entities.isdisjoint(name.entities):
            return Fit.MEETS
        book = told.hit.generation.wording.book
        family = {one for its in name.entities for one in (*book.family(its), *(up.id for up in book.parents(its)))}
        return Fit.LACKS if name.must and told.entities.isdisjoint(family) else Fit.DOUBTFUL
    if any(word in told.words or stem_of(word, told.lang) in told.words for word in name.words):
        return Fit.MEETS
    return Fit.LACKS if name.must else Fit.DOUBTFUL


def _place_fit(place: str, told: Told, *, must: bool) -> Fit:
    known, everywhere = places(), told.places_in(told.article)
    at_home = told.places_in(told.lead)
    if any(known.holds(place, one) for one in told.places_in(told.here) | at_home):
        return Fit.MEETS
    if any(known.holds(place, one) for one in everywhere):
        return Fit.DOUBTFUL
    nearby = told.places_in(told.hit.indexed.passage.text) | at_home
    if any(known.holds(one, place) for one in nearby):
        return Fit.DOUBTFUL
    if not everywhere and known.is_at_home(place, told.lang):
        return Fit.DOUBTFUL
    return Fit.LACKS if must else Fit.DOUBTFUL


def _year_fit(year: int, told: Told) -> Fit:
    if year in told.years_in(told.here):
        return Fit.MEETS
    card = told.hit.indexed.card
    dated = told.years_in(told.answer)
    near = year in told.years_in(told.hit.indexed.passage.text) or str(year) == (card.date or "")[:4]
    if near:
        return Fit.DOUBTFUL if dated else Fit.MEETS
    return Fit.DOUBTFUL if not dated and str(year) in told.article else Fit.LACKS


def _money_fit(told: Told) -> Fit:
    if _tells_money(told.here) or _UNTOLD.search(fold(told.answer)):
        return Fit.MEETS
    return Fit.DOUBTFUL if _tells_money(told.hit.indexed.passage.text) else Fit.LACKS


def _tells_money(text: str) -> bool:
    return meets(text, Expectation.MONEY) or _OTHER_MONEY.search(fold(text)) is not None


def _unit_fit(unit: Unit, told: Told) -> Fit:
    if not unit.many:
        is_there = told.places_in(told.answer) or (unit.sort is Sort.CITIES and named_in(told.answer))
        return Fit.MEETS if is_there else Fit.DOUBTFUL
    counted = figures_in(told.answer, told.lang)
    if _ABOUT.search(fold(told.answer)):
        return Fit.MEETS
    if not counted:
        return Fit.MEETS if meets(told.answer, Expectation.FIGURE) else Fit.DOUBTFUL
    if all(one.counted is Counted.MONEY for one in counted):
        return Fit.LACKS
    sorts = [sort_of(one.unit, told.lang) for one in counted if one.counted is Counted.THINGS]
    if unit.sort is None or unit.sort in sorts or not sorts or None in sorts:
        return Fit.MEETS
    return Fit.LACKS


def _years_of(value: str) -> range:
    try:
        first, last = first_day(value).year, last_day(value).year
    except ValueError:
        return range(0)
    return range(first, last + 1) if last - first <= _LONGEST_SPAN else range(first, first + 1)
