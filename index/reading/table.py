"""The vectors of pieces, kept in blocks of four bits: a 32nd of the row's weights share a scale.

A block of 32 weights is 16 bytes of codes (byte j: weight j in the low half, weight j + 16 in the high half) and a
float16 scale; weight = (code - 8) x scale.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

HALF: Final = 16
"""Bytes of codes of a block."""
MIDDLE: Final = 8
"""The code of nothing."""


class PieceTable:
    """The table of a safetensors file with ``codes`` (pieces, bytes) and ``scales`` (pieces, blocks)."""

    def __init__(self, path: Path) -> None:
        stored = load_file(path)
        self._codes = stored["codes"]
        self._scales = stored["scales"]

    def vectors(self, pieces: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors of ``pieces``, of any shape, with one dimension more: the width."""
        codes = self._codes[pieces].reshape(*pieces.shape, -1, HALF)
        both = np.concatenate([codes & 15, codes >> 4], axis=-1).astype(np.float32) - MIDDLE
        unpacked = both * self._scales[pieces].astype(np.float32)[..., np.newaxis]
        return unpacked.reshape(*pieces.shape, -1)
