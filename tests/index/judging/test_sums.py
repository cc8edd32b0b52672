"""Money that came in is not what a thing cost."""

from __future__ import annotations

import pytest

from index.judging.objections.sums import (
    asks_what_was_meant,
    is_of_another_sum,
    is_of_subscription,
    is_only_expected,
    is_only_offered,
    was_so_then,
)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how much did the new bell cost?", "The appeal had raised £5,200 by Sunday evening."),
        ("combien a coûté la cloche", "La cagnotte a réuni 3 400 euros."),
        ("what was the price of the bell", "The trust has £38,000 in the bank."),
    ],
)
def test_what_was_collected_is_not_what_it_cost(question: str, sentence: str) -> None:
    assert is_of_another_sum(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how much did the appeal raise?", "The appeal had raised £5,200."),
        ("how much did the new bell cost?", "The bell cost £9,000, half of it raised by the school."),
        ("combien a coûté la cloche", "La facture atteint 12 000 euros."),
    ],
)
def test_what_was_spent_or_is_asked_for_is_of_the_sum(question: str, sentence: str) -> None:
    assert not is_of_another_sum(question, sentence)


def test_what_one_pays_every_month_is_not_the_price_of_a_thing() -> None:
    told = "L'abonnement à Clairval revient à 3 euros par mois."
    assert is_of_subscription("prix de la montre Clairval", told)
    assert not is_of_subscription("combien coûte la montre Clairval par mois ?", told)
    assert not is_of_subscription("prix de la montre Clairval", "La montre coûte 90 euros, abonnement compris.")


def test_what_a_thing_cost_then_is_not_what_it_costs() -> None:
    told = "The average price of a crossing was then £7."
    assert was_so_then("how much is a crossing on the ferry", told)
    assert was_so_then("combien coûte la traversée", "La traversée coûtait alors 7 euros.")
    assert not was_so_then("how much was a crossing on the ferry", told)
    assert not was_so_then("how much is a crossing on the ferry", "A crossing now costs £9.")


def test_what_one_pays_besides_every_month_is_not_the_price_of_a_thing() -> None:
    assert is_of_subscription("prix de la balance Orsel", "Il faut en plus compter 3 euros par mois.")
    assert is_of_subscription("price of the orsel scale", "Owners also pay 3 euros a month.")
    assert not is_of_subscription("prix de la balance Orsel", "La balance se vend 60 euros, pile comprise.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how much did the tower end up costing", "The tower is now expected to cost 4 million."),
        ("combien la tour a-t-elle finalement coûté", "La tour devrait coûter 4 millions d'euros."),
    ],
)
def test_what_was_expected_is_not_what_it_came_to(question: str, sentence: str) -> None:
    assert is_only_expected(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how much did the tower end up costing", "The tower cost 5 million."),
        ("how much will the tower cost in the end", "The tower is now expected to cost 4 million."),
        ("how much did the tower cost", "The tower is now expected to cost 4 million."),
    ],
)
def test_an_estimate_answers_who_does_not_ask_what_it_came_to(question: str, sentence: str) -> None:
    assert not is_only_expected(question, sentence)


def test_an_offer_tells_what_somebody_wanted_to_pay() -> None:
    told = "Le groupe a retiré son offre de 30 millions sur Verdal."
    assert not is_only_offered("combien le groupe voulait payer Verdal", told)
    assert is_only_offered("combien le groupe a payé Verdal", told)
    assert asks_what_was_meant("how much was Brill ready to pay for Verdal?")
    assert not asks_what_was_meant("how much did Brill pay for Verdal?")
