"""The text of a page's article, found by trafilatura, as a browser shows it: its spaces, lines and tables kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from index.drafts.draft import Block, Body, body_of
from index.drafts.front_matter import LONGEST_VALUE
from index.faults import ArticleFault, FaultCode
from index.files.decoding import one_line
from index.pages.page_parts import (
    drop_consent,
    drop_note_calls,
    flatten_cells,
    keep_captions,
    open_asides,
    open_layout_tables,
)
from index.pages.rendered_text import CELL_SEPARATOR

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SPARSE_PARAGRAPHS: Final = 750
"""Characters. A page with fewer in its ``<p>`` keeps its text in ``<div>`` (trafilatura's own limit, three times
its ``MIN_EXTRACTED_SIZE``)."""

_STYLE: Final = "translate(@style, ' ', '')"
_HIDDEN: Final = f"""//template | //*[not(self::html or self::body)][
    @hidden or contains({_STYLE}, 'display:none') or contains({_STYLE}, 'visibility:hidden')]"""
_SPOKEN_ELEMENTS: Final = """//*[self::time or self::label or self::q or self::output][
    ancestor::p or ancestor::li or ancestor::dd or ancestor::td or ancestor::th or ancestor::blockquote]"""
"""trafilatura takes them for widgets wherever they stand: « le <time>9 mai</time> » would lose its day."""

_RUNNING_ELEMENTS: Final = frozenset(
    "a abbr b bdi bdo big br cite code em font i img ins kbd mark s small span strike strong sub sup time tt u var "
    "wbr".split()
)
_BLOCK_ELEMENTS: Final = frozenset("article body div head item list main p quote section table".split())
"""Blocks in the tree that trafilatura makes; whatever else it holds (``hi``, ``ref``, ``lb``) runs in a line."""

_WHITE_SPACE: Final = re.compile(r"[ \t\n\f\r]+")
"""What a browser shows as one space; no-break spaces are not among it."""

_UNSEEN_CHARACTERS: Final[dict[int, str | None]] = {
    **{code: None for code in (0xAD, 0x7F, 0xFFFE, 0xFFFF, *range(0x20)) if chr(code) not in "\t\n\v\f\r"},
    **dict.fromkeys(map(ord, "\v\f"), " "),
}
"""The soft hyphen, and the control characters that the parser lets in and doesn't take back."""


@dataclass(frozen=True, slots=True)
class _StandIns:
    """Visible characters in the place of spaces that have to be kept.

    trafilatura makes every space an ordinary one, and quotes have to keep theirs (« 3 000 », « oui ») as
    preformatted text keeps its lines: while it works, they are domino and mah-jong tiles that the page lacks.
    """

    of_spaces: dict[int, str | None]
    of_layout: dict[int, str | None]
    back: dict[int, str | None]
    line_break: str

    @classmethod
    def for_page(cls, page: HtmlElement) -> _StandIns:
        """Choose tiles that no text of the page holds."""
        held = set("".join(page.itertext()))
        spaces = [char for char in map(chr, range(0x80, 0x3001)) if char.isspace()]
        tiles = [tile for tile in map(chr, range(0x1F000, 0x1F094)) if tile not in held]
        shown = dict(zip(["\n", " ", "\t", *spaces], tiles, strict=False))
        of_spaces: dict[int, str | None] = {ord(space): shown[space] for space in spaces if space in shown}
        return cls(
            of_spaces={**of_spaces, **_UNSEEN_CHARACTERS},
            of_layout={ord(space): tile for space, tile in shown.items() if space < "\x7f"},
            back={ord(tile): space for space, tile in shown.items()},
            line_break=shown.get("\n", "\n"),
        )

    def shown(self, text: str) -> str:
        """The text as a browser shows it: white space collapsed, lines broken and spaces kept where they were."""
        lines = _WHITE_SPACE.sub(" ", text).split(self.line_break)
        return "\n".join(line.strip(" ") for line in lines).translate(self.back)


def main_body(page: HtmlElement, title: str | None) -> Body:
    """The text of the page's article without its ``title``; the page is changed. Raises ``ArticleFault(NO_TEXT)``."""
    stand_ins = _StandIns.for_page(page)
    _prepare(page, stand_ins)
    blocks = (replace(block, text=stand_ins.shown(block.text)) for block in _blocks(_main_text(page), stand_ins))
    return body_of([block for block in blocks if not _repeats(block, title)])


