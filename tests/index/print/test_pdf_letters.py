"""What PDFs do to words: notes' figures, cut lines, lists, columns, letters that a font doesn't name."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from bot.catalogue import words_in
from bot.faults import describe
from index.articles.quiet import quiet_parsers
from index.drafts.draft import Draft
from index.faults import ArticleFault, FaultCode
from index.print.glyphs import ILLEGIBLE, letters_of
from index.print.pdf import read_pdf
from index.report import NoticeCode
from index.terms.line_ends import compounds_in, keeps_hyphen


def _read(draw: Callable[[Canvas], None], written: bytes = b"", as_if: bytes = b"") -> Draft:
    """What is read of a PDF that ``draw`` draws; ``as_if`` its font gave ``written`` other codes."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), pageCompression=0)
    draw(canvas)
    canvas.save()
    with quiet_parsers():
        return read_pdf(file.getvalue().replace(written, as_if) if written else file.getvalue())


def _lines(canvas: Canvas, *lines: str, x: float = 60, y: float = 760, size: float = 11) -> None:
    canvas.setFont("Helvetica", size)
    for place, line in enumerate(lines):
        canvas.drawString(x, y - 14 * place, line)


def test_a_raised_figure_that_calls_a_note_is_no_digit_and_a_power_is() -> None:
    def draw(canvas: Canvas) -> None:
        written = canvas.beginText(60, 760)
        for text, raised in (("Le barrage de 1974", "5"), (" retient 800 km", "2"), (" et 12", "6"), (" vannes.", "")):
            written.setFont("Helvetica", 11)
            written.textOut(text)
            written.setFont("Helvetica", 7)
            written.setRise(4)
            written.textOut(raised)
            written.setRise(0)
        canvas.drawText(written)

    assert _read(draw).body.text == "Le barrage de 1974 retient 800 km2 et 12 vannes."


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("garde", "chasse", True),
        ("soixante", "quinze", True),
        ("tire", "bouchon", True),
        ("long", "awaited", True),
        ("inonda", "tions", False),
        ("cathé", "drale", False),
        ("Ber", "nadette", False),
        ("govern", "ment", False),
        ("nouv", "elle", False),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_the_word_has_one(first: str, second: str, kept: bool) -> None:
    assert keeps_hyphen(first, second, frozenset()) is kept


def test_a_word_that_the_text_writes_with_a_hyphen_elsewhere_keeps_it() -> None:
    compounds = compounds_in("La plate-forme Bleu-Azur fermera.")
    assert keeps_hyphen("plate", "forme", compounds)
    assert not keeps_hyphen("plate", "forme", frozenset())


def test_each_item_of_a_list_is_a_block() -> None:
    def draw(canvas: Canvas) -> None:
        _lines(
            canvas,
            "Le syndicat des eaux demande à toutes les communes de la vallée de faire trois choses :",
            "1. relever le niveau des puits chaque semaine, et le noter dans le cahier qui sera remis",
            "aux mairies en avril",
            "2. fermer les fontaines",
            "3. prévenir le syndicat",
            "Les communes qui ne répondront pas seront contrôlées par deux agents pendant tout l’été 2019.",
        )

    assert _read(draw).body.text.split("\n\n")[1:4] == [
        "1. relever le niveau des puits chaque semaine, et le noter dans le cahier qui sera remis aux mairies en avril",
        "2. fermer les fontaines",
        "3. prévenir le syndicat",
    ]


LEFT = [
    "Le bac de Lisse ne",
    "traverse plus depuis",
    "la crue de janvier ; il",
    "faudra dix semaines",
    "pour le réparer.",
]
RIGHT = [
    "À Norge, l’école a",
    "trouvé un toit chez",
    "la fanfare, qui prête",
    "sa salle le matin et",
    "garde ses soirées.",
]


def test_columns_written_row_by_row_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        for place, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            _lines(canvas, left, y=760 - 14 * place)
            _lines(canvas, right, x=310, y=760 - 14 * place)

    assert _read(draw).body.text == f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}"


def test_the_rows_of_a_table_stay_together() -> None:
    def draw(canvas: Canvas) -> None:
        for place, (town, people) in enumerate(
            [("Lisse", "412"), ("Norge", "1 208"), ("Tavel", "95"), ("Urcy", "777")]
        ):
            _lines(canvas, town, y=760 - 14 * place)
            _lines(canvas, people, x=310, y=760 - 14 * place)

    text = _read(draw).body.text.replace("\n", " ")
    assert "Lisse 412 Norge 1 208 Tavel 95" in text


def test_what_runs_along_the_margin_stands_apart() -> None:
    def draw(canvas: Canvas) -> None:
        _lines(canvas, "La fanfare de Norge répète le mardi", "dans la salle des mariages.")
        canvas.saveState()
        canvas.translate(30, 500)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Photo Ilse Brandt")
        canvas.restoreState()

    assert _read(draw).body.text.split("\n\n") == [
        "La fanfare de Norge répète le mardi dans la salle des mariages.",
        "Photo Ilse Brandt",
    ]


@pytest.mark.parametrize(
    ("drawn", "seen"),
    [
        ("Le pr´efet, l`a-bas ˆetre No¨el gar¸con fran¸cais", "Le préfet, l`a-bas être Noël garçon français"),
        ("L A   C R U E de 1910", "LA CRUE de 1910"),
        ("e\ufb00et d’o\ufb03ce", "effet d’office"),
        ("a\x00b \ue123", f"a{ILLEGIBLE}b {ILLEGIBLE}"),
        ("\uf0b7 premier point", "• premier point"),
        ("un « ´ » seul, 5 ˆ 2", "un « ´ » seul, 5 ˆ 2"),
    ],
)
def test_letters_are_those_a_reader_sees(drawn: str, seen: str) -> None:
    assert letters_of(drawn) == seen


def test_a_page_with_letters_that_no_font_names_is_told() -> None:
    def draw(canvas: Canvas) -> None:
        _lines(canvas, "Une page lisible, sans rien qui manque.")
        canvas.showPage()
        _lines(canvas, "Une aXaire diYcile.")

    draft = _read(draw, b"Une aXaire diYcile", b"Une a\x01aire di\x02cile")
    assert not any(ord(letter) < 32 and letter != "\n" for letter in draft.body.text)
    assert [(remark.code, remark.details) for remark in draft.notices] == [
        (NoticeCode.PAGES_ILLEGIBLE, {"pages": "p. 2"})
    ]


def test_a_pdf_whose_cipher_needs_what_is_not_installed_gets_one_line_that_names_the_password() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("", ownerPassword="x", strength=128), pageCompression=0)
    _lines(canvas, "Un texte chiffré.")
    canvas.save()
    cipher = b"/V 4 /CF << /StdCF << /CFM /AESV2 /Length 16 /AuthEvent /DocOpen >> >> /StmF /StdCF /StrF /StdCF"
    locked = file.getvalue().replace(b"/V 2", cipher).replace(b"/R 3", b"/R 4")
    assert locked.count(cipher) == 1
    with quiet_parsers(), pytest.raises(ArticleFault) as refusal:
        read_pdf(locked)
    assert refusal.value.code in (FaultCode.PDF_NEEDS_CRYPTO, FaultCode.PDF_BROKEN)
    assert "password" in describe(ArticleFault(FaultCode.PDF_NEEDS_CRYPTO), words_in("en"))
