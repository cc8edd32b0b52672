"""What a passage that was read tells in answer, figures and dates apart, to be held against what another one tells."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from index.figures.days import days_in
from index.figures.figures import Told, told_in
from index.figures.given_up import given_up_in, with_unit, without_given_up
from index.figures.sought import Sought
from index.judging.objections.retracted import what_holds
from index.judging.objections.words_that_hold import span_that_holds
from index.passages.passage import Span
from index.question.expectation import Expectation
from index.question.forms.newest import says_now
from index.ranking.search import Hit
from index.reading.reading import Reading
from index.terms.letters import plain
from index.terms.tokens import searched_stems

SHARE: Final = 0.8
"""The probability, from which the answer is surely in one sentence of a passage, if in any."""
RATHER: Final = 0.5
"""The same, from which it rather is; enough where a figure counts what is asked for..."""
COUNTS_IT: Final = 0.6
"""...in a sentence with so large a share of the question's words."""
MAY_ANSWER: Final = -7.0
"""Logarithm of the odds that a passage answers, from which it may be the other side: a figure told again in passing
seldom looks like an answer."""
WORDS: Final = 8.0
"""What all of the words of the question count, beside what a passage answers (logarithm of the odds)."""
_SINCE: Final = re.compile(r"\b(?:since|depuis)\b")
_ALIKE: Final = 0.5
"""The share of their words that two answers in words have in common when they are the same."""
_COMMA: Final = re.compile(r"[,;:()«»—–](?!\d)")


When = tuple[int, str]
"""A year of which something is told, 0 where it is not known, and the date of the article that tells it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a passage tells in answer, in one ``sentence``: the words, the figures or dates of the kind asked for among
    them (``told``), all such that the sentence ``mentions``, any ``numbers`` among the words; what of the kind the
    sentence ``gave_up``, and what of that it ``denied``; of ``when`` it tells; how surely it ``speaks`` of what is
    asked, with what ``share`` of its probability in that sentence, and with how much of the question ``covered`` there;
    whether a figure ``counts`` what is asked for in about the question's words, whether it is surely told in answer,
    and whether of what is so now."""

    hit: Hit
    answers: float
    speaks: float
    share: float
    covered: float
    counts: bool
    is_sure: bool
    is_now: bool
    words: frozenset[str]
    told: Told
    mentions: Told
    numbers: Told
    gave_up: Told
    denied: Told
    when: When
    sentence: str

    @classmethod
    def by(cls, hit: Hit, read: Mapping[Hit, Reading], sought: Sought) -> Answered | None:
        """What ``hit`` tells of what is ``sought``, by what was ``read`` of it; None where it was not."""
        reading, passage, lang = read.get(hit), hit.indexed.passage, hit.indexed.card.lang
        if reading is None:
            return None
        texts, said = passage.sentence_texts(), _counting(sought, hit, reading)
        held = what_holds(sought.question, texts, said)
        place, wrong = (said, "") if held is None else (held, texts[said])
        within = span_that_holds(sought.question, passage, reading, place)
        if within is None:
            return None
        sentence, start = texts[place], passage.sentences[said][0] - passage.start
        holding = without_given_up(sentence)
        told = sought.told_in(holding, lang, within) or sought.told_in(with_unit(sentence, within), lang)
        share = math.exp(reading.share_within(start, passage.sentences[place][1] - passage.start))
        covered = sought.covered(f"{wrong} {sentence}", lang)
        counts = sought.is_counted_by(told) and covered >= COUNTS_IT
        return cls(
            hit,
            reading.answers,
            reading.answers + WORDS * covered,
            share,
            covered,
            counts,
            (share >= SHARE and reading.answers >= MAY_ANSWER) or (share >= RATHER and counts),
            _is_now(sentence, within),
            frozenset(searched_stems(sentence[slice(*within)], lang)),
            told,
            sought.told_in(without_given_up(sentence, denied_only=True), lang),
            told_in(holding, lang, Expectation.FIGURE, within),
            sought.told_in(f"{wrong} {given_up_in(sentence)}", lang),
            sought.told_in(f"{wrong} {given_up_in(sentence, denied_only=True)}", lang),
            _when(hit, sentence, within),
            sentence,
        )

    def agrees_with(self, first: Answered) -> bool:
        """Whether both tell the same: the same figures, or mostly the same words."""
        if self.told or first.told:
            return self.told.agrees_with(first.told)
        if self.numbers and first.numbers and not self.numbers.agrees_with(first.numbers):
            return False
        common = len(self.words & first.words)
        return bool(common) and common >= _ALIKE * min(len(self.words), len(first.words))

    def corrects(self, first: Answered) -> bool:
        """Whether the sentence gives up the figure or date of the ``first`` for another."""
        if not self.told or self.told.mentions(first.told):
            return False
        return self.gave_up.mentions(first.told)

    def may_differ_from(self, first: Answered) -> bool:
        """Whether this may be the other side: another figure surely told in answer, where neither sentence mentions
        that of the other."""
        if not self.is_sure or not self.told.differs_from(first.told):
            return False
        return not (self.mentions.mentions(first.told) or first.mentions.mentions(self.told))


class EachAnswered:
    """What passages tell in answer to a ``question`` asked in ``lang``, worked out once for each as it was read."""

    def __init__(self, question: str, lang: str) -> None:
        self.sought = Sought.by(question, lang)
        self._known: dict[Hit, tuple[Reading | None, Answered | None]] = {}

    def by(self, hit: Hit, read: Mapping[Hit, Reading]) -> Answered | None:
        """What ``hit`` tells, by what was ``read`` of it; None where it was not."""
        known = self._known.get(hit)
        if known is None or known[0] is not read.get(hit):
            known = read.get(hit), Answered.by(hit, read, self.sought)
            self._known[hit] = known
        return known[1]


def _counting(sought: Sought, hit: Hit, reading: Reading) -> int:
    """The place of the sentence of ``hit`` in which ``reading`` has the answer, or of the likeliest one that counts
    what is ``sought``, where that one counts something else."""
    passage, lang = hit.indexed.passage, hit.indexed.card.lang
    said = reading.answering_sentence(passage)
    figures = [sought.told_in(text, lang) for text in passage.sentence_texts()]
    if not figures[said] or sought.counts_some_of(figures[said]):
        return said
    counting = [place for place, told in enumerate(figures) if sought.counts_some_of(told)]

    def share(place: int) -> float:
        start, end = passage.sentences[place]
        return reading.share_within(start - passage.start, end - passage.start)

    return max(counting, key=share, default=said)


def _when(hit: Hit, sentence: str, within: Span) -> When:
    """When it was so what ``hit`` tells ``within`` a sentence: in the year that stands there, else when it was written,
    and so where it has been so since then or is only planned."""
    date = hit.indexed.card.date or ""
    written = int(date[:4]) if date[:4].isdigit() else 0
    for text in (_clause(sentence, within), sentence):
        years = [day.year for day, _ in days_in(text) if day.year is not None]
        if years and not _SINCE.search(plain(text)) and (max(years) <= written or not written):
            return max(years), date
    return written, date


def _is_now(sentence: str, within: Span) -> bool:
    """Whether the piece of a ``sentence`` between two commas in which an answer stands tells what is so now."""
    return says_now(_clause(sentence, within))


def _clause(sentence: str, within: Span) -> str:
    start = max((found.end() for found in _COMMA.finditer(sentence, 0, within[0])), default=0)
    behind = _COMMA.search(sentence, within[1])
    return sentence[start : behind.start() if behind else None]
