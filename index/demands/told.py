"""A passage in its article as what may meet a demand, and how well it does."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Final

from index.calibration.calibration import Calibration, ReadCalibration
from index.dates.finder import find_time_expressions
from index.edtf import first_day, last_day
from index.entities.places import places
from index.ranking.search import Hit
from index.terms.tokens import fold, stem_of

_WORD: Final = re.compile(r"[^\W_]+")
_YEAR: Final = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
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

    @property
    def before(self) -> str:
        """The sentence before the answering one; empty where there is none, or it is not known which answers."""
        return self.hit.indexed.passage.sentence_texts()[self.sentence - 1] if self.sentence else ""

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


def _years_of(value: str) -> range:
    try:
        first, last = first_day(value).year, last_day(value).year
    except ValueError:
        return range(0)
    return range(first, last + 1) if last - first <= _LONGEST_SPAN else range(first, first + 1)
