"""A question, ready for searching."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Query:
    """A question, the language it is asked in, and its unit vector."""

    text: str
    lang: str
    vector: NDArray[np.float32]
