"""One file, several articles: exports of press databases, newsletters, pages of blogs."""

from __future__ import annotations

from pathlib import Path

from index.articles.folder import Reading, read_folder
from index.articles.recalled import Recalled, text_digest

BODIES = {
    "Le lavoir rouvre": "Le lavoir de Sarrant a rouvert samedi après deux ans de travaux menés par des bénévoles du "
    "village, qui ont taillé les pierres une à une.",
    "La poste ferme": "Le bureau de poste de Mirvaux fermera en juin, faute de clients selon la direction, qui promet "
    "un point relais à l’épicerie de la place.",
    "Un loup à Tessy": "Un loup a été photographié lundi dans la forêt de Tessy, à deux kilomètres des premières "
    "maisons, a confirmé l’office de la biodiversité.",
}
DAYS = ["2 mai 2020", "14 juin 2021", "30 septembre 2022"]
DATES = ["2020-05-02", "2021-06-14", "2022-09-30"]


def _read(tmp_path: Path, name: str, content: str) -> Reading:
    (tmp_path / name).write_text(content, encoding="utf-8")
    return read_folder(tmp_path, max_bytes=10**6)


def _told(reading: Reading) -> list[tuple[str, str, str, str | None]]:
    cards = [file.article.card for file in reading.files]
    return [(card.path, card.id, card.title, card.date) for card in cards]


def _page(part: str) -> str:
    parts = [
        part.format(title=title, day=day, text=text) for (title, text), day in zip(BODIES.items(), DAYS, strict=True)
    ]
    return (
        f"<html lang='fr'><head><title>Revue de presse</title></head><body><main>{''.join(parts)}</main></body></html>"
    )


def _expected(name: str) -> list[tuple[str, str, str, str | None]]:
    stem = name.partition(".")[0]
    return [
        (name if place == 1 else f"{name}#{place}", stem if place == 1 else f"{stem}-{place}", title, date)
        for place, (title, date) in enumerate(zip(BODIES, DATES, strict=True), start=1)
    ]


def test_an_export_gives_each_of_its_articles_with_its_own_date(tmp_path: Path) -> None:
    part = "<article><header><p class='date'>{day}</p><h2>{title}</h2></header><p>{text}</p></article>"
    reading = _read(tmp_path, "revue.html", _page(part))
    assert _told(reading) == _expected("revue.html")
    for file, text in zip(reading.files, BODIES.values(), strict=True):
        assert file.article.body.split("\n\n")[-1] == text


def test_the_posts_of_a_blog_page_are_articles(tmp_path: Path) -> None:
    part = (
        "<div class='post hentry'><h2><a href='https://blog.example/{title}'>{title}</a></h2>"
        "<time>{day}</time><p>{text}</p></div>"
    )
    assert _told(_read(tmp_path, "blog.html", _page(part))) == _expected("blog.html")


def test_parts_without_a_date_have_none_rather_than_that_of_the_page(tmp_path: Path) -> None:
    page = _page("<article><h2>{title}</h2><p>{text}</p></article>").replace(
        "<head>", "<head><meta property='article:published_time' content='2019-01-01'>"
    )
    assert [date for *_, date in _told(_read(tmp_path, "lettre.html", page))] == [None, None, None]


def test_teasers_and_comments_beside_an_article_are_no_articles(tmp_path: Path) -> None:
    long = " ".join(BODIES.values())
    teasers = "".join(
        f"<article><h3><a href='/x'>{title}</a></h3><p>{text[:60]}</p></article>" for title, text in BODIES.items()
    )
    comments = "<div class='comments'><article class='comment'><p>" + long + "</p></article></div>"
    page = f"<html lang='fr'><body><article><h1>Le bilan</h1><p>{long}</p></article>{teasers}{comments}</body></html>"
    assert [path for path, *_ in _told(_read(tmp_path, "bilan.html", page))] == ["bilan.html"]


def test_an_export_in_plain_text_gives_each_of_its_articles(tmp_path: Path) -> None:
    parts = [
        f"L’Écho du test\n{day}\n\n{title}\n\n{text}\n" for (title, text), day in zip(BODIES.items(), DAYS, strict=True)
    ]
    reading = _read(tmp_path, "export.txt", "\n==============\n".join(parts))
    assert _told(reading) == _expected("export.txt")
    assert {file.article.card.publisher for file in reading.files} == {"L’Écho du test"}


def test_a_line_of_signs_alone_parts_no_articles(tmp_path: Path) -> None:
    text = "\n\n__________\n\n".join(BODIES.values())
    assert [path for path, *_ in _told(_read(tmp_path, "note.txt", text))] == ["note.txt"]


def test_unchanged_files_of_several_articles_are_taken_over(tmp_path: Path) -> None:
    part = "<article><p class='date'>{day}</p><h2>{title}</h2><p>{text}</p></article>"
    first = _read(tmp_path, "revue.html", _page(part))
    read = [(file.article, file.digest) for file in first.files]
    taken = [Recalled(one.card.id, one.card.path, digest, text_digest(one.body)) for one, digest in read]
    known = {first.files[0].digest: taken}
    again = read_folder(tmp_path, max_bytes=10**6, recall=lambda _, digest: known.get(digest, ()))
    assert again.files == ()
    assert [one.id for one in again.unchanged] == [file.article.card.id for file in first.files]
