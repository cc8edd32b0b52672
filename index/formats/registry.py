"""Which reader reads which file. A new format is one module and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from index.faults import ArticleFault, FaultCode
from index.formats.draft import Reader
from index.formats.html import read_html
from index.formats.markdown import read_markdown
from index.formats.pdf import read_pdf
from index.formats.text import read_text

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".txt": read_text,
        ".text": read_text,
        ".html": read_html,
        ".htm": read_html,
        ".pdf": read_pdf,
    }
)

READER_VERSION: Final = 2
"""Raise it when the same file would now give another article, so that unchanged files are read again."""


def reader_for(path: str) -> Reader:
    """The reader for a file's extension. Raises ``ArticleFault(UNSUPPORTED_FORMAT, extension=…)``."""
    extension = PurePosixPath(path).suffix
    reader = READERS.get(extension.lower())
    if reader is None:
        raise ArticleFault(FaultCode.UNSUPPORTED_FORMAT, extension=extension)
    return reader
