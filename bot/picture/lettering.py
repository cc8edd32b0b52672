"""Words in a picture: what fits, measured in the font they are drawn in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font

BOLD: Final = FontProperties(family="DejaVu Sans", weight="bold", size=20)
TEXT: Final = FontProperties(family="DejaVu Sans", size=19)
SMALL: Final = FontProperties(family="DejaVu Sans", size=16)
HEAD: Final = FontProperties(family="DejaVu Sans", weight="bold", size=28)
_NO_GLYPH: Final = "□"
_CUT: Final = "…"
_JOINTS: Final = re.compile(r"(?<=[-/–—_.:])(?=\w)")


class Lettering:
    """Measures and breaks texts as ``figure`` would draw them."""

    def __init__(self, figure: Figure) -> None:
        self._renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]

    def width(self, text: str, font: FontProperties) -> float:
        """The width of ``text`` on one line, in pixels."""
        width, _, _ = self._renderer.get_text_width_height_descent(text, font, ismath=False)
        return float(width)

    def fitting(self, text: str, width: float, font: FontProperties, most: int) -> list[str]:
        """``text`` in at most ``most`` lines no wider than ``width``, cut between words alone: what is left out ends in
        an ellipsis, and a word that is wider than a line gives way to one."""
        lines: list[str] = []
        rest = [
            word if self.width(word, font) <= width else _CUT for word in _pieces(_drawable(text), self, width, font)
        ]
        while rest and len(lines) < most:
            taken = 1
            while taken < len(rest) and self.width(" ".join(rest[: taken + 1]), font) <= width:
                taken += 1
            lines.append(" ".join(rest[:taken]))
            rest = rest[taken:]
        if rest and lines:
            while lines[-1] and self.width(f"{lines[-1]}{_CUT}", font) > width:
                lines[-1] = lines[-1].rpartition(" ")[0]
            lines[-1] = f"{lines[-1].removesuffix(_CUT).rstrip(' ,;:')}{_CUT}"
        return lines or [""]


@cache
def _glyphs() -> frozenset[int]:
    """The characters the font has."""
    return frozenset(get_font(findfont(TEXT)).get_charmap())


def _drawable(text: str) -> str:
    return "".join(character if ord(character) in _glyphs() else _NO_GLYPH for character in text)


def _pieces(text: str, letters: Lettering, width: float, font: FontProperties) -> Iterator[str]:
    """The words of ``text``; one that is wider than a line is parted at its hyphens, slashes and dots."""
    for word in text.split():
        if letters.width(word, font) <= width:
            yield word
        else:
            yield from _JOINTS.split(word)
