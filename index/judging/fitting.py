"""Passages in the light of what a question demands: those that lack it come last, and make no answer; of sentences
near each other, the one that tells it is marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from index.demands.demands import Demands, demands_of
from index.demands.met import Fit, Told, fit, is_told_by
from index.generation.generation import Generation
from index.judging.by_reading import LIKELY
from index.judging.kind_of_words import can_answer, words_read
from index.ranking.search import Hit
from index.reading.reading import Reading

NEAR: Final = 3.0
"""How far behind the likeliest sentence, by what speaks for it, one that tells what is demanded may be."""


class Fitting:
    """How well passages meet what ``question``, asked in ``lang``, demands; of ``a_list`` each item may be told of
    another year, and in another unit."""

    def __init__(self, question: str, lang: str, *, a_list: bool = False) -> None:
        self._question, self._lang, self._a_list = question, lang, a_list
        self._demands: dict[Generation, Demands] = {}
        self._told: dict[tuple[Hit, int | None], Told] = {}

    def of(self, hit: Hit, reading: Reading | None) -> Fit:
        """How well ``hit`` meets it where ``reading`` has the answer; wherever that is where it was not read. Where the
        words read can be no answer, it tells of something beside it."""
        its = self._demanded_fit(hit, reading)
        if reading is None or self._a_list or self._can_answer(hit, reading):
            return its
        return min(its, Fit.BESIDE)

    def _can_answer(self, hit: Hit, reading: Reading) -> bool:
        passage = hit.indexed.passage
        return can_answer(self._question, words_read(passage, reading, reading.answering_sentence(passage)))

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
        shares = [reading.share_within(start - passage.start, end - passage.start) for start, end in passage.sentences]
        other = self.sentence(hit, shares)
        return its if other == likeliest else min(Fit.DOUBTFUL, fit(demands, self._told_by(hit, other)))

    def lacking_last(self, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> list[Hit]:
        """``hits`` with those at their head that lack what is demanded, or tell of something beside it, behind all
        others, up to the first one that was ``read``, likely answers and does not; as they are where there is none."""
        answers = [read[hit].answers if hit in read else None for hit in hits]
        first = first_fitting(answers, lambda place: self.of(hits[place], read[hits[place]]))
        return [*hits[first:], *hits[:first]]

    def sentence(self, hit: Hit, scores: Sequence[float]) -> int:
        """The place of the sentence of ``hit`` that answers, by ``scores``; where that one does not itself tell what is
        demanded, the best of those that do, if one is near."""
        best = max(range(len(scores)), key=scores.__getitem__)
        demands = self._demanded_of(hit.generation)
        if not demands or is_told_by(demands, self._told_by(hit, best)):
            return best
        near = [place for place, score in enumerate(scores) if score > scores[best] - NEAR]
        telling = [place for place in near if is_told_by(demands, self._told_by(hit, place))]
        return max(telling, key=scores.__getitem__, default=best)

    def _told_by(self, hit: Hit, sentence: int | None) -> Told:
        """What a sentence of ``hit`` tells; its article is looked through once for it."""
        return self._told.setdefault((hit, sentence), Told(hit, sentence))

    def _demanded_of(self, generation: Generation) -> Demands:
        if generation not in self._demands:
            asked = generation.spelling.corrected(self._question, self._lang)
            demands = demands_of(asked, self._lang, generation)
            if self._a_list:
                demands = replace(demands, years=(), money=False, unit=None)
            self._demands[generation] = demands
        return self._demands[generation]


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
