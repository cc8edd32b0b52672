"""Reads the text layer of a PDF."""

from __future__ import annotations

import datetime
import io
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from index.drafts.draft import Draft, body_of
from index.drafts.edtf_date import article_date
from index.drafts.front_matter import LONGEST_VALUE
from index.drafts.left_out import page_furniture_left_out
from index.drafts.note_calls import is_note_call
from index.drafts.plain_headings import mark_headings, with_headings
from index.faults import ArticleFault, FaultCode
from index.files.decoding import one_line
from index.print.columns import in_reading_order
from index.print.glyphs import ILLEGIBLE, letters_of
from index.print.page_lines import Line, paragraphs_of, running_texts, without_page_furniture
from index.report import NoticeCode, Remark

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_JUNK_TITLE: Final = re.compile(
    r"untitled|sans titre|document\d*|microsoft (word|powerpoint)\b.*|"
    r".*\.(docx?|odt|indd|qxd|rtf|pdf|tex|dvi|pptx?)|[\W\d_]*",
    re.IGNORECASE,
)

PDF_INVENTED: Final = "1993"
_CREATION_DATE: Final = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?", re.ASCII)

RAISED_SIZE: Final = 0.8
"""Letters smaller than this share of their line's, and above it, are raised."""
_STACKED: Final = 3
_PAGES_NAMED: Final = 8
SAME_HEIGHT: Final = 0.5
"""Of the size of letters: what differs less in height stands on one line."""
WIDE_SPACE: Final = 1.6
"""Times the size of letters: more room parts what stands side by side."""
_NARROW: Final = frozenset("iljtfrI.,;:'’!|()[] -")
_WIDE: Final = frozenset("mwMW%œæŒÆ@—…")

_Matrix = Sequence[float]


def read_pdf(data: bytes) -> Draft:
    """Read a ``.pdf`` file. Raises ``ArticleFault``: ``PDF_ENCRYPTED``, ``PDF_NEEDS_CRYPTO``, ``PDF_BROKEN``,
    ``NO_TEXT``."""
    reader = _open(data)
    pages = list(_pages(reader))
    paragraphs = paragraphs_of(without_page_furniture(pages))
    if not paragraphs:
        raise ArticleFault(FaultCode.NO_TEXT)
    title = _title(reader)
    if title is None:
        title, blocks = with_headings(paragraphs)
    else:
        blocks = mark_headings(paragraphs[_repeats(title, paragraphs[0]) :])
    body = body_of(blocks)
    notices = (*_illegible(pages), *page_furniture_left_out(running_texts(pages), title, body.text))
    return Draft(body=body, title=title, date=_date(reader), notices=notices)


def _illegible(pages: Sequence[Sequence[Line]]) -> Iterator[Remark]:
    """Which pages hold letters that their fonts don't name."""
    numbers = [str(number) for number, page in enumerate(pages, 1) if any(ILLEGIBLE in line.text for line in page)]
    if numbers:
        shown = ", ".join(numbers[:_PAGES_NAMED]) + (" …" if len(numbers) > _PAGES_NAMED else "")
        yield Remark(NoticeCode.PAGES_ILLEGIBLE, {"pages": f"p. {shown}"})


def _open(data: bytes) -> PdfReader:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    except DependencyError as error:
        raise ArticleFault(FaultCode.PDF_NEEDS_CRYPTO) from error
    except FileNotDecryptedError as error:
        raise ArticleFault(FaultCode.PDF_ENCRYPTED) from error
    except Exception as error:  # pypdf raises nearly anything on a damaged file
        raise ArticleFault(FaultCode.PDF_BROKEN) from error
    if locked:
        raise ArticleFault(FaultCode.PDF_ENCRYPTED)
    return reader


def _pages(reader: PdfReader) -> Iterator[list[Line]]:
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        for page in reader.pages:
            yield _lines(page)
    except DependencyError as error:
        raise ArticleFault(FaultCode.PDF_NEEDS_CRYPTO) from error
    except FileNotDecryptedError as error:
        raise ArticleFault(FaultCode.PDF_ENCRYPTED) from error
    except Exception as error:
        raise ArticleFault(FaultCode.PDF_BROKEN) from error


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text and its place, in points; ``turned``: it does not run from left to right."""

    text: str
    x: float
    y: float
    size: float
    turned: bool
    opens: bool

    @property
    def width(self) -> float:
        """About how wide it is: fonts seldom differ by more than a tenth from these widths."""
        return self.size * sum(map(_width, self.text.strip()))


def _width(letter: str) -> float:
    if letter in _NARROW:
        return 0.3
    return 0.85 if letter in _WIDE else 0.68 if letter.isupper() else 0.53


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page that hold text, in the order in which the file writes them, columns one after the other."""
    pieces: list[_Piece] = []
    opens = True
    rise = shown_at = 0.0

    def watch(operator: bytes, operands: Sequence[Any], _page_matrix: _Matrix, _text_matrix: _Matrix) -> None:
        """Called by pypdf before each operator; it keeps no account of text that is raised by ``Ts``."""
        nonlocal rise, shown_at
        if operator == b"Ts":
            rise = float(operands[0])
        elif operator in (b"Tj", b"TJ", b"'", b'"'):
            shown_at = rise
        elif operator == b"BT":
            rise = 0.0

    def keep(text: str, page_matrix: _Matrix, text_matrix: _Matrix, _font: object, size: float) -> None:
        """Called by pypdf with each run of text, in the end with the line's end."""
        nonlocal opens
        for number, written in enumerate(text.split("\n")):
            opens = opens or number > 0
            if written.strip() or (written and not opens):
                pieces.append(_piece(written, page_matrix, text_matrix, size, rise=shown_at, opens=opens))
                opens = False

    page.extract_text(visitor_text=keep, visitor_operand_before=watch)
    level = [piece for piece in pieces if not piece.turned]
    turned = [
        Line(letters_of(piece.text).strip(), piece.x, piece.y, piece.size, apart=True)
        for piece in pieces
        if piece.turned
    ]
    lines = _upright(in_reading_order([row for run in _rows(level) if (row := list(_parts(run)))]))
    return [*lines, *(line for line in turned if line.text)]