def _prepare(page: HtmlElement, stand_ins: _StandIns) -> None:
    """Change the page so that trafilatura keeps what a reader sees, and only that."""
    for element in page.xpath(_HIDDEN):
        if element.getparent() is not None:
            element.drop_tree()
    drop_consent(page)
    drop_note_calls(page)
    open_asides(page)
    open_layout_tables(page)
    keep_captions(page)
    flatten_cells(page)
    for element in page.xpath(_SPOKEN_ELEMENTS):
        element.tag = "span"
    _replace_characters(page, stand_ins.of_spaces)
    for preformatted in page.iter("pre"):
        _replace_characters(preformatted, stand_ins.of_layout, tail=False)
    if sum(len(paragraph.text_content()) for paragraph in page.iter("p")) < SPARSE_PARAGRAPHS:
        _make_paragraphs(page)


def _make_paragraphs(page: HtmlElement) -> None:
    """A ``<div>`` (or the body) that holds text and no block is a paragraph."""
    for element in page.iter("div", "body"):
        runs = all(child.tag in _RUNNING_ELEMENTS for child in element.iterdescendants())
        if runs and element.text_content().strip():
            if element.tag == "div":
                element.tag = "p"
                continue
            paragraph = element.makeelement("p")
            paragraph.text, element.text = element.text, None
            paragraph.extend(list(element))
            element.append(paragraph)


def _replace_characters(root: HtmlElement, table: dict[int, str | None], *, tail: bool = True) -> None:
    for element in root.iter():
        if element.text and isinstance(element.tag, str):
            element.text = element.text.translate(table)
        if element.tail and (tail or element is not root):
            element.tail = element.tail.translate(table)


def _main_text(page: HtmlElement) -> HtmlElement:
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    # What is short is short. Below this size trafilatura would pour out all the text of the page, menus and all.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
    document: Any = bare_extraction(page, include_comments=False, include_tables=True, config=config)
    if document is None or document.body is None:
        raise ArticleFault(FaultCode.NO_TEXT)
    return document.body


def _repeats(block: Block, title: str | None) -> bool:
    return block.heading is not None and title is not None and one_line(block.text, LONGEST_VALUE) == title


def _blocks(element: HtmlElement, stand_ins: _StandIns) -> Iterator[Block]:
    """The blocks of trafilatura's tree, in order; text that runs between two of them is one too."""
    running = [element.text or ""]
    for child in element:
        if child.tag in _BLOCK_ELEMENTS:
            yield Block("".join(running))
            yield from _block(child, stand_ins)
            running = []
        else:
            running.append(_running_text(child, stand_ins))
        running.append(child.tail or "")
    yield Block("".join(running))


def _block(element: HtmlElement, stand_ins: _StandIns) -> Iterator[Block]:
    if element.tag == "head":
        level = (element.get("rend") or "")[1:]
        yield Block(_running_text(element, stand_ins), int(level) if level in tuple("123456") else 2)
    elif element.tag == "table":
        yield from _table(element, stand_ins)
    else:
        yield from _blocks(element, stand_ins)


def _table(table: HtmlElement, stand_ins: _StandIns) -> Iterator[Block]:
    """A row a line; a table of one column is a layout, and its cells are read like any block."""
    rows = [row.findall("cell") for row in table.findall("row")]
    if all(len(row) < 2 for row in rows):
        for row in rows:
            for cell in row:
                yield from _blocks(cell, stand_ins)
        return
    lines = (CELL_SEPARATOR.join(_cell_text(cell, stand_ins) for cell in row) for row in rows)
    yield Block(stand_ins.line_break.join(lines))


def _cell_text(cell: HtmlElement, stand_ins: _StandIns) -> str:
    blocks = (block.text.replace(stand_ins.line_break, " ").strip() for block in _blocks(cell, stand_ins))
    return " ".join(filter(None, blocks))


def _running_text(element: HtmlElement, stand_ins: _StandIns) -> str:
    if element.tag == "lb":
        return stand_ins.line_break
    if not isinstance(element.tag, str):
        return ""
    pieces = [element.text or ""]
    for child in element:
        pieces.extend((_running_text(child, stand_ins), child.tail or ""))
    return "".join(pieces)
