"""Whether a passage, in its article, meets what a question demands: who, where, when, and how much of what."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Final

from index.calibration.calibration import Calibration, ReadCalibration
from index.dates.finder import find_time_expressions
from index.demands.demands import Demands, NameAsked, PlaceAsked
from index.edtf import first_day, last_day
from index.entities.currencies import signs_of_currencies, stems_of_currencies
from index.entities.entity import Kind
from index.entities.names import name_key
from index.entities.places import is_country, places
from index.figures.figures import Counted, figures_in
from index.figures.sought import named_in
from index.question.expectation import Expectation, meets
from index.question.unit import Sort, Unit, sort_of
from index.ranking.search import Hit
from index.terms.tokens import fold, stem_of

_WORD: Final = re.compile(r"[^\W_]+")
_YEAR: Final = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_UNTOLD: Final = re.compile(
    r"\b(?:prix|montant|somme|conditions financieres|price|amount|sum|terms)\b.{0,60}"
    r"\b(?:divulgu|communiqu|revel|rendu|connu|disclos|reveal|undisclosed|public)|\bundisclosed\b"
    r"|\b(?:sans frais|sans rien payer|no charge|nothing|rien)\b"
)
"""A sum that is said not to be known, or to be none."""
_SIGN: Final = re.compile(r"[₹¥₽₺₩₪]|\bS?[Kk]r\.?(?= ?\d)|\b(?:CHF|kroner|kronor)\b")
_ABOUT: Final = re.compile(
    r"\b(?:aucune?s?|tous|toutes|all|none|nobody|personne|(?:di|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?"
    r"|milliers?|dozens?|hundreds|thousands|plusieurs|several|few|both|single|unique|seule?)\b"
)
"""A number told without a figure."""
LOOKED_THROUGH: Final = 60_000
"""Characters of an article on each side of a passage that are looked through."""
_LONGEST_SPAN: Final = 30
"""Years from the beginning to the end of a period that is believed to tell of each of them."""


class Fit(IntEnum):
    """How well what is demanded is met: it stands nowhere in the article; it is not what the passage tells of, which
    may still answer where no other one tells of it; it may be met; it is."""

    LACKS = 0
    BESIDE = 1
    DOUBTFUL = 2
    MEETS = 3

    def at_most(self, sureness: float, thresholds: Calibration | ReadCalibration) -> float:
        """What is left of ``sureness``: where something is lacking, too little for anything to be shown; where that is
        in doubt, too little to call it found."""
        if self is Fit.LACKS:
            return min(sureness, math.nextafter(thresholds.weak, 0.0))
        return min(sureness, math.nextafter(thresholds.found, 0.0)) if self < Fit.MEETS else sureness


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
        """Title and body of the article; of a long one, what is around the passage."""
        card, passage = self.hit.indexed.card, self.hit.indexed.passage
        around = slice(max(0, passage.start - LOOKED_THROUGH), passage.end + LOOKED_THROUGH)
        return f"{card.title}\n{self._body[around] or passage.text}"

    @property
    def without(self) -> Fit:
        """How well a demand is met of which nothing stands in the article: what is not looked through may have it."""
        passage = self.hit.indexed.passage
        is_whole = passage.start <= LOOKED_THROUGH and len(self._body) <= passage.end + LOOKED_THROUGH
        return Fit.LACKS if is_whole else Fit.DOUBTFUL

    @cached_property
    def _body(self) -> str:
        article = self.hit.generation.texts.article(self.hit.indexed.card.id)
        return article.body if article is not None else ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the article, in plain small letters, as they stand and as stems."""
        found = frozenset(fold(word[0]) for word in _WORD.finditer(self.article))
        return found | frozenset(stem_of(word, self.lang) for word in found)

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """The places that the article names."""
        return self.places_in(self.article)

    @cached_property
    def entities(self) -> frozenset[str]:
        """The listed entities that the article names, by any name."""
        return frozenset(
            one
            for its in self.hit.generation.wording.finder.mentions(self.article)
            for one in (its.entity_id, *its.others)
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


def fit(demands: Demands, told: Told) -> Fit:
    """How well a passage meets what is demanded: as well as the demand it meets worst."""
    return min(_fits(demands, told), default=Fit.MEETS)


def _fits(demands: Demands, told: Told) -> Iterator[Fit]:
    """How well a passage meets each of the demands."""
    for name in demands.names:
        yield _name_fit(name, told)
    for asked in demands.places:
        its = max(_place_fit(place, told, must=asked.must) for place in asked.places)
        is_paid_otherwise = demands.money and asked.must and its is Fit.DOUBTFUL and _paid_otherwise(asked, told)
        yield Fit.LACKS if is_paid_otherwise else its
    for year in demands.years:
        yield _year_fit(year, told)
    if demands.money:
        yield _money_fit(told)
    if demands.unit is not None:
        yield _unit_fit(demands.unit, told)


def is_told_by(demands: Demands, told: Told) -> bool:
    """Whether the answering sentence itself, with the one before it, tells what is demanded, names aside."""
    if demands.money and _money_fit(told) is not Fit.MEETS:
        return False
    if demands.unit is not None and _unit_fit(demands.unit, told) is not Fit.MEETS:
        return False
    there = told.places_in(told.here) if demands.places else frozenset()
    if not all(any(places().holds(one, its) for one in asked.places for its in there) for asked in demands.places):
        return False
    return not demands.years or told.years_in(told.here).issuperset(demands.years)


def _name_fit(name: NameAsked, told: Told) -> Fit:
    if not name.entities:
        is_there = any(word in told.words or stem_of(word, told.lang) in told.words for word in name.words)
        return Fit.MEETS if is_there else Fit.LACKS if name.must else Fit.DOUBTFUL
    book = told.hit.generation.wording.book
    its_own = (name_key(book[one].name) for one in name.entities)
    if not told.entities.isdisjoint(name.entities) or any(told.words.issuperset(words) for words in its_own):
        return Fit.MEETS
    kin = {one for its in name.entities for one in book.family(its)}
    kin |= {up.id for one in name.entities if book[one].kind is Kind.PERSON for up in book.parents(one)}
    return told.without if name.must and told.entities.isdisjoint(kin) else Fit.DOUBTFUL


def _place_fit(place: str, told: Told, *, must: bool) -> Fit:
    known = places()
    at_home = told.places_in(told.lead)
    if any(known.holds(place, one) for one in told.places_in(told.here) | at_home):
        return Fit.MEETS
    if any(known.holds(place, one) for one in told.everywhere):
        return Fit.DOUBTFUL
    nearby = told.places_in(told.hit.indexed.passage.text) | at_home
    if any(known.holds(one, place) for one in nearby):
        return Fit.DOUBTFUL
    if not told.everywhere and known.is_at_home(place, told.lang):
        return Fit.DOUBTFUL
    return told.without if must else Fit.DOUBTFUL


def _year_fit(year: int, told: Told) -> Fit:
    if year in told.years_in(told.here):
        return Fit.MEETS
    card = told.hit.indexed.card
    dated = told.years_in(told.answer)
    near = year in told.years_in(told.hit.indexed.passage.text) or str(year) == (card.date or "")[:4]
    if near:
        return Fit.DOUBTFUL if dated else Fit.MEETS
    return Fit.DOUBTFUL if not dated and str(year) in told.article else told.without


def _paid_otherwise(asked: PlaceAsked, told: Told) -> bool:
    """Whether the sums of the answer are all in a currency that is not the country's."""
    its = {sign for place in asked.places for sign in signs_of_currencies(place)}
    paid = {one.unit for one in figures_in(told.answer, told.lang) if one.counted is Counted.MONEY}
    return bool(its and paid) and its.isdisjoint(paid)


def _money_fit(told: Told) -> Fit:
    if _tells_money(told.answer, told.lang) or _UNTOLD.search(fold(told.answer)):
        return Fit.MEETS
    return Fit.DOUBTFUL if _tells_money(told.hit.indexed.passage.text, told.lang) else Fit.LACKS


def _tells_money(text: str, lang: str) -> bool:
    if meets(text, Expectation.MONEY) or _SIGN.search(text):
        return True
    return any(one.unit in stems_of_currencies() for one in figures_in(text, lang))


def _unit_fit(unit: Unit, told: Told) -> Fit:
    if not unit.many:
        if _is_of_the_kind(unit, told, told.answer):
            return Fit.MEETS
        return Fit.DOUBTFUL if _is_of_the_kind(unit, told, told.hit.indexed.passage.text) else Fit.BESIDE
    if _ABOUT.search(fold(told.answer)):
        return Fit.MEETS
    counted = figures_in(told.answer, told.lang)
    if not counted:
        return Fit.MEETS if meets(told.answer, Expectation.FIGURE) else Fit.DOUBTFUL
    if all(one.counted is Counted.MONEY for one in counted):
        return Fit.BESIDE
    sorts = {sort_of(one.unit, told.lang) for one in counted if one.counted is Counted.THINGS and one.unit}
    if unit.sort is None or unit.sort in sorts or None in sorts or not sorts:
        return Fit.MEETS
    return Fit.LACKS


def _is_of_the_kind(unit: Unit, told: Told, text: str) -> bool:
    if unit.sort is Sort.CITIES:
        return bool(named_in(text) or told.places_in(text))
    named = told.places_in(text)
    return any(is_country(place) is (unit.sort is Sort.COUNTRIES) for place in named)


def _years_of(value: str) -> range:
    try:
        first, last = first_day(value).year, last_day(value).year
    except ValueError:
        return range(0)
    return range(first, last + 1) if last - first <= _LONGEST_SPAN else range(first, first + 1)
