"""Markdown as authors write it: what a reader of the rendered page sees is the body."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.articles.folder import read_folder
from index.drafts.draft import Draft
from index.faults import ArticleFault
from index.formats.markdown import read_markdown

ARTICLE = """---
title: "Vega ferme ses cliniques"
date: 2023-11-09
lang: fr-FR
publisher: Le Quotidien du test
url: https://example.org/vega
tags: [vega, cliniques]
---

# Vega ferme ses cliniques

Le groupe *Vega* a **annoncé** la fermeture de ses [27 cliniques](https://example.org/27 "liste")[^1].
![La clinique de Lyon](lyon.jpg)

Ce que dit l’entreprise
-----------------------

« Nous n’avons __pas__ trouvé de `modèle` », a reconnu Inès&nbsp;Morel \\*.
Elle part, d’après [son *blog*][blog] et <https://example.org>.

> C’est une étape **difficile**
> pour nos équipes.
>
> Elle était inévitable.

### Le calendrier ###

1. Les rendez-vous cessent.
   - Ceux de *Lyon* d’abord.
- [x] Fait
- [ ] À faire

1789. Une année, pas un numéro.

| Année | Perte |
|-------|------:|
| 2021  | **12** millions |

```python
# pas un titre
x = "**y**"
```

Un ~~ancien~~ nom_de_fichier, 3 < 4 &amp; H<sub>2</sub>O<!-- à revoir -->.

<div class="note"><p>Un bloc <b>HTML</b>.</p><script>alert("<p>non</p>")</script></div>

***

[^1]: Selon la _direction_.

[blog]: https://example.org/blog
"""

READ = """Le groupe Vega a annoncé la fermeture de ses 27 cliniques.
La clinique de Lyon

Ce que dit l’entreprise

« Nous n’avons pas trouvé de modèle », a reconnu Inès\u00a0Morel *.
Elle part, d’après son blog et https://example.org.

C’est une étape difficile
pour nos équipes.

Elle était inévitable.

Le calendrier

Les rendez-vous cessent.

Ceux de Lyon d’abord.

Fait

À faire

1789. Une année, pas un numéro.

Année | Perte
2021 | 12 millions

# pas un titre
x = "**y**"

Un ancien nom_de_fichier, 3 < 4 & H2O.

Un bloc HTML.

Selon la direction."""


def _read(text: str) -> Draft:
    return read_markdown(text.encode("utf-8", "surrogatepass"))


def _body(text: str) -> str:
    return _read(text).body.text


def test_the_body_is_what_a_reader_of_the_page_sees():
    assert _body(ARTICLE) == READ


def test_headings_stand_where_they_are_read():
    body = _read(ARTICLE).body
    assert [(heading.level, body.text[heading.start : heading.end]) for heading in body.headings] == [
        (2, "Ce que dit l’entreprise"),
        (3, "Le calendrier"),
    ]


def test_a_folder_gives_the_whole_article(tmp_path: Path):
    (tmp_path / "vega.md").write_text(ARTICLE, encoding="utf-8")
    (file,) = read_folder(tmp_path, max_bytes=1_000_000).files
    card = file.article.card
    assert (card.title, card.date, card.lang) == ("Vega ferme ses cliniques", "2023-11-09", "fr")
    assert (card.publisher, card.url) == ("Le Quotidien du test", "https://example.org/vega")
    assert (file.article.tags, file.article.body) == (("vega", "cliniques"), READ)


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# Titre *fort*\n\nTexte.", "Titre fort", "Texte."),
        ("Titre\n=====\n\nTexte.", "Titre", "Texte."),
        ("Chapeau.\n\n# Titre\n\nTexte.", "Titre", "Chapeau.\n\nTexte."),
        ("# Titre\n\nTexte.\n\n# Partie\n\nFin.", "Titre", "Texte.\n\nPartie\n\nFin."),
        ("Avant.\n\n# Un\n\nTexte.\n\n# Deux\n\nFin.", None, "Avant.\n\nUn\n\nTexte.\n\nDeux\n\nFin."),
        ("#\n\n# Titre\n\nTexte.", "Titre", "Texte."),
        ("---\ntitle: Titre\n---\n# titre\n\nTexte.", "Titre", "Texte."),
        ("---\ntitle: Autre\n---\n# Titre\n\nTexte.", "Autre", "Titre\n\nTexte."),
        ("---\ndate: 2020\n---\n# Titre\n\nTexte.", "Titre", "Texte."),
        ("#Pas un titre", None, "#Pas un titre"),
        ("Texte.", None, "Texte."),
    ],
)
def test_the_top_heading_is_the_title_and_is_not_said_twice(text: str, title: str | None, body: str):
    draft = _read(text)
    assert (draft.title, draft.body.text) == (title, body)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Un appel[^a] sans note.", "Un appel[^a] sans note."),
        ("Du code `[^1]` et un appel[^1].\n\n[^1]: La note.", "Du code [^1] et un appel.\n\nLa note."),
        ("[x] n’est pas une case.", "[x] n’est pas une case."),
        ("Un\\_mot \\# \\[là\\](x)", "Un_mot # [là](x)"),
        ("L’été — « oui »\u202f! 3\u202f000\u00a0€…", "L’été — « oui »\u202f! 3\u202f000\u00a0€…"),
        ("Un<br>deux  \ntrois\\\nquatre", "Un\ndeux\ntrois\nquatre"),
        ("<style>\n\nb {}\n\n</style>\n\nOui.", "Oui."),
        ("Un <script>mot</script>là", "Un là"),
        ("    du code\n      en retrait", "du code\n  en retrait"),
        ("[]() ![](x.png) Oui", "Oui"),
        ("[a](<javascript:x>) b", "a b"),
        ("\ufeffOui.\r\nNon.\rSi.", "Oui.\nNon.\nSi."),
    ],
)
def test_marks_go_and_text_stays(text: str, body: str):
    assert _body(text).strip() == body


@pytest.mark.parametrize(
    "text",
    [
        ">" * 20_000 + " x",
        "- " * 20_000 + "x",
        "[" * 20_000,
        "*a_ " * 10_000,
        "`" * 50_000,
        "<div>" * 20_000 + "x",
        "![" * 5_000 + "](x)" * 5_000,
        "|a" * 5_000 + "\n" + "|-" * 5_000,
        "\n# x" * 10_000,
        "[a]: x\n" * 20_000,
        "[^1]: x\n\n" * 10_000 + "[^1] " * 10_000,
    ],
    ids=lambda text: text[:6].strip(),
)
@pytest.mark.slow
def test_a_hostile_text_is_read_or_refused(text: str, tmp_path: Path):
    (tmp_path / "hostile.md").write_text(text, encoding="utf-8")
    reading = read_folder(tmp_path, max_bytes=1_000_000)
    assert len(reading.files) + len(reading.rejections) == 1


_MARKS = st.sampled_from(
    [
        *"# ## --- === \n \n\n > - * ** _ ` ``` [ ]( ) ![ | |- \\ < </ <b> <!-- --> &amp; &#xD800; 1. 1999. ~~".split(
            " "
        ),
        "[^1]",
        "[^1]: ",
        "\t",
        ":",
        "[x] ",
        "title: x\n",
    ]
)


@example("<?0000000000000000>\x1f")
@given(st.one_of(st.text(), st.lists(st.one_of(_MARKS, st.text(max_size=6)), max_size=30).map("".join)))
def test_any_text_is_read_or_refused_with_its_headings_in_place(text: str):
    try:
        draft = _read(text)
    except ArticleFault:
        return
    body = draft.body
    body.text.encode()
    (draft.title or "").encode()
    for heading in body.headings:
        said = body.text[heading.start : heading.end]
        assert said
        assert "\n" not in said
        assert body.text[: heading.start].endswith("\n\n") or heading.start == 0
        assert body.text[heading.end :].startswith("\n\n") or heading.end == len(body.text)


@pytest.mark.parametrize(
    "typed",
    [
        "Budget : le vote",
        "Haut-Layon : le premier train est parti",
        "« C’est fini » : l’usine ferme",
        '"La Passeuse" est rentrée',
        "[Dossier] Le pont rouvre",
        "@mairie répond",
        "L'eau : 3,10 euros",
    ],
)
def test_a_title_that_is_no_yaml_is_the_words_typed(typed: str) -> None:
    draft = read_markdown(f"---\ntitle: {typed}\ndate: 2024-05-01\n---\nLe texte.".encode())
    assert (draft.title, draft.date) == (typed, "2024-05-01")


def test_words_typed_in_a_cited_source_are_kept_too() -> None:
    text = "---\ntitle: A\nsources:\n  - title: Budget : le vote\n    year: 2024\n---\nLe texte."
    (source,) = read_markdown(text.encode()).sources
    assert (source.title, source.year) == ("Budget : le vote", "2024")


def test_yaml_that_no_line_explains_is_still_refused() -> None:
    with pytest.raises(ArticleFault):
        read_markdown(b"---\ntitle: A\n  : b : c\n---\nText.")
