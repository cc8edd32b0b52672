"""A timeline as a picture."""

from typing import Final

DRAWN: Final = 60
"""Events with a mark on the axis; of more, the most told."""
