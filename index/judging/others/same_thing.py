"""Whether two passages tell of one thing: a date of a start and one of a closure contradict each other as little as the
starts of two works do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from index.figures.sought import named_in
from index.judging.objections.other_deed.deeds import deeds_asked, deeds_in, may_be_told_otherwise
from index.question.expectation import Expectation, expectation_of, meets
from index.ranking.search import Hit
from index.terms.asked import asked_terms
from index.terms.tokens import asked_words, fold, stems
from index.terms.translations import stems_across, words_across

_LEAST: Final = 3
"""Letters of a word that says what is spoken of."""


@dataclass(frozen=True)
class SpokenOf:
    """The ``sentence`` of ``hit`` that answers a ``question``, asked in ``asked_in``."""

    question: str
    asked_in: str
    hit: Hit
    sentence: str

    def tells_the_deed(self) -> bool:
        """Whether it tells of the deed of which a date is asked, if that is told in words that are known."""
        if expectation_of(self.question) is not Expectation.DATE:
            return True
        asked = deeds_asked(self.question, self.asked_in)
        return not asked or may_be_told_otherwise(asked) or not asked.isdisjoint(self._deeds)

    def speaks_of_the_things_of(self, other: SpokenOf) -> bool:
        """Whether the passage speaks of the things that are asked about and of which that of the ``other`` speaks; one
        without a known word in its language may be called anything there."""
        return all(self._speaks_of(word) or not other._has(word) for word in asked_words(self.question, self.asked_in))

    def _speaks_of(self, word: str) -> bool:
        """Whether the passage has a ``word`` of the question, or may: a deed is told in many forms."""
        if deeds_in(word, self.asked_in) or self._has(word):
            return True
        return self._lang != self.asked_in and word not in words_across(self.asked_in)

    def _has(self, word: str) -> bool:
        return any(one.found_in(self._words) > 0 for one in asked_terms(word, self.asked_in, self._lang))

    def shares_more_than_asked_with(self, other: SpokenOf) -> bool:
        """Whether the sentences, under their titles, have a name or a word in common besides those of the question."""
        if self._names & other._names:
            return True
        if self._lang == other._lang:
            return not self._own.isdisjoint(other._own)
        across = stems_across(self._lang, other._lang)
        return any(not across.get(word, frozenset()).isdisjoint(other._own) for word in self._own)

    @cached_property
    def _own(self) -> frozenset[str]:
        """The stems of the sentence, under its title, that are no words of the question, nor tell deeds."""
        asked = {stem for term in asked_terms(self.question, self.asked_in, self._lang) for stem in term.stems}
        said = stems(self._titled, self._lang)
        return frozenset(
            stem
            for stem in said
            if stem not in asked and len(stem) >= _LEAST and not stem.isdigit() and not deeds_in(stem, self._lang)
        )

    @property
    def _lang(self) -> str:
        return self.hit.indexed.card.lang

    @cached_property
    def _deeds(self) -> frozenset[int]:
        return deeds_in(self.sentence, self._lang)

    @cached_property
    def _words(self) -> frozenset[str]:
        passage, card = self.hit.indexed.passage, self.hit.indexed.card
        return frozenset(stems(f"{card.title}\n{passage.section or ''}\n{passage.text}", self._lang))

    @cached_property
    def _names(self) -> frozenset[str]:
        asked = fold(self.question)
        return frozenset(
            name for name in named_in(self._titled) if name not in asked and not meets(name, Expectation.DATE)
        )

    @property
    def _titled(self) -> str:
        return f"{self.hit.indexed.card.title}. {self.sentence}"
