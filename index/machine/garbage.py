"""How often Python looks for objects that hold each other and nobody else holds."""

from __future__ import annotations

import gc
from typing import Final

SELDOM: Final = 50_000
"""Objects that came since the last look; Python's own 700 suits programs that hold few."""


def collect_seldom() -> None:
    """Look for such objects more seldom, unless the operator set it so or switched it off.

    With what is known of a third of a million articles at hand, looking through it again and again took 3 of the 21
    seconds that one article more takes.
    """
    young, *older = gc.get_threshold()
    if 0 < young < SELDOM:
        gc.set_threshold(SELDOM, *older)
