"""What a reader makes of one file, before the folder gives it an id and a path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.article import CitedSource, Heading
from index.files.decoding import without_surrogates
from index.report import Remark


@dataclass(frozen=True, slots=True)
class Body:
    """The text a reader sees: blocks with one blank line between them, headings being blocks too."""

    text: str
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its own file tells it; None where the file is silent."""

    body: Body
    title: str | None = None
    date: str | None = None
    lang: str | None = None
    publisher: str | None = None
    url: str | None = None
    sources: tuple[CitedSource, ...] = ()
    tags: tuple[str, ...] = ()
    notices: tuple[Remark, ...] = ()
    version: str | None = None
    withdrawn: str | None = None
    expires: str | None = None


Reader = Callable[[bytes], Sequence[Draft]]
"""Reads the bytes of one file, which mostly hold one article; raises ``ArticleFault`` when they can't be any."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a heading of the given level."""

    text: str
    heading: int | None = None


def body_of(blocks: Sequence[Block]) -> Body:
    """Put blocks together, a blank line between two, noting where the headings come to stand."""
    pieces: list[str] = []
    headings: list[Heading] = []
    position = 0
    for block in blocks:
        text = without_surrogates(block.text).strip()
        if not text:
            continue
        if block.heading is not None:
            text = " ".join(line.strip() for line in text.split("\n"))
            headings.append(Heading(position, position + len(text), block.heading))
        pieces.append(text)
        position += len(text) + len(_BLANK_LINE)
    return Body(_BLANK_LINE.join(pieces), tuple(headings))


_BLANK_LINE = "\n\n"
