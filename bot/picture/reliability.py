"""How far confidences can be believed, drawn: beside each confidence the share of answers that was right.

On the diagonal the two are equal; above it the engine is too modest, below too sure.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from babel.numbers import format_decimal
from matplotlib.figure import Figure

from bot.catalogue import Words
from index.evaluation import Bin, calibration_error

SIDE: Final = 900
"""Pixels."""
_DPI: Final = 150
_INK, _SOFT, _PAPER, _POINT = "#1b1b1f", "#8a8a94", "#fbfbf9", "#0072B2"


def reliability_png(bins: Sequence[Bin], words: Words) -> bytes:
    """``bins``, at least one, as a PNG file, in the language of ``words``."""
    figure = Figure(figsize=(SIDE / _DPI, SIDE / _DPI), dpi=_DPI, facecolor=_PAPER, layout="constrained")
    axes = figure.add_subplot(facecolor=_PAPER)
    axes.plot([0, 1], [0, 1], color=_SOFT, lw=1.2, ls="--")
    sure, right = [each.confidence for each in bins], [each.right for each in bins]
    # Wilson's interval always holds the share; rounding may leave it out by a hair
    reach = [[max(0, e.right - e.low) for e in bins], [max(0, e.high - e.right) for e in bins]]
    axes.errorbar(sure, right, yerr=reach, fmt="o-", color=_POINT, ecolor=_SOFT, capsize=3, lw=1.4, ms=5)
    axes.set_xlim(-0.02, 1.02)
    axes.set_ylim(-0.02, 1.02)
    axes.set_aspect("equal")
    axes.grid(visible=True, color=_SOFT, alpha=0.25, lw=0.6)
    axes.set_title(words("reliability-title"), color=_INK, fontsize=12)
    axes.set_xlabel(f"{words('reliability-confidence')}\n{_measured(bins, words)}", color=_INK, fontsize=9)
    axes.set_ylabel(words("reliability-right"), color=_INK, fontsize=9)
    ticks = [n / 5 for n in range(6)]
    names = [str(format_decimal(tick, format="0.0", locale=words.lang)) for tick in ticks]
    axes.set_xticks(ticks, names, fontsize=8)
    axes.set_yticks(ticks, names, fontsize=8)
    written = io.BytesIO()
    figure.savefig(written, format="png", facecolor=_PAPER, metadata={"Software": None})
    return written.getvalue()


def _measured(bins: Sequence[Bin], words: Words) -> str:
    error = str(format_decimal(calibration_error(bins), format="0.000", locale=words.lang))
    return words("reliability-error", error=error, count=sum(each.count for each in bins))
