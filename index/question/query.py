"""A question, ready for searching."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.encoder.pieces import QuestionPieces


@dataclass(frozen=True, slots=True)
class Query:
    """A question, the language it is asked in, its unit vector, and its pieces, if the model tells them."""

    text: str
    lang: str
    vector: NDArray[np.float32]
    pieces: QuestionPieces | None
