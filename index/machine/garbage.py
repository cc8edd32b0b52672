"""How often Python looks for objects that hold each other and nobody else holds."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

SELDOM: Final = 50_000
"""Objects that came since the last look; Python's own 700 suits programs that hold few."""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Within it such objects are looked for more seldom, unless the operator set it so or switched it off.

    With what is known of a third of a million articles at hand, looking through it again and again took 3 of the 21
    seconds that one article more takes.
    """
    young, *older = gc.get_threshold()
    is_often = 0 < young < SELDOM
    if is_often:
        gc.set_threshold(SELDOM, *older)
    try:
        yield
    finally:
        if is_often:
            gc.set_threshold(young, *older)
