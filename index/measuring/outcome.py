"""What the engine made of a labelled question, what is wrong with it, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from index.answer import Verdict
from index.measuring.labelled import LabelledQuestion
from index.passages.passage import Span


class Miss(StrEnum):
    """What can go wrong with a question."""

    NOT_FIRST = "not-first"
    """Another passage stands before the right one, or there is no right one."""
    HIGHLIGHT = "highlight"
    """Of the right passage, another sentence is marked than one that holds the answer."""
    WRONGLY_REFUSED = "wrongly-refused"
    """It can be answered, and is said not to be."""
    NOT_REFUSED = "not-refused"
    """It can't be answered, and quotes are shown."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found: its place in the ranking (1 is best), its score, the parts of it (the weight of each signal
    times its value), the text of the sentences marked in it, and where in ``text`` the words stand that answer."""

    rank: int
    article: str
    text: str
    marked: str
    score: float
    parts: Mapping[str, float]
    answer: Span | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine made of one question.

    ``rank`` is that of the first right quote (1 is best), if any; ``marked`` whether the sentence marked in it holds
    the answer, None when it has one sentence. ``first`` is what came first and ``right`` the first right passage, which
    is looked for further down than ``rank`` is.
    """

    question: LabelledQuestion
    rank: int | None
    verdict: Verdict
    confidence: float
    marked: bool | None
    first: Found | None
    right: Found | None

    @property
    def answer_overlaps(self) -> bool:
        """Whether the words that answer, in the first quote, share some with those that a right one holds."""
        return any(start < its[1] and its[0] < end for its in self._answer for start, end in self._right_words)

    @property
    def answer_exact(self) -> bool:
        """Whether they are just those."""
        return any(its in self._right_words for its in self._answer)

    @property
    def _answer(self) -> tuple[Span, ...]:
        found = self.first.answer if self.first is not None and self.rank == 1 else None
        return (found,) if found is not None else ()

    @property
    def _right_words(self) -> tuple[Span, ...]:
        return tuple(self.question.answers_in(self.first.text)) if self.first is not None else ()

    @property
    def misses(self) -> tuple[Miss, ...]:
        """What is wrong, if anything."""
        if not self.question.answerable:
            return (Miss.NOT_REFUSED,) if self.verdict is not Verdict.NONE else ()
        found = {
            Miss.WRONGLY_REFUSED: self.verdict is Verdict.NONE,
            Miss.NOT_FIRST: self.rank != 1,
            Miss.HIGHLIGHT: self.marked is False,
        }
        return tuple(miss for miss, happened in found.items() if happened)
