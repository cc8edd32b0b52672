"""Documents and messages as people have them: .docx, .odt, .epub, .eml, .mbox; and those made to harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article
from index.articles.folder import read_articles, read_folder
from index.faults import ArticleFault, FaultCode
from index.report import NoticeCode

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
PARAGRAPH = "Le bac de Lisse a repris le 4 mai 2018, après 3\u202f200 € de travaux & deux mois d’arrêt <enfin>."
ESCAPED = PARAGRAPH.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _relations(relations: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'


def _related(kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{kind}" Type="{RELATION}/{kind}" Target="{target}"{more}/>'


def _style(key: str, name: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'


def _docx(body: str = f"<w:p><w:r><w:t>{ESCAPED}</w:t></w:r></w:p>", **more: str | bytes) -> bytes:
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": _relations(
            f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{_style('H1', 'heading 1')}{_style('H2', 'heading 2')}</w:styles>",
        "word/_rels/document.xml.rels": _relations(
            f'<Relationship Id="r1" Type="{RELATION}/styles" Target="styles.xml"/>'
        ),
    }
    return _zipped(parts | more)


def _styled(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def _row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in cells) + "</w:tr>"


def _odt(body: str = f"<text:p>{ESCAPED}</text:p>", manifest: str = "", **more: str | bytes) -> bytes:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {ODF}>{text}</office:document-content>"
    return _zipped({"mimetype": "x", "META-INF/manifest.xml": f"<m>{manifest}</m>", "content.xml": content} | more)


def _epub(chapters: Mapping[str, str], **more: str | bytes) -> bytes:
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters)
    order = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>Le livre du bac</dc:title><dc:language>fr</dc:language><dc:date>2018-06</dc:date>"
        f"<dc:creator>Ana Roux</dc:creator></metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    pages = {
        f"OEBPS/{name}": f"<html><head><title>x</title></head><body>{body}</body></html>"
        for name, body in chapters.items()
    }
    return _zipped({"META-INF/container.xml": container, "OEBPS/book.opf": package, **pages} | more)


def _message(subject: str, text: str, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "La lettre du bac <lettre@bac.example>"
    message["Date"] = "Fri, 04 May 2018 09:00:00 +0200"
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def _told(data: bytes, name: str) -> list[tuple[str, str | None, str]]:
    return [(one.card.title, one.card.date, one.body) for one, _ in read_articles(data, name)]


def test_a_word_document_is_read_with_its_headings_notes_and_tables(tmp_path: Path) -> None:
    called = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f"<w:p><w:r><w:t>Une note</w:t></w:r>{called}<w:r><w:t>.</w:t></w:r></w:p>"
    deleted = f"<w:p><w:del><w:r><w:delText>Effacé</w:delText></w:r></w:del><w:r><w:t>{ESCAPED}</w:t></w:r></w:p>"
    table = f"<w:tbl>{_row('Ville', 'Prix')}{_row('Lisse', '12 €')}</w:tbl>"
    link = _related("hyperlink", "https://bac.example", ' TargetMode="External"')
    relations = _relations(_related("styles", "styles.xml") + _related("footnotes", "footnotes.xml") + link)
    told = '<w:footnote w:id="2"><w:p><w:r><w:t>Selon la mairie.</w:t></w:r></w:p></w:footnote>'
    footnotes = f"<w:footnotes {W}>{told}</w:footnotes>"
    data = _docx(
        _styled("H1", "Le bac") + deleted + _styled("H2", "Les prix") + table + note,
        **{"word/_rels/document.xml.rels": relations, "word/footnotes.xml": footnotes},
    )
    ((article, _),) = read_articles(data, "bac.docx")
    assert article.card.title == "Le bac"
    assert article.body == f"{PARAGRAPH}\n\nLes prix\n\nVille | Prix\nLisse | 12 €\n\nUne note.\n\nSelon la mairie."
    assert [article.body[one.start : one.end] for one in article.headings] == ["Les prix"]


def test_an_opendocument_is_read_with_its_headings_notes_and_tables() -> None:
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (("Ville", "Prix"), ("Lisse", "12 €"))
    )
    body = (
        "<text:tracked-changes><text:p>Effacé</text:p></text:tracked-changes>"
        '<text:h text:outline-level="1">Le bac</text:h>'
        f'<text:p>{ESCAPED}</text:p><text:h text:outline-level="2">Les prix</text:h><table:table>{cells}</table:table>'
        "<text:list><text:list-item><text:p>un</text:p></text:list-item></text:list><text:p>Une<text:s text:c='2'/>note"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Selon la mairie.</text:p>"
        "</text:note-body></text:note>.<office:annotation><text:p>à vérifier</text:p></office:annotation></text:p>"
    )
    ((article, draft),) = read_articles(_odt(body), "bac.odt")
    assert article.card.title == "Le bac"
    assert (
        article.body == f"{PARAGRAPH}\n\nLes prix\n\nVille | Prix\nLisse | 12 €\n\nun\n\nUne  note.\n\nSelon la mairie."
    )
    assert [remark.code for remark in draft.notices] == [NoticeCode.COMMENTS_LEFT_OUT]


def _with_header(format_of_words: str, header: str, page: str) -> bytes:
    if format_of_words == "bac.odt":
        master = f"<style:header><text:p>{header}</text:p></style:header>"
        footer = f"<style:footer><text:p>{page}</text:p></style:footer>"
        style = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        return _odt(
            **{"styles.xml": f"<office:document-styles {ODF} {style}>{master}{footer}</office:document-styles>"}
        )
    parts = {
        f"word/{tag}1.xml": f"<w:{name} {W}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{name}>"
        for tag, name, text in (("header", "hdr", header), ("footer", "ftr", page))
    }
    return _docx(**parts)


@pytest.mark.parametrize("name", ["bac.docx", "bac.odt"])
def test_headers_and_footers_are_named_in_the_report_but_not_page_numbers(name: str) -> None:
    ((_, draft),) = read_articles(_with_header(name, "Diffusion sous embargo", "Page 3 / 7"), name)
    assert [(one.code, one.details) for one in draft.notices] == [
        (NoticeCode.LEFT_OUT, {"parts": "« Diffusion sous embargo »"})
    ]


@pytest.mark.parametrize("name", ["bac.docx", "bac.odt"])
def test_a_header_that_says_what_the_article_says_is_no_loss(name: str) -> None:
    ((_, draft),) = read_articles(_with_header(name, ESCAPED, "3"), name)
    assert draft.notices == ()


def test_each_chapter_of_a_book_is_an_article(tmp_path: Path) -> None:
    chapters = {
        "cover.xhtml": "<img src='c.jpg'/>",
        "un.xhtml": f"<h1>La crue</h1><p>{ESCAPED}</p>",
        "deux.xhtml": "<h2>Le câble</h2><p>Le câble<sup><a href='#n1'>1</a></sup> a tenu.</p><p>Il date de 1931.</p>",
    }
    (tmp_path / "livre.epub").write_bytes(_epub(chapters))
    files = read_folder(tmp_path, max_bytes=10**6).files
    assert [(file.article.card.id, file.article.card.title, file.article.body) for file in files] == [
        ("livre", "Le livre du bac – La crue", PARAGRAPH),
        ("livre-2", "Le livre du bac – Le câble", "Le câble a tenu.\n\nIl date de 1931."),
    ]
    card = files[0].article.card
    assert (card.date, card.publisher, card.lang) == ("2018-06", "Ana Roux", "fr")


def test_a_message_is_read_with_its_subject_its_day_and_its_sender() -> None:
    message = _message("Le bac reprend", f"Bonjour,\n\n{PARAGRAPH}\n")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="horaires.pdf")
    ((article, draft),) = read_articles(message.as_bytes(), "lettre.eml")
    card = article.card
    assert (card.title, card.date, card.publisher) == ("Le bac reprend", "2018-05-04", "La lettre du bac")
    assert article.body == f"Bonjour,\n\n{PARAGRAPH}"
    assert [(one.code, one.details) for one in draft.notices] == [(NoticeCode.LEFT_OUT, {"parts": "horaires.pdf"})]


def test_the_html_of_a_newsletter_comes_before_its_plain_text() -> None:
    text = f"<h1>Le bac</h1><p>{ESCAPED}</p><p>Il passe chaque heure.</p>"
    html = f"<table role='presentation'><tr><td>{text}</td></tr></table>"
    assert _told(_message("Lettre n° 4", "Voir en ligne", html).as_bytes(), "lettre.eml") == [
        ("Lettre n° 4", "2018-05-04", f"Le bac\n\n{PARAGRAPH}\n\nIl passe chaque heure.")
    ]


def test_each_message_of_a_mailbox_is_an_article() -> None:
    box = b"".join(
        b"From x@y Fri May  4 09:00:00 2018\n"
        + _message(f"Lettre {number}", f">From Lisse, {number} passages.").as_bytes()
        + b"\n\n"
        for number in (1, 2)
    )
    assert _told(box, "lettres.mbox") == [
        (f"Lettre {number}", "2018-05-04", f"From Lisse, {number} passages.") for number in (1, 2)
    ]


BOMB = {"word/media/image1.bin": b"\0" * 30_000_000}
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = _relations(_related("attachedTemplate", "https://evil.example/t.dotm", ' TargetMode="External"'))
PICTURE = "<text:p><draw:image xlink:href='https://evil.example/i.png'/></text:p>"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"PK\x03\x04", FaultCode.DOCUMENT_BROKEN),
        ("a.docx", b"not a zip at all", FaultCode.DOCUMENT_BROKEN),
        ("a.docx", _zipped({"x.txt": "x"}), FaultCode.DOCUMENT_BROKEN),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, FaultCode.DOCUMENT_LOCKED),
        ("a.docx", _docx(**BOMB), FaultCode.DOCUMENT_TOO_LARGE),
        ("a.docx", _docx(**{"word/vbaProject.bin": b"x"}), FaultCode.DOCUMENT_HAS_MACROS),
        ("a.docx", _docx(**{"word/_rels/settings.xml.rels": OUTSIDE}), FaultCode.DOCUMENT_LINKS_OUTSIDE),
        ("a.docx", _docx(**{"word/document.xml": f"{LAUGHS}<w:document {W}/>"}), FaultCode.DOCUMENT_BROKEN),
        ("a.docx", _docx("<w:p/>"), FaultCode.NO_TEXT),
        ("a.odt", _odt(manifest="<manifest:encryption-data/>"), FaultCode.DOCUMENT_LOCKED),
        ("a.odt", _odt(**{"Basic/Standard/Module1.xml": b"x"}), FaultCode.DOCUMENT_HAS_MACROS),
        (
            "a.odt",
            _odt(PICTURE),
            FaultCode.DOCUMENT_LINKS_OUTSIDE,
        ),
        ("a.odt", _odt(**{"content.xml": f"{LAUGHS}<x/>"}), FaultCode.DOCUMENT_BROKEN),
        ("a.epub", _zipped({"mimetype": "application/epub+zip"}), FaultCode.DOCUMENT_BROKEN),
        ("a.epub", _epub({"a.xhtml": "<img/>"}), FaultCode.NO_TEXT),
        (
            "a.epub",
            _epub(
                {"a.xhtml": "<p>x</p>"},
                **{
                    "META-INF/encryption.xml": '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
                    '<e:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></encryption>'
                },
            ),
            FaultCode.DOCUMENT_LOCKED,
        ),
        ("a.eml", b"Subject: x\n\n", FaultCode.NO_TEXT),
        ("a.mbox", b"Subject: x\n\ntext", FaultCode.DOCUMENT_BROKEN),
    ],
)
def test_what_is_no_document_or_is_made_to_harm_is_refused(name: str, data: bytes, code: FaultCode) -> None:
    with pytest.raises(ArticleFault) as refusal:
        read_articles(data, name)
    assert refusal.value.code is code


SAMPLES = {
    ".docx": _docx(_styled("H1", "Le bac") + f"<w:p><w:r><w:t>{ESCAPED}</w:t></w:r></w:p>"),
    ".odt": _odt(),
    ".epub": _epub({"a.xhtml": f"<h1>Un</h1><p>{ESCAPED}</p>"}),
    ".eml": _message("Le bac", PARAGRAPH, f"<p>{ESCAPED}</p>").as_bytes(),
    ".mbox": b"From x\n" + _message("Le bac", PARAGRAPH).as_bytes(),
    ".md": f"+++\ntitle = 'x'\n+++\n{PARAGRAPH} [[a|b]] ==c== %%d%%".encode(),
    ".txt": f"date 2018-05\n\nLe bac\n\n{PARAGRAPH}\n".encode(),
    ".html": f"<article><h1>Le bac</h1><p>{ESCAPED}</p><table><tr><td>a<td>b</table></article>".encode(),
}


@settings(max_examples=60)
@given(
    suffix=st.sampled_from(sorted(SAMPLES)),
    cut=st.floats(0, 1),
    inserted=st.binary(max_size=12) | st.text(max_size=6).map(lambda text: text.encode("utf-8", "replace")),
    kept=st.booleans(),
)
@pytest.mark.slow
def test_whatever_is_done_to_a_file_it_is_read_or_refused(suffix: str, cut: float, inserted: bytes, kept: bool) -> None:
    data = SAMPLES[suffix]
    at = int(cut * len(data))
    altered = data[:at] + inserted + (data[at + len(inserted) :] if kept else b"")
    read: list[Article] = []
    refused = None
    try:
        read = [article for article, _ in read_articles(altered, f"x{suffix}")]
    except ArticleFault as fault:
        refused = fault.code
    assert refused is not FaultCode.UNREADABLE  # which is what a reader that fails is told as
    assert bool(read) is (refused is None)
    for article in read:
        assert article.body.strip()
        for heading in article.headings:
            assert article.body[heading.start : heading.end].strip()
