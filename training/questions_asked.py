"""Labelled questions as the engine asks them of a base, and the folds they are cross-validated by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from bases import Base
from numpy.typing import NDArray

from index.encoder.encoder import EncodedQuestion, Encoder
from index.measuring.labelled import LabelledQuestion
from index.question.query import Query

FOLDS = 5


def question_vectors(
    bases: Iterable[Base], encoder: Encoder, known: dict[str, EncodedQuestion] | None = None
) -> dict[str, EncodedQuestion]:
    """Each question encoded, by its text as :func:`wording_of` has it."""
    asked = {wording_of(base, question) for base in bases for question in base.questions}
    return {text: encoder.question(text) for text in sorted(asked - (known or {}).keys())}


def asked_of(base: Base, question: LabelledQuestion, vectors: dict[str, EncodedQuestion]) -> Query:
    """The question as the engine asks it of that base."""
    text = wording_of(base, question)
    encoded = vectors[text]
    return Query(text, question.lang, encoded.vector, encoded.pieces)


def wording_of(base: Base, question: LabelledQuestion) -> str:
    """The text of the question with its slips set right and its entities under their own names."""
    generation = base.generation
    return generation.wording.under_own_names(generation.spelling.corrected(question.text, question.lang))


def fold_of(questions: Sequence[str]) -> NDArray[np.int64]:
    """The fold of each question; the same words always fall into the same one."""
    place = {text: place for place, text in enumerate(sorted(set(questions)))}
    drawn = np.random.default_rng(0).integers(0, FOLDS, len(place))
    return np.array([drawn[place[text]] for text in questions])
