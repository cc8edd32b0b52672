"""What may be asked of any text, of an article or not: its sentences, its language, its dates, and of
questions whether they are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.articles.language import detect_language
from index.entities.names import folded
from index.passages.sentences import sentences
from index.question.alike import groups_alike

if TYPE_CHECKING:
    from index.dates.finder import TimeExpression

__all__ = ["detect_language", "folded", "groups_alike", "sentences", "time_expressions"]


def time_expressions(text: str, lang: str, reference: str | None) -> list[TimeExpression]:
    """As :func:`index.dates.finder.find_time_expressions`."""
    from index.dates.finder import find_time_expressions  # the grammars of dates take time to load

    return find_time_expressions(text, lang, reference)
