"""What a question asks for, as terms against passages in one language: its words, and their translations where the
passages are in the other one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from index.terms.ordinals import also_written
from index.terms.stop_words import NO_STOP_WORDS, STOP_WORDS
from index.terms.tokens import asked_words, fold, stem_of
from index.terms.translations import words_across

TRANSLATED: Final = 0.8
"""What the likeliest translation of a word counts for beside the word itself."""
LIKELY: Final = 0.25
"""A translation this much less likely than the likeliest one is left out."""

IN_FIGURES: Final = 0.5
"""What the figure of an ordinal counts for, which may count anything else."""


@dataclass(frozen=True, slots=True)
class AskedTerm:
    """One word of a question: the stems that stand for it, each with what finding it counts for, 0 to 1."""

    stems: Mapping[str, float]

    def found_in(self, words: Collection[str]) -> float:
        """What the best of its stems among the stems ``words`` counts for."""
        return max((weight for stem, weight in self.stems.items() if stem in words), default=0.0)


def asked_terms(question: str, asked_in: str, lang: str) -> tuple[AskedTerm, ...]:
    """The terms of ``question``, asked in ``asked_in``, against passages in ``lang``, in the order of its words."""
    stop_words = STOP_WORDS.get(lang, NO_STOP_WORDS)
    found: dict[str, AskedTerm] = {}
    for word in asked_words(question, asked_in):
        stems = {} if word in stop_words else {stem_of(word, lang): 1.0}
        if asked_in != lang:
            for stem, weight in _translations(word, asked_in, lang).items():
                stems.setdefault(stem, weight)
        for other in also_written(word, lang):
            stems.setdefault(stem_of(fold(other), lang), IN_FIGURES if other.isdigit() else 1.0)
        if stems:
            found.setdefault(next(iter(stems)), AskedTerm(stems))
    return tuple(found.values())


def _translations(word: str, asked_in: str, lang: str) -> dict[str, float]:
    others = words_across(asked_in).get(word, {})
    best = max(others.values(), default=0.0)
    stems: dict[str, float] = {}
    for other, weight in others.items():
        if weight >= LIKELY * best:
            stem = stem_of(other, lang)
            stems[stem] = max(stems.get(stem, 0.0), TRANSLATED * weight / best)
    return stems
