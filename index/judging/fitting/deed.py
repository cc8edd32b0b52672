"""The deed that a question asks about ("bought", « licencie »), and whether a passage tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from index.demands.told import Fit
from index.judging.fitting.demanded import Demanded
from index.judging.objections.never_done import is_offered
from index.judging.objections.other_deed.deeds import (
    are_called_so,
    asks_whether,
    deeds_asked,
    deeds_in,
    may_be_told_otherwise,
    only_decides,
    tells_contrary_deed,
)
from index.judging.objections.other_deed.purchases import Purchase
from index.judging.objections.other_deed.whose_deed import deeds_of_one, is_of_another
from index.judging.objections.sums import asks_what_was_meant
from index.question.expectation import wants_figure
from index.ranking.search import Hit

AROUND: Final = 2
"""Sentences on each side of one that says that a deed was offered, in which it may be told as done."""


class DeedAsked:
    """What is ``demanded`` of deeds; a list asks about none."""

    def __init__(self, demanded: Demanded) -> None:
        self._demanded = demanded
        question, lang = demanded.question, demanded.lang
        no_deed = demanded.a_list or asks_what_was_meant(question)
        self._deeds = frozenset[int]() if no_deed else deeds_asked(question, lang)
        self._purchase = None if demanded.a_list else Purchase.asked(question)
        self._of_reason = deeds_in(question, lang) if demanded.asks_why else frozenset[int]()

    def __bool__(self) -> bool:
        return bool(self._deeds)

    def told_in(self, hit: Hit, sentence: int) -> bool:
        """Whether a sentence of ``hit`` speaks of it, or no deed is asked about."""
        told = self._demanded.told_by(hit, sentence)
        if not self._deeds:
            return True
        return not self._deeds.isdisjoint(deeds_in(told.answer, told.lang)) and not self.is_of_another(hit, sentence)

    def is_of_another(self, hit: Hit, sentence: int) -> bool:
        """Whether a sentence of ``hit`` tells of somebody's death, birth or departure, and surely of another one's than
        of whom the question names; or of the purchase of another thing."""
        told = self._demanded.told_by(hit, sentence)
        if self._purchase is not None and self._purchase.is_another_in(told.answer):
            return True
        deeds, name = deeds_of_one(self._deeds | self._of_reason), self._demanded.first_named(hit.generation)
        if not deeds or not name:
            return False
        return is_of_another(deeds, told.answer, told.before, told.lang, name)

    def is_of_unknown_purchase(self, hit: Hit) -> bool:
        """Whether it is asked of the purchase of something of which the whole article of ``hit`` says nothing."""
        if self._purchase is None:
            return False
        told = self._demanded.told_by(hit, None)
        return told.without is Fit.LACKS and self._purchase.bought.isdisjoint(told.words)

    def is_the_one_in(self, hit: Hit, sentence: int) -> bool:
        """Whether a sentence of ``hit`` speaks of the deed asked about, or of which a reason is asked for, and not of
        that of another one."""
        told, asked = self._demanded.told_by(hit, sentence), self._deeds | self._of_reason
        return not asked.isdisjoint(deeds_in(told.answer, told.lang)) and not self.is_of_another(hit, sentence)

    def is_only_offered_by(self, hit: Hit) -> bool:
        """Whether ``hit`` says that somebody offered to do what is asked about, or of which a reason is asked for, and
        not near it that they did."""
        if asks_whether(self._demanded.question):
            return False
        asked, texts = self._deeds | self._of_reason, hit.indexed.passage.sentence_texts()
        lang = hit.indexed.card.lang
        offered = [place for place, text in enumerate(texts) if asked and is_offered(asked, text, lang)]
        around = {at for place in offered for at in range(max(0, place - AROUND), min(len(texts), place + AROUND + 1))}
        return bool(offered) and all(asked.isdisjoint(deeds_in(texts[at], lang)) for at in around.difference(offered))

    def names_all_in(self, hit: Hit, sentence: int) -> bool:
        """Whether a sentence of ``hit`` tells the purchase asked about with whoever is said to have bought."""
        return self._purchase is not None and self._purchase.names_all(self._demanded.told_by(hit, sentence).answer)

    def may_be_told_in(self, hit: Hit, sentence: int) -> bool:
        """Whether a sentence of ``hit`` may tell of it: it does, or tells of no contrary, and of nothing that is only
        decided."""
        if self._deeds and self.told_in(hit, sentence):
            return True
        text = hit.indexed.passage.sentence_texts()[sentence]
        if tells_contrary_deed(self._deeds, text, hit.indexed.card.lang):
            return False
        return not only_decides(self._demanded.question, text)

    def must_be_told_in(self, hit: Hit) -> bool:
        """Whether what answers speaks of it in words known here; who holds a post is asked of no deed."""
        if not self._deeds or may_be_told_otherwise(self._deeds):
            return False
        return self._demanded.of(hit.generation).post is None

    def told_by_any(self, hit: Hit, sentences: Iterable[int]) -> bool:
        """Whether one of the ``sentences`` of ``hit`` speaks of it, or does what stands before or above it."""
        told = (self._demanded.told_by(hit, place) for place in sentences if not self.is_of_another(hit, place))
        return any(not self._deeds.isdisjoint(deeds_in(one.here, one.lang)) for one in told)

    def is_contrary_in(self, hit: Hit, sentence: int) -> bool:
        """Whether it is asked how many it befell, and a sentence of ``hit`` tells of the contrary, and not of it."""
        if not wants_figure(self._demanded.question):
            return False
        return tells_contrary_deed(self._deeds, hit.indexed.passage.sentence_texts()[sentence], hit.indexed.card.lang)

    def spoken_of_by(self, hit: Hit) -> bool:
        """Whether ``hit``, or what stands above it, speaks of it."""
        return not self._deeds.isdisjoint(_deeds_of(hit))

    def is_untold(self, hit: Hit) -> bool:
        """Whether the whole article of ``hit`` says nothing of it, or of what a reason is asked for, and there are no
        other words for it."""
        asked = self._deeds or self._of_reason
        if not are_called_so(asked):
            return False
        told = self._demanded.told_by(hit, None)
        return told.without is Fit.LACKS and asked.isdisjoint(deeds_in(told.article, told.lang))

    def may_be_explained_by(self, hit: Hit) -> bool:
        """Whether ``hit`` may tell the reason of what a reason is asked for: it, or what stands above it, speaks of
        it, where there are no other words for it."""
        asked = self._of_reason
        return not asked or may_be_told_otherwise(asked) or not asked.isdisjoint(_deeds_of(hit))


def _deeds_of(hit: Hit) -> frozenset[int]:
    passage, card = hit.indexed.passage, hit.indexed.card
    return deeds_in(f"{card.title}\n{passage.section or ''}\n{passage.text}", card.lang)
