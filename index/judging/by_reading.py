"""What was read decides: the order of the passages that were read, and how sure the first of them is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.calibration.calibration import ReadCalibration
from index.judging.fitting.order import LIKELY
from index.judging.verdict import JUDGED, Evidence, gather_evidence, said_by
from index.posts.holders import post_asked
from index.question.forms.newest import asks_for_newest
from index.ranking.search import Hit
from index.reading.reading import Reading

NEAR: Final = 3.0
"""Logarithm of odds: so little behind the best one, a passage may be the newest that answers."""
LEAST: Final = -8.0
"""What a passage says at least, and one that was not read."""
OF_A_POST: Final = 0.5
"""How far who holds a post asks for the newest that answers, where nothing else says so."""
UNREAD: Final = (LEAST, 0.0)
"""What is told of one that was not."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What speaks for a passage that was read: the score it had ``unread``; what the reader says ``answers`` (logarithm
    of the odds); how ``certain`` it is of the words; 1 for the ``newest`` of those that answer, where that is asked
    for, less where it likely is; and what it says of the sentences ``around`` the answer read again alone, where they
    were, else of the whole."""

    unread: float
    answers: float
    certain: float
    newest: float
    around: float
    certain_around: float

    def weighed(self, weights: Mapping[str, float]) -> float:
        """The sum of the reasons that ``weights`` name, each times its weight."""
        return sum(weight * float(getattr(self, name)) for name, weight in weights.items())


@dataclass(frozen=True, slots=True)
class ReadEvidence:
    """The evidence of the passages in their new order, and what was read: of the first one, what it ``answers`` and how
    ``certain`` the words are, and the same of the sentences ``around`` the answer read alone; what the likeliest of the
    others (``second``) and all that were read (``mean``) answer: where every passage seems to answer, none may."""

    evidence: Evidence
    answers: float
    certain: float
    around: float
    certain_around: float
    second: float
    mean: float

    def by_name(self) -> dict[str, float]:
        """Every reason by the name it is weighed under."""
        return {**self.evidence.by_name(), **{name: getattr(self, name) for name in OF_READING}}


OF_READING: Final = ("answers", "certain", "around", "certain_around", "second", "mean")
EITHER_WAY: Final = ("second", "mean")
"""Those of which more may speak for an answer or against it."""


Told = tuple[float, float]
"""What the reader says of a passage: that it answers (logarithm of the odds), and how certain it is of the words."""


def reasons_of(
    question: str,
    scores: Sequence[float],
    dates: Sequence[str],
    told: Sequence[Told | None],
    around: Sequence[Told | None],
) -> list[Reasons]:
    """The reasons of passages with these unread ``scores``, ``dates`` of their articles (EDTF or empty), and what the
    reader ``told`` of them (None: not read) and of the sentences ``around`` the answer (None: not read again)."""
    wholes = [_at_least(its or UNREAD) for its in told]
    best = max((answers for answers, _ in wholes), default=LEAST)
    of_now = _of_now(question)
    least = max(LEAST, min(best - NEAR, LIKELY)) if of_now else float("inf")
    newest = max((date for date, (answers, _) in zip(dates, wholes, strict=True) if answers > least), default="")
    return [
        Reasons(
            score, *whole, of_now * (bool(newest) and date == newest and whole[0] > least), *_at_least(again or whole)
        )
        for score, date, whole, again in zip(scores, dates, wholes, around, strict=True)
    ]


def _of_now(question: str) -> float:
    """How far the newest is asked for, 0 to 1: outright, or as who holds a post, which one says of who held it, too."""
    if asks_for_newest(question):
        return 1.0
    holder = post_asked(question)
    return OF_A_POST if holder is not None and holder.now else 0.0


def ordered(
    question: str,
    hits: Sequence[Hit],
    read: Mapping[Hit, Reading],
    around: Mapping[Hit, Reading],
    fitted: ReadCalibration,
) -> list[Hit]:
    """``hits`` in the order that what was ``read`` of them, and ``around`` the answer in them, gives them, with the
    scores that it gives."""
    reasons = reasons_of(
        question,
        [hit.score for hit in hits],
        [hit.indexed.card.date or "" for hit in hits],
        [_told(read.get(hit)) for hit in hits],
        [_told(around.get(hit)) for hit in hits],
    )
    scored = [replace(hit, score=its.weighed(fitted.ranking)) for hit, its in zip(hits, reasons, strict=True)]
    return sorted(scored, key=lambda hit: -hit.score)


def evidence_read(
    hits: Sequence[Hit], read: Mapping[Hit, Reading], around: Mapping[Hit, Reading], typed: str
) -> ReadEvidence:
    """The evidence of ``hits``, at least one, in the order that what was ``read`` of them and ``around`` the answer
    gave them, for a question as it was ``typed``."""
    return evidence_of_reading(
        gather_evidence(hits[:JUDGED], typed), [_told(read.get(hit)) for hit in hits], _told(around.get(hits[0]))
    )


def evidence_of_reading(evidence: Evidence, told: Sequence[Told | None], around: Told | None) -> ReadEvidence:
    """The evidence of passages in their order with what the reader ``told`` of each (None: not read), and of the
    sentences ``around`` the answer in the first."""
    answers = [_at_least(its)[0] for its in told if its is not None]
    others = [_at_least(its)[0] for its in told[1:] if its is not None]
    first = told[0] or UNREAD
    return ReadEvidence(
        evidence,
        *_at_least(first),
        *_at_least(around or first),
        second=max(others, default=LEAST),
        mean=sum(answers) / len(answers) if answers else LEAST,
    )


def _told(reading: Reading | None) -> Told | None:
    return (reading.answers, reading.certain) if reading is not None else None


def _at_least(told: Told) -> Told:
    return max(LEAST, told[0]), told[1]


def confidence_read(evidence: ReadEvidence, fitted: ReadCalibration) -> float:
    """The probability, 0 to 1, that the first quotes hold the answer."""
    known = evidence.by_name()
    logit = sum(said_by(tree, known) for tree in fitted.trees)
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))
