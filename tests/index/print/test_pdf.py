"""PDF files as newspapers, word processors and scanners make them."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ByteStringObject, DecodedStreamObject, NameObject
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from index.articles.folder import read_folder
from index.articles.quiet import quiet_parsers
from index.drafts.draft import Draft
from index.faults import ArticleFault, FaultCode
from index.print.page_lines import Line, paragraphs_of, without_page_furniture
from index.print.pdf import read_pdf
from index.report import NoticeCode

CITIES = "Lyon Grenoble Nantes Lille Rennes Brest Dijon Nancy Metz Tours Caen Reims Nice Pau".split()
PARAGRAPHS = [
    f"À {city}, le groupe a fermé sa clinique le {day} mars 2021, après trois années de pertes. « Nous n’avons pas "
    f"trouvé de modèle à {city} », a reconnu sa directrice, Inès Morel. Les patients de {city} gardent l’accès à "
    f"leurs dossiers jusqu’en juin 2024, et {day} infirmières se sont vu proposer des postes dans un hôpital voisin."
    for day, city in enumerate(CITIES, start=3)
]
SHORT = ["Le groupe Vega a annoncé la fermeture de ses", "cliniques de Lyon et de Grenoble en 2021."]


def _furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, 820, "Le Quotidien du test")
    canvas.drawString(450, 820, "9 novembre 2023")
    canvas.drawCentredString(300, 20, f"Page {document.page} / 3")


def _press_pdf(columns: int) -> bytes:
    """Title, a heading every five paragraphs, justified text, header and footer on every page."""
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["BodyText"], alignment=4, spaceAfter=8, fontSize=12, leading=15)
    width = 470 / columns - 10
    frames = [Frame(60 + place * (width + 20), 60, width, 700, id=str(place)) for place in range(columns)]
    flow = [Paragraph("Vega ferme ses cliniques", styles["Title"])]
    for number, text in enumerate(PARAGRAPHS):
        if number % 5 == 0:
            flow.append(Paragraph(f"Étape {'ABC'[number // 5]} du récit", styles["Heading2"]))
        flow.append(Paragraph(text, body))
    file = io.BytesIO()
    document = BaseDocTemplate(file, pagesize=A4, title="Vega ferme ses cliniques")
    document.addPageTemplates(PageTemplate(frames=frames, onPage=_furniture))
    document.build(flow)
    return file.getvalue()


def _pdf(lines: Sequence[str], encrypt: StandardEncryption | None = None, title: str | None = None) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=encrypt)
    if title is not None:
        canvas.setTitle(title)
    text = canvas.beginText(60, 780)
    text.setFont("Helvetica", 12, leading=15)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


_OPERANDS = st.sampled_from(
    [b"0", b"-7", b"1e9", b"12.5", b"(Vega)", b"(\\351t\\351)", b"<00AD>", b"/F1", b"[(a) -300 (b)]", b"<<>>"]
)
_OPERATORS = st.tuples(
    st.lists(_OPERANDS, max_size=6),
    st.sampled_from("BT ET Tf Td TD Tm Tj TJ ' \" Ts Tc Tw Tz TL T* cm q Q Do BDC EMC BI".split()),
).map(lambda said: b" ".join([*said[0], said[1].encode()]))


def _page_saying(content: bytes) -> bytes:
    """A PDF whose only page has ``content`` between two lines of text."""
    reader = PdfReader(io.BytesIO(_pdf(SHORT)))
    writer = PdfWriter()
    writer.append(reader)
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F1 12 Tf 60 700 Td (Un) Tj ET\n" + content + b"\nBT /F1 12 Tf 60 600 Td (Deux) Tj ET")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _is_legible(text: str) -> bool:
    """Whether there is no control character, surrogate or private character among its lines."""
    return all(unicodedata.category(char) not in ("Cc", "Cs", "Co") or char == "\n" for char in text)


def _read(data: bytes) -> Draft:
    with quiet_parsers():
        return read_pdf(data)


def _refused(data: bytes) -> FaultCode:
    with pytest.raises(ArticleFault) as refusal, quiet_parsers():
        read_pdf(data)
    return refusal.value.code


@pytest.mark.parametrize("columns", [1, 2])
def test_pages_and_columns_come_out_as_paragraphs_and_headings(columns: int):
    data = _press_pdf(columns)
    assert len(PdfReader(io.BytesIO(data)).pages) > 1
    draft = _read(data)
    assert draft.title == "Vega ferme ses cliniques"
    shown = draft.body.text.split("\n\n")
    parts = [[f"Étape {'ABC'[part]} du récit", *PARAGRAPHS[part * 5 : part * 5 + 5]] for part in range(3)]
    assert " ".join(shown) == " ".join(text for part in parts for text in part)
    # One that ends on a full last line of a page can't be told from one that goes on.
    assert sum(paragraph in shown for paragraph in PARAGRAPHS) >= len(PARAGRAPHS) - 2
    headings = [draft.body.text[heading.start : heading.end] for heading in draft.body.headings]
    assert headings == ["Étape A du récit", "Étape B du récit", "Étape C du récit"]


def test_headers_footers_and_page_numbers_are_left_out():
    text = _read(_press_pdf(1)).body.text
    assert "Quotidien" not in text
    assert "9 novembre" not in text
    assert "Page" not in text


def test_headers_and_footers_that_are_left_out_are_named_but_not_page_numbers():
    (remark,) = _read(_press_pdf(1)).notices
    assert (remark.code, remark.details) == (
        NoticeCode.LEFT_OUT,
        {"parts": "« Le Quotidien du test 9 novembre 2023 »"},
    )


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.floats(0, 1),
    st.binary(max_size=40) | st.sampled_from([b"/Length 0", b"endstream", b"(\\", b"<<" * 30, b"1e99 0 Td", b"Tj"]),
    st.integers(0, 20),
    st.booleans(),
)
def test_whatever_is_done_to_a_file_it_is_read_or_refused(cut: float, inserted: bytes, dropped: int, kept: bool):
    data = _pdf(SHORT)
    place = int(cut * len(data))
    damaged = data[:place] + inserted + (data[place + dropped :] if kept else b"")
    with suppress(ArticleFault):
        body = _read(damaged).body
        assert _is_legible(body.text)
        assert all(0 <= heading.start < heading.end <= len(body.text) for heading in body.headings)


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_OPERATORS, max_size=20))
def test_whatever_a_page_says_it_is_read_or_refused(operators: list[bytes]):
    with suppress(ArticleFault):
        text = _read(_page_saying(b"\n".join(operators))).body.text
        assert _is_legible(text)


def test_words_cut_at_a_line_end_are_whole_again_and_compounds_keep_their_hyphen():
    lines = ["Le groupe Vega a annoncé hier la ferme-", "ture de ses cliniques, et sa vice-"]
    lines += ["présidente, Inès Morel, le regrette pour 2019-", "2021, dit-elle à ceux qui l’écoutaient encore."]
    expected = "Le groupe Vega a annoncé hier la fermeture de ses cliniques, et sa vice-présidente, Inès Morel, le "
    assert (
        _read(_pdf(lines)).body.text == expected + "regrette pour 2019-2021, dit-elle à ceux qui l’écoutaient encore."
    )


def test_a_blank_line_or_an_indent_begins_a_paragraph():
    lines = [
        "Le groupe Vega a annoncé la fermeture de ses cliniques.",
        "",
        "Les patients gardent l’accès à leurs dossiers,",
    ]
    assert _read(_pdf([*lines, "pour deux ans encore."])).body.text == (
        "Le groupe Vega a annoncé la fermeture de ses cliniques.\n\n"
        "Les patients gardent l’accès à leurs dossiers, pour deux ans encore."
    )
    page = [Line(text, x, y, 10) for text, x, y in [("Une phrase longue et pleine.", 50, 80), ("Une autre", 65, 68)]]
    assert paragraphs_of([page]) == ["Une phrase longue et pleine.", "Une autre"]


def test_a_sentence_goes_on_across_a_page_break():
    pages = [[Line("Les patients gardent", 50, 60, 10)], [Line("l’accès à leurs dossiers.", 50, 700, 10)]]
    assert paragraphs_of(without_page_furniture(pages)) == ["Les patients gardent l’accès à leurs dossiers."]


@given(
    st.lists(st.lists(st.builds(Line, st.text(min_size=1).filter(str.strip).map(str.strip), *[st.floats(0, 800)] * 3)))
)
@pytest.mark.slow
def test_no_letter_is_lost_or_added_outside_the_furniture(pages: list[list[Line]]):
    kept = without_page_furniture(pages)
    letters = [char for page in kept for line in page for char in line.text if char.isalnum()]
    assert [char for text in paragraphs_of(kept) for char in text if char.isalnum()] == letters


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("D:20231109081500+01'00'", "2023-11-09"),
        ("D:202311", "2023-11"),
        ("D:20230230120000", None),
        ("D:99991231", None),
        ("D:00000000", None),
        ("hier", None),
    ],
)
def test_the_date_of_the_file_counts_when_it_is_possible(written: str, date: str | None):
    writer = PdfWriter(clone_from=io.BytesIO(_pdf(SHORT)))
    writer.add_metadata({"/CreationDate": written})
    file = io.BytesIO()
    writer.write(file)
    assert _read(file.getvalue()).date == date


@pytest.mark.parametrize("title", ["", "Microsoft Word - article.docx", "untitled", "article_final.pdf", "12"])
def test_a_title_left_by_a_program_is_no_title(title: str):
    assert _read(_pdf(SHORT, title=title)).title is None


def test_half_a_character_in_the_title_is_shown_as_a_replacement():
    writer = PdfWriter(clone_from=io.BytesIO(_pdf(SHORT, title="x")))
    information = writer.metadata
    assert information is not None
    information[NameObject("/Title")] = ByteStringObject(b"\xfe\xff\xd8\x00\x00O\x00u\x00i")
    file = io.BytesIO()
    writer.write(file)
    draft = _read(file.getvalue())
    assert "".join([draft.title or "", draft.body.text]).encode()


def test_ligatures_are_read_as_the_letters_they_join():
    registerFont(TTFont("Vera", "Vera.ttf"))
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Vera", 12)
    canvas.drawString(60, 700, "Un proﬁt dif\ufb01cile et un ﬂux de données.")
    canvas.save()
    assert _read(file.getvalue()).body.text == "Un profit difficile et un flux de données."


@pytest.mark.parametrize("strength", [40, 128])
def test_a_password_to_open_is_told_and_one_to_print_is_no_obstacle(strength: int):
    locked = StandardEncryption("ouvrir", ownerPassword="maître", strength=strength)
    assert _refused(_pdf(SHORT, locked)) is FaultCode.PDF_ENCRYPTED
    owned = StandardEncryption("", ownerPassword="maître", canPrint=0, strength=strength)
    assert _read(_pdf(SHORT, owned)).body.text == " ".join(SHORT)


def test_damaged_files_are_told():
    whole = _pdf(SHORT)
    for data in (whole[:5], whole[:100], whole[: len(whole) // 2], b"%PDF-1.7\n" + bytes(range(256)) * 40, b"hello"):
        assert _refused(data) is FaultCode.PDF_BROKEN


def test_a_picture_and_a_file_without_pages_have_no_text():
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.showPage()
    canvas.save()
    empty = io.BytesIO()
    PdfWriter().write(empty)
    assert _refused(file.getvalue()) is _refused(empty.getvalue()) is FaultCode.NO_TEXT


def test_bad_files_do_not_stop_the_good_one(tmp_path: Path):
    whole = _press_pdf(1)
    for place in range(20):
        (tmp_path / f"cut-{place:02}.pdf").write_bytes(whole[: len(whole) * place // 20])
        holed = bytearray(whole)
        holed[len(whole) * place // 20] ^= 0xFF
        (tmp_path / f"holed-{place:02}.pdf").write_bytes(holed)
    (tmp_path / "a.pdf").write_bytes(whole)
    reading = read_folder(tmp_path, max_bytes=10_000_000)
    assert "a.pdf" in {file.article.card.path for file in reading.files}
    assert {r.code for r in reading.rejections} <= {
        FaultCode.EMPTY,
        FaultCode.PDF_BROKEN,
        FaultCode.NO_TEXT,
        FaultCode.SAME_TEXT,
    }
