"""Reads ``.odt``: the text of an OpenDocument (ISO 26300), by its own XML."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from index.drafts.draft import Block, Draft, body_of
from index.drafts.front_matter import LONGEST_VALUE
from index.drafts.left_out import page_furniture_left_out
from index.faults import ArticleFault, FaultCode
from index.files.decoding import one_line
from index.formats.archive import Archive, open_archive
from index.formats.markdown import without_title
from index.pages.rendered_text import CELL_SEPARATOR
from index.print.pdf import is_junk_title
from index.report import NoticeCode, Remark

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_AROUND_PAGES: Final = tuple(
    f"{_STYLE}{place}{pages}" for place in ("header", "footer") for pages in ("", "-left", "-first")
)
_ENCRYPTED: Final = b"manifest:encryption-data"
_UNSEEN: Final = (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation", f"{_OFFICE}forms")
_LONGEST_SPACE: Final = 100


def read_odt(data: bytes) -> Draft:
    """Read an ``.odt`` file. Raises ``ArticleFault``: as of :func:`open_archive`, ``DOCUMENT_LINKS_OUTSIDE``."""
    archive = open_archive(data)
    if _ENCRYPTED in (archive.read("META-INF/manifest.xml") or b""):
        raise ArticleFault(FaultCode.DOCUMENT_LOCKED)
    content = archive.xml("content.xml")
    text = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if text is None:
        raise ArticleFault(FaultCode.DOCUMENT_BROKEN)
    _refuse_outside(text)
    notes: list[Block] = []
    blocks = [*_blocks(text, notes), *notes]
    title, kept = without_title([block for block in blocks if block.text.strip()], _title(archive))
    commented = next(text.iter(f"{_OFFICE}annotation"), None) is not None
    body = body_of(kept)
    comments = (Remark(NoticeCode.COMMENTS_LEFT_OUT),) if commented else ()
    around = page_furniture_left_out(_around_pages(archive), title, body.text)
    return Draft(body, title=title, notices=(*comments, *around))


def _around_pages(archive: Archive) -> Iterator[str]:
    """The paragraphs of headers and footers, which are no part of the text."""
    styles = None
    with suppress(ArticleFault):  # a text that can be read needs no page around it
        styles = archive.xml("styles.xml")
    for place in styles.iter(*_AROUND_PAGES) if styles is not None else ():
        for paragraph in place.iter(f"{_TEXT}p"):
            text = one_line(_text(paragraph, []), LONGEST_VALUE)
            if text:
                yield text


def _refuse_outside(text: _Element) -> None:
    """Pictures and objects that lie elsewhere would be fetched from there; links are followed by a reader alone."""
    for tag in ("image", "object", "object-ole", "plugin"):
        for drawn in text.iter(f"{_DRAW}{tag}"):
            if ":" in (drawn.get(_LINK) or "").partition("/")[0]:
                raise ArticleFault(FaultCode.DOCUMENT_LINKS_OUTSIDE)


def _blocks(element: _Element, notes: list[Block]) -> Iterator[Block]:
    for child in element:
        if child.tag == f"{_TEXT}h":
            yield Block(_text(child, notes), _level(child))
        elif child.tag == f"{_TEXT}p":
            yield Block(_text(child, notes))
        elif child.tag == f"{_TABLE}table" and (rows := _rows(child, notes)):
            yield Block("\n".join(rows))
        elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield from _blocks(child, notes)


def _level(heading: _Element) -> int:
    level = heading.get(f"{_TEXT}outline-level") or "1"
    return min(max(int(level), 1), 6) if level.isdecimal() else 1


def _rows(table: _Element, notes: list[Block]) -> list[str]:
    """The rows of a table, a line each; none of one with a single column, which only lays out its text."""
    rows = []
    for row in table.iter(f"{_TABLE}table-row"):
        cells = [
            " ".join(block.text for block in _blocks(cell, notes)).strip() for cell in row.iter(f"{_TABLE}table-cell")
        ]
        rows.append(cells)
    if max(map(len, rows), default=0) < 2:
        return []
    return [CELL_SEPARATOR.join(cells).replace("\n", " ") for cells in rows if any(cells)]


def _text(element: _Element, notes: list[Block]) -> str:
    """The text of a paragraph; the notes called in it come after all, as they stand at the foot of a page."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            pieces.append(" " * min(int(child.get(f"{_TEXT}c") or "1"), _LONGEST_SPACE))
        elif child.tag == f"{_TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif child.tag == f"{_TEXT}note":
            notes.extend(_blocks(child, notes))
        elif child.tag in (f"{_TEXT}p", f"{_TEXT}h"):  # in a frame that stands within the line
            pieces.append(f"\n{_text(child, notes)}\n")
        elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
            pieces.append(_text(child, notes))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _title(archive: Archive) -> str | None:
    meta = archive.xml("meta.xml")
    found = next(meta.iter(_TITLE), None) if meta is not None else None
    title = one_line(found.text or "", LONGEST_VALUE) if found is not None else ""
    return None if is_junk_title(title) else title
