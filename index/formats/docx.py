"""Reads ``.docx``: mammoth turns what a word processor wrote into HTML, by the styles of its paragraphs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from index.drafts.draft import Block, Draft, body_of
from index.drafts.front_matter import LONGEST_VALUE
from index.drafts.left_out import page_furniture_left_out
from index.faults import ArticleFault, FaultCode
from index.files.decoding import one_line
from index.formats.archive import Archive, open_archive
from index.formats.markdown import without_title
from index.pages.plain_html import blocks_of_html
from index.print.pdf import is_junk_title
from index.report import NoticeCode, Remark

if TYPE_CHECKING:
    from mammoth.documents import Image

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AROUND_PAGES: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_RELATIONS: Final = ".rels"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_LINK: Final = "/hyperlink"
"""The only kind of relation that may lead out of the document: it is followed by a reader alone."""


def read_docx(data: bytes) -> Draft:
    """Read a ``.docx`` file. Raises ``ArticleFault``: as of :func:`open_archive`, ``DOCUMENT_LINKS_OUTSIDE``."""
    archive = open_archive(data)
    if "word/document.xml" not in archive.names():
        raise ArticleFault(FaultCode.DOCUMENT_BROKEN)
    _refuse_outside(archive)
    title, blocks = without_title(_blocks(data), _title(archive))
    body = body_of(blocks)
    commented = [Remark(NoticeCode.COMMENTS_LEFT_OUT)] if "word/comments.xml" in archive.names() else []
    return Draft(
        body, title=title, notices=(*commented, *page_furniture_left_out(_around_pages(archive), title, body.text))
    )


def _around_pages(archive: Archive) -> Iterator[str]:
    """The paragraphs of headers and footers, which are no part of the text."""
    for name in archive.names():
        root = archive.xml(name) if _AROUND_PAGES.fullmatch(name) else None
        for paragraph in root.iter(f"{_WORD}p") if root is not None else ():
            text = one_line("".join(run.text or "" for run in paragraph.iter(f"{_WORD}t")), LONGEST_VALUE)
            if text:
                yield text


def _blocks(data: bytes) -> list[Block]:
    import mammoth
    from lxml import html as lxml_html

    def no_image(_image: Image) -> dict[str, str]:
        return {}

    html: str = mammoth.convert_to_html(
        io.BytesIO(data), convert_image=mammoth.images.img_element(no_image), external_file_access=False
    ).value
    return blocks_of_html(lxml_html.fragment_fromstring(html, create_parent="div"))


def _refuse_outside(archive: Archive) -> None:
    """A template, a picture or a part that lies elsewhere would be fetched from there by a word processor."""
    for name in archive.names():
        if name.endswith((".xml", _RELATIONS)):
            root = archive.xml(name)
            for relation in root.iter(_RELATION) if root is not None and name.endswith(_RELATIONS) else ():
                outside = (relation.get("TargetMode") or "").lower() == "external"
                if outside and not (relation.get("Type") or "").endswith(_LINK):
                    raise ArticleFault(FaultCode.DOCUMENT_LINKS_OUTSIDE)


def _title(archive: Archive) -> str | None:
    core = archive.xml("docProps/core.xml")
    found = core.find(_TITLE) if core is not None else None
    title = one_line(found.text or "", LONGEST_VALUE) if found is not None else ""
    return None if is_junk_title(title) else title
