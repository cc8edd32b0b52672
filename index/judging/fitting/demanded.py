"""What a question demands of the passages of each generation, and what these tell: each looked at once."""

from __future__ import annotations

from dataclasses import replace

from index.demands.demands import Demands, demands_of
from index.demands.told import Told
from index.generation.generation import Generation
from index.ranking.search import Hit


class Demanded:
    """What ``question``, asked in ``lang``, demands; of ``a_list`` each item may be told of another year, and in
    another unit."""

    def __init__(self, question: str, lang: str, *, a_list: bool = False) -> None:
        self.question, self.lang, self.a_list = question, lang, a_list
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
