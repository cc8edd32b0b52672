"""Arrays written so that a full disk is noticed, and read where they lie.

``numpy.save`` hands an array to C's stdio and doesn't look whether its last bytes could be written: a short array is
cut off in silence. Through an object with no more than ``write``, numpy gives the bytes to Python, which does look.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray


class _Written:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, content: bytes) -> int:
        return self._file.write(content)


def save_array(path: Path, array: NDArray[Any]) -> None:
    """Write ``array`` to ``path`` as ``numpy.load`` reads it; OSError when it can't be written whole."""
    with path.open("wb") as file:
        np.save(_Written(file), array)


def mapped_array(path: Path) -> NDArray[Any]:
    """The array in ``path``, read where it is looked at; a plain array over the mapping, whose slices cost less."""
    return np.asarray(np.load(path, mmap_mode="r"))
