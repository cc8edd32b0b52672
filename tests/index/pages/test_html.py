"""Saved web pages: press pages, scraps, and pages made to harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.articles.folder import Reading, read_folder
from index.articles.quiet import quiet_parsers
from index.drafts.draft import Draft
from index.faults import ArticleFault, FaultCode
from index.pages.html import read_page
from index.report import NoticeCode, Remark

PAGE = Path(__file__).with_name("press_page.html").read_text(encoding="utf-8")

READ = """Le groupe Vega a annoncé, jeudi, la fermeture de ses 27\u00a0cliniques. L’opération coûtera \
1\u202f200\u00a0millions d’euros.

Ce que dit l’entreprise

« Nous n’avons pas trouvé de modèle », a reconnu Inès Morel, sa directrice\u202f; elle ajoute le 9\u00a0mai que \
l’activité perdait de l’argent depuis 2019\u00a0& avant.
Le conseil d’administration a voté la fin du projet à l’unanimité.

C’est une étape difficile pour nos équipes, mais elle était devenue inévitable.

La clinique de Lyon, fermée depuis mardi.

Le calendrier

Les rendez-vous cessent le 1er décembre 2023.

Les dossiers restent accessibles jusqu’en juin 2024.

Année | Perte
2021 | 12,5 millions
2022 | 48 millions

Et les patients\u00a0?

