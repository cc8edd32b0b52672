"""Headings of text without markup, told by their shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.drafts.draft import Block

LONGEST_HEADING: Final = 100
"""Characters; headings of press articles stay below, full sentences of a paragraph's own rarely do."""

PLAIN_HEADING_LEVEL: Final = 2
"""Sections of an article, whose title is level 1."""

_CLOSING: Final = r"(?:\s?»|[\"”’')\]])*"
_SENTENCE_END: Final = re.compile(rf"[.!?…]{_CLOSING}(?:\s|$)")
_CLOSED_SENTENCE: Final = re.compile(rf"[.!?…]{_CLOSING}$")
_OPENING: Final = "«“\"'‘([ \u00a0\u202f\u2009"


def with_headings(paragraphs: Sequence[str]) -> tuple[str | None, tuple[Block, ...]]:
    """The title that opens the text, if one does, and its blocks: a short line between blank lines, followed
    by a longer paragraph, is a heading."""
    title = paragraphs[0] if _opens_as_title(paragraphs) else None
    rest = paragraphs if title is None else paragraphs[1:]
    return title, mark_headings(rest)


def mark_headings(paragraphs: Sequence[str]) -> tuple[Block, ...]:
    """The paragraphs as blocks, those that have the shape and the place of a heading marked as such."""
    return tuple(
        Block(paragraph, PLAIN_HEADING_LEVEL if _heads(paragraph, following) else None)
        for paragraph, following in zip(paragraphs, [*paragraphs[1:], ""], strict=False)
    )


def _opens_as_title(paragraphs: Sequence[str]) -> bool:
    """A title stands before the first paragraph, or before the first section's heading."""
    if len(paragraphs) < 2 or not has_heading_shape(paragraphs[0]):
        return False
    return _heads(paragraphs[0], paragraphs[1]) or (
        len(paragraphs) > 2 and has_heading_shape(paragraphs[1]) and _heads(paragraphs[1], paragraphs[2])
    )


def _heads(line: str, following: str) -> bool:
    return (
        has_heading_shape(line)
        and len(following) > len(line)
        and _starts_like_a_sentence(following)
        and _SENTENCE_END.search(following) is not None
    )


def has_heading_shape(line: str) -> bool:
    """Whether ``line`` is short, opens as a sentence does and does not end as one."""
    return (
        "\n" not in line
        and len(line) <= LONGEST_HEADING
        and _starts_like_a_sentence(line)
        and (line[-1].isalnum() or line[-1] in "»”\"’')%€$°")
        and _CLOSED_SENTENCE.search(line) is None
    )


def _starts_like_a_sentence(text: str) -> bool:
    first = text.lstrip(_OPENING)[:1]
    return first.isupper() or first.isdigit()
