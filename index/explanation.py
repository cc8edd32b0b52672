"""Why an answer is what it is: what was looked for, what was found and what spoke for it, what the verdict saw, and
where a passage that was expected got lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from index.answer import Answer, Quote, Verdict


class Stage(StrEnum):
    """How far an expected passage came, the farthest last."""

    NOWHERE = "nowhere"
    """Nothing in the base has it."""
    NO_CANDIDATE = "no-candidate"
    """Neither its words nor its meaning bring it among the passages that are weighed."""
    CANDIDATE = "candidate"
    """It is among those, too far behind to be looked at closely."""
    REPEATED = "repeated"
    """It was left out: another passage, which stands before it, says the same or overlaps it."""
    UNREAD = "unread"
    """It was weighed, and stands behind those that are read."""
    READ = "read"
    """It was read, and others stand before it."""
    REFUSED = "refused"
    """It stands among those to be shown, but nothing is: the verdict is "none"."""
    UNMARKED = "unmarked"
    """It is shown, with other sentences marked."""
    SHOWN = "shown"
    """It is shown."""


@dataclass(frozen=True, slots=True)
class Expected:
    """How far what was ``wanted`` (the id or the title of an article, or words of it) came; ``place`` is where it
    stands then, 1 for the first, where it stands anywhere; ``answers`` what the reader said of it, if it was read;
    ``article`` the title of its article, and ``before`` that of what it repeats, if there are."""

    wanted: str
    stage: Stage
    place: int | None = None
    answers: float | None = None
    article: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage that was looked at: the ``quote`` it is or would be, whether it is ``shown``, where it stood
    ``before_reading`` (1 is first), the ``parts`` of the score that it had then (weight times signal), how far those
    of its words, its title and its meaning stand above the average of the passages looked at (``above``, by "words",
    "title" and "meaning"); and, if it was read, what the reader says it ``answers`` (logarithm of the odds) and how
    ``certain`` it is of the words."""

    quote: Quote
    shown: bool
    before_reading: int
    parts: Mapping[str, float]
    above: Mapping[str, float]
    answers: float | None
    certain: float | None


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing that was looked for: in which words, whether as a list, among how many ``passages``; the first of what
    was found, best first; and what the verdict saw (``evidence``, by name) to be so sure, with the confidences from
    which it says ``found`` and ``weak``."""

    question: str
    a_list: bool
    passages: int
    weighed: tuple[Weighed, ...]
    verdict: Verdict
    confidence: float
    evidence: Mapping[str, float]
    found: float
    weak: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why ``answer`` is what it is: one of ``looked`` for each thing that was asked, or that was looked for to compare
    two; and what became of what was ``expected``, if anything was."""

    answer: Answer
    looked: tuple[Looked, ...]
    expected: Expected | None = None
