"""Pairs that differ in one sentence: a question over a passage that answers, and over the same without what answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from index.article import Article, ArticleCard
from index.faults import EngineFault, FaultCode
from index.measuring.reliability import auroc
from index.passages.windows import passages_of
from index.reading.first import FirstReader
from index.reading.page import lead_of, page_of

DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, the title of the passage, its text with what answers and without."""

    question: str
    title: str
    told: str
    lacking: str
    kind: str


@dataclass(frozen=True, slots=True)
class PairFigures:
    """``right_order``: the share of pairs whose passage with the answer is read as the likelier one; ``auroc``: how
    often any passage with the answer is above any without, 0 to 1; None where there is no pair."""

    right_order: float | None
    auroc: float | None
    n: int


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file of JSON lines with ``question``, ``title``, ``with``, ``without`` and maybe ``kind``.

    Raises EngineFault(QUESTIONS_INVALID) naming the line that can't be read, or (QUESTIONS_UNREADABLE).
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EngineFault(FaultCode.QUESTIONS_UNREADABLE, path=str(path), reason=type(error).__name__) from error
    pairs = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                pairs.append(_pair(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                reason = str(error) or type(error).__name__
                raise EngineFault(FaultCode.QUESTIONS_INVALID, path=str(path), line=number, reason=reason) from error
    return pairs


def figures_of_pairs(pairs: Sequence[Pair], reader: FirstReader) -> tuple[PairFigures, dict[str, PairFigures]]:
    """The figures of all ``pairs``, and by kind."""
    read = [(pair.kind, _answers(pair, pair.told, reader), _answers(pair, pair.lacking, reader)) for pair in pairs]
    kinds = sorted({kind for kind, _, _ in read if kind})
    by_kind = {kind: _figures([(a, b) for its, a, b in read if its == kind]) for kind in kinds}
    return _figures([(a, b) for _, a, b in read]), by_kind


def _pair(record: dict[str, Any]) -> Pair:
    question, title, told, lacking = (str(record[name]) for name in ("question", "title", "with", "without"))
    return Pair(question, title, told, lacking, str(record.get("kind") or ""))


def _answers(pair: Pair, text: str, reader: FirstReader) -> float:
    """How likely the likeliest passage of ``text`` is to answer (logarithm of the odds)."""
    card = ArticleCard("pair", pair.title, None, None, None, "pair.txt", "en")
    pages = [page_of(pair.title, None, lead_of(text), passage) for passage in passages_of(Article(card, text))]
    return max((reading.answers for reading in reader.read_pages(pair.question, pages)), default=-np.inf)


def _figures(read: Sequence[tuple[float, float]]) -> PairFigures:
    if not read:
        return PairFigures(None, None, 0)
    told, lacking = np.array(read).T
    above = auroc(told.tolist(), lacking.tolist())
    return PairFigures(round(float((told > lacking).mean()), DIGITS), above and round(above, DIGITS), len(read))
