"""Labelled questions as the engine asks them of a base, and the folds they are cross-validated by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from bases import Base
from numpy.typing import NDArray

from index.encoder.encoder import EncodedQuestion, Encoder
from index.measuring.labelled import LabelledQuestion
from index.query import Query

FOLDS = 5


def question_vectors(
    bases: Iterable[Base], encoder: Encoder, known: dict[str, EncodedQuestion] | None = None
) -> dict[str, EncodedQuestion]:
    """The vector of each question, by its text under the entities' own names."""
    asked = {base.generation.wording.under_own_names(q.text) for base in bases for q in base.questions}
    texts = sorted(asked - (known or {}).keys())
    if not texts:
        return {}
    return {text: encoder.question(text) for text in texts}


def asked_of(base: Base, question: LabelledQuestion, vectors: dict[str, EncodedQuestion]) -> Query:
    """The question as the engine asks it of that base."""
    text = base.generation.wording.under_own_names(question.text)
    encoded = vectors[text]
    return Query(text, question.lang, encoded.vector, encoded.pieces)


def fold_of(questions: Sequence[str]) -> NDArray[np.int64]:
    """The fold of each question; the same words always fall into the same one."""
    place = {text: place for place, text in enumerate(sorted(set(questions)))}
    drawn = np.random.default_rng(0).integers(0, FOLDS, len(place))
    return np.array([drawn[place[text]] for text in questions])
