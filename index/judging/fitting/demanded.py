"""What a question demands of the passages of each generation, and what these tell: each looked at once."""

from __future__ import annotations

from dataclasses import replace

from index.demands.demands import Demands, demands_of
from index.demands.told import Told
from index.generation.generation import Generation
from index.judging.objections.reasons import asks_why
from index.posts.succession import succeeded_asked
from index.ranking.search import Hit
from index.terms.tokens import fold


class Demanded:
    """What ``question``, asked in ``lang``, demands; of ``a_list`` each item may be told of another year, and in
    another unit. ``asks_why``: it demands a reason; ``succeeded`` is the last name of whom somebody came after, where
    that is asked for."""

    def __init__(self, question: str, lang: str, *, a_list: bool = False) -> None:
        self.question, self.lang, self.a_list = question, lang, a_list
        self.asks_why = asks_why(question)
        self.succeeded = None if a_list else succeeded_asked(question)
        self._demands: dict[Generation, Demands] = {}
        self._told: dict[tuple[Hit, int | None], Told] = {}

    def of(self, generation: Generation) -> Demands:
        """What the question demands, its slips set right as ``generation`` spells them."""
        if generation not in self._demands:
            asked = generation.spelling.corrected(self.question, self.lang)
            demands = demands_of(asked, self.lang, generation)
            if self.a_list:
                demands = replace(demands, years=(), money=False, unit=None, post=None, before=False)
            self._demands[generation] = demands
        return self._demands[generation]

    def told_by(self, hit: Hit, sentence: int | None) -> Told:
        """What a sentence of ``hit`` tells, or with None the best of them; its article is looked through once for
        it."""
        return self._told.setdefault((hit, sentence), Told(hit, sentence))

    def first_named(self, generation: Generation) -> frozenset[str]:
        """The words, in plain small letters, of the name that comes first in the question; none where it has none."""
        book, asked = generation.wording.book, fold(self.question)
        named = [
            frozenset((*one.words, *(word for its in one.entities for word in fold(book[its].name).split())))
            for one in self.of(generation).names
        ]
        return min(named, key=lambda its: min(_place_in(asked, word) for word in its), default=frozenset())


def _place_in(asked: str, word: str) -> int:
    """Where ``word`` stands in what is ``asked``; behind all of it where it does not."""
    found = asked.find(word)
    return found if found >= 0 else len(asked)
