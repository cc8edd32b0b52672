"""What is drawn: a timeline, and how far confidences can be believed."""

from typing import Final

DRAWN: Final = 60
"""Events with a mark on the axis; of more, the most told."""
