"""Reads a saved web page: trafilatura finds the article among menus and banners."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from index.drafts.draft import Block, Body, Draft, body_of
from index.drafts.edtf_date import article_date
from index.drafts.front_matter import LONGEST_VALUE, web_address
from index.drafts.left_out import left_out
from index.faults import ArticleFault, FaultCode
from index.files.decoding import decode, one_line
from index.pages.main_text import main_body
from index.pages.page_articles import PageArticle, articles_on
from index.pages.page_parts import (
    running_texts,
)
from index.pages.structured_data import article_body

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

DATA_HOLDS_MORE: Final = 1.5
"""Times the text found on the page: where its JSON-LD has more, the page itself shows only a part of its article."""

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
        body = main_body(page, title)
    except ArticleFault:
        if written is None:
            raise
        body = Body("")
    if written is not None and len(written) > DATA_HOLDS_MORE * len(body.text):
        body = body_of([Block(paragraph) for paragraph in written.split("\n\n")])
    return Draft(
        body=body,
        notices=tuple(left_out(texts, title, body.text)),
        title=title,
        date=_date(about.date),
        lang=lang,
        publisher=one_line(about.sitename or "", LONGEST_VALUE) or None,
        url=web_address(canonical) or web_address(about.url),
    )


def _draft_of_part(part: PageArticle, page: HtmlElement, lang: str | None) -> Draft | None:
    """What one of several articles on a page says itself; the page's own date and address hold for none of them."""
    from lxml import html as lxml_html

    alone = lxml_html.document_fromstring("<html><head></head><body></body></html>")
    if lang:
        alone.set("lang", lang)
    alone.body.append(deepcopy(part.element))
    title = one_line(part.title or "", LONGEST_VALUE) or None
    try:
        body = main_body(alone, title)
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
