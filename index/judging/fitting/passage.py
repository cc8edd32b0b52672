"""Passages in the light of what a question demands: those that lack it make no answer."""

from __future__ import annotations

from index.demands.met import fit
from index.demands.told import Fit
from index.judging.fitting.deed import DeedAsked
from index.judging.fitting.demanded import Demanded
from index.judging.fitting.sentence import NEAR, Sentences
from index.judging.fitting.value import gives_way, is_left_open, values_near
from index.judging.objections.kind_of_words import can_answer, names_somebody_new
from index.judging.objections.never_done import is_dropped_there, is_of_another_court
from index.judging.objections.numbered import are_told, one_of_several
from index.judging.objections.opinions import asks_an_opinion, gives_an_opinion
from index.judging.objections.other_deed.contraries import tells_the_contrary
from index.judging.objections.other_deed.deaths import asks_cause_of_death, tells_cause_of_death
from index.judging.objections.other_deed.purchases import is_only_talked_of
from index.judging.objections.reasons import explains, only_measures, only_repeats, takes_up_with_reason
from index.judging.objections.sums import (
    is_of_another_sum,
    is_only_expected,
    is_only_offered,
    was_so_then,
)
from index.judging.objections.words_that_hold import is_beside, words_that_hold
from index.posts.succession import may_tell_successor
from index.ranking.search import Hit
from index.reading.reading import Reading


