"""Which reader reads which file. A new format is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from posixpath import splitext
from types import MappingProxyType
from typing import Final

from index.drafts.draft import Draft, Reader
from index.faults import ArticleFault, FaultCode
from index.formats.docx import read_docx
from index.formats.epub import read_epub
from index.formats.mail import read_mailbox, read_message
from index.formats.markdown import read_markdown
from index.formats.odt import read_odt
from index.formats.text import read_texts
from index.pages.html import read_page
from index.print.pdf import read_pdf


def _alone(read: Callable[[bytes], Draft]) -> Reader:
    """The reader of a format whose files hold one article each."""
    return lambda data: (read(data),)


MARKDOWN: Final = (".md", ".markdown")
READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        **dict.fromkeys(MARKDOWN, _alone(read_markdown)),
        ".txt": read_texts,
        ".text": read_texts,
        ".html": read_page,
        ".htm": read_page,
        ".pdf": _alone(read_pdf),
        ".docx": _alone(read_docx),
        ".odt": _alone(read_odt),
        ".epub": read_epub,
        ".eml": read_message,
        ".mbox": read_mailbox,
    }
)

READER_VERSION: Final = 7
"""Raise it when the same file would now give another article, so that unchanged files are read again."""


def reader_for(path: str) -> Reader:
    """The reader for a file's extension. Raises ``ArticleFault(UNSUPPORTED_FORMAT, extension=…)``."""
    reader = READERS.get(splitext(path)[1].lower())
    if reader is None:
        raise ArticleFault(FaultCode.UNSUPPORTED_FORMAT, extension=PurePosixPath(path).suffix)
    return reader
