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

from index.answer import Verdict
from index.judging.figures import Told, kind_asked, told_in
from index.question.expectation import Expectation
from index.question.newest import asks_for_newest
from index.ranking.search import Hit
from index.reading.reading import Reading, whole_words
from index.terms.tokens import fold, searched_stems

SHARE: Final = 0.8
"""The probability, from which the answer is surely in one sentence of a passage, if in any."""
MAY_ANSWER: Final = -7.0
"""Logarithm of the odds that a passage answers, from which it may be the other side: a figure told again in passing
seldom looks like an answer."""
DOES_ANSWER: Final = -5.0
"""The same, from which what differs is called a contradiction even where the first may not answer."""
CONFIRMS: Final = 0.0
"""The same, from which what agrees is said by that article too."""
MOST_ALSO: Final = 3
_ALIKE: Final = 0.5
"""The share of their words that two answers in words have in common when they are the same; and that of the names asked
for, of those in the one article, that the other must have to speak of the same."""
_NAMED: Final = re.compile(r"(?<=[\w,:;’'(«“\"-] )[A-ZÀ-Þ][\w-]+|(?<=[’'«“\"(])[A-ZÀ-Þ][\w-]+")
"""A capitalised word inside a question."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Passages of other articles than the first one's, one an article: those that tell the same (``also``), and the
    one that tells it otherwise (``other``), surely so if ``contradicts``."""

    also: tuple[Hit, ...] = ()
    other: Hit | None = None
    contradicts: bool = False


NOBODY_ELSE: Final = Agreement()


def agreement(question: str, judged: Verdict, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> Agreement:
    """Who else says what the first of ``hits`` says in answer to ``question``; ``hits`` in the order of what was
    read, ``judged`` so. What may not answer is not confirmed; it may be contradicted, by what answers as likely."""
    kind = kind_asked(question)
    first = _Answered.by(hits[0], read, kind) if hits else None
    if first is None:
        return NOBODY_ELSE
    also: list[Hit] = []
    others: list[_Answered] = []
    seen = {hits[0].indexed.card.id}
    for hit in hits[1:]:
        its = _Answered.by(hit, read, kind)
        if its is None or hit.indexed.card.id in seen:
            continue
        if its.agrees_with(first) and its.answers >= CONFIRMS:
            seen.add(hit.indexed.card.id)
            also.append(hit)
        elif its.may_differ_from(first) and _is_of_the_same(question, hit, hits[0]):
            others.append(its)
    left = [its for its in others if its.hit.indexed.card.id not in seen]
    other = max(left, key=lambda its: its.answers, default=None)
    if judged is not Verdict.FOUND:
        also = []
    if other is None:
        return Agreement(tuple(also[:MOST_ALSO]))
    least = MAY_ANSWER if judged is Verdict.FOUND else DOES_ANSWER
    sure = first.is_sure and other.answers >= least and is_settled(question)
    return Agreement(tuple(also[:MOST_ALSO]), other.hit, sure)


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


def _is_of_the_same(question: str, hit: Hit, first: Hit) -> bool:
    """Whether the article of ``hit`` speaks of those of the ``question`` of whom that of ``first`` does."""
    asked = frozenset(map(fold, _NAMED.findall(question)))
    named = {name for name in asked if name in _all_of(first)}
    return not named or sum(name in _all_of(hit) for name in named) >= _ALIKE * len(named)


def _all_of(hit: Hit) -> str:
    article = hit.generation.texts.article(hit.indexed.card.id)
    body = article.body if article is not None else hit.indexed.passage.text
    return fold(f"{hit.indexed.card.title} {hit.indexed.names} {body}")


@dataclass(frozen=True, slots=True)
class _Answered:
    """What a passage tells in answer: the words, the figures or dates of the kind asked for among them, and all such
    that the sentence ``mentions``."""

    hit: Hit
    answers: float
    share: float
    words: frozenset[str]
    told: Told
    mentions: Told

    @classmethod
    def by(cls, hit: Hit, read: Mapping[Hit, Reading], kind: Expectation | None) -> _Answered | None:
        reading, passage, lang = read.get(hit), hit.indexed.passage, hit.indexed.card.lang
        if reading is None:
            return None
        spans = [(start - passage.start, end - passage.start) for start, end in passage.sentences]
        shares = [reading.share_within(*span) for span in spans]
        best = spans[shares.index(max(shares))]
        found = reading.answer_within(*best)
        if found is None:
            return None
        start, end = whole_words(passage.text, found)
        sentence, within = passage.text[slice(*best)], (start - best[0], end - best[0])
        told = told_in(sentence, lang, kind, within) if kind is not None else Told()
        mentions = told_in(sentence, lang, kind) if kind is not None else Told()
        words = frozenset(searched_stems(passage.text[start:end], lang))
        return cls(hit, reading.answers, math.exp(max(shares)), words, told, mentions)

    @property
    def is_sure(self) -> bool:
        """Whether the answer is surely in that sentence, if in any of the passage."""
        return self.share >= SHARE

    def agrees_with(self, first: _Answered) -> bool:
        """Whether both tell the same: the same figures, or mostly the same words."""
        if self.told or first.told:
            return self.told.agrees_with(first.told)
        common = len(self.words & first.words)
        return bool(common) and common >= _ALIKE * min(len(self.words), len(first.words))

    def may_differ_from(self, first: _Answered) -> bool:
        """Whether this may be the other side: another figure surely told in answer, where neither sentence mentions
        that of the other."""
        if not self.is_sure or self.answers < MAY_ANSWER or not self.told.differs_from(first.told):
            return False
        return not (self.mentions.agrees_with(first.told) or first.mentions.agrees_with(self.told))
