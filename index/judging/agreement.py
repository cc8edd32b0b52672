"""Who says so: the passages of other articles that tell what the first one tells, or tell it otherwise.

Two contradict each other when the reader finds a figure or a date for the same question in both, and they differ. What
changed since is no contradiction: a question in the present, or about the newest, asks for a figure that does.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.question.expectation import wants_figure
from index.question.newest import asks_for_newest
from index.ranking.search import Hit
from index.reading.reading import Reading, whole_words
from index.terms.tokens import fold, searched_stems

SHARE: Final = 0.8
"""The probability, from which the answer is surely in one sentence of a passage, if in any."""
MAY_ANSWER: Final = -7.0
"""Logarithm of the odds that a passage answers, from which it may be the other side."""
DOES_ANSWER: Final = -5.0
"""The same, from which what differs is called a contradiction."""
CONFIRMS: Final = 0.0
"""The same, from which what agrees is said by that article too."""
NEAR: Final = 10.0
"""How far behind the first one, by the score that it had unread, a passage may still be about the same."""
MOST_ALSO: Final = 3
_ALIKE: Final = 0.5
"""The share of their words that two answers in words have in common when they are the same."""
_FAR: Final = 4
"""Two figures of which one is more than so many times the other are not of the same thing."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Passages of other articles than the first one's, one an article: those that tell the same (``also``), and the
    one that tells it otherwise (``other``), surely so if ``contradicts``."""

    also: tuple[Hit, ...] = ()
    other: Hit | None = None
    contradicts: bool = False


NOBODY_ELSE: Final = Agreement()


def agreement(question: str, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> Agreement:
    """Who else says what the first of ``hits`` says in answer to ``question``; ``hits`` in the order of what was
    read."""
    first = _Told.by(hits[0], read) if hits else None
    if first is None:
        return NOBODY_ELSE
    of_figures = wants_figure(question)
    also: list[Hit] = []
    other: _Told | None = None
    seen = {hits[0].indexed.card.id}
    for hit in hits[1:]:
        told = _Told.by(hit, read)
        if told is None or hit.indexed.card.id in seen:
            continue
        if told.agrees_with(first) and told.answers >= CONFIRMS:
            seen.add(hit.indexed.card.id)
            also.append(hit)
        elif of_figures and other is None and told.may_differ_from(first):
            seen.add(hit.indexed.card.id)
            other = told
    sure = other is not None and other.answers >= DOES_ANSWER and is_settled(question)
    return Agreement(tuple(also[:MOST_ALSO]), other.hit if other else None, sure)


def beside_first(hits: Sequence[Hit], found: Agreement) -> list[Hit]:
    """``hits`` with the other side right behind the first one."""
    if found.other is None:
        return list(hits)
    return [hits[0], found.other, *(hit for hit in hits[1:] if hit is not found.other)]


_PAST: Final = re.compile(
    r"\b(?:did|was|were|had|has|have|\w{2,}ed)\b|\w{2,}(?:ait|aient)\b|\b(?:fut|furent|eut|eurent)\b"
    r"|\b(?:a|ont|avait|avaient|est|sont|aura|auront)(?:-t)?(?:-\w+)? (?:[\w'-]+ ){0,4}?"
    r"\w+(?:e|ee|es|ees|i|it|is|ie|u|ue|us|ert)\b"
)
_PRESENT: Final = re.compile(r"\b(?:does|do|is|are|will)\b")


def is_settled(question: str) -> bool:
    """Whether ``question`` asks what was, which nothing changes any more."""
    plain = fold(question).replace("’", "'")
    return _PAST.search(plain) is not None and not _PRESENT.search(plain) and not asks_for_newest(question)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a passage tells in answer: the words, and the figures among them."""

    hit: Hit
    answers: float
    share: float
    words: frozenset[str]
    figures: frozenset[str]

    @classmethod
    def by(cls, hit: Hit, read: Mapping[Hit, Reading]) -> _Told | None:
        reading, passage = read.get(hit), hit.indexed.passage
        if reading is None:
            return None
        spans = [(start - passage.start, end - passage.start) for start, end in passage.sentences]
        shares = [reading.share_within(*span) for span in spans]
        best = spans[shares.index(max(shares))]
        answer = reading.answer_within(*best)
        if answer is None:
            return None
        stems = frozenset(
            searched_stems(passage.text[slice(*whole_words(passage.text, answer))], hit.indexed.card.lang)
        )
        figures = frozenset(stem for stem in map(_as_figure, stems) if stem)
        return cls(hit, reading.answers, math.exp(max(shares)), stems, figures)

    def agrees_with(self, first: _Told) -> bool:
        """Whether both tell the same: the same figures, or mostly the same words."""
        if self.figures or first.figures:
            return bool(self.figures & first.figures)
        common = len(self.words & first.words)
        return bool(common) and common >= _ALIKE * min(len(self.words), len(first.words))

    def may_differ_from(self, first: _Told) -> bool:
        """Whether this may be the other side: a figure surely told in answer, and another one."""
        if not self.figures or not first.figures or self.figures & first.figures:
            return False
        return self.share >= SHARE and self.answers >= MAY_ANSWER and self._is_comparable_with(first)

    def _is_comparable_with(self, first: _Told) -> bool:
        """Whether the figures may be of one thing: not many times each other."""
        mine, theirs = _size(self.figures), _size(first.figures)
        return mine is None or theirs is None or max(mine, theirs) <= _FAR * max(1.0, min(mine, theirs))


_IN_WORDS: Final = {
    word: str(value)
    for words in (
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit",
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen",
    )
    for value, word in enumerate(words.split(), start=1)
} | {"twenty": "20", "vingt": "20", "trente": "30", "thirty": "30", "forty": "40", "quarante": "40"}
_MONTHS: Final = frozenset(
    "janvi januari fevri februari mar march avril april mai may juin june juillet juli aout august septembr septemb"
    " octobr octob novembr novemb decembr decemb".split()
)


def _as_figure(stem: str) -> str | None:
    """A stem that tells a figure, as it is compared; None for another."""
    if stem[0].isdigit():
        return stem
    if re.fullmatch(r"s\d{4,}", stem):
        return stem[1:]
    if stem in _MONTHS:
        return stem[:3] if stem[:2] in ("ma", "ju") else stem[:2]
    return _IN_WORDS.get(stem)


def _size(figures: frozenset[str]) -> float | None:
    sizes = [float(one) for one in figures if re.fullmatch(r"\d+(?:\.\d+)?", one)]
    return max(sizes) if sizes else None
