"""What a timeline is drawn with, on a light card and on a dark one.

The colours of the marks are those of Okabe and Ito (jfly.uni-koeln.de/color), told apart by colour-blind readers:
darker on the light card, lighter on the dark one, so that words in them keep a contrast of 4.5 (WCAG 2.2, 1.4.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from index.events.event import Mark


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours as "#rrggbb": of words, of lesser words, of the card, of lines, and of each mark."""

    ink: str
    soft: str
    paper: str
    rule: str
    marks: Mapping[Mark, str]


LIGHT: Final = Inks(
    ink="#1b1b1f",
    soft="#5b5b66",
    paper="#fbfbf9",
    rule="#8a8a94",
    marks=MappingProxyType(
        {
            Mark.TOLD: "#0069a5",
            Mark.ANNOUNCED: "#b04d00",
            Mark.CALLED_OFF: "#4a6b1f",
            Mark.CONDITIONAL: "#a8507f",
            Mark.NEGATED: "#5b5b66",
        }
    ),
)
DARK: Final = Inks(
    ink="#f0f0f2",
    soft="#b8b9c2",
    paper="#1a1b1e",
    rule="#80818c",
    marks=MappingProxyType(
        {
            Mark.TOLD: "#56b4e9",
            Mark.ANNOUNCED: "#ff9d5c",
            Mark.CALLED_OFF: "#b5d67a",
            Mark.CONDITIONAL: "#e9a3cb",
            Mark.NEGATED: "#b8b9c2",
        }
    ),
)
