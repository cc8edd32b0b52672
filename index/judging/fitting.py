"""Passages in the light of what a question demands: those that lack it come last, and make no answer; of sentences
near each other, the one that tells it is marked."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import Final

from index.demands.demands import Demands, demands_of
from index.demands.holders_told import follows_another, needs_before
from index.demands.met import fit, is_told_by
from index.demands.told import Fit, Told
from index.generation.generation import Generation
from index.judging.agreement import is_settled
from index.judging.by_reading import LIKELY
from index.judging.objections.contraries import tells_the_contrary
from index.judging.objections.deaths import asks_cause_of_death, tells_cause_of_death
from index.judging.objections.deeds import (
    are_called_so,
    deeds_asked,
    deeds_in,
    may_be_told_otherwise,
    only_decides,
    tells_contrary_deed,
)
from index.judging.objections.kind_of_words import can_answer, is_of_the_kind, names_somebody_new
from index.judging.objections.opinions import asks_an_opinion, gives_an_opinion
from index.judging.objections.reasons import asks_why, only_repeats, tells_a_reason
from index.judging.objections.retracted import holds_nothing, is_retracted, what_holds
from index.judging.objections.sums import is_of_another_sum
from index.judging.objections.taken_back import is_denied, is_taken_back
from index.judging.objections.words_that_hold import held_instead, span_that_holds, words_that_hold
from index.passages.passage import Span
from index.posts.holders import successor_in
from index.posts.succession import may_tell_successor, succeeded_asked, tells_successor
from index.question.defined import names_thing, thing_asked
from index.question.expectation import Expectation, expectation_of, meets
from index.question.newest import asks_for_newest
from index.ranking.search import Hit
from index.reading.reading import Reading

NEAR: Final = 3.0
"""How far behind the likeliest sentence, by what speaks for it, one that tells what is demanded may be."""

OF_A_DEED, OF_A_KNOWN_DEED = 2.0, 3.0
"""Logarithm of odds: so much less likely an answer may be that speaks of the deed than one that doesn't; and where the
deed is told in words that are all known here."""
UNLIKELY: Final = -2.5
"""Logarithm of odds: what answers no likelier is no answer, whatever its words."""
AS_LIKELY: Final = 6.0
"""Logarithm of probabilities: what is less likely than that by so much has no answer."""
SURELY: Final = -0.5
"""Logarithm of the probability from which the answer surely stands in a sentence, if in any."""
BESIDE_IT: Final = 2
"""Sentences on each side of one whose value gave way, in which the one that holds is looked for."""
NEAR_OF_POST, NEAR_BEFORE = 4.0, 8.0
"""...and one that tells who holds a post, or held it before another: readers take anybody named nearby for them."""


class NameBefore(Enum):
    """Whom the sentence before the answering one names: nobody who matters; the ``HOLDER`` of the post of which the
    answering one speaks; or ``ANOTHER``, who held it until the one whom the answering one names. ``TAKEN_BACK``: the
    answering one takes back what it says."""

    NONE = auto()
    HOLDER = auto()
    ANOTHER = auto()
    TAKEN_BACK = auto()


class Fitting:
    """How well passages meet what ``question``, asked in ``lang``, demands; of ``a_list`` each item may be told of
    another year, and in another unit."""

    def __init__(self, question: str, lang: str, *, a_list: bool = False) -> None:
        self._question, self._lang, self._a_list = question, lang, a_list
        self._deeds = frozenset[int]() if a_list else deeds_asked(question, lang)
        self._asks_why = asks_why(question)
        self._asks_cause_of_death = asks_cause_of_death(question)
        self._thing = () if a_list else thing_asked(question)
        self._succeeded = None if a_list else succeeded_asked(question)
        self._asks_an_opinion = asks_an_opinion(question)
        counts = expectation_of(question) in (Expectation.FIGURE, Expectation.MONEY)
        self._asks_of_today = counts and not a_list and not is_settled(question)
        self._demands: dict[Generation, Demands] = {}
        self._told: dict[tuple[Hit, int | None], Told] = {}

    def of(self, hit: Hit, reading: Reading | None) -> Fit:
        """How well ``hit`` meets it where ``reading`` has the answer; wherever that is where it was not read. Where the
        words read can be no answer, it tells of something beside it; when a thing is decided is not surely when it is
        done."""
        its = self._demanded_fit(hit, reading)
        if reading is None or self._a_list:
            return its
        if self._asks_an_opinion:
            sentence = reading.answering_sentence(hit.indexed.passage)
            told = self._told_by(hit, sentence).answer
            return min(its, Fit.DOUBTFUL if gives_an_opinion(told) else Fit.LACKS)
        if not self._can_answer(hit, reading):
            return min(its, Fit.BESIDE)
        answering = reading.answering_sentence(hit.indexed.passage)
        if self._asks_cause_of_death and not tells_cause_of_death(hit.indexed.passage.text):
            return Fit.LACKS
        if is_of_another_sum(self._question, hit.indexed.passage.sentence_texts()[answering]):
            return min(its, Fit.BESIDE)
        if self._gives_way(hit, reading, answering) and not self._values_near(hit, reading, answering):
            return min(its, Fit.DOUBTFUL)
        if self._is_left_open(hit, answering) or self._is_of_no_successor(hit, answering):
            return min(its, Fit.DOUBTFUL)
        if self._tells_no_such_deed(hit):
            return Fit.LACKS
        if not self._may_be_reason(hit, reading) or not names_somebody_new(self._question, self._words(hit, reading)):
            return min(its, Fit.DOUBTFUL)
        if self._must_tell_deed(hit) and not self._tells_deed_about(hit, reading):
            return min(its, Fit.DOUBTFUL)
        return its if self._may_tell_deed(hit, answering) else min(its, Fit.DOUBTFUL)

    def _may_be_reason(self, hit: Hit, reading: Reading) -> bool:
        """Whether the words read say more than what was asked about, where a reason is asked for."""
        if not self._asks_why:
            return True
        passage, card = hit.indexed.passage, hit.indexed.card
        if only_repeats(self._question, self._lang, self._words(hit, reading), card.lang):
            return False
        asked = deeds_in(self._question, self._lang)
        said = f"{card.title}\n{passage.section or ''}\n{passage.text}"
        return not asked or may_be_told_otherwise(asked) or not asked.isdisjoint(deeds_in(said, card.lang))

    def _may_tell_deed(self, hit: Hit, sentence: int) -> bool:
        """Whether a sentence of ``hit`` may tell of the deed asked about: it does, or tells of no contrary, and of
        nothing that is only decided."""
        if self._deeds and self._tells_deed(hit, sentence):
            return True
        text = hit.indexed.passage.sentence_texts()[sentence]
        if tells_contrary_deed(self._deeds, text, hit.indexed.card.lang):
            return False
        return not only_decides(self._question, text)

    def _must_tell_deed(self, hit: Hit) -> bool:
        """Whether what answers speaks of the deed asked about in words known here; who holds a post is asked of no
        deed."""
        if not self._deeds or may_be_told_otherwise(self._deeds):
            return False
        return self._demanded_of(hit.generation).post is None

    def _can_answer(self, hit: Hit, reading: Reading) -> bool:
        return can_answer(self._question, self._words(hit, reading))

    def may_answer(self, hit: Hit, reading: Reading, sentence: int) -> bool:
        """Whether the words read in a sentence of ``hit`` can be an answer, as far as they tell."""
        words = words_that_hold(self._question, hit.indexed.passage, reading, sentence)
        if self._asks_why and only_repeats(self._question, self._lang, words, hit.indexed.card.lang):
            return False
        return can_answer(self._question, words)

    def holding_value(self, hit: Hit, reading: Reading, sentence: int, scores: Sequence[float]) -> int:
        """The place of the sentence beside ``sentence``, the best by ``scores``, that tells the value that holds, where
        that one tells one that gave way to it, is only asked, or taken back by the next one; else ``sentence``."""
        held = what_holds(self._question, hit.indexed.passage.sentence_texts(), sentence)
        if held is not None:
            return held
        if not self._gives_way(hit, reading, sentence):
            return sentence
        return max(self._values_near(hit, reading, sentence), key=scores.__getitem__, default=sentence)

    def _is_of_no_successor(self, hit: Hit, sentence: int) -> bool:
        """Whether a successor is asked for, and ``sentence`` can't tell of that one's."""
        passage = hit.indexed.passage
        texts = tuple(passage.sentence_texts())
        return self._succeeded is not None and not may_tell_successor(
            texts, sentence, hit.indexed.card.title, self._succeeded
        )

    def _is_left_open(self, hit: Hit, sentence: int) -> bool:
        """Whether the next sentence of ``hit`` takes ``sentence`` back, and nothing behind it tells what holds."""
        texts = hit.indexed.passage.sentence_texts()
        held = what_holds(self._question, texts, sentence)
        return held is not None and holds_nothing(self._question, texts[held])

    def _gives_way(self, hit: Hit, reading: Reading, sentence: int) -> bool:
        """Whether what is read in a sentence of ``hit`` is taken back by the text itself."""
        passage = hit.indexed.passage
        texts, words = passage.sentence_texts(), span_that_holds(self._question, passage, reading, sentence)
        if is_denied(texts[sentence], " ".join(texts[sentence + 1 : sentence + 2])):
            return True
        return words is not None and is_taken_back(self._question, texts[sentence], words)

    def instead(self, hit: Hit, reading: Reading, sentence: int) -> Span | None:
        """Where in the article the words of a sentence of ``hit`` stand that hold instead of the likeliest ones."""
        return held_instead(self._question, hit.indexed.passage, reading, sentence)

    def _values_near(self, hit: Hit, reading: Reading, sentence: int) -> list[int]:
        """The places of the sentences of ``hit`` around one that have what is expected, and is not taken back there."""
        texts, kind = hit.indexed.passage.sentence_texts(), expectation_of(self._question)
        around = range(max(0, sentence - BESIDE_IT), min(len(texts), sentence + 1 + BESIDE_IT))
        return [
            place
            for place in around
            if place != sentence and meets(texts[place], kind) and not self._gives_way(hit, reading, place)
        ]

    def _words(self, hit: Hit, reading: Reading) -> str:
        passage = hit.indexed.passage
        return words_that_hold(self._question, passage, reading, reading.answering_sentence(passage))

    def _demanded_fit(self, hit: Hit, reading: Reading | None) -> Fit:
        demands = self._demanded_of(hit.generation)
        if not demands:
            return Fit.MEETS
        if reading is None:
            return fit(demands, self._told_by(hit, None))
        passage = hit.indexed.passage
        likeliest = reading.answering_sentence(passage)
        its = fit(demands, self._told_by(hit, likeliest))
        if its > Fit.BESIDE:
            return its
        other = self.sentence(hit, _shares(hit, reading))
        return its if other == likeliest else min(Fit.DOUBTFUL, fit(demands, self._told_by(hit, other)))

    def lacking_last(self, asked: str, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> list[Hit]:
        """``hits`` with those at their head that lack what is demanded, tell of something beside it or the contrary of
        what is ``asked``, behind all others, up to the first one that was ``read``, likely answers and does not; as
        they are where there is none."""
        answers = [read[hit].answers if hit in read else None for hit in hits]

        def fit_of(place: int) -> Fit:
            hit, reading = hits[place], read[hits[place]]
            its = self.of(hit, reading)
            return min(its, Fit.BESIDE) if is_contrary(asked, self._lang, hit, reading) else its

        first = first_fitting(answers, fit_of) or self._first_of_the_kind(hits, read) or self._first_doing(hits, read)
        first = first or self._first_naming(hits, read)
        return [*hits[first:], *hits[:first]]

    def _first_of_the_kind(self, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> int:
        """Where the words read in the first passage can be no answer, the place of the first one in which they are just
        what is asked for, even if it hardly likely answers; else 0."""
        if not hits or hits[0] not in read or self._can_answer(hits[0], read[hits[0]]):
            return 0
        return next(
            (
                place
                for place, hit in enumerate(hits)
                if hit in read
                and read[hit].answers > UNLIKELY
                and is_of_the_kind(self._question, self._words(hit, read[hit]))
            ),
            0,
        )

    def _first_doing(self, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> int:
        """The place of the first passage of which the answering sentence speaks of the deed asked about, and which
        answers about as likely as the first one, where that one speaks of no such deed; else 0."""
        if not self._deeds or not hits or hits[0] not in read or self._speaks_of_deed(hits[0]):
            return 0
        behind = OF_A_KNOWN_DEED if self._must_tell_deed(hits[0]) else OF_A_DEED
        least = max(LIKELY, read[hits[0]].answers - behind)
        likelier = (place for place, hit in enumerate(hits) if hit in read and read[hit].answers > least)
        for place in likelier:
            if self._tells_deed(hits[place], read[hits[place]].answering_sentence(hits[place].indexed.passage)):
                return place
        return 0

    def _first_naming(self, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> int:
        """Where it is asked what a thing is, or who came after somebody, and the first passage does not say, the place
        of the first one that does and answers about as likely; else 0."""
        if not hits or hits[0] not in read or not (self._thing or self._succeeded):
            return 0
        if self._tells_of_it(hits[0]):
            return 0
        behind = math.inf if self._succeeded is not None else OF_A_KNOWN_DEED
        least = max(UNLIKELY, read[hits[0]].answers - behind)
        likely = (place for place, hit in enumerate(hits) if hit in read and read[hit].answers > least)
        return next((place for place in likely if self._tells_of_it(hits[place])), 0)

    def _tells_of_it(self, hit: Hit) -> bool:
        return any(map(self._says_it, hit.indexed.passage.sentence_texts()))

    def _says_it(self, sentence: str) -> bool:
        """Whether ``sentence`` names the thing of which it is asked what it is, or tells who came after the one whose
        successor is asked for."""
        if self._succeeded is not None:
            return tells_successor(sentence, self._succeeded)
        return bool(self._thing) and names_thing(self._thing, sentence)

    def _tells_no_such_deed(self, hit: Hit) -> bool:
        """Whether the whole article of ``hit`` says nothing of a deed asked about, for which there are no other
        words."""
        asked = self._deeds or (deeds_in(self._question, self._lang) if self._asks_why else frozenset())
        if not are_called_so(asked):
            return False
        told = self._told_by(hit, None)
        return told.without is Fit.LACKS and asked.isdisjoint(deeds_in(told.article, told.lang))

    def _tells_deed_about(self, hit: Hit, reading: Reading) -> bool:
        """Whether the sentence that likeliest answers, or the likely one that fits best, speaks of the deed asked
        about, or does what stands before or above it."""
        shares = _shares(hit, reading)
        likeliest = {place for place in (self.sentence(hit, shares),) if shares[place] > max(shares) - NEAR}
        likeliest.add(reading.answering_sentence(hit.indexed.passage))
        told = (self._told_by(hit, place) for place in likeliest)
        return any(not self._deeds.isdisjoint(deeds_in(one.here, one.lang)) for one in told)

    def _speaks_of_deed(self, hit: Hit) -> bool:
        passage, card = hit.indexed.passage, hit.indexed.card
        said = f"{card.title}\n{passage.section or ''}\n{passage.text}"
        return not self._deeds.isdisjoint(deeds_in(said, card.lang))

    def sentence(self, hit: Hit, scores: Sequence[float], said: Sequence[float] | None = None) -> int:
        """The place of the sentence of ``hit`` that answers, by ``scores``; where that one does not itself tell what is
        demanded, the best of those that do, if one is near; or the deed asked about, or how many there are now, if
        by what the reader ``said``, which else is the scores, the answer may be there."""
        demands = self._demanded_of(hit.generation)
        best, texts = max(range(len(scores)), key=scores.__getitem__), hit.indexed.passage.sentence_texts()
        if demands.post is not None and best + 1 < len(scores):
            another = follows_another(demands.post, demands.said, self._told_by(hit, best + 1))
            best = best + 1 if another else best
        near = [place for place, score in enumerate(scores) if score > scores[best] - _near(demands)]
        telling = [place for place in near if not demands or is_told_by(demands, self._told_by(hit, place))]
        likely = said if said is not None else scores
        doing = [
            place
            for place in telling or near
            if likely[place] > likely[best] - AS_LIKELY and self._tells_deed(hit, place)
        ]
        naming = [
            place
            for place, text in enumerate(texts)
            if scores[place] > scores[best] - AS_LIKELY and self._says_it(text)
        ]
        preferred = naming or doing or telling or [best]
        chosen = best if best in preferred else max(preferred, key=scores.__getitem__)
        chosen = self._with_reason(hit, chosen, said)
        of_today = [
            place for place in near if likely[place] > likely[chosen] - AS_LIKELY and self._is_of_today(hit, place)
        ]
        if not of_today or self._is_of_today(hit, chosen):
            return chosen
        return max(of_today, key=scores.__getitem__)

    def _with_reason(self, hit: Hit, chosen: int, said: Sequence[float] | None) -> int:
        """Where a reason is asked for, the sentence of ``hit`` in which the reader surely has it by what it ``said``,
        rather than one that gives none; else the one ``chosen``."""
        if not self._asks_why or said is None:
            return chosen
        likeliest = max(range(len(said)), key=said.__getitem__)
        if said[likeliest] < SURELY or tells_a_reason(self._told_by(hit, chosen).answer):
            return chosen
        return likeliest

    def _is_of_today(self, hit: Hit, sentence: int) -> bool:
        """Whether a sentence says how many there are now, where that is asked."""
        text = self._told_by(hit, sentence).answer
        return self._asks_of_today and asks_for_newest(text) and meets(text, expectation_of(self._question))

    def _tells_deed(self, hit: Hit, sentence: int) -> bool:
        told = self._told_by(hit, sentence)
        return not self._deeds or not self._deeds.isdisjoint(deeds_in(told.answer, told.lang))

    def names_before(self, hit: Hit, sentence: int) -> NameBefore:
        """Whom the sentence before ``sentence`` of ``hit`` names, where a post is asked for; or that it is taken
        back."""
        texts = hit.indexed.passage.sentence_texts()
        if sentence and is_retracted(texts[sentence - 1], texts[sentence]):
            return NameBefore.TAKEN_BACK
        demands = self._demanded_of(hit.generation)
        if demands.post is None or not sentence:
            return NameBefore.NONE
        told = self._told_by(hit, sentence)
        if needs_before(demands.post, demands.said, told):
            return NameBefore.HOLDER
        return NameBefore.ANOTHER if follows_another(demands.post, demands.said, told) else NameBefore.NONE

    def successor_in(self, hit: Hit, sentence: int) -> int:
        """Where in the ``sentence`` of ``hit`` the one begins who holds the post asked for since another gave way; 0
        where none does."""
        post = self._demanded_of(hit.generation).post
        found = successor_in(self._told_by(hit, sentence).answer) if post is not None and post.now else None
        return found or 0

    def _told_by(self, hit: Hit, sentence: int | None) -> Told:
        """What a sentence of ``hit`` tells; its article is looked through once for it."""
        return self._told.setdefault((hit, sentence), Told(hit, sentence))

    def _demanded_of(self, generation: Generation) -> Demands:
        if generation not in self._demands:
            asked = generation.spelling.corrected(self._question, self._lang)
            demands = demands_of(asked, self._lang, generation)
            if self._a_list:
                demands = replace(demands, years=(), money=False, unit=None, post=None, before=False)
            self._demands[generation] = demands
        return self._demands[generation]


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


def _near(demands: Demands) -> float:
    return NEAR_BEFORE if demands.before else NEAR_OF_POST if demands.post is not None else NEAR


def first_fitting(answers: Sequence[float | None], fit_of: Callable[[int], Fit]) -> int:
    """The place of the first passage that was read, likely answers and does not lack what is demanded, or tell of
    something beside it; of the first one, that it answers need not be likely. 0 where there is none. ``answers`` are
    what the reader said of each (logarithm of the odds), None of those not read."""
    for place, its in enumerate(answers):
        if its is None:
            break
        if (place == 0 or its > LIKELY) and fit_of(place) > Fit.BESIDE:
            return place
    return 0
