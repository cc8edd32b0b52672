"""HTML that holds an article and nothing else (a converted document, a chapter), as blocks: nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from index.drafts.draft import Block
from index.pages.page_parts import drop_note_calls, flatten_cells
from index.pages.rendered_text import CELL_SEPARATOR

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN: Final = ("script", "style", "template", "head", "title")
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
_RUNNING: Final = frozenset(
    "a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
_SPACE: Final = re.compile(r"[ \t\r\f\n]+")
_LINE: Final = "\u2028"
"""Stands for a line break while white space is collapsed."""


def blocks_of_html(root: HtmlElement) -> list[Block]:
    """The headings, paragraphs, list items and tables (a row a line) under ``root``, in order; it is changed."""
    from lxml import etree

    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, *_UNSEEN, with_tail=False)
    drop_note_calls(root)
    flatten_cells(root)
    return [block for block in _blocks(root) if block.text.strip()]


def _blocks(element: HtmlElement) -> Iterator[Block]:
    running = [element.text or ""]
    for child in element:
        if child.tag in _RUNNING and not _holds_blocks(child):
            running.append(_text(child))
        else:
            yield _paragraph("".join(running))
            yield from _block(child)
            running = []
        running.append(child.tail or "")
    yield _paragraph("".join(running))


def _block(element: HtmlElement) -> Iterator[Block]:
    if element.tag in _HEADINGS and not _holds_blocks(element):
        yield Block(_shown(_text(element)), int(element.tag[1]))
    elif element.tag == "pre":
        yield Block(element.text_content())
    elif element.tag == "table" and (rows := _rows(element)):
        yield Block("\n".join(rows))
    else:
        yield from _blocks(element)


def _rows(table: HtmlElement) -> list[str]:
    """The rows of a table, a line each; none of one that holds another, or has a single column."""
    if table.find(".//table") is not None:
        return []
    rows = [[_shown(_text(cell)).replace("\n", " ") for cell in row.iter("td", "th")] for row in table.iter("tr")]
    captions = [_shown(_text(caption)) for caption in table.iter("caption")]
    if max(map(len, rows), default=0) < 2:
        return []
    return [*captions, *(CELL_SEPARATOR.join(row) for row in rows if any(row))]


def _holds_blocks(element: HtmlElement) -> bool:
    return any(isinstance(inner.tag, str) and inner.tag not in _RUNNING for inner in element.iterdescendants())


def _text(element: HtmlElement) -> str:
    if element.tag == "br":
        return _LINE
    pieces = [element.text or ""]
    for child in element:
        pieces += (_text(child), child.tail or "")
    return "".join(pieces)


def _paragraph(text: str) -> Block:
    return Block(_shown(text))


def _shown(text: str) -> str:
    lines = _SPACE.sub(" ", text).split(_LINE)
    return "\n".join(line.strip(" ") for line in lines).strip()
