"""Documents that are zip archives of XML (.docx, .odt, .epub), opened without trust: what unpacks to far more than it
is, holds programs or is locked is refused before any of it is read."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.faults import ArticleFault, FaultCode

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_UNPACKED: Final = 200 * 2**20
"""Bytes of all parts together; a book with its pictures has some tens of millions."""
MOST_PART: Final = 50 * 2**20
MOST_PARTS: Final = 10_000
SUSPECT_RATIO: Final = 200
"""Times that a part grows when it is unpacked, from SUSPECT_SIZE on: text grows ten- or twentyfold."""
SUSPECT_SIZE: Final = 2**20

_LOCKED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""An OLE container: what word processors write when a document has a password (and what .doc files are)."""
_MACROS: Final = re.compile(r"vbaProject|(?:^|/)Basic/|(?:^|/)Scripts/|activeX", re.IGNORECASE)
_DECLARES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)\b[^>]*[\[%]|<!ENTITY\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a document, by name."""

    file: zipfile.ZipFile

    def names(self) -> list[str]:
        """The names of all parts."""
        return self.file.namelist()

    def read(self, name: str) -> bytes | None:
        """A part's bytes; None when there is none of that name. Raises ``ArticleFault(DOCUMENT_BROKEN)``."""
        try:
            return self.file.read(name)
        except KeyError:
            return None
        except Exception as error:  # a damaged archive raises nearly anything
            raise ArticleFault(FaultCode.DOCUMENT_BROKEN) from error

    def xml(self, name: str) -> _Element | None:
        """A part as XML, no entity resolved and nothing fetched; None when there is none, or it is none."""
        from lxml import etree

        content = self.read(name)
        if content is None:
            return None
        if _DECLARES.search(content[:4096]):
            raise ArticleFault(FaultCode.DOCUMENT_BROKEN)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise ArticleFault(FaultCode.DOCUMENT_BROKEN) from error


def open_archive(data: bytes) -> Archive:
    """The archive in ``data``.

    Raises ``ArticleFault``: ``DOCUMENT_LOCKED``, ``DOCUMENT_BROKEN``, ``DOCUMENT_TOO_LARGE``, ``DOCUMENT_HAS_MACROS``.
    """
    if data.startswith(_LOCKED):
        raise ArticleFault(FaultCode.DOCUMENT_LOCKED)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        parts = file.infolist()
    except Exception as error:
        raise ArticleFault(FaultCode.DOCUMENT_BROKEN) from error
    if any(part.flag_bits & 1 for part in parts):
        raise ArticleFault(FaultCode.DOCUMENT_LOCKED)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED or any(map(_explodes, parts)):
        raise ArticleFault(FaultCode.DOCUMENT_TOO_LARGE, limit=MOST_UNPACKED)
    if any(_MACROS.search(part.filename) for part in parts):
        raise ArticleFault(FaultCode.DOCUMENT_HAS_MACROS)
    return Archive(file)


def _explodes(part: zipfile.ZipInfo) -> bool:
    if part.file_size > MOST_PART:
        return True
    return part.file_size > SUSPECT_SIZE and part.file_size > SUSPECT_RATIO * max(part.compress_size, 1)
