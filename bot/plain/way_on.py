"""What to do where nothing answers: the closest article, the list of all, people."""

from __future__ import annotations

from typing import Final

from bot.catalogue import Words
from bot.printable import one_line
from index.answer import Answer

_NEAR: Final = 0.03
"""Confidence below which the closest article is not worth a look: it is about something else."""


def way_on_lines(answer: Answer, words: Words, place: str = "") -> list[str]:
    """A way on a line, for an ``answer`` without quotes; ``place`` begins the keys where commands are called otherwise
    than on the command line."""
    lines = []
    if answer.further and answer.confidence >= _NEAR:
        card = answer.further[0].article
        lines.append(words(f"{place}way-on-closest", title=one_line(card.title), id=one_line(card.id)))
    return [*lines, words(f"{place}way-on-sources")]
