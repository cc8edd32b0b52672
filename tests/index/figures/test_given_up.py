"""Values that a sentence gives up for others, or denies, and the ones that hold."""

from __future__ import annotations

import pytest

from index.figures.given_up import given_up, given_up_in, with_unit, without_given_up


@pytest.mark.parametrize(
    ("sentence", "given", "holds"),
    [
        ("La hauteur du clocher est ramenée de 41,5 à 38 mètres.", "41,5", "38 mètres."),
        ("Le devis est passé de 3,1 à 4,6 millions d'euros.", "3,1", "4,6 millions d'euros."),
        ("The crew was cut from 30 to 18 last spring.", "30", "18 last spring."),
        ("Its ships fell to 53 in 2020, from 75.", "75", "53 in 2020, from "),
        ("The fare was £4 and is now £6.", "£4", "£6."),
        ("Le gîte loge vingt marcheurs, contre huit auparavant.", "huit", "vingt marcheurs, contre "),
        ("La course est reportée du 3 mai au 9 juin.", "3 mai", "9 juin."),
    ],
)
def test_what_is_taken_from_one_value_to_another_holds_the_other(sentence: str, given: str, holds: str) -> None:
    (one,) = given_up(sentence)
    assert one.holds is not None
    assert (sentence[slice(*one.span)], sentence[slice(*one.holds)], one.denied) == (given, holds, False)


@pytest.mark.parametrize(
    ("sentence", "denied", "holds"),
    [
        ("La halle n'a pas été bâtie en 1863, mais en 1871.", "1863", " en 1871."),
        ("Le club n'a pas 3 000 membres : il en compte 300.", "3 000", " il en compte 300."),
        ("The mill did not burn in 1904 but in 1911.", "1904", " in 1911."),
        ("The line opened in 1921, not 1919.", "1919", "1921, not "),
    ],
)
def test_what_is_denied_for_another_value_holds_the_other(sentence: str, denied: str, holds: str) -> None:
    (one,) = given_up(sentence)
    assert one.holds is not None
    assert (sentence[slice(*one.span)], sentence[slice(*one.holds)], one.denied) == (denied, holds, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "It did not open until 2019.",
        "Le tableau n'a pas coûté moins de 4 000 francs.",
        "A rower who is ill may not race again for 14 days.",
        "The village grew from 2010 to 2015.",
        "Le budget est adopté par dix-neuf voix contre quatorze.",
        "Le train va de Paris à Lyon en deux heures.",
        "The shop is open from 9 to 5.",
        "He was not the first of the 12 to go.",
    ],
)
def test_a_period_a_vote_or_a_bound_gives_nothing_up(sentence: str) -> None:
    assert given_up(sentence) == []


def test_a_value_given_up_is_told_with_the_unit_that_is_said_once() -> None:
    assert given_up_in("Le devis est passé de 3,1 à 4,6 millions d'euros.") == "3,1 millions d'euros"
    paid = "La cloche n'a pas coûté 900 francs : la facture en porte 640."
    assert with_unit(paid, (paid.index("640"), paid.index("640") + 3)) == "640 francs"


def test_what_is_given_up_is_blanked_in_its_place() -> None:
    sentence = "The crew was cut from 30 to 18."
    assert without_given_up(sentence) == "The crew was cut from    to 18."
    assert without_given_up(sentence, denied_only=True) == sentence
