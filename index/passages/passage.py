"""What a passage is."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""Character offsets ``(start, end)`` in an article's body, end exclusive."""


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True)
class Passage:
    """A window of whole sentences of one article, under one heading.

    ``text == body[start:end]``; ``sentences`` are absolute spans in the body, in order, the first starting
    at ``start`` and the last ending at ``end``. ``section`` is the text of the heading above, if any.
    """

    article_id: str
    start: int
    end: int
    text: str
    section: str | None
    sentences: tuple[Span, ...]

    def sentence_texts(self) -> list[str]:
        """The text of each sentence, in order."""
        return [self.text[start - self.start : end - self.start] for start, end in self.sentences]
