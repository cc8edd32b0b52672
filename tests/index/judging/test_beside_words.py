"""The words that answer, where a reader takes those beside them."""

from __future__ import annotations

import pytest

from index.judging.objections.beside_words import beside_instead


def instead(question: str, text: str, words: str) -> str | None:
    start = text.index(words)
    found = beside_instead(question, text, (start, start + len(words)))
    return text[slice(*found)] if found is not None else None


@pytest.mark.parametrize(
    ("question", "text", "words", "held"),
    [
        (
            "combien d'élèves il y a dix ans",
            "Le lycée compte 710 élèves, contre 580 il y a dix ans.",
            "710",
            "580",
        ),
        ("how many pupils were there in 2012", "It had 710 pupils in 2020 and 580 in 2012.", "710", "580"),
        ("how many pupils five years ago", "710 pupils now, against 580 five years ago.", "580", "580"),
    ],
)
def test_the_figure_of_the_time_asked_about_is_the_answer(question: str, text: str, words: str, held: str) -> None:
    assert instead(question, text, words) == held


@pytest.mark.parametrize(
    ("question", "text", "words", "held"),
    [
        ("qui est Aude Mirval", "Sa nièce, Aude Mirval, siège ; Jeanne Ortoli dirige.", "Jeanne Ortoli", "Sa nièce"),
        (
            "who is Piers Onslow?",
            "Piers Onslow, a roofer from Leeds, met Edda Brandvold there.",
            "Edda Brandvold",
            "a roofer from Leeds",
        ),
    ],
)
def test_who_somebody_is_is_what_is_said_of_them_and_not_another_name(
    question: str, text: str, words: str, held: str
) -> None:
    assert instead(question, text, words) == held


def test_who_did_a_thing_is_not_who_did_another() -> None:
    text = "Onslow left in May to found Brindle, a maker of lenses that was bought by Corvel Glass in 2022."
    assert instead("who founded Brindle?", text, "Corvel Glass") == "Onslow"
    assert instead("who bought Brindle?", text, "Corvel Glass") is None


def test_what_may_well_answer_is_left() -> None:
    assert instead("how many pupils in 2020", "It had 710 pupils this year.", "710") is None
    assert instead("qui est la maire", "Sa nièce, Aude Mirval, est maire.", "Aude Mirval") is None
    assert instead("who is Piers Onslow?", "Piers Onslow is a roofer.", "a roofer") is None


def test_who_did_it_with_somebody_did_it_too() -> None:
    told = "En 2003, elle fonde Calvel avec Jo Pike, son voisin."
    assert instead("qui a fondé Calvel", told, "Jo Pike") == "elle fonde Calvel avec Jo Pike"
    assert instead("qui a fondé Calvel", "En 2003, elle dîne avec Jo Pike.", "Jo Pike") is None


def test_the_figure_of_the_end_of_the_year_is_that_of_the_year() -> None:
    told = "L'effectif passe de 40 salariés en 2015 à 95 à la fin de 2019."
    assert instead("combien de salariés en 2019", told, "40 salariés") == "95"
