"""Where a page really has its article, and what on it never is one."""

from __future__ import annotations

import pytest

from index.articles.quiet import quiet_parsers
from index.drafts.draft import Draft
from index.drafts.note_calls import is_note_call
from index.pages.html import read_page
from index.report import NoticeCode

TEXT = (
    "<p>Le conseil de Malrieu a voté lundi l’achat du moulin, fermé depuis la crue de 2016, pour un prix de deux cent "
    "mille euros que l’association du patrimoine remboursera en partie.</p>"
    "<p>La maire, Odile Fabre, promet une visite guidée chaque dimanche et un four à pain rallumé à la Saint-Jean, "
    "avec l’aide des élèves du collège voisin.</p>"
)
BANNER = (
    "<p>Ce site et ses 212 partenaires déposent des cookies pour mesurer l’audience et afficher de la publicité "
    "personnalisée. Vous pouvez accepter ou refuser ces traceurs ; votre consentement est conservé treize mois, "
    "conformément à notre politique de confidentialité.</p>"
)


def _read(body: str, head: str = "<title>Le moulin</title>") -> Draft:
    with quiet_parsers():
        (draft,) = read_page(f"<html lang='fr'><head>{head}</head><body>{body}</body></html>".encode())
    return draft


@pytest.mark.parametrize(
    "call",
    [
        '<sup><a href="#n7">7</a></sup>',
        '<a href="#n7"><sup>7</sup></a>',
        '<sup class="reference"><a href="#cite_note-7">[7]</a></sup>',
        "<sup>[7]</sup>",
        '<a class="footnote-ref" href="#fn7" role="doc-noteref">7</a>',
        '<a href="page.html#note7"><sup>*</sup></a>',
    ],
)
def test_a_note_call_is_no_digit_of_what_stands_before_it(call: str) -> None:
    text = _read(
        f"<article>{TEXT}<p>En 2016{call}, la crue a coûté 3{call} millions aux riverains{call}.</p></article>"
    )
    assert "En 2016, la crue a coûté 3 millions aux riverains." in text.body.text


def test_powers_ordinals_and_links_to_chapters_stay() -> None:
    page = (
        "<p>Le moulin de 80 m<sup>2</sup>, du XVIII<sup>e</sup> siècle, tient 10<sup>3</sup> kilos de blé, et 5 "
        'habitants/km<sup>2</sup> ; le 1<sup>er</sup> étage est décrit au chapitre <a href="#c4">4</a>.</p>'
    )
    text = _read(f"<article>{TEXT}{page}</article>").body.text
    assert "80 m2, du XVIIIe siècle, tient 103 kilos" in text
    assert "habitants/km2 ; le 1er étage est décrit au chapitre 4." in text


@pytest.mark.parametrize(
    ("raised", "before", "calls"),
    [
        ("2", "50 m", False),
        ("2", "trente mètres", False),
        ("e", "XIX", False),
        ("6", "10", False),
        ("2", "CO", False),
        ("3", "en 2019", True),
        ("12", "le rapport", True),
        ("[4]", "m", True),
        ("†", "mort", True),
        ("1, 2", "la loi", True),
    ],
)
def test_unlinked_raised_figures_are_told_by_what_stands_before(raised: str, before: str, calls: bool) -> None:
    assert is_note_call(raised, before, linked=False) is calls


@pytest.mark.parametrize(
    "banner",
    [
        f'<div id="didomi-host">{BANNER * 4}</div>',
        f'<section role="dialog" aria-modal="true">{BANNER}</section>',
        f'<div class="bandeau">{BANNER}<button>Tout accepter</button></div>',
        "<div class='x'><p>Nous utilisons des cookies pour améliorer votre expérience. En continuant votre navigation "
        "vous acceptez leur dépôt et notre politique de confidentialité.</p></div>",
    ],
)
def test_what_asks_for_consent_is_never_text(banner: str) -> None:
    for page in (f"{banner}<article>{TEXT}</article>", f"<div>{TEXT}</div>{banner}"):
        text = _read(page).body.text
        assert "cookies" not in text
        assert "four à pain" in text


