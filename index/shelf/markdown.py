"""The Markdown that reads back as a given text, character for character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.drafts.draft import Block, Body, body_of
from index.pages.rendered_text import rendered_blocks

SECTION: Final = "## "
"""Level 1 is the article's title, which stands in the front matter."""

_MARKS: Final = re.compile(r"([\\`*_\[\]<~]|&(?=#?\w+;))")
_OPENING_MARKS: Final = re.compile(r"^([#>+=:|-])", re.MULTILINE)
_OPENING_ORDINAL: Final = re.compile(r"^(\d+)([.)])", re.MULTILINE)
_GAP: Final = re.compile(r"\n{3,}")


def markdown_of(body: Body) -> str:
    """``body`` as Markdown whose rendered text is ``body.text``; headings stay such where Markdown can say them."""
    markdown = "\n\n".join(_pieces(body)) + "\n"
    return markdown if _reads_as(markdown, body.text) else _fenced(body.text) + "\n"


def _pieces(body: Body) -> Iterator[str]:
    end = 0
    for heading in body.headings:
        yield from _paragraphs(body.text[end : heading.start].strip("\n"))
        text = body.text[heading.start : heading.end]
        written = SECTION + _escaped(text)
        yield written if rendered_blocks(written) == [Block(text, len(SECTION) - 1)] else _paragraph(text)
        end = heading.end
    yield from _paragraphs(body.text[end:].strip("\n"))


def _paragraphs(text: str) -> Iterator[str]:
    if _GAP.search(text):
        yield _fenced(text)
    elif text:
        yield from map(_paragraph, text.split("\n\n"))


def _paragraph(text: str) -> str:
    written = _escaped(text)
    return written if rendered_blocks(written) == [Block(text)] else _fenced(text)


def _escaped(text: str) -> str:
    marked = _MARKS.sub(r"\\\1", text)
    return _OPENING_ORDINAL.sub(r"\1\\\2", _OPENING_MARKS.sub(r"\\\1", marked))


def _fenced(text: str) -> str:
    """``text`` between fences longer than any in it: there Markdown changes nothing."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}\n{text}\n{fence}"


def _reads_as(markdown: str, text: str) -> bool:
    return body_of(rendered_blocks(markdown)).text == text