Les patients gardent l’accès à leurs dossiers. Les infirmières se sont vu proposer des postes dans les hôpitaux \
partenaires du groupe, à Lyon et à Grenoble."""

TEXT = "Vega a annoncé la fermeture de ses cliniques\u00a0; les patients gardent l’accès à leurs dossiers."

XHTML = f"""<?xml version='1.0' encoding='utf-8'?>
<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{TEXT}</p></body></html>"""


def _read(page: str | bytes) -> Draft:
    with quiet_parsers():
        (draft,) = read_page(page.encode() if isinstance(page, str) else page)
        return draft


def _body(page: str | bytes) -> str:
    return _read(page).body.text


def test_a_press_page_gives_its_article_word_for_word():
    assert _body(PAGE) == READ


def test_a_press_page_says_what_it_is():
    draft = _read(PAGE)
    assert draft.title == "Vega ferme ses cliniques : « une page se tourne »"
    assert draft.date == "2023-11-09"
    assert draft.publisher == "Le Quotidien du test"
    assert draft.url == "https://example.org/sante/vega-ferme-ses-cliniques"
    assert draft.lang == "fr-FR"


def test_headings_stand_where_they_are_read():
    body = _read(PAGE).body
    assert [(heading.level, body.text[heading.start : heading.end]) for heading in body.headings] == [
        (2, "Ce que dit l’entreprise"),
        (3, "Le calendrier"),
        (2, "Et les patients\u00a0?"),
    ]


def test_a_folder_names_the_article_and_its_language(tmp_path: Path):
    (tmp_path / "vega.html").write_text(PAGE, encoding="utf-8")
    (article,) = [file.article for file in read_folder(tmp_path, max_bytes=10_000_000).files]
    assert (article.card.id, article.card.lang, article.body) == ("vega", "fr", READ)


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><p>{TEXT}</p></body></html>",
        f"<p>{TEXT}</p>",
        TEXT,
        f"<div><div>{TEXT}</div></div>",
        f"<p>{TEXT}",
        f"<?xml version='1.0' encoding='utf-8'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{TEXT}</p></body></html>",
    ],
)
def test_a_page_of_one_paragraph_is_that_paragraph(page: str):
    assert _body(page) == TEXT


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><nav><ul><li><a href='/'>Accueil</a></li><li><a href='/s'>Sport</a></li></ul></nav></body></html>",
        "<body><ul class='menu'><li><a href='/'>Accueil</a></li></ul><footer>© 2023</footer></body>",
        "<title>Rien</title>",
        "<html></html>",
        "<!-- rien -->",
        "<script>var texte = '<p>rien</p>';</script>",
    ],
)
def test_a_page_without_an_article_has_no_text(page: str):
    with pytest.raises(ArticleFault) as refusal:
        _body(page)
    assert refusal.value.code is FaultCode.NO_TEXT


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "Latin1"])
def test_the_declared_charset_is_read_as_browsers_read_it(charset: str):
    for meta in (
        f"<meta charset='{charset}'>",
        f"<meta http-equiv='Content-Type' content='text/html; charset={charset}'>",
    ):
        draft = _read(f"<html><head>{meta}</head><body><p>{TEXT}</p></body></html>".encode("cp1252"))
        assert (draft.body.text, draft.notices) == (TEXT, ())


def test_utf_16_is_known_by_its_mark_and_undeclared_cp1252_is_noticed():
    for encoding in ("utf-16-le", "utf-16-be"):
        assert _body(f"\ufeff<html><meta charset='utf-16'><p>{TEXT}</p></html>".encode(encoding)) == TEXT
    assert _read(f"<p>{TEXT}</p>".encode("cp1252")).notices == (Remark(NoticeCode.READ_AS_CP1252),)


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>Un <b>mot</b><i>s</i>, <a href='/x'>un  lien</a>.</p>", "Un mots, un lien."),
        ("<p>anti<wbr>consti&shy;tutionnel <span>en</span><span>semble</span></p>", "anticonstitutionnel ensemble"),
        ("<p>Le <time>9 mai</time>, le <q>mot</q> et le <label>nom</label>.</p>", "Le 9 mai, le mot et le nom."),
        ("<p>Un vers<br>\n   un autre</p>", "Un vers\nun autre"),
        (
            "<p>&laquo;&nbsp;3&#8239;000&nbsp;&euro;&nbsp;&raquo; &lt;brut&gt; &#x2014; &eacute;t&eacute;&hellip;</p>",
            "«\xa03\u202f000\xa0€\xa0» <brut> — été…",
        ),
        ("<pre>un\n  deux</pre>", "un\n  deux"),
        ("<p>Le domino 🀰 et la tuile 🀀.</p>", "Le domino 🀰 et la tuile 🀀."),
        (
            "<ul><li>Un <b>point</b>, dit-elle.<ul><li>Dessous</li></ul></li><li>Deux</li></ul>",
            "Un point, dit-elle.\n\nDessous\n\nDeux",
        ),
        ("<table><tr><td>A<br>B</td><td>C <b>d</b><p>E</p></td></tr></table>", "A B | C d E"),
        ("<table><tr><td><p>Une mise</p><p>en page</p></td></tr></table>", "Une mise\n\nen page"),
        ("<p>Un <b>texte <i>mal</b> fermé</i>, ici", "Un texte mal fermé, ici"),
        ("<p>Avant<script>var a = '</p><p>piège';</script> après</p>", "Avant après"),
    ],
)
def test_what_a_browser_shows_is_read(markup: str, shown: str):
    assert _body(f"<article><p>{TEXT}</p>{markup}<p>Et {TEXT}</p></article>") == f"{TEXT}\n\n{shown}\n\nEt {TEXT}"


def test_what_a_browser_hides_is_left_out():
    hidden = (
        "<p style='display : none'>A</p><p hidden>B</p><template><p>C</p></template><p style='visibility:hidden'>D</p>"
    )
    assert _body(f"<article><p>{TEXT}</p>{hidden}<noscript>E</noscript></article>") == TEXT


def test_an_impossible_date_is_no_date():
    for written in ("hier", "0000-00-00", "2023-13-45"):
        assert _read(f"<meta property='article:published_time' content='{written}'><p>{TEXT}</p>").date is None
    assert _read(f"<p>{TEXT}</p><footer>© 2019 Le Quotidien</footer>").date is None


_LAUGHS = "".join(f'<!ENTITY {chr(98 + step)} "{f"&{chr(97 + step)};" * 10}">' for step in range(9))


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 1_000_000 + TEXT,
        f'<!DOCTYPE html [<!ENTITY a "ha">{_LAUGHS}]><p>{TEXT} &j;</p>',
        f"<p class='{'x' * 5_000_000}'>{TEXT}</p>",
        "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + f">{TEXT}</p>",
        "<p>" + "<span>a</span>" * 150_000,
        "<ul><li>" * 5_000 + TEXT,
        "<b><i>" * 20_000 + TEXT,
        "<" * 1_000_000,
        "<!--" * 200_000 + TEXT,
        "<meta charset" * 100_000 + TEXT,
        f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{TEXT}</p>",
        f"<p>a&#0;b&#xD800;c&#x110000; {TEXT}</p>",
        f"<html lang='{'x' * 100_000}'><title>{'t' * 100_000}</title><p>{TEXT}</p>",
        f"<link rel=canonical href='javascript:alert(1)'><base href='http://[::1'><p>{TEXT}</p>",
    ],
    ids=lambda page: page[:12],
)
def test_a_hostile_page_is_read_or_refused_and_stops_nothing(page: str, tmp_path: Path):
    (tmp_path / "hostile.html").write_text(page, encoding="utf-8")
    (tmp_path / "good.html").write_text(PAGE, encoding="utf-8")
    reading = read_folder(tmp_path, max_bytes=10_000_000)
    assert "good" in {file.article.card.id for file in reading.files}
    assert _told(reading) == {"good.html", "hostile.html"}


def _told(reading: Reading) -> set[str]:
    for file in reading.files:
        file.article.body.encode()
        assert "ha" * 100 not in file.article.body
    return {f.article.card.path for f in reading.files} | {r.path for r in reading.rejections}


_TAGS = st.sampled_from(
    "<p> </p> <b> </b> <div> </div> <br> <li> <ul> </ul> <td> <table> </table> <h2> </h2> <pre> &amp; &#160;".split()
)


def test_control_characters_are_no_text() -> None:
    text = "A sentence long enough to be an article, with marks nobody sees."
    page = f"<html><body><h2>Head\x1f\x01&#31;&#x1;ing</h2><p>{text}\x0c\uffff&#65535;</p></body></html>"
    body = _body(page)
    assert text in body
    assert not set("\x01\x0c\x1f\uffff") & set(body)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(_TAGS, st.text(max_size=12)), max_size=30).map("".join))
def test_any_soup_of_tags_is_read_or_refused(soup: str):
    try:
        body = _read(soup.encode("utf-8", "replace")).body
    except ArticleFault:
        return
    body.text.encode()
    for heading in body.headings:
        assert body.text[heading.start : heading.end].strip()
