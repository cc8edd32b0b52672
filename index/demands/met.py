"""Whether a passage, in its article, meets what a question demands: who, where, when, and how much of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.demands.demands import Demands, NameAsked, PlaceAsked
from index.demands.holders_told import post_fit, predecessor_fit
from index.demands.longer_names import says_name
from index.demands.told import Fit, Told
from index.entities.book.entity import Kind
from index.entities.book.names import name_key
from index.entities.currencies import signs_of_currencies, stems_of_currencies
from index.entities.places import is_country, places
from index.figures.figures import Counted, figures_in
from index.figures.sought import named_in
from index.posts.holders import names_post
from index.question.expectation import Expectation, meets
from index.question.unit import Sort, Unit, sort_of
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import fold, stem_of

_WORD: Final = re.compile(r"[^\W_]+")
_FIRST_NAME: Final = re.compile(r"\b([A-ZÀ-Þ][\w'’-]+) (?=([A-ZÀ-Þ][\w'’-]+))")
_FIRST_AND_LAST: Final = 2
_TITLES: Final = frozenset("m mr mrs ms miss dr mme mlle sir lady lord saint st ste docteur doctor prof maitre".split())
_YEAR: Final = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_UNTOLD: Final = re.compile(
    r"\b(?:prix|montant|somme|conditions financieres|price|amount|sum|terms)\b.{0,60}"
    r"\b(?:divulgu|communiqu|revel|rendu|connu|disclos|reveal|undisclosed|public)|\bundisclosed\b"
    r"|\b(?:sans frais|sans rien payer|no charge|nothing|rien)\b"
)
"""A sum that is said not to be known, or to be none."""
_SIGN: Final = re.compile(r"[₹¥₽₺₩₪]|\bS?[Kk]r\.?(?= ?\d)|\b(?:CHF|kroner|kronor)\b")
_A: Final = re.compile(r"\ban? (?:[a-z-]+ )?\Z")
_MAKER: Final = re.compile(r" [a-z]+")
_A_FROM: Final = re.compile(
    r"\ban? (?:[a-z'’-]+ ){1,5}?(?:from|of) \Z|\bune? (?:[a-zà-ÿ'’-]+ ){1,5}?(?:d['’]|(?:de|du|des) (?:la |l['’])?)\Z"
)
"""What stands around a place that only says where somebody comes from."""
_ABOUT: Final = re.compile(
    r"\b(?:aucune?s?|tous|toutes|all|none|nobody|personne|(?:di|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?"
    r"|milliers?|dozens?|hundreds|thousands|plusieurs|several|few|both|single|unique|seule?)\b"
)
"""A number told without a figure."""


def fit(demands: Demands, told: Told) -> Fit:
    """How well a passage meets what is demanded: as well as the demand it meets worst."""
    return min(_fits(demands, told), default=Fit.MEETS)


def _fits(demands: Demands, told: Told) -> Iterator[Fit]:
    """How well a passage meets each of the demands."""
    for name in demands.names:
        yield _name_fit(name, told)
    for asked in demands.places:
        its = max(_place_fit(place, told, must=asked.must) for place in asked.places)
        if _counts_there(demands, asked) and all(_only_comes_from(one, told) for one in asked.places):
            its = min(its, Fit.DOUBTFUL)
        is_paid_otherwise = demands.money and asked.must and its is Fit.DOUBTFUL and _paid_otherwise(asked, told)
        yield Fit.LACKS if is_paid_otherwise else its
    for year in demands.years:
        yield _year_fit(year, told)
    if demands.money:
        yield _money_fit(told)
    if demands.unit is not None:
        yield _unit_fit(demands.unit, told)
    if demands.post is not None and not demands.before:
        yield post_fit(demands.post, demands.said, told)
    if demands.before:
        yield predecessor_fit(demands.post, demands.said, told)


def is_told_by(demands: Demands, told: Told) -> bool:
    """Whether the answering sentence itself, with the one before it, tells what is demanded, names aside."""
    if demands.money and _money_fit(told) is not Fit.MEETS:
        return False
    if demands.unit is not None and _unit_fit(demands.unit, told) is not Fit.MEETS:
        return False
    if demands.before:
        return predecessor_fit(demands.post, demands.said, told) is Fit.MEETS
    if demands.post is not None and post_fit(demands.post, demands.said, told) is not Fit.MEETS:
        return False
    there = told.places_in(told.here) if demands.places else frozenset()
    if not all(any(places().holds(one, its) for one in asked.places for its in there) for asked in demands.places):
        return False
    return not demands.years or told.years_in(told.here).issuperset(demands.years)


def _name_fit(name: NameAsked, told: Told) -> Fit:
    if name.whole and not says_name(name.whole, f"{told.hit.indexed.passage.text}\n{told.lead}"):
        return Fit.DOUBTFUL if says_name(name.whole, told.article) else Fit.BESIDE
    if not name.entities:
        is_there = any(word in told.words or stem_of(word, told.lang) in told.words for word in name.words)
        if is_there and _is_of_namesakes_alone(name.words, told):
            return told.without
        if is_there and _tells_of_a_namesake(name.words, told.here):
            return Fit.BESIDE if _tells_of_a_namesake(name.words, told.answer) else Fit.DOUBTFUL
        if is_there:
            return Fit.MEETS if _is_said(name.words, told) else Fit.BESIDE
        return told.without if name.must else Fit.DOUBTFUL
    book = told.hit.generation.wording.book
    its_own = (name_key(book[one].name) for one in name.entities)
    if not told.entities.isdisjoint(name.entities) or any(told.words.issuperset(words) for words in its_own):
        return Fit.MEETS
    kin = {one for its in name.entities for one in book.family(its)}
    kin |= {up.id for one in name.entities if book[one].kind is Kind.PERSON for up in book.parents(one)}
    return told.without if name.must and told.entities.isdisjoint(kin) else Fit.DOUBTFUL


def _is_said(words: tuple[str, ...], told: Told) -> bool:
    """Whether the passage, or what stands above it, has one of the ``words`` of a name."""
    passage = told.hit.indexed.passage
    above = f"{told.lead}\n{passage.section or ''}\n{told.hit.indexed.names}"
    said = {fold(word) for word in _WORD.findall(f"{above}\n{passage.text}")}
    said |= {stem_of(word, told.lang) for word in said}
    return any(word in said or stem_of(word, told.lang) in said for word in words)


def _is_of_namesakes_alone(words: tuple[str, ...], told: Told) -> bool:
    """Whether the article of a passage has no one of the name asked for, but others of the same surname, while the
    first name is one that the base knows: whoever bears both stands in another article."""
    if len(words) != _FIRST_AND_LAST or words[0] in told.words:
        return False
    return told.hit.generation.spelling.knows(words[0]) and _tells_of_a_namesake(words, told.article)


def _tells_of_a_namesake(words: tuple[str, ...], here: str) -> bool:
    """Whether ``here`` has another first name, and only that, before the surname of somebody asked for by both."""
    if len(words) != _FIRST_AND_LAST:
        return False
    first, last = words
    before = [fold(match[1]) for match in _FIRST_NAME.finditer(here) if fold(match[2]) == last]
    named = [one for one in before if not _is_no_first_name(one)]
    return bool(named) and first not in {fold(word) for word in _WORD.findall(here)}


def _is_no_first_name(word: str) -> bool:
    """Whether ``word`` before a surname is a post, a title, or only begins the sentence: "Mayor Pike", "Then Pike"."""
    return word in _TITLES or names_post(word) or any(word in STOP_WORDS[lang] for lang in STOP_WORDS)


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


def _counts_there(demands: Demands, asked: PlaceAsked) -> bool:
    """Whether it is demanded how many there are in a place."""
    return asked.must and demands.unit is not None and demands.unit.many


def _only_comes_from(place: str, told: Told) -> bool:
    """Whether a passage names ``place`` only as where somebody comes from."""
    return says_only_origin(place, f"{told.lead}\n{told.here}")


def says_only_origin(place: str, text: str) -> bool:
    """Whether ``text`` names ``place`` only as where somebody comes from: "a Lisbon maker of clocks"."""
    there = [one for one in places().named_in(text) if any(places().holds(place, its) for its in one.places)]
    return bool(there) and all(
        (_A.search(text, 0, one.start) and _MAKER.match(text, one.end)) or _A_FROM.search(text, 0, one.start)
        for one in there
    )


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
    return any(one.counted is Counted.MONEY or one.unit in stems_of_currencies() for one in figures_in(text, lang))


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
