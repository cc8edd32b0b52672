"""Who else says so, on a real base: two articles that agree, and one that gives another figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.answer import Answer
from index.engine import Engine, EngineOptions
from index.judging.agreement import is_settled
from tests.conftest import write_articles

FIRST = "Le pont de Lunaret a coûté 41 millions d’euros, a annoncé la ville. Il a ouvert le 3 mai 2019."
OTHER = "On se souvient du chantier : le pont de Lunaret a coûté 38 millions d’euros, selon la chambre des comptes."
AGREES = "Vu de la rive : le pont de Lunaret a ouvert le 3 mai 2019, sous la pluie, devant huit cents personnes."


def article(title: str, date: str, text: str) -> str:
    return f"---\ntitle: {title}\ndate: {date}\nlang: fr\n---\n\n{text}\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    home: Path = tmp_path_factory.mktemp("pont")
    articles = {
        "un.md": article("Le pont de Lunaret est ouvert", "2019-05-04", FIRST),
        "deux.md": article("Lunaret, un pont trop cher", "2021-02-01", OTHER),
        "trois.md": article("Un dimanche sur le pont de Lunaret", "2022-06-01", AGREES),
    }
    (home / "articles").mkdir()
    write_articles(home / "articles", articles)
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    engine.reindex()
    return engine


def shown(answer: Answer) -> set[str]:
    return {quote.article.id for quote in answer.quotes[:2]}


def test_two_articles_that_give_different_figures_stand_side_by_side_and_are_marked(base: Engine) -> None:
    answer = base.ask("Combien a coûté le pont de Lunaret ?")
    assert shown(answer) == {"un", "deux"}
    assert [set(quote.contradicted_by) for quote in answer.quotes[:2]] in ([{"un"}, {"deux"}], [{"deux"}, {"un"}])


def test_another_article_that_tells_the_same_is_told_and_contradicts_nothing(base: Engine) -> None:
    answer = base.ask("Quand a ouvert le pont de Lunaret ?")
    first = answer.quotes[0]
    assert {other.article.id for other in first.also} == {"un", "trois"} - {first.article.id}
    assert not any(quote.contradicted_by for quote in answer.quotes)


@pytest.mark.parametrize(
    ("question", "settled"),
    [
        ("Combien a coûté le pont ?", True),
        ("How many passengers did it carry in 2018?", True),
        ("How many members does the club have?", False),
        ("Combien compte-t-on de membres aujourd’hui ?", False),
    ],
)
def test_only_what_is_past_can_be_contradicted(question: str, settled: bool) -> None:
    assert is_settled(question) is settled