def test_an_article_on_cookies_is_one() -> None:
    page = (
        "<p>La Cnil a infligé une amende à un site qui déposait des cookies sans consentement, et dont les partenaires "
        "mesuraient l’audience sans que personne puisse refuser.</p><p>Les cookies au chocolat, eux, restent permis, "
        "dit la boulangère, qui en vend deux cents le samedi au marché de Malrieu.</p>"
    )
    text = _read(f'<article class="cookies-amende">{page}</article>').body.text
    assert "infligé une amende" in text
    assert "chocolat" in text


@pytest.mark.parametrize(
    "page",
    [
        f"<nav><a href='/'>Accueil</a></nav><aside class='texte'><h1>Le moulin</h1>{TEXT}</aside>",
        f"<table width='100%'><tr><td><a href='/'>Accueil</a></td><td><h1>Le moulin</h1>{TEXT}</td></tr></table>",
        f"<table role='presentation'><tr><td><table><tr><td>{TEXT}</td></tr></table></td></tr></table>",
        f"<figure><img src='a.jpg'></figure><div><div>{TEXT}</div></div>",
    ],
)
def test_the_article_is_found_where_people_put_it(page: str) -> None:
    text = _read(page).body.text
    assert "deux cent mille euros" in text
    assert "visite guidée" in text
    assert " | " not in text


def test_a_page_whose_text_is_in_its_data_alone_is_read_from_there() -> None:
    data = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "Article", "articleBody": '
        '"Le moulin de Malrieu rouvre.\\n\\nOdile Fabre l&#39;a dit &amp;agrave; la presse."}]}</script>'
    )
    draft = _read("<div id='root'></div>", f"<title>Le moulin</title>{data}")
    assert draft.body.text == "Le moulin de Malrieu rouvre.\n\nOdile Fabre l'a dit à la presse."


def test_captions_are_text() -> None:
    caption = "<figcaption>Le moulin vu de la <em>passerelle</em>, en 1921.</figcaption>"
    figure = f"<figure><img src='m.jpg' alt='x'>{caption}</figure>"
    text = _read(f"<article><h1>Le moulin</h1>{TEXT}{figure}{TEXT.replace('lundi', 'mardi')}</article>").body.text
    assert "Le moulin vu de la passerelle, en 1921." in text.split("\n\n")


def test_lists_inside_cells_are_kept() -> None:
    table = (
        "<table><tr><th>Jour</th><th>Fours</th></tr><tr><td>Lundi</td><td><ul><li>9 h</li><li>15 h</li></ul></td></tr>"
        "<tr><td>Mardi</td><td><ol><li>pain</li><li>brioche</li></ol></td></tr>"
        "<tr><td>Jeudi</td><td><dl><dt>Matin</dt><dd>fermé</dd></dl></td></tr>"
        "<tr><td>Samedi</td><td><p>Toute</p><p>la journée</p></td></tr></table>"
    )
    lines = _read(f"<article>{TEXT}{table}</article>").body.text.split("\n")
    assert lines[-4:] == [
        "Lundi | • 9 h • 15 h",
        "Mardi | 1. pain 2. brioche",
        "Jeudi | Matin fermé",
        "Samedi | Toute la journée",
    ]


def test_bytes_that_are_utf8_are_read_so_whatever_the_page_declares() -> None:
    page = f"<html><head><meta charset='windows-1252'></head><body><article>{TEXT}</article></body></html>"
    with quiet_parsers():
        (draft,) = read_page(page.encode())
        (old,) = read_page(page.replace("’", "'").encode("cp1252"))
    assert "l’achat" in draft.body.text
    assert "promet une visite guidée" in old.body.text


def test_what_a_page_holds_beside_its_article_is_named() -> None:
    beside = "<aside><p>Une deuxième histoire, celle du meunier de Tavel, que le journal raconte à côté.</p></aside>"
    menu = (
        "<nav><ul><li>"
        + "Accueil et toutes les rubriques du journal, du sport à la météo, sans oublier"
        + "</li></ul></nav>"
    )
    draft = _read(f"{menu}<article><h1>Le moulin</h1>{TEXT}{TEXT.replace('lundi', 'mardi')}</article>{beside}")
    kept = "histoire" in draft.body.text
    assert [(one.code, "deuxième histoire" in str(one.details)) for one in draft.notices] == (
        [] if kept else [(NoticeCode.LEFT_OUT, True)]
    )
    assert _read(f"{menu}<article><h1>Le moulin</h1>{TEXT}</article>").notices == ()
