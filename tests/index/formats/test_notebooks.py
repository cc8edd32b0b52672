"""Markdown as notebooks and site generators keep it: Obsidian, Hugo, Jekyll."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.drafts.draft import Draft
from index.drafts.written_date import date_written
from index.faults import ArticleFault, FaultCode
from index.formats.markdown import read_markdown
from index.formats.notebook import plain_markdown
from index.pages.rendered_text import rendered_blocks
from index.report import NoticeCode

BODY = "Le four banal de Sainte-Orse chauffe à nouveau."


def _read(text: str) -> Draft:
    return read_markdown(text.encode())


@pytest.mark.parametrize(
    "front",
    [
        "+++\ntitle = 'Le four'\ndate = 2018-10-06T08:30:00+02:00\ntags = ['pain']\n[params]\nlanguage = 'fr'\n+++\n",
        '{\n "title": "Le four",\n "date": "2018-10-06",\n "lang": "fr",\n "tags": ["pain"], "weight": 3\n}\n',
        "\n\n---\ntitle: Le four\ndate: 6 octobre 2018\nlang: fr\ntags: [pain]\n---\n",
        "---\ntitre: Le four\npublished: samedi 6 octobre 2018\nlanguage: fr\ntags: pain\n---\n",
        "---\ntitle: Le four\ndate: October 6, 2018\nlang: fr\ntags: pain\n---\n",
    ],
)
def test_front_matter_is_read_in_whatever_form(front: str) -> None:
    draft = _read(f"{front}\n{BODY}\n")
    assert (draft.title, draft.date, draft.lang, draft.tags) == ("Le four", "2018-10-06", "fr", ("pain",))
    assert draft.body.text == BODY
    assert draft.notices == ()


@pytest.mark.parametrize("written", ["bientôt", '""', "2018-02-30", "[1, 2]", ""])
def test_a_date_that_cannot_be_read_is_told_and_the_article_kept(written: str) -> None:
    draft = _read(f"---\ntitle: Le four\ndate: {written}\n---\n{BODY}\n")
    assert (draft.body.text, draft.date) == (BODY, None)
    assert [remark.code for remark in draft.notices] == [NoticeCode.DATE_UNREAD]


@pytest.mark.parametrize(
    ("front", "code"),
    [("+++\ntitle = 'x'\n", FaultCode.FRONT_MATTER_UNCLOSED), ("+++\na = [\n+++\n", FaultCode.FRONT_MATTER_INVALID)],
)
def test_toml_gone_wrong_is_told(front: str, code: FaultCode) -> None:
    with pytest.raises(ArticleFault) as refusal:
        _read(f"{front}\n{BODY}")
    assert refusal.value.code is code


@pytest.mark.parametrize("text", ["{{ x }} est une accolade.", '{"a": 1} ouvre la phrase.', "+++ trois plus."])
def test_signs_that_open_a_text_are_text(text: str) -> None:
    assert _read(text).body.text == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Le [[four-banal|four]] de [[Sainte-Orse]], [[plan#Nord]].", "Le four de Sainte-Orse, plan > Nord."),
        ("Il a ==brûlé deux fois==, mais a == b.", "Il a brûlé deux fois, mais a == b."),
        ("> [!note]- Chronologie\n> Bâti en 1702. ^ab1", "Chronologie\n\nBâti en 1702."),
        ("> [!warning]\n> Attention au feu.", "Attention au feu."),
        ("Avant %%à vérifier%% après.\n\n%%\nbloc\n\ncaché\n%%\n\nFin.", "Avant  après.\n\nFin."),
        ("Avant.\n\n{% comment %}\ncaché\n{% endcomment %}\n\nFin.<!-- caché\n\nencore -->", "Avant.\n\nFin."),
        ("Du `%%code%%` et `[[x]]`.\n\n```\n==a== %%b%%\n```", "Du %%code%% et [[x]].\n\n==a== %%b%%"),
        ("{{< figure src='f.jpg' caption='Le four en 1910' >}}\n\n{{< youtube abc >}}Fin.", "Le four en 1910\n\nFin."),
        ("![[photo.jpg]]Le four.\n{: .legende}", "Le four."),
        (
            "Bâti en 1702<sup><a href='#n1'>1</a></sup>, 40 m<sup>2</sup>, brûlé<sup>[2](#n2)</sup>.",
            "Bâti en 1702, 40 m2, brûlé.",
        ),
    ],
)
def test_what_notebooks_add_is_shown_as_they_show_it(written: str, shown: str) -> None:
    assert _read(written).body.text == shown


def test_what_would_be_fetched_from_elsewhere_is_named() -> None:
    (remark,) = _read("Le four. {{< gist ana 12 >}} ![[Autre note]] ![[photo.png]]").notices
    assert (remark.code, remark.details) == (NoticeCode.LEFT_OUT, {"parts": "gist, Autre note"})


def test_a_table_in_html_has_its_rows_and_its_header() -> None:
    header = "<caption>Fours</caption><tr><th>Lieu</th><th>Année</th></tr>"
    table = f"<table>{header}<tr><td>Orse</td><td><ul><li>1702</li></ul></td></tr></table>"
    assert _read(f"Avant.\n\n{table}\n\nAprès.").body.text == "Avant.\n\nFours\n\nLieu | Année\nOrse | 1702\n\nAprès."


@given(st.text(st.sampled_from("a[]|=%!{}<>-`~^ \n#"), max_size=60))
def test_whatever_signs_stand_in_a_text_its_words_are_kept(text: str) -> None:
    plain = plain_markdown(f"avant\n\n{text}\n\n")
    assert plain.text.startswith("avant")
    rendered_blocks(plain.text)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Publié le 3 mars 2017 à 8 h", "2017-03-03"),
        ("March 2017", "2017-03"),
        ("mars 2017", "2017-03"),
        ("2017-03-03 08:15", "2017-03-03"),
        ("03/03/2017", "2017-03-03"),
        ("hier", None),
        ("du 3 au 5 mars, puis le 7 avril", None),
    ],
)
def test_dates_of_articles_are_read_as_people_write_them(written: str, date: str | None) -> None:
    assert date_written(written, "fr") == date
