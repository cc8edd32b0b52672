"""The figure or date that a question seeks, and how much of what it says a sentence says in either language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from index.figures.figures import Counted, Figure, Told, kind_asked, told_in
from index.passages.passage import Span
from index.question.expectation import Expectation
from index.terms.tokens import asked_words, fold, stem_of, stems
from index.terms.translations import stems_across

_NAMED: Final = re.compile(r"(?<=[\w,:;’'(«“\"-] )[A-ZÀ-Þ][\w-]+|(?<=[’'«“\"(])[A-ZÀ-Þ][\w-]+")
_HOW_MANY: Final = re.compile(
    r"\b(?:how many|(?:number|count) of|nombre d(?:e |'|es )|combien d(?:e |'|es )) ?(?P<things>[\w-]+(?: [\w-]+)?)"
)
_UNITS_OF_TIME: Final = {
    unit: frozenset((*stems(english, "en"), *stems(french, "fr")))
    for unit, english, french in (
        ("hour", "hours", "heures"),
        ("day", "days nights", "jours nuits"),
        ("week", "weeks", "semaines"),
        ("month", "months", "mois"),
        ("year", "years", "années ans"),
    )
}


def named_in(text: str) -> frozenset[str]:
    """The capitalised words inside the sentences of ``text``, in plain small letters."""
    return frozenset(map(fold, _NAMED.findall(text)))


@dataclass(frozen=True)
class Sought:
    """What ``question``, asked in ``lang``, seeks: a figure or date of a ``kind``; None where it seeks neither."""

    question: str
    lang: str
    kind: Expectation | None

    @classmethod
    def by(cls, question: str, lang: str) -> Self:
        """What ``question`` seeks."""
        return cls(question, lang, kind_asked(question))

    def told_in(self, text: str, lang: str, within: Span | None = None) -> Told:
        """The figures or dates of its kind that ``text`` tells, at least in part ``within`` a span."""
        return told_in(text, lang, self.kind, within) if self.kind is not None else Told()

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in the question, in plain small letters."""
        return named_in(self.question)

    @cached_property
    def said(self) -> frozenset[str]:
        """All words of the question, in plain small letters."""
        return frozenset(re.findall(r"\w[\w-]+", fold(self.question)))

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """The stems of its other words."""
        asked = asked_words(self.question, self.lang)
        return tuple(stem_of(word, self.lang) for word in asked if word not in self.names)

    def covered(self, text: str, lang: str) -> float:
        """The share of the question's words, names aside, that ``text``, in ``lang``, has or translates."""
        said = frozenset(stems(text, lang))
        return sum(not said.isdisjoint(self._in(word, lang)) for word in self._words) / max(1, len(self._words))

    def is_counted_by(self, told: Told) -> bool:
        """Whether a figure of ``told`` counts a thing that the question speaks of: sensors, where it asks how many."""
        return any(one.unit in self._in(word, one.lang) for one in told.figures if one.unit for word in self._words)

    def is_counted_in(self, told: Told) -> bool:
        """Whether every figure of ``told`` counts what the question asks how many there are of, things or hours."""
        return bool(told.figures) and all(map(self._is_counted_as_asked, told.figures))

    def counts_some_of(self, told: Told) -> bool:
        """Whether a figure of ``told`` counts what the question asks how many there are of."""
        return any(map(self._is_counted_as_asked, told.figures))

    def _is_counted_as_asked(self, figure: Figure) -> bool:
        return bool(figure.unit) and any(figure.unit in self._units(thing, figure) for thing in self._things)

    @cached_property
    def _things(self) -> tuple[str, ...]:
        """The stems of what the question asks how many there are of."""
        asked = _HOW_MANY.search(fold(self.question).replace("’", "'"))
        return tuple(stems(asked["things"], self.lang)) if asked is not None else ()

    def _units(self, thing: str, figure: Figure) -> frozenset[str]:
        """A ``thing`` that is counted, as a unit of the kind that ``figure`` has."""
        if figure.counted is Counted.TIME:
            return frozenset(unit for unit, words in _UNITS_OF_TIME.items() if thing in words)
        return self._in(thing, figure.lang)

    def _in(self, stem: str, lang: str) -> frozenset[str]:
        """A stem of the question and, in another language, those of its translations."""
        own = frozenset({stem})
        return own if lang == self.lang else own | stems_across(self.lang, lang).get(stem, frozenset())
