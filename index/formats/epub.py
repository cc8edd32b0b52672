"""Reads ``.epub``: a book is a folder of chapters, each an article."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from index.drafts.draft import Draft, body_of
from index.drafts.front_matter import LONGEST_VALUE
from index.drafts.written_date import date_written
from index.faults import ArticleFault, FaultCode
from index.files.decoding import decode, one_line
from index.formats.archive import Archive, open_archive
from index.formats.markdown import without_title
from index.pages.plain_html import blocks_of_html
from index.report import NoticeCode, Remark

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER: Final = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF: Final = "{http://www.idpf.org/2007/opf}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_CIPHER: Final = "{http://www.w3.org/2001/04/xmlenc#}EncryptionMethod"
_FONTS_ALONE: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""What only makes a book's fonts unusable elsewhere."""
_CHAPTERS: Final = ("application/xhtml+xml", "text/html")


@dataclass(frozen=True, slots=True)
class _Book:
    title: str | None
    date: str | None
    lang: str | None
    publisher: str | None


def read_epub(data: bytes) -> tuple[Draft, ...]:
    """Read an ``.epub`` file, a chapter an article. Raises ``ArticleFault``: NO_TEXT, and as :func:`open_archive`."""
    archive = open_archive(data)
    _refuse_locked(archive)
    place = _package_place(archive)
    package = archive.xml(place)
    if package is None:
        raise ArticleFault(FaultCode.DOCUMENT_BROKEN)
    book = _book(package)
    drafts, missing = [], []
    for name in _chapters(package, posixpath.dirname(place)):
        content = archive.read(name)
        if content is None:
            missing.append(posixpath.basename(name))
        elif (draft := _chapter(content, book)) is not None:
            drafts.append(draft)
    if not drafts:
        raise ArticleFault(FaultCode.NO_TEXT)
    left_out = (Remark(NoticeCode.LEFT_OUT, {"parts": one_line(", ".join(missing), 120)}),) if missing else ()
    return tuple(
        Draft(
            draft.body,
            title=_chapter_title(draft.title, book.title, number, len(drafts)),
            date=book.date,
            lang=book.lang,
            publisher=book.publisher,
            notices=left_out,
        )
        for number, draft in enumerate(drafts, start=1)
    )


def _refuse_locked(archive: Archive) -> None:
    locks = archive.xml("META-INF/encryption.xml")
    for method in locks.iter(_CIPHER) if locks is not None else ():
        if method.get("Algorithm") not in _FONTS_ALONE:
            raise ArticleFault(FaultCode.DOCUMENT_LOCKED)


def _package_place(archive: Archive) -> str:
    container = archive.xml("META-INF/container.xml")
    root = next(container.iter(f"{_CONTAINER}rootfile"), None) if container is not None else None
    place = root.get("full-path") if root is not None else None
    if not place:
        raise ArticleFault(FaultCode.DOCUMENT_BROKEN)
    return str(place)


def _book(package: _Element) -> _Book:
    def said(name: str) -> str | None:
        found = next(package.iter(f"{_DC}{name}"), None)
        return one_line("".join(found.itertext()), LONGEST_VALUE) or None if found is not None else None

    lang = said("language")
    return _Book(said("title"), date_written(said("date") or "", lang), lang, said("publisher") or said("creator"))


def _chapters(package: _Element, folder: str) -> list[str]:
    """The places of the chapters in the archive, in the order in which they are read."""
    places = {
        item.get("id"): posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        for item in package.iter(f"{_OPF}item")
        if item.get("media-type") in _CHAPTERS and "nav" not in (item.get("properties") or "").split()
    }
    order = [item.get("idref") for item in package.iter(f"{_OPF}itemref")]
    return list(dict.fromkeys(places[one] for one in order if one in places))


def _chapter(content: bytes, book: _Book) -> Draft | None:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        text = decode(content).text
        page = lxml_html.document_fromstring(text.partition("?>")[2] if text.lstrip().startswith("<?xml") else text)
    except (ArticleFault, etree.LxmlError, ValueError):
        return None
    body = page.find("body")
    title, blocks = without_title(blocks_of_html(body if body is not None else page), None)
    if title is None and blocks and blocks[0].heading is not None and len(blocks) > 1:
        title, blocks = blocks[0].text, blocks[1:]
    drafted = body_of(blocks)
    if not drafted.text or drafted.text == (book.title or ""):
        return None
    return Draft(drafted, title=one_line(title or "", LONGEST_VALUE) or None)


def _chapter_title(own: str | None, book: str | None, number: int, count: int) -> str | None:
    if count == 1:
        return book or own
    parts = [book, own or str(number)] if book and own != book else [own or book]
    return one_line(" – ".join(filter(None, parts)), LONGEST_VALUE) or None