class Fitting:
    """How well passages meet what is ``demanded``."""

    def __init__(self, demanded: Demanded) -> None:
        question = demanded.question
        self.demanded, self.deed = demanded, DeedAsked(demanded)
        self.sentences = Sentences(demanded, self.deed)
        self._asks_cause_of_death = asks_cause_of_death(question)
        self._asks_an_opinion = asks_an_opinion(question)

    def of(self, hit: Hit, reading: Reading | None) -> Fit:
        """How well ``hit`` meets it where ``reading`` has the answer; wherever that is where it was not read. Where the
        words read can be no answer, it tells of something beside it; when a thing is decided is not surely when it is
        done."""
        its = self._demanded_fit(hit, reading)
        if reading is None or self.demanded.a_list:
            return its
        question, passage = self.demanded.question, hit.indexed.passage
        answering = reading.answering_sentence(passage)
        if self._asks_an_opinion:
            told = self.demanded.told_by(hit, answering).answer
            return min(its, Fit.DOUBTFUL if gives_an_opinion(told) else Fit.LACKS)
        words = words_read(question, hit, reading)
        if not can_answer(question, words):
            return min(its, Fit.BESIDE)
        if self.deed.is_contrary_in(hit, answering) or is_beside(question, passage, reading, answering):
            return min(its, Fit.BESIDE)
        if self.deed.is_of_another(hit, answering):
            return min(its, self._fit_beside_another(hit, reading))
        if self._asks_cause_of_death and not tells_cause_of_death(passage.text):
            return Fit.LACKS
        text = passage.sentence_texts()[answering]
        if is_of_another_sum(question, text) or was_so_then(question, text) or is_only_expected(question, text):
            return min(its, Fit.BESIDE)
        its = min(its, self._fit_of_number(hit, answering))
        if its <= Fit.BESIDE:
            return its
        if is_only_offered(question, text) or is_only_talked_of(question, text):
            return min(its, Fit.DOUBTFUL)
        if is_dropped_there(question, text) or is_of_another_court(question, text):
            return min(its, Fit.DOUBTFUL)
        if self.deed.is_only_offered_by(hit):
            return min(its, Fit.DOUBTFUL)
        if gives_way(question, hit, reading, answering) and not values_near(question, hit, reading, answering):
            return min(its, Fit.DOUBTFUL)
        if is_left_open(question, hit, answering) or self._is_of_no_successor(hit, answering):
            return min(its, Fit.DOUBTFUL)
        if self.deed.is_untold(hit):
            return Fit.LACKS
        if not self._may_be_reason(hit, words) or not names_somebody_new(question, words):
            return min(its, Fit.DOUBTFUL)
        if self.deed.must_be_told_in(hit) and not self._tells_deed_about(hit, reading):
            return min(its, Fit.DOUBTFUL)
        return its if self.deed.may_be_told_in(hit, answering) else min(its, Fit.DOUBTFUL)

    def is_unexplained(self, hit: Hit, reading: Reading) -> bool:
        """Whether a reason is asked for, and nothing where ``reading`` has the answer surely leads to one."""
        if not self.demanded.asks_why:
            return False
        texts = hit.indexed.passage.sentence_texts()
        places = {reading.answering_sentence(hit.indexed.passage), self.sentences.chosen(hit, _shares(hit, reading))}
        following = (texts[place + 1] for place in places if place + 1 < len(texts))
        return not any(map(explains, (texts[place] for place in places))) and not any(
            map(takes_up_with_reason, following)
        )

    def _fit_beside_another(self, hit: Hit, reading: Reading) -> Fit:
        """How well ``hit`` meets it where ``reading`` has the deed of another one, or another purchase."""
        if self.deed.is_of_unknown_purchase(hit):
            return Fit.LACKS
        other = self.sentences.chosen(hit, _shares(hit, reading))
        return Fit.DOUBTFUL if self.deed.is_the_one_in(hit, other) else Fit.BESIDE

    def _fit_of_number(self, hit: Hit, answering: int) -> Fit:
        """How well ``hit`` tells, around its answering sentence, of the one of several that is asked about: the third
        ship."""
        lang = hit.indexed.card.lang
        numbered = one_of_several(self.demanded.question, self.demanded.lang, lang)
        if not numbered:
            return Fit.MEETS
        texts = hit.indexed.passage.sentence_texts()
        above = (hit.indexed.card.title, hit.indexed.passage.section or "")
        around = " ".join((*above, *texts[max(0, answering - 1) : answering + 2]))
        if are_told(numbered, around, lang):
            return Fit.MEETS
        return Fit.DOUBTFUL if are_told(numbered, " ".join(texts), lang) else Fit.BESIDE

    def _may_be_reason(self, hit: Hit, words: str) -> bool:
        """Whether the ``words`` read say more than what was asked about, where a reason is asked for."""
        if not self.demanded.asks_why:
            return True
        if only_measures(words) or only_repeats(
            self.demanded.question, self.demanded.lang, words, hit.indexed.card.lang
        ):
            return False
        return self.deed.may_be_explained_by(hit)

    def _is_of_no_successor(self, hit: Hit, sentence: int) -> bool:
        """Whether a successor is asked for, and ``sentence`` can't tell of that one's."""
        texts = tuple(hit.indexed.passage.sentence_texts())
        succeeded = self.demanded.succeeded
        return succeeded is not None and not may_tell_successor(texts, sentence, hit.indexed.card.title, succeeded)

    def _tells_deed_about(self, hit: Hit, reading: Reading) -> bool:
        """Whether the sentence that likeliest answers, or the likely one that fits best, speaks of the deed asked
        about, or does what stands before or above it."""
        shares = _shares(hit, reading)
        fitting_best = self.sentences.chosen(hit, shares)
        likeliest = {fitting_best} if shares[fitting_best] > max(shares) - NEAR else set()
        return self.deed.told_by_any(hit, likeliest | {reading.answering_sentence(hit.indexed.passage)})

    def _demanded_fit(self, hit: Hit, reading: Reading | None) -> Fit:
        demands = self.demanded.of(hit.generation)
        if not demands:
            return Fit.MEETS
        if reading is None:
            return fit(demands, self.demanded.told_by(hit, None))
        likeliest = reading.answering_sentence(hit.indexed.passage)
        its = fit(demands, self.demanded.told_by(hit, likeliest))
        if its > Fit.BESIDE:
            return its
        other = self.sentences.chosen(hit, _shares(hit, reading))
        return its if other == likeliest else min(Fit.DOUBTFUL, fit(demands, self.demanded.told_by(hit, other)))


def words_read(question: str, hit: Hit, reading: Reading) -> str:
    """The words of ``hit`` that ``reading`` has in answer to ``question``."""
    passage = hit.indexed.passage
    return words_that_hold(question, passage, reading, reading.answering_sentence(passage))


def is_contrary(question: str, asked_in: str, hit: Hit, reading: Reading) -> bool:
    """Whether the sentence in which ``reading`` has the answer tells the contrary of what is asked."""
    passage, card = hit.indexed.passage, hit.indexed.card
    sentences = passage.sentence_texts()
    around = (card.title, passage.section or "", *sentences)
    return tells_the_contrary(question, asked_in, sentences[reading.answering_sentence(passage)], around, card.lang)


def _shares(hit: Hit, reading: Reading) -> list[float]:
    """The logarithm of the probability that the answer starts in each sentence of ``hit``."""
    passage = hit.indexed.passage
    return [reading.share_within(start - passage.start, end - passage.start) for start, end in passage.sentences]
