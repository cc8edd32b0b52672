"""What was fitted on labelled questions for one model: how its cosine weighs, and when an answer is sure.

The figures live in ``calibration.json`` beside this module, written by ``training/fit_calibration.py``; a
model that was never fitted gets the entry ``*``, which leaves the cosine out of the verdict, since a raw
cosine means nothing across models.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

FILE: Final = Path(__file__).with_name("calibration.json")
ANY_MODEL: Final = "*"


@dataclass(frozen=True, slots=True)
class Split:
    """A look at one piece of evidence (a name of :meth:`index.judging.verdict.Evidence.by_name`): ``low`` counts where
    it is at most ``at``, ``high`` above."""

    by: str
    at: float
    low: Tree
    high: Tree


Tree = float | Split
"""What some evidence adds: a number, or one of two trees."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """``dense_weight`` multiplies the cosine beside BM25 scaled to 1 when candidates are chosen; ``ranking`` are the
    weights they are ranked by (names of :class:`index.ranking.signals.Signals`), ``highlight`` those by which the
    sentence that answers is chosen (names of :class:`index.ranking.signals.SentenceSignals`, and ``meaning``, the
    cosine of the sentence); ``trees`` look at the evidence, each adding to the logarithm of the odds that the first
    quotes answer; ``found`` and ``weak`` are the confidences from which an answer is called so."""

    dense_weight: float
    ranking: Mapping[str, float]
    highlight: Mapping[str, float]
    trees: tuple[Tree, ...]
    found: float
    weak: float
    fitted_on: str


def calibration_for(fingerprint: str) -> Calibration:
    """The calibration of the model with that fingerprint."""
    entries = _entries()
    return entries.get(fingerprint) or entries[ANY_MODEL]


@cache
def _entries() -> Mapping[str, Calibration]:
    return TypeAdapter(Mapping[str, Calibration]).validate_json(FILE.read_bytes())
