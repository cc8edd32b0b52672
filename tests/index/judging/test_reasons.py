"""Reasons, and what only repeats what one is asked for."""

from __future__ import annotations

import pytest

from index.judging.objections.reasons import (
    asks_why,
    explains,
    only_measures,
    only_repeats,
    takes_up_with_reason,
    tells_a_reason,
    tells_what_was_demanded,
)


@pytest.mark.parametrize(
    "question",
    ["Why did the mill close?", "Pourquoi la gare a-t-elle fermé ?", "pk la halle a brulé", "cause of the fire"],
)
def test_a_reason_is_asked_for(question: str) -> None:
    assert asks_why(question)


@pytest.mark.parametrize("question", ["When did the mill close?", "Who knows the miller?", "Combien coûte la halle ?"])
def test_anything_else_is_no_reason(question: str) -> None:
    assert not asks_why(question)


def test_what_was_asked_about_is_no_reason() -> None:
    question = "Pourquoi le tribunal a-t-il annulé la vente de la brasserie à Orle ?"
    repeated = "le tribunal de commerce de Brume a annulé la vente de la brasserie Vance à Orle, votée en juin"
    assert only_repeats(question, "fr", repeated, "fr")
    assert not only_repeats(question, "fr", f"{repeated}, faute d'accord", "fr")
    assert not only_repeats(question, "fr", "La marque ne peut quitter la famille", "fr")
    assert only_repeats("Why did the mill close?", "en", "the mill closed", "en")


def test_a_sentence_that_leads_to_a_reason_is_known_by_its_words() -> None:
    assert tells_a_reason("The mill closed because the river froze.")
    assert tells_a_reason("La halle a fermé faute de clients.")
    assert not tells_a_reason("Le conseil a voté l'abandon du kiosque, promis en 2011.")


@pytest.mark.parametrize(
    "sentence",
    [
        "La décision fait suite à douze plaintes de voisins.",
        "The move follows a leak in the cellar.",
        "En cause : le prix du bois.",
        "C'est en raison du gel.",
    ],
)
def test_what_takes_up_the_sentence_before_says_why(sentence: str) -> None:
    assert takes_up_with_reason(sentence)


def test_what_does_not_take_up_anything_says_no_reason_for_it() -> None:
    assert not takes_up_with_reason("Il aura fallu attendre neuf mois pour que la halle ferme.")


def test_what_those_who_stop_work_want_is_why_they_do() -> None:
    asked = "Pourquoi les bateliers ont-ils fait grève ?"
    assert tells_what_was_demanded(asked, "Les bateliers réclament un second gardien.")
    assert tells_what_was_demanded("why did the weavers walk out?", "The weavers were calling for a lamp each.")
    assert not tells_what_was_demanded(asked, "Le passeur distribue des cannes.")
    assert not tells_what_was_demanded("Pourquoi le bac a-t-il fermé ?", "Les bateliers réclament un gardien.")


def test_how_long_a_thing_lasted_is_no_reason_for_it() -> None:
    assert only_measures("Elle avait duré douze jours")
    assert only_measures("It lasted a fortnight")
    assert not only_measures("It lasted because nobody gave way")


def test_how_much_more_a_thing_is_is_no_reason_for_it() -> None:
    assert only_measures("several times larger than all it had sold")
    assert only_measures("deux fois plus que prévu")
    assert not only_measures("twice as much, because the roof leaked")
    assert not only_measures("the roof leaked twice")


@pytest.mark.parametrize(
    "told",
    [
        "The line closed because nobody would insure it.",
        "Les bains ont fermé faute de chauffage.",
        "Elle a renoncé : le toit fuyait.",
        "La décision fait suite à deux noyades.",
        "The board cited rising costs.",
    ],
)
def test_a_reason_is_led_to_by_a_word_or_a_colon(told: str) -> None:
    assert explains(told)


@pytest.mark.parametrize(
    "told",
    ["The firm had gone under on 27 February.", "La station voulait installer 340 projecteurs.", "It opened at 9:30."],
)
def test_what_merely_stands_beside_a_deed_explains_nothing(told: str) -> None:
    assert not explains(told)
