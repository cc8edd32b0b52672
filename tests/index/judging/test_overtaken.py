"""What an article says first and a later one corrects, or tells otherwise of a later year, on a real base."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.answer import Answer, Quote
from index.engine import Engine, EngineOptions
from tests.conftest import write_articles


def article(title: str, date: str, lang: str, text: str) -> str:
    return f"---\ntitle: {title}\ndate: {date}\nlang: {lang}\n---\n\n{text}\n"


TOWER = (
    "La tour de Vaumarin fait la fierté du bourg. La tour de Vaumarin mesure 48 mètres de haut, sans le coq. On y"
    " monte le dimanche. Elle a été achetée en 1863 par la commune, pour 900 francs."
)
MEASURED = (
    "Une géomètre a passé la semaine au pied de la tour de Vaumarin. La hauteur de la tour doit être ramenée de 48 à"
    " 43,5 mètres. La commune corrigera son panneau. La tour de Vaumarin n'a pas coûté 900 francs : l'acte, retrouvé"
    " au grenier, en porte 640."
)
SEALS = (
    "The bay of Orrin is known for its seals. There were 840 seals in the bay of Orrin at the count of 2014. They lie"
    " on the sandbanks and sing."
)
FEWER = (
    "The count of seals in the bay of Orrin, this summer, found 520 seals, after two hard winters. The warden blames"
    " the storms. She counts again next year."
)
BELL = (
    "La cloche est arrivée mardi. Mathurine, la nouvelle cloche du phare de Kerloc'h, pèse 3,2 tonnes. Mathurine vient"
    " de Nantes."
)
OTHER_BELL = (
    "The foundry has a new order. A bell for the lighthouse of Skerry will weigh five tonnes. It is its largest."
)
YOUNG = (
    "Odile Varenne crossed the Firth in a kite. The kite flier Odile Varenne, who is 28, has 640 hours in her log. She"
    " framed the bill."
)
OLDER = "Odile Varenne is back. The kite flier, who is 44, has 5,200 hours in her log, and the wind has dropped."


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    home: Path = tmp_path_factory.mktemp("tower")
    (home / "articles").mkdir()
    write_articles(
        home / "articles",
        {
            "tour.md": article("La tour de Vaumarin, fierté du bourg", "2015-06-02", "fr", TOWER),
            "mesure.md": article("Vaumarin remesure sa tour", "2021-03-09", "fr", MEASURED),
            "seals.md": article("The singing seals of Orrin", "2015-02-01", "en", SEALS),
            "cloche.md": article("La cloche du phare", "2015-06-06", "fr", BELL),
            "foundry.md": article("Bells for the lighthouses", "2022-12-03", "en", OTHER_BELL),
            "young.md": article("A kite over the Firth", "2007-05-19", "en", YOUNG),
            "older.md": article("Odile Varenne comes home", "2023-03-16", "en", OLDER),
            "fewer.md": article("Fewer seals in the bay of Orrin", "2019-09-14", "en", FEWER),
        },
    )
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


def words(quote: Quote) -> str:
    start, end = quote.answer or (quote.start, quote.start)
    return quote.text[start - quote.start : end - quote.start]


def also(answer: Answer) -> set[str]:
    return {other.article.id for quote in answer.quotes for other in quote.also}


@pytest.mark.parametrize("asked", ["quelle est la hauteur de la tour de Vaumarin ?", "how tall is the Vaumarin tower?"])
def test_what_corrects_a_figure_comes_before_it_and_never_as_agreeing(base: Engine, asked: str) -> None:
    answer = base.ask(asked)
    assert [quote.article.id for quote in answer.quotes[:2]] == ["mesure", "tour"]
    assert "43,5" in words(answer.quotes[0])
    assert not also(answer)


def test_what_a_sentence_denies_is_not_the_answer_and_contradicts_who_says_it(base: Engine) -> None:
    answer = base.ask("combien a coûté la tour de Vaumarin ?")
    first, second = answer.quotes[:2]
    assert (first.article.id, words(first)) == ("mesure", "640")
    assert (first.contradicted_by, second.contradicted_by) == (("tour",), ("mesure",))


@pytest.mark.parametrize("asked", ["latest count of seals in Orrin bay", "how many seals are there in Orrin bay?"])
def test_of_two_counts_the_one_of_the_later_year_comes_first(base: Engine, asked: str) -> None:
    answer = base.ask(asked)
    assert [quote.article.id for quote in answer.quotes[:2]] == ["fewer", "seals"]
    assert "520" in words(answer.quotes[0])
    assert not also(answer)


def test_a_count_of_the_year_asked_about_stays_first(base: Engine) -> None:
    first = base.ask("how many seals were there in the bay of Orrin in 2014?").quotes[0]
    assert (first.article.id, "840" in words(first)) == ("seals", True)


def test_what_somebody_said_of_it_is_told_to_whoever_asks_for_that(base: Engine) -> None:
    first = base.ask("selon le bourg, combien mesure la tour de Vaumarin ?").quotes[0]
    assert first.article.id == "tour"


def test_what_is_told_later_of_another_of_a_name_in_small_letters_takes_no_place(base: Engine) -> None:
    assert base.ask("how heavy is the bell mathurine?").quotes[0].article.id == "cloche"


@pytest.mark.parametrize(
    "asked", ["how old is Odile Varenne?", "quel âge a Odile Varenne ?", "how many hours does Odile Varenne have?"]
)
def test_an_age_or_a_count_that_grows_is_the_newest(base: Engine, asked: str) -> None:
    assert base.ask(asked).quotes[0].article.id == "older"