def _piece(text: str, page_matrix: _Matrix, text_matrix: _Matrix, size: float, *, rise: float, opens: bool) -> _Piece:
    """Where the text stands: PDF's row vector times its two matrices (ISO 32000-1, 9.4.4)."""
    a, b, c, d, e, f = page_matrix
    x, y = text_matrix[4] + rise * text_matrix[2], text_matrix[5] + rise * text_matrix[3]
    height = abs(size) * math.hypot(text_matrix[2], text_matrix[3]) * math.hypot(c, d)
    along = (text_matrix[0] * a + text_matrix[1] * c, text_matrix[0] * b + text_matrix[1] * d)
    turned = abs(along[1]) > abs(along[0])
    return _Piece(text, x * a + y * c + e, x * b + y * d + f, height, turned, opens)


def _rows(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces that stand on one line: those of a line as the file ends it, and what follows to their right."""
    row: list[_Piece] = []
    for piece in pieces:
        if row and piece.opens and not _beside(row, piece):
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _beside(row: Sequence[_Piece], piece: _Piece) -> bool:
    largest = max(row, key=lambda one: len(one.text.strip()))
    return abs(piece.y - largest.y) < SAME_HEIGHT * max(piece.size, largest.size) and piece.x > row[-1].x


def _parts(row: Sequence[_Piece]) -> Iterator[Line]:
    """The lines of a row, parted where there is room between them; calls of notes are left out."""
    run: list[_Piece] = []
    end = 0.0
    for piece in row:
        parted = (
            piece.opens or piece.text[:1].isspace()
        )  # pypdf, which knows the fonts, puts a space where there is room
        if run and parted and piece.text.strip() and piece.x - end > WIDE_SPACE * piece.size:
            yield from _line(run)
            run = []
        goes_on = bool(run) and abs(piece.x - run[-1].x) < piece.size  # its place is that of the whole string
        end = (end if goes_on else piece.x) + piece.width
        run.append(piece)
    yield from _line(run)


def _line(run: Sequence[_Piece]) -> Iterator[Line]:
    """One line of pieces: it begins where the first does, and is as high as the longest."""
    longest = max(run, key=lambda piece: len(piece.text.strip()))
    text = ""
    for piece in run:
        if _is_raised(piece, longest) and is_note_call(piece.text.strip(), text, linked=False):
            continue
        between = " " if piece.opens and text and not text[-1].isspace() else ""
        text += between + piece.text
    shown = " ".join(letters_of(text).split(" ")).strip()
    if shown:
        yield Line(shown, run[0].x, longest.y, longest.size)


def _is_raised(piece: _Piece, line: _Piece) -> bool:
    return piece.size < RAISED_SIZE * line.size and piece.y > line.y


def _upright(lines: Sequence[Line]) -> list[Line]:
    """Letters that stand above one another, one a line, are a word."""
    kept: list[Line] = []
    stack: list[Line] = []
    for line in [*lines, Line("", 0, 0, 0)]:
        if len(line.text) == 1 and line.text.isalpha() and (not stack or abs(line.x - stack[-1].x) < line.size):
            stack.append(line)
            continue
        if len(stack) >= _STACKED:
            kept.append(replace(stack[0], text="".join(one.text for one in stack), apart=True))
        else:
            kept.extend(stack)
        stack = []
        if line.text:
            kept.append(line)
    return kept


def _title(reader: PdfReader) -> str | None:
    """The title in the file's properties, unless it is one that a word processor left there."""
    try:
        title = reader.metadata.title if reader.metadata else None
    except Exception:
        return None
    shown = one_line(title, LONGEST_VALUE) if isinstance(title, str) else ""
    return None if is_junk_title(shown) else shown


def is_junk_title(title: str) -> bool:
    """Whether ``title``, in a file's properties, is one that a program left there."""
    return _JUNK_TITLE.fullmatch(title) is not None


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
