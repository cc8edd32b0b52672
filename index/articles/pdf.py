"""Reads the text layer of a PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from index.articles.decoding import one_line, without_surrogates
from index.articles.draft import Draft, body_of
from index.articles.edtf_date import article_date
from index.articles.front_matter import LONGEST_VALUE
from index.articles.page_lines import join_lines, without_page_furniture
from index.articles.plain_headings import mark_headings, with_headings
from index.faults import ArticleFault, FaultCode

if TYPE_CHECKING:
    from pypdf import PdfReader

_JUNK_TITLE: Final = re.compile(
    r"untitled|sans titre|document\d*|microsoft (word|powerpoint)\b.*|"
    r".*\.(docx?|odt|indd|qxd|rtf|pdf|tex|dvi|pptx?)|[\W\d_]*",
    re.IGNORECASE,
)


def read_pdf(data: bytes) -> Draft:
    """Read a ``.pdf`` file. Raises ``ArticleFault``: ``PDF_ENCRYPTED``, ``PDF_BROKEN`` or ``NO_TEXT``."""
    reader = _open(data)
    paragraphs = join_lines(without_page_furniture(list(_pages(reader))))
    if not paragraphs:
        raise ArticleFault(FaultCode.NO_TEXT)
    title = _title(reader)
    if title is None:
        title, blocks = with_headings(paragraphs)
    else:
        blocks = mark_headings(paragraphs[_repeats(title, paragraphs[0]) :])
    return Draft(body=body_of(blocks), title=title, date=_date(reader))


def _open(data: bytes) -> PdfReader:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    except (DependencyError, FileNotDecryptedError) as error:
        raise ArticleFault(FaultCode.PDF_ENCRYPTED) from error
    except Exception as error:  # pypdf raises nearly anything on a damaged file
        raise ArticleFault(FaultCode.PDF_BROKEN) from error
    if locked:
        raise ArticleFault(FaultCode.PDF_ENCRYPTED)
    return reader


def _pages(reader: PdfReader) -> Iterator[Sequence[str]]:
    try:
        for page in reader.pages:
            yield [line.strip() for line in without_surrogates(page.extract_text()).split("\n")]
    except Exception as error:
        raise ArticleFault(FaultCode.PDF_BROKEN) from error


def _title(reader: PdfReader) -> str | None:
    """The title in the file's properties, unless it is one that a word processor left there."""
    try:
        title = reader.metadata.title if reader.metadata else None
    except Exception:
        return None
    shown = one_line(title, LONGEST_VALUE) if isinstance(title, str) else ""
    return None if _JUNK_TITLE.fullmatch(shown) else shown


def _repeats(title: str, paragraph: str) -> bool:
    return one_line(paragraph, LONGEST_VALUE).casefold() == title.casefold()


def _date(reader: PdfReader) -> str | None:
    """The day in ``/CreationDate``, when there is one that parses."""
    try:
        created = reader.metadata.creation_date if reader.metadata else None
        return article_date(created.date().isoformat()) if created else None
    except Exception:
        return None
