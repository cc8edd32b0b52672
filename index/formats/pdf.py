"""Reads the text layer of a PDF."""

from __future__ import annotations

import datetime
import io
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from index.faults import ArticleFault, FaultCode
from index.files.decoding import one_line, without_surrogates
from index.formats.draft import Draft, body_of
from index.formats.edtf_date import article_date
from index.formats.front_matter import LONGEST_VALUE
from index.formats.page_lines import Line, paragraphs_of, without_page_furniture
from index.formats.plain_headings import mark_headings, with_headings

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_JUNK_TITLE: Final = re.compile(
    r"untitled|sans titre|document\d*|microsoft (word|powerpoint)\b.*|"
    r".*\.(docx?|odt|indd|qxd|rtf|pdf|tex|dvi|pptx?)|[\W\d_]*",
    re.IGNORECASE,
)

PDF_INVENTED: Final = "1993"
_CREATION_DATE: Final = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?", re.ASCII)

_LIGATURES: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""ﬀ, ﬁ, ﬂ, ﬃ, ﬄ, ﬅ, ﬆ: how a font draws letters that a reader sees, and searches for, as two or three."""

_Matrix = Sequence[float]
_Chunk = tuple[str, Line]
"""A run of text and its place (the ``Line`` has no text yet)."""


def read_pdf(data: bytes) -> Draft:
    """Read a ``.pdf`` file. Raises ``ArticleFault``: ``PDF_ENCRYPTED``, ``PDF_BROKEN`` or ``NO_TEXT``."""
    reader = _open(data)
    paragraphs = paragraphs_of(without_page_furniture(list(_pages(reader))))
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


def _pages(reader: PdfReader) -> Iterator[list[Line]]:
    try:
        for page in reader.pages:
            yield _lines(page)
    except Exception as error:
        raise ArticleFault(FaultCode.PDF_BROKEN) from error


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page that hold text, in the order in which the file writes them."""
    lines: list[Line] = []
    run: list[_Chunk] = []

    def keep(text: str, page_matrix: _Matrix, text_matrix: _Matrix, _font: object, size: float) -> None:
        """Called by pypdf with each run of text, in the end with the line's end."""
        for number, piece in enumerate(text.split("\n")):
            if number and run:
                lines.append(_line(run))
                run.clear()
            if piece.strip() or run:
                run.append(_chunk(piece, page_matrix, text_matrix, size))

    page.extract_text(visitor_text=keep)
    if run:
        lines.append(_line(run))
    return lines


def _chunk(text: str, page_matrix: _Matrix, text_matrix: _Matrix, size: float) -> _Chunk:
    """Where the text stands: PDF's row vector times its two matrices (ISO 32000-1, 9.4.4)."""
    a, b, c, d, e, f = page_matrix
    x, y = text_matrix[4], text_matrix[5]
    height = abs(size) * math.hypot(text_matrix[2], text_matrix[3]) * math.hypot(c, d)
    return text, Line("", x * a + y * c + e, x * b + y * d + f, height)


def _line(run: Sequence[_Chunk]) -> Line:
    """One line of runs: it begins where the first does, and is as high as the longest (a note's number isn't)."""
    text = without_surrogates("".join(piece for piece, _ in run)).translate(_LIGATURES).strip()
    longest = max(run, key=lambda chunk: len(chunk[0].strip()))[1]
    return Line(text, run[0][1].x, longest.y, longest.size)


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
    """The day in ``/CreationDate`` (``D:20231109081500+01'00'``, ISO 32000-1, 7.9.4) when the calendar has it and
    it isn't still to come; a day to spare, for the world's clocks differ."""
    try:
        written = str(reader.metadata.get("/CreationDate", "")) if reader.metadata else ""
        created = _CREATION_DATE.match(written)
        date = article_date("-".join(filter(None, created.groups()))) if created else None
    except Exception:
        return None
    tomorrow = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=1)
    return date if date and PDF_INVENTED <= date <= tomorrow.isoformat() else None
