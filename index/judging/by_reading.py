"""What was read decides: the order of the passages that were read, and how sure the first of them is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.calibration.calibration import ReadCalibration
from index.judging.verdict import JUDGED, Evidence, gather_evidence, said_by
from index.question.newest import asks_for_newest
from index.ranking.search import Hit
from index.reading.reading import Reading

NEAR: Final = 3.0
"""Logarithm of odds: so little behind the best one, a passage may be the newest that answers."""
LIKELY: Final = 0.0
"""...and so may one that answers rather than not."""
LEAST: Final = -8.0
"""What a passage says at least, and one that was not read."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What speaks for a passage that was read: the score it had ``unread``; what the reader says ``answers`` (logarithm
    of the odds); how ``certain`` it is of the words; 1 for the ``newest`` of those that answer, where that is asked
    for; what it says of the sentences ``around`` the answer alone, of the whole where these were not read again."""

    unread: float
    answers: float
    certain: float
    newest: float
    around: float

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


def reasons_of(
    question: str,
    scores: Sequence[float],
    dates: Sequence[str],
    answers: Sequence[float | None],
    certain: Sequence[float],
    around: Sequence[float | None],
) -> list[Reasons]:
    """The reasons of passages with these unread ``scores``, ``dates`` of their articles (EDTF or empty), and what the
    reader says they answer (None: not read), how certain it is, and what it says of the sentences ``around`` the answer
    (None: not read again)."""
    told = [max(LEAST, its) if its is not None else LEAST for its in answers]
    best = max(told, default=LEAST)
    least = max(LEAST, min(best - NEAR, LIKELY)) if asks_for_newest(question) else float("inf")
    newest = max((date for date, its in zip(dates, told, strict=True) if its > least), default="")
    return [
        Reasons(
            score,
            its,
            sure,
            newest=float(bool(newest) and date == newest and its > least),
            around=its if near is None else max(LEAST, near),
        )
        for score, date, its, sure, near in zip(scores, dates, told, certain, around, strict=True)
    ]


def ordered(
    question: str,
    hits: Sequence[Hit],
    read: Mapping[Hit, Reading],
    around: Mapping[Hit, Reading],
    fitted: ReadCalibration,
) -> list[Hit]:
    """``hits`` in the order that what was ``read`` gives them, and then ``around`` the answer in some, with the scores
    that it gives."""
    readings = [read.get(hit) for hit in hits]
    reasons = reasons_of(
        question,
        [hit.score for hit in hits],
        [hit.indexed.card.date or "" for hit in hits],
        [reading.answers if reading else None for reading in readings],
        [reading.certain if reading else 0.0 for reading in readings],
        [around[hit].answers if hit in around else None for hit in hits],
    )
    scored = [replace(hit, score=its.weighed(fitted.ranking)) for hit, its in zip(hits, reasons, strict=True)]
    return sorted(scored, key=lambda hit: -hit.score)


def evidence_read(hits: Sequence[Hit], read: Mapping[Hit, Reading], around: Reading | None, typed: str) -> ReadEvidence:
    """The evidence of ``hits``, at least one, in the order that what was ``read`` gave them, and of what was read
    ``around`` the answer in the first one, for a question as it was ``typed``."""
    return evidence_of_reading(
        gather_evidence(hits[:JUDGED], typed),
        [(its.answers, its.certain) if (its := read.get(hit)) is not None else None for hit in hits],
        (around.answers, around.certain) if around is not None else None,
    )


def evidence_of_reading(
    evidence: Evidence, told: Sequence[tuple[float, float] | None], around: tuple[float, float] | None
) -> ReadEvidence:
    """The evidence of passages in their order with what the reader ``told`` of each: what it answers and how certain
    it is (None: not read); and what it told of the sentences ``around`` the answer in the first."""
    answers = [max(LEAST, its[0]) for its in told if its is not None]
    others = [max(LEAST, its[0]) for its in told[1:] if its is not None]
    first = told[0] or (LEAST, 0.0)
    near = around or first
    return ReadEvidence(
        evidence,
        answers=max(LEAST, first[0]),
        certain=first[1],
        around=max(LEAST, near[0]),
        certain_around=near[1],
        second=max(others, default=LEAST),
        mean=sum(answers) / len(answers) if answers else LEAST,
    )


def confidence_read(evidence: ReadEvidence, fitted: ReadCalibration) -> float:
    """The probability, 0 to 1, that the first quotes hold the answer."""
    known = evidence.by_name()
    logit = sum(said_by(tree, known) for tree in fitted.trees)
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))
