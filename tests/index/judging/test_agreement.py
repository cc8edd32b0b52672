"""Who else says so, on a real base: two articles that agree, and one that gives another figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.answer import Answer
from index.engine import Engine, EngineOptions
from index.question.forms.settled import is_settled
from tests.conftest import write_articles

FIRST = "Le pont de Lunaret a coûté 41 millions d’euros, a annoncé la ville. Il a ouvert le 3 mai 2019."
OTHER = "On se souvient du chantier : le pont de Lunaret a coûté 38 millions d’euros, selon la chambre des comptes."
IN_PASSING = (
    "La ville vote ce soir son budget. Les écoles en prennent le tiers. La voirie, le reste. On replantera les quais."
    " Le marché restera où il est. Le maire parle de prudence. L’opposition parle de renoncement. Rien n’est dit des"
    " impôts. Depuis l’ouverture du pont de Lunaret, le 9 mai 2019, les péniches passent la nuit. La séance est levée à"
    " minuit. Le public s’en va sous la pluie. On reparlera de tout cela en mars. Les bancs, eux, attendront."
)
ELSEWHERE = "Le pont de Brévanne, long de 214 mètres, a ouvert en 1987, dit le guide."
LENGTHS = "Le pont de Lunaret mesure 198 mètres, écrit l’ingénieure. Il a été peint en vert."
AGREES = "Vu de la rive : le pont de Lunaret a ouvert le 3 mai 2019, sous la pluie, devant huit cents personnes."


def article(title: str, date: str, text: str) -> str:
    return f"---\ntitle: {title}\ndate: {date}\nlang: fr\n---\n\n{text}\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    home: Path = tmp_path_factory.mktemp("pont")
    articles = {
        "un.md": article("Le pont de Lunaret est ouvert", "2019-05-04", FIRST),
        "deux.md": article("Lunaret, un pont trop cher", "2021-02-01", OTHER),
        "quatre.md": article("Un budget de prudence", "2023-03-02", IN_PASSING),
        "cinq.md": article("Les ponts de la vallée de Brévanne", "2018-02-03", ELSEWHERE),
        "six.md": article("Lunaret vu d’en bas", "2020-02-03", LENGTHS),
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


def test_another_article_that_tells_the_same_is_told(base: Engine) -> None:
    answer = base.ask("Quand a ouvert le pont de Lunaret ?")
    first = answer.quotes[0]
    assert first.article.id in {"un", "trois"}
    assert {other.article.id for other in first.also} == {"un", "trois"} - {first.article.id}


def test_a_date_told_otherwise_in_passing_stands_beside_the_first_with_its_sentence_marked(base: Engine) -> None:
    answer = base.ask("Quand a ouvert le pont de Lunaret ?")
    first, second = answer.quotes[:2]
    assert (second.article.id, second.contradicted_by) == ("quatre", (first.article.id,))
    marked = " ".join(second.text[start - second.start : end - second.start] for start, end in second.highlights)
    assert "le 9 mai 2019" in marked


def test_a_figure_of_another_bridge_contradicts_nothing(base: Engine) -> None:
    answer = base.ask("Quelle était la longueur du pont de Lunaret, en mètres ?")
    assert answer.quotes[0].article.id == "six"
    assert not any(quote.contradicted_by for quote in answer.quotes)


@pytest.mark.parametrize(
    ("question", "settled"),
    [
        ("Combien a coûté le pont ?", True),
        ("How many passengers did it carry in 2018?", True),
        ("How many members does the club have?", False),
        ("Combien compte-t-on de membres aujourd’hui ?", False),
        ("À combien s’élève maintenant l’amende ?", False),
        ("When was the last time the alarm failed?", False),
    ],
)
def test_only_what_is_past_can_be_contradicted(question: str, settled: bool) -> None:
    assert is_settled(question) is settled
