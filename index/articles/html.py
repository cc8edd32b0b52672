"""Reads a saved web page: trafilatura finds the article among menus and banners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from index.articles.decoding import decode, one_line, without_surrogates
from index.articles.draft import Block, Draft, body_of
from index.articles.edtf_date import article_date
from index.articles.front_matter import LONGEST_VALUE, web_address
from index.articles.rendered_text import CELL_SEPARATOR
from index.faults import ArticleFault, FaultCode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD_BYTES: Final = 4096
_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")

_TYPOGRAPHIC_SPACES: Final = "\u00a0\u202f\u2009\u2007\u2002\u2003"
_STAND_INS: Final = "🀰🀱🀲🀳🀴🀵"
"""trafilatura makes every space an ordinary one, and quotes have to keep theirs (« 3 000 », « oui »): while it
works, they are domino tiles, which no article holds."""


def read_html(data: bytes) -> Draft:
    """Read an ``.html`` file. Raises ``ArticleFault``: encoding, or ``NO_TEXT``."""
    decoded = decode(data, _declared_charset(data))
    page = _page(decoded.text)
    document = _article_of(page)
    title = one_line(_restored(document.title or ""), LONGEST_VALUE) or None
    return Draft(
        body=body_of([block for block in _blocks(document.body) if not _repeats(block, title)]),
        title=title,
        date=_date(document.date),
        lang=page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang"),
        publisher=one_line(_restored(document.sitename or ""), LONGEST_VALUE) or None,
        url=web_address(_canonical(page)) or web_address(document.url),
        notices=decoded.notices,
    )


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
        page = lxml_html.document_fromstring(_XML_DECLARATION.sub("", text, count=1))
    except (etree.LxmlError, ValueError) as error:
        raise ArticleFault(FaultCode.NO_TEXT) from error
    _replace_characters(page, str.maketrans(_TYPOGRAPHIC_SPACES, _STAND_INS))
    return page


def _article_of(page: HtmlElement) -> Any:
    from trafilatura import bare_extraction

    document: Any = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None or document.body is None:
        raise ArticleFault(FaultCode.NO_TEXT)
    _replace_characters(document.body, str.maketrans(_STAND_INS, _TYPOGRAPHIC_SPACES))
    return document


def _replace_characters(root: HtmlElement, table: dict[int, int]) -> None:
    for element in root.iter():
        if element.text:
            element.text = element.text.translate(table)
        if element.tail:
            element.tail = element.tail.translate(table)


def _restored(text: str) -> str:
    return without_surrogates(text).translate(str.maketrans(_STAND_INS, _TYPOGRAPHIC_SPACES))


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


def _blocks(body: HtmlElement) -> Iterator[Block]:
    """The blocks of trafilatura's tree: ``head`` (``rend="h2"``), ``p``, ``item``, ``quote``, ``table``."""
    for element in body:
        if not isinstance(element.tag, str):
            continue
        if element.tag == "head":
            level = (element.get("rend") or "")[1:]
            yield Block(_text(element), int(level) if level in tuple("123456") else 2)
        elif element.tag == "table":
            rows = (CELL_SEPARATOR.join(_text(cell).replace("\n", " ") for cell in row) for row in element.iter("row"))
            yield Block("\n".join(rows))
        elif any(child.tag in ("p", "item", "list", "quote", "head", "table") for child in element):
            yield Block(element.text or "")
            yield from _blocks(element)
        else:
            yield Block(_text(element))
        yield Block(element.tail or "")


def _text(element: HtmlElement) -> str:
    pieces = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            pieces.append("\n")
        elif isinstance(child.tag, str):
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
