"""The text of a Markdown document as a reader sees it: markup gone, every other character as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from index.drafts.draft import Block
from index.drafts.note_calls import is_note_call
from index.pages.page_parts import drop_note_calls, flatten_cells

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

DEEPEST_NESTING: Final = 40
"""Quotations and lists inside one another; the parser recurses, and leaves out what lies deeper."""

CELL_SEPARATOR: Final = " | "

_LONGEST_ORDINAL: Final = 3
"""Digits of a list item's number. « 2019. » opening a paragraph is a list item to Markdown, a year to everyone
else, and stays in the text."""

_NOTE: Final = re.compile(r"^[ >]*\[\^([^\]\s]+)\]:", re.MULTILINE)
_NOTE_OPENING: Final = re.compile(r"\[\^([^\]\s]+)\]:\s?")
_NOTE_CALL: Final = re.compile(r"\[\^([^\]\s]+)\]")
_CHECKBOX: Final = re.compile(r"\[[ xX]\]\s+")

_NO_XML: Final = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of XML (https://www.w3.org/TR/xml/#charsets)."""
_UNSEEN_ELEMENTS: Final = ("script", "style", "template")
_RUNNING_ELEMENTS: Final = frozenset(
    "a abbr b bdi bdo big br cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub "
    "summary sup time tt u var wbr".split()
)
_TAG_NAME: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")


def rendered_blocks(markdown: str) -> list[Block]:
    """The document's paragraphs, headings, list items, code blocks and tables (a row a line), in order."""
    return list(_blocks(_parser().parse(markdown), frozenset(_NOTE.findall(markdown))))


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        """Any address makes a link: none is followed or shown, and a refused one would stay in the text with its
        brackets."""
        return True


def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"maxNesting": DEEPEST_NESTING}).enable(["table", "strikethrough"])
    define_link = next(rule.fn for rule in parser.block.ruler.__rules__ if rule.name == "reference")

    def define_link_but_no_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        """CommonMark would take ``[^1]: …`` for the definition of a link, and out of the text."""
        opening = state.bMarks[start] + state.tShift[start]
        return not state.src.startswith("[^", opening) and define_link(state, start, end, silent)

    parser.block.ruler.at("reference", define_link_but_no_footnote)
    return parser


def _blocks(tokens: Sequence[Token], notes: frozenset[str]) -> Iterator[Block]:
    heading: int | None = None
    opens_item = False
    ordinal = ""
    rows: list[list[str]] = []
    in_table = False
    for token in tokens:
        match token.type:
            case "heading_open":
                heading = int(token.tag[1:])
            case "heading_close":
                heading = None
            case "list_item_open":
                ordinal = f"{token.info}{token.markup} " if len(token.info) > _LONGEST_ORDINAL else ""
                opens_item = True
            case "table_open":
                in_table, rows = True, []
            case "tr_open":
                rows.append([])
            case "table_close":
                in_table = False
                yield Block("\n".join(CELL_SEPARATOR.join(row) for row in rows))
            case "inline" if in_table:
                rows[-1].append(_inline_text(token.children or [], notes).replace("\n", " "))
            case "inline":
                text = _inline_text(token.children or [], notes)
                if opens_item:
                    text = _CHECKBOX.sub("", text, count=1) if _CHECKBOX.match(text) else text
                yield Block(ordinal + text, heading)
                ordinal, opens_item = "", False
            case "fence" | "code_block":
                yield Block(token.content)
            case "html_block":
                yield from (Block(text) for text in _html_paragraphs(token.content))


def _inline_text(tokens: Sequence[Token], notes: frozenset[str]) -> str:
    pieces: list[str] = []
    unseen: str | None = None  # the element whose content is not shown
    raised: int | None = None  # where the content of a raised element begins
    in_link = linked = False  # within a link to a place of the page; whether what is raised is or holds one
    for token in tokens:
        if token.type == "html_inline":
            tag = _TAG_NAME.match(token.content)
            name = tag.group(2).lower() if tag else ""
            if name == "a" and tag:
                in_link = not tag.group(1) and "#" in token.content
                linked |= in_link
            if name == "sup" and tag and not tag.group(1):
                raised, linked = len(pieces), in_link
            elif name == "sup" and raised is not None:
                if is_note_call("".join(pieces[raised:]), "".join(pieces[:raised]), linked=linked):
                    del pieces[raised:]
                raised = None
            if unseen is None and name in _UNSEEN_ELEMENTS and tag and not tag.group(1):
                unseen = name
            elif unseen == name and tag and tag.group(1):
                unseen = None
            elif name == "br":
                pieces.append("\n")
        elif unseen is not None:
            continue
        elif token.type in ("link_open", "link_close"):
            in_link = token.type == "link_open" and str(token.attrGet("href") or "").startswith("#")
            linked |= in_link
        elif token.type == "text":
            pieces.append(_without_note_marks(token.content, notes, opens=not any(pieces)))
        elif token.type == "code_inline":
            pieces.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
        elif token.type == "image":
            pieces.append(_inline_text(token.children or [], notes))
    return "".join(pieces)


def _without_note_marks(text: str, notes: frozenset[str], *, opens: bool) -> str:
    """The text without the calls of the notes that the document holds (a raised figure to its reader), nor the
    mark before a note's own words."""
    if opens and (own := _NOTE_OPENING.match(text)):
        text = text[own.end() :]
    return _NOTE_CALL.sub(lambda call: "" if call.group(1) in notes else call.group(0), text)


def _write_rows(table: HtmlElement) -> None:
    """Make ``table`` a paragraph of its rows, a line each; one of a single column stays what it is."""
    rows = [[" ".join(cell.text_content().split()) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    if max(map(len, rows), default=0) < 2:
        return
    captions = [" ".join(caption.text_content().split()) for caption in table.iter("caption")]
    for child in list(table):
        table.remove(child)
    lines = "\n".join(CELL_SEPARATOR.join(row) for row in rows if any(row))
    table.text = "\n\n".join(filter(None, (*captions, lines)))


def _html_paragraphs(html: str) -> list[str]:
    """The text of a block of raw HTML, without tags, comments and scripts."""
    from lxml import etree
    from lxml import html as lxml_html

    try:
        root = lxml_html.fragment_fromstring(_NO_XML.sub("", html), create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return []
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, *_UNSEEN_ELEMENTS, with_tail=False)
    drop_note_calls(root)
    flatten_cells(root)
    for table in [table for table in root.iter("table") if table.find(".//table") is None]:
        _write_rows(table)
    for element in root.iter():
        if element.tag not in _RUNNING_ELEMENTS:
            element.text = f"\n\n{element.text or ''}"
            element.tail = f"\n\n{element.tail or ''}"
        elif element.tag == "br":
            element.tail = f"\n{element.tail or ''}"
    lines = [line.strip() for line in "".join(root.itertext()).split("\n")]
    return [paragraph for paragraph in re.split(r"\n{2,}", "\n".join(lines)) if paragraph.strip()]
