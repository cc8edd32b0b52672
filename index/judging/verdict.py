"""How sure an answer is: evidence about the first passage, weighed by small trees that were fitted one after the other
(gradient boosting, Friedman 2001, https://doi.org/10.1214/aos/1013203451); more evidence never counts against."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from index.answer import Verdict
from index.calibration.calibration import Calibration, ReadCalibration, Split, Tree
from index.ranking.search import Hit
from index.ranking.signals import Signals
from index.talk.addressed import gives_orders, is_personal
from index.terms.as_told import as_told

JUDGED: Final = 10
"""Passages the evidence is gathered from, however few are shown."""
CLEAR_LEAD: Final = 10.0
"""The difference of scores that counts as a clear lead."""
FIRST: Final = 3
"""The passages one of which must hold the answer: those a person is shown by default."""
_NAMED: Final = re.compile(r"(?<=[\w,;:(’'«\" -] )[A-ZÀ-Þ][\w’-]*\w|\w*\d[\w.,]*\b")
"""A capitalised word inside a question, or one with a figure."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of how well the first passage fits the question, each from 0 to 1: its ``signals``; how far its
    score stands above that of the second (``lead``), of the fourth (``clear_lead``) and, times its cosine, of the last
    one looked at (``far_lead``): off topic, some passage always leads; how far its cosine stands above that of the
    others (``apart``); 1 when it has every name and figure of the question (``named``). And of the question itself: 1
    when it gives no orders (``asks``), 1 when it is of nobody in the conversation (``impersonal``).

    The passages after it were tried too: the best of each signal among the first three says less, since one passage
    then has the subject and another what is asked of it.
    """

    signals: Signals
    lead: float
    clear_lead: float
    far_lead: float
    apart: float
    named: float
    asks: float
    impersonal: float

    def by_name(self) -> dict[str, float]:
        """Every reason by the name it is weighed under."""
        return {**asdict(self.signals), **{name: getattr(self, name) for name in BEYOND_SIGNALS}}


BEYOND_SIGNALS: Final = ("lead", "clear_lead", "far_lead", "apart", "named", "asks", "impersonal")
OF_MEANING: Final = ("far_lead", "apart")
"""Those that rest on cosines, which mean something else for each model."""


def gather_evidence(hits: Sequence[Hit], typed: str) -> Evidence:
    """The evidence of ``hits``, at least one, best first, for a question as it was ``typed``."""
    signals, scores = [hit.signals for hit in hits], [hit.score for hit in hits]
    return evidence_of(signals, scores, named=has_names(hits[0]), question=hits[0].query.text, typed=typed)


def evidence_of(
    signals: Sequence[Signals], scores: Sequence[float], *, named: bool, question: str, typed: str
) -> Evidence:
    """The evidence of passages with these ``signals`` and ``scores``, at least one, best first, the first of which has
    every name and figure of the ``question``, or has not; orders are looked for in all that was ``typed`` around it,
    which may well speak of whoever asks."""

    def lead_over(place: int) -> float:
        return (scores[0] - scores[min(place, len(scores) - 1)]) / CLEAR_LEAD

    others = [its.cosine for its in signals[1:]]
    return Evidence(
        signals=signals[0],
        lead=min(1.0, lead_over(1)),
        clear_lead=min(1.0, lead_over(3) / 2),
        far_lead=min(1.0, lead_over(len(signals) - 1)) * signals[0].cosine,
        apart=max(0.0, signals[0].cosine - sum(others) / len(others)) if others else 0.0,
        named=float(named),
        asks=float(not gives_orders(typed)),
        impersonal=float(not is_personal(question)),
    )


def has_names(hit: Hit) -> bool:
    """Whether a passage, under its title, holds every name and figure of the question."""
    told = f"{hit.indexed.card.title} {hit.indexed.passage.section or ''} {hit.indexed.passage.text}"
    asked = as_told(hit.query.text, hit.query.lang, told, hit.indexed.card.lang)
    return all(name.casefold() in told.casefold() for name in _NAMED.findall(asked))


def confidence(evidence: Evidence, calibration: Calibration) -> float:
    """The probability, 0 to 1, that the first quotes hold the answer."""
    known = evidence.by_name()
    logit = sum(said_by(tree, known) for tree in calibration.trees)
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


def said_by(tree: Tree, known: Mapping[str, float]) -> float:
    """What one tree adds to the logarithm of the odds, from the reasons that are ``known`` by name."""
    while isinstance(tree, Split):
        tree = tree.low if known[tree.by] <= tree.at else tree.high
    return tree


def verdict(sureness: float, calibration: Calibration | ReadCalibration) -> Verdict:
    """The word for a confidence."""
    if sureness >= calibration.found:
        return Verdict.FOUND
    return Verdict.WEAK if sureness >= calibration.weak else Verdict.NONE
