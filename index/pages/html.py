"""Reads a saved web page: trafilatura finds the article among menus and banners."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from index.drafts.draft import Block, Body, Draft, body_of
from index.drafts.edtf_date import article_date
from index.drafts.front_matter import LONGEST_VALUE, web_address
from index.faults import ArticleFault, FaultCode
from index.files.decoding import decode, one_line
from index.pages.page_articles import PageArticle, articles_on
from index.pages.page_parts import (
    comparable,
    drop_consent,
    drop_note_calls,
    flatten_cells,
    keep_captions,
    open_asides,
    open_layout_tables,
    running_texts,
)
from index.pages.rendered_text import CELL_SEPARATOR
from index.pages.structured_data import article_body
from index.report import NoticeCode, Remark

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD_BYTES: Final = 4096
_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")

_MONSTROUS_TAG: Final = re.compile(
    r"""<([A-Za-z][\w:-]*+)(?=[^<>]{50000})(?:(?:[^"'<>]++|"[^"]*+"|'[^']*+')*+>|[^<>]*+>?)""", re.ASCII
)
"""The parser compares every attribute of a tag with every other; past this length only its name is kept."""

MOST_ELEMENTS: Final = 50_000
"""Elements of a page. The longest articles have some thousands; extraction takes seconds at this number."""

SPARSE_PARAGRAPHS: Final = 750
"""Characters. A page with fewer in its ``<p>`` keeps its text in ``<div>`` (trafilatura's own limit, three times
its ``MIN_EXTRACTED_SIZE``)."""

DATA_HOLDS_MORE: Final = 1.5
"""Times the text found on the page: where its JSON-LD has more, the page itself shows only a part of its article."""

_NAMED: Final = 3
_SHOWN: Final = 40
"""Of what is left out of an article: how many texts are named, and how many of their characters."""

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


_NOT_IN_XML: Final = {
    **{code: " " if chr(code).isspace() else None for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)},
    0xFFFE: None,
    0xFFFF: None,
}
"""Characters that XML has no place for (XML 1.0, 2.2): lxml reads them in a page and refuses to write them."""
_REFERENCE_NOT_IN_XML: Final = re.compile(
    r"&#(?:x0*(?:1?[0-9a-f]|fff[ef]|d[89a-f][0-9a-f]{2})|0*(?:[0-9]|[12][0-9]|3[01]"
    r"|6553[45]))(?![0-9a-f]);?",
    re.IGNORECASE,
)
"""The same, written as ``&#31;``; a tab or a line end written so becomes a space."""


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


def read_page(data: bytes) -> tuple[Draft, ...]:
    """Read an ``.html`` file: its article, or each of those that one page holds.

    Raises ``ArticleFault``: encoding, ``NO_TEXT`` or ``TOO_MANY_ELEMENTS``.
    """
    decoded = decode(data, _declared_charset(data))
    page = _page(decoded.text)
    lang = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang")
    several = articles_on(page, (lang or "")[:2].lower())
    drafts = [draft for part in several if (draft := _draft_of_part(part, page, lang)) is not None]
    if len(drafts) < 2:
        drafts = [_draft_of_page(page, lang)]
    return tuple(replace(draft, notices=(*decoded.notices, *draft.notices)) for draft in drafts)


def _draft_of_page(page: HtmlElement, lang: str | None) -> Draft:
    canonical = _canonical(page)
    about = _about(page)
    title = one_line(about.title or "", LONGEST_VALUE) or None
    written = article_body(page)
    texts = running_texts(page)
    try:
        body = _body(page, title)
    except ArticleFault:
        if written is None:
            raise
        body = Body("")
    if written is not None and len(written) > DATA_HOLDS_MORE * len(body.text):
        body = body_of([Block(paragraph) for paragraph in written.split("\n\n")])
    return Draft(
        body=body,
        notices=tuple(_left_out(texts, body.text, title)),
        title=title,
        date=_date(about.date),
        lang=lang,
        publisher=one_line(about.sitename or "", LONGEST_VALUE) or None,
        url=web_address(canonical) or web_address(about.url),
    )


def _left_out(texts: Sequence[str], body: str, title: str | None) -> Iterator[Remark]:
    """Which of the running texts of a page have not become a part of its article."""
    kept = comparable(f"{title or ''} {body}")
    missing = [text for text in texts if comparable(text) not in kept]
    if missing:
        shown = [f"« {text[:_SHOWN].strip()}… »" for text in missing[:_NAMED]]
        yield Remark(NoticeCode.LEFT_OUT, {"parts": " ".join([*shown, *(["…"] if len(missing) > _NAMED else [])])})


def _draft_of_part(part: PageArticle, page: HtmlElement, lang: str | None) -> Draft | None:
    """What one of several articles on a page says itself; the page's own date and address hold for none of them."""
    from lxml import html as lxml_html

    alone = lxml_html.document_fromstring("<html><head></head><body></body></html>")
    if lang:
        alone.set("lang", lang)
    alone.body.append(deepcopy(part.element))
    title = one_line(part.title or "", LONGEST_VALUE) or None
    try:
        body = _body(alone, title)
    except ArticleFault:
        return None
    publisher = part.publisher or _about(page).sitename
    return Draft(
        body=body,
        title=title,
        date=part.date,
        lang=lang,
        publisher=one_line(publisher or "", LONGEST_VALUE) or None,
        url=part.url,
    )


def _body(page: HtmlElement, title: str | None) -> Body:
    """The text of the page's article; the page is changed."""
    stand_ins = _StandIns.for_page(page)
    _prepare(page, stand_ins)
    blocks = (replace(block, text=stand_ins.shown(block.text)) for block in _blocks(_main_text(page), stand_ins))
    return body_of([block for block in blocks if not _repeats(block, title)])


def _declared_charset(data: bytes) -> str | None:
    declared = _META_CHARSET.search(data[:_HEAD_BYTES])
    if declared is None:
        return None
    charset = declared.group(1).decode("ascii").lower()
    # Browsers read Latin-1 as Windows-1252, and pages that say one mean the other. UTF-16 in ASCII bytes lies.
    if charset.startswith(("utf-16", "utf-32")):
        return None
    return "cp1252" if charset in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else charset


def _page(text: str) -> HtmlElement:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        written = _REFERENCE_NOT_IN_XML.sub(" ", text.translate(_NOT_IN_XML))
        source = _MONSTROUS_TAG.sub(r"<\1>", _XML_DECLARATION.sub("", written, count=1))
        page = lxml_html.document_fromstring(source)
    except (etree.LxmlError, ValueError) as error:
        raise ArticleFault(FaultCode.NO_TEXT) from error
    if sum(1 for _ in page.iter()) > MOST_ELEMENTS:
        raise ArticleFault(FaultCode.TOO_MANY_ELEMENTS, limit=MOST_ELEMENTS)
    return page


def _about(page: HtmlElement) -> Any:
    """What the page says of itself: title, date, site, address."""
    from trafilatura import extract_metadata

    return extract_metadata(page, date_config={"extensive_search": False, "original_date": True}, extensive=False)


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


def _canonical(page: HtmlElement) -> str | None:
    for link in page.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            href: str | None = link.get("href")
            return href
    return None


def _date(found: str | None) -> str | None:
    try:
        return article_date(found) if found else None
    except ArticleFault:
        return None  # a guess of the extractor, not a statement of the author


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
