"""Whose purchase a sentence tells, and talks of one that never came about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.answer import Verdict
from index.engine import Engine, EngineOptions
from index.judging.objections.other_deed.deeds import deeds_asked, deeds_in
from index.judging.objections.other_deed.purchases import Purchase, is_only_talked_of
from tests.conftest import write_articles


@pytest.mark.parametrize(
    ("question", "bought", "buyer", "seller"),
    [
        ("When did Orlane buy Pellworth?", {"pellworth"}, {"orlane"}, set()),
        ("quand est-ce qu'Orlane a racheté Pellworth", {"pellworth"}, {"orlane"}, set()),
        ("when was Pellworth bought by Orlane", {"pellworth"}, {"orlane"}, set()),
        ("who bought Pellworth from Orlane?", {"pellworth"}, set(), {"orlane"}),
        ("orlane a payé combien pour pellworth", {"pellworth"}, {"orlane"}, set()),
        ("how much did Orlane pay for Pellworth", {"pellworth"}, {"orlane"}, set()),
    ],
)
def test_who_bought_what_of_whom_is_heard(question: str, bought: set[str], buyer: set[str], seller: set[str]) -> None:
    asked = Purchase.asked(question)
    assert asked is not None
    assert (asked.bought, asked.buyer, asked.seller) == (bought, buyer, seller)


@pytest.mark.parametrize("question", ["who bought the mill?", "quand a-t-on vendu le moulin", "why is it red"])
def test_what_has_no_name_of_its_own_may_be_told_in_other_words(question: str) -> None:
    assert Purchase.asked(question) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Orlane had bought the Danish maker Skovby a year earlier.",
        "Orlane a racheté le fabricant danois Skovby un an plus tôt.",
    ],
)
def test_the_purchase_of_another_thing_is_not_the_one_asked_about(sentence: str) -> None:
    asked = Purchase.asked("When did Orlane buy Pellworth?")
    assert asked is not None
    assert asked.is_another_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Orlane bought Pellworth in June.",
        "Her son ran it and sold it to the Swiss group Orlane in June.",
        "Two years later the group bought it for a pound.",
        "Pellworth, like Skovby, was bought in June.",
    ],
)
def test_what_may_be_the_purchase_asked_about_is_left(sentence: str) -> None:
    asked = Purchase.asked("When did Orlane buy Pellworth?")
    assert asked is not None
    assert not asked.is_another_in(sentence)


def test_who_sold_a_thing_did_not_buy_it_then() -> None:
    asked = Purchase.asked("who bought Pellworth from Orlane?")
    assert asked is not None
    assert asked.is_another_in("She sold it to the Swiss group Orlane.")
    assert not asked.is_another_in("Its workers bought it back with a loan.")


def test_what_is_sold_to_somebody_is_bought_by_them() -> None:
    bought = deeds_asked("When did Orlane buy Pellworth?", "en")
    assert not bought.isdisjoint(deeds_in("Her son sold it to Orlane.", "en"))
    assert not bought.isdisjoint(deeds_in("Son fils la vend à Orlane.", "fr"))
    assert bought.isdisjoint(deeds_in("The lamp sold 400 times in May.", "en"))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When did Orlane buy Pellworth?", "In May, Orlane held talks to buy Pellworth, without reaching a deal."),
        (
            "quand Orlane a racheté Pellworth",
            "Orlane a discuté pour racheter Pellworth, sans parvenir à un accord.",
        ),
        ("how much did Orlane pay to buy Pellworth", "Orlane considered buying Pellworth for 3 million pounds."),
    ],
)
def test_talks_are_no_purchase(question: str, sentence: str) -> None:
    assert is_only_talked_of(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Orlane buy Pellworth?", "Orlane held talks to buy Pellworth, without reaching a deal."),
        ("When did the talks to buy Pellworth fail?", "The talks to buy Pellworth failed in May."),
        ("When did Orlane buy Pellworth?", "After a year of talks, Orlane bought Pellworth in May."),
    ],
)
def test_who_asks_of_the_talks_or_of_what_came_of_them_is_told(question: str, sentence: str) -> None:
    assert not is_only_talked_of(question, sentence)


MAKER = """---
title: The lamps of Pellworth
date: 2022-04-05
lang: en
---

Pellworth makes lamps. It was founded in 1958 by a glazier, Simon Harrow. His daughter Ann Harrow ran the company for
twenty years and sold it to the Swiss group Orlane in June 2005. Orlane had bought the Danish maker Skovby a year
earlier. Then the workers bought their own employer in March 2013, with a loan from the town.
"""
TALKS = """---
title: Orlane cherche une verrerie
date: 2021-02-03
lang: fr
---

Le groupe Orlane aime le verre. En octobre 2017, Orlane a mené des discussions pour racheter la verrerie Tavernoy, sans
parvenir à un accord. Tavernoy souffle des carafes depuis trois générations.
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    home: Path = tmp_path_factory.mktemp("lamps")
    (home / "articles").mkdir()
    write_articles(home / "articles", {"lamps.md": MAKER, "verre.md": TALKS})
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


def marked(engine: Engine, question: str) -> str:
    quote = engine.ask(question).quotes[0]
    return " ".join(quote.text[start - quote.start : end - quote.start] for start, end in quote.highlights)


@pytest.mark.parametrize(
    "question",
    ["when did Orlane buy Pellworth?", "quand Orlane a racheté Pellworth", "when was it sold to Orlane?"],
)
def test_when_a_thing_was_bought_is_told_where_it_was_sold_to_that_buyer(base: Engine, question: str) -> None:
    assert "June 2005" in marked(base, question)


def test_who_bought_it_is_not_told_by_what_else_the_seller_bought(base: Engine) -> None:
    assert "Skovby" not in marked(base, "who bought Pellworth from Orlane?")


def test_when_a_purchase_was_only_talked_of_is_not_found_and_no_date_is_underlined(base: Engine) -> None:
    answer = base.ask("quand est-ce qu'Orlane a racheté Tavernoy")
    assert answer.verdict is not Verdict.FOUND
    assert all("2017" not in quote.answer_words for quote in answer.quotes)
    assert base.ask("Orlane a-t-il racheté Tavernoy ?").verdict is not Verdict.NONE


def test_who_owns_a_thing_is_told_by_its_last_sale(base: Engine) -> None:
    assert "their own employer" in marked(base, "who owns Pellworth now?")
