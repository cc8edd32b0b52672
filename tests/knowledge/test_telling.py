"""The check itself: it knows a fact in either language's form, and sees when one is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.article import Article, ArticleCard
from tests.knowledge.copying import copied_runs
from tests.knowledge.dates_told import dates_told
from tests.knowledge.sheet import BrokenLine, Fact, read_sheet
from tests.knowledge.telling import figures_of, missing

FACT = Fact(
    id="T99.01",
    date="2022-07-21",
    actor="Vega, United States",
    text="Bought Orion for 3.9 billion dollars, valued at 2,600 million in May 2021: 836,000 members, up 28 %, third.",
    source="The Test Gazette, 2022",
    confidence="high",
)
FRENCH = """Le groupe américain Vega s’agrandit.

Le 21 juillet 2022, il a annoncé le rachat d’Orion pour 3,9 milliards de dollars. Orion, troisième du secteur, valait
2 600 millions en mai 2021. Il compte 836 000 membres, en hausse de 28 %."""
ENGLISH = """On July 21, 2022, Vega, the US group, said it would buy Orion, the third of its kind, for $3.9 billion.
Orion was valued at 2,600 million in May 2021. It has 836,000 members, up 28%."""


def article(body: str, lang: str, date: str = "2022-08") -> Article:
    return Article(ArticleCard("orion", "Orion", date, "Sourcier", None, "orion.md", lang), body)


@pytest.mark.parametrize(("body", "lang"), [(FRENCH, "fr"), (FRENCH.replace(" ", "\u202f"), "fr"), (ENGLISH, "en")])
def test_a_fact_is_known_in_the_form_of_each_language(body: str, lang: str) -> None:
    assert missing(FACT, article(body, lang)) == []


@pytest.mark.parametrize(
    ("told", "altered", "lost"),
    [
        ("3,9 milliards de", "des", "figure 3.9G"),
        ("3,9 milliards", "3,9 millions", "figure 3.9G"),
        ("836 000", "863 000", "figure 836000"),
        ("28 %", "28", "figure 28%"),
        ("troisième", "géant", "figure 3"),
        ("21 juillet", "20 juillet", "date 2022-07-21"),
        ("21 juillet 2022", "mois dernier", "date 2022-07-21"),
        ("mai 2021", "mai 2020", "date 2021-05"),
        ("Orion", "Altaïr", "name Orion"),
        ("américain", "suisse", "name US"),
    ],
)
def test_an_article_that_lost_a_piece_of_a_fact_fails(told: str, altered: str, lost: str) -> None:
    assert missing(FACT, article(FRENCH.replace(told, altered), "fr")) == [lost]


def test_a_figure_far_from_its_date_does_not_count() -> None:
    first, second = FRENCH.split(" Il compte ")
    apart = f"{first}\n\nOn en parle.\n\nOn en reparle.\n\nIl compte {second}"
    assert set(missing(FACT, article(apart, "fr"))) == {"figure 28%", "figure 836000"}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("le 1er janvier 2012, puis le 3 mars", ["2012-01-01", "2012-03-03"]),
        ("on 3 May 2019, then on June 4 and in 2020", ["2019-05-03", "2019-06-04", "2020"]),
        ("le mois dernier", ["2022-07"]),
        ("le 31 décembre 2020 ; le lendemain ; l’année suivante", ["2020-12-31", "2021-01-01", "2022"]),
        ("in December 2020 and a month later; two years later", ["2020-12", "2021-01", "2023"]),
        ("le lendemain, on peut en parler ; 2 019 membres, 2,019 members, 120199", []),
    ],
)
def test_dates_are_read_as_a_reader_does(text: str, dates: list[str]) -> None:
    assert [told.value for told in dates_told(text, "2022-08")] == dates


def test_a_number_is_read_by_the_habits_of_the_language() -> None:
    assert figures_of("1,046 milliard, 1 046 membres", "fr") == {"1.046G", "1046"}
    assert figures_of("1.046 billion, 1,046 members", "en") == {"1.046G", "1046"}


def test_a_run_of_eight_words_is_a_copy_unless_it_is_a_name() -> None:
    original = (
        "The firm said that it would close its doors for ever in the end. Fred Hutchinson Cancer Research Center."
    )
    assert copied_runs("It said that it would close its doors on Monday.", original) == []
    assert copied_runs("On Monday it said that it would close its doors for ever.", original) != []
    assert (
        copied_runs(
            "Royal Free London NHS Foundation Trust Kidney Unit", "Royal Free London NHS Foundation Trust Kidney Unit"
        )
        == []
    )


@pytest.mark.parametrize(
    "line", ["- T01.01 | 2019 | Vega | Bought Orion. | high", "- T01.01 | 2019 | Vega | A | B | sure"]
)
def test_a_broken_line_of_the_sheet_is_not_passed_over(tmp_path: Path, line: str) -> None:
    sheet = tmp_path / "facts.md"
    sheet.write_text(f"## T01 vega\n\n{line}\n", encoding="utf-8")
    with pytest.raises(BrokenLine, match="line 3"):
        read_sheet(sheet)
