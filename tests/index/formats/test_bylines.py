"""The line that says when an article came out dates it, and is no part of what it tells."""

from __future__ import annotations

import pytest

from index.article import Article
from index.articles.folder import read_article


def read(text: str, path: str = "note.md") -> Article:
    return read_article(text.encode(), path)[0]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Publié le 7 avril 2025", "2025-04-07"),
        ("*Publié le 12 mai 2024 par Jean Rey*", "2024-05-12"),
        ("Mis en ligne le 3 juin 2021 à 8 h 12, mis à jour le 5 juin 2021 – 3 min de lecture", "2021-06-03"),
        ("Par Jean Rey, le 12 mai 2024", "2024-05-12"),
        ("Posted on June 3, 2021 by Ann Lee", "2021-06-03"),
        ("Published 3 May 2024 | Last updated: 5 May 2024", "2024-05-03"),
        ("Valmeyran, le 12 juin 2024", "2024-06-12"),
        ("Wednesday 12 June 2024", "2024-06-12"),
    ],
)
def test_a_line_that_says_when_an_article_came_out_dates_it_and_is_not_quoted(line: str, date: str) -> None:
    article = read(f"# Le jumelage\n\n{line}\n\nSamedi, la ville a fêté son jumelage.\n")
    assert (article.card.date, article.body) == (date, "Samedi, la ville a fêté son jumelage.")


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 7 avril 2025, le rapport de la Cour dénonce le coût du pont.",
        "Mise à jour le 3 juin 2021, la carte montre toutes les pistes cyclables",
        "9 mai 1950 : déclaration de Robert Schuman",
        "Le 12 juin 2024, un tilleul est tombé.",
        "The council voted on 3 May 2024.",
    ],
)
def test_a_sentence_with_a_date_is_no_such_line(line: str) -> None:
    article = read(f"# Le jumelage\n\n{line}\n\nSamedi, la ville a fêté son jumelage.\n")
    assert article.card.date is None
    assert line in article.body


def test_what_the_front_matter_says_stands_before_it() -> None:
    article = read("---\ndate: 2024-05-10\n---\nPublié le 12 mai 2024\n\n## La fête\n\nSamedi, la ville a fêté.\n")
    assert (article.card.date, article.body) == ("2024-05-10", "La fête\n\nSamedi, la ville a fêté.")
    (heading,) = article.headings
    assert article.body[heading.start : heading.end] == "La fête"


def test_plain_text_may_begin_with_its_day_in_words() -> None:
    text = "Mercredi 12 juin 2024\nUn arbre est tombé\n\nUn tilleul est tombé hier sur la place. Il avait cent ans.\n"
    article = read(text, "note.txt")
    assert (article.card.date, article.card.title) == ("2024-06-12", "Un arbre est tombé")


@pytest.mark.parametrize(
    ("name", "title", "date"),
    [
        ("2024-09-15-rentree-des-classes.txt", "Rentree des classes", "2024-09-15"),
        ("2024_09_15 Rentrée.txt", "Rentrée", "2024-09-15"),
        ("rentree 20240915.txt", "Rentree", "2024-09-15"),
        ("2024-02-30-rentree.txt", "2024 02 30 rentree", None),
        ("2024-09-15.txt", "2024 09 15", "2024-09-15"),
        ("plan 1234567890.txt", "Plan 1234567890", None),
    ],
)
def test_a_day_in_the_name_of_a_file_dates_its_article(name: str, title: str, date: str | None) -> None:
    card = read("La rentrée a concerné 412 élèves, et la nouvelle école a ouvert lundi.\n", name).card
    assert (card.title, card.date) == (title, date)


def test_an_article_of_its_day_alone_is_kept_as_it_is() -> None:
    assert read("Publié le 7 avril 2025\n").body == "Publié le 7 avril 2025"


@pytest.mark.parametrize(
    "over", ["By Ann Lee, Upland Review\n23 July 2021", "23 July 2021", "By Ann Lee, 23 July 2021"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_title_an_author_and_a_day_may_stand_over_a_plain_text(over: str, gap: str) -> None:
    text = f"The director leaves{gap}{over}\n\nShe announced on Tuesday that she is leaving. She is tired.\n"
    article = read(text, "note.txt")
    assert (article.card.title, article.card.date) == ("The director leaves", "2021-07-23")
    assert article.body == "She announced on Tuesday that she is leaving. She is tired."


def test_a_day_over_a_text_is_none_that_a_sentence_tells() -> None:
    article = read("The director leaves\nBy the time he left, it was 23 July 2021\n\nShe is tired.\n", "note.txt")
    assert article.card.date is None


def test_keys_may_stand_over_a_plain_text_without_lines_of_signs() -> None:
    text = "title: Le bac, suite\ndate: 2022-03-08\nlang: fr\n\nLe bac, suite\n\nIl est mort samedi. Il pleuvait.\n"
    article = read(text, "note.txt")
    assert (article.card.title, article.card.date) == ("Le bac, suite", "2022-03-08")
    assert article.body == "Il est mort samedi. Il pleuvait."


def test_a_plain_text_may_begin_with_words_and_colons() -> None:
    article = read("Budget : 3 millions\nCoût : 4 millions\n\nLe vote a eu lieu. Il pleuvait.\n", "note.txt")
    assert article.body.startswith("Budget : 3 millions")
