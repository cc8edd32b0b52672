"""Which questions ask for a list, and which for one thing."""

from __future__ import annotations

import pytest

from index.question.forms.listed import asks_for_people, of_one, wants_list


@pytest.mark.parametrize(
    "question",
    [
        "Quelles entreprises Amazon a-t-elle rachetées ?",
        "Which services did Google close?",
        "Qui a dirigé la bibliothèque depuis son ouverture ?",
        "Who has been director of the observatory?",
        "How has the price of a ticket changed?",
        "Dans quels lieux le festival s’est-il joué ?",
        "Name the companies that Google bought",
        "What are the new rules of the Lowmoor league?",
        "What's new this season?",
        "What changes this season in the league?",
        "Qu'est-ce qui change à la rentrée ?",
        "c'est quoi les nouvelles règles de la ligue",
        "donne-moi les clubs engagés",
        "Give me the names of the clubs",
        "les clubs du tournoi c'est qui ?",
    ],
)
def test_what_asks_for_several_things_is_a_list(question: str) -> None:
    assert wants_list(question)


@pytest.mark.parametrize(
    "question",
    [
        "Quelle entreprise a racheté One Medical ?",
        "Which vessel works the Western Crossing these days?",
        "Qui a été nommé directeur en 2019 ?",
        "Who founded Amazon Care?",
        "What is Marlo Clinics?",
        "Combien Amazon a-t-il payé One Medical ?",
        "What explains the fall in sales?",
        "How did the hackers get into Change Healthcare?",
        "What are the opening hours of the museum?",
        "What are the premises that operated until midnight used for?",
        "What are the subcontractors paid per line?",
        "Qu'est-ce qui a changé entre les deux votes ?",
    ],
)
def test_what_asks_for_one_thing_is_none(question: str) -> None:
    assert not wants_list(question)


def test_what_reads_one_passage_is_asked_for_one_item() -> None:
    assert of_one("Who has been chief executive of Medlark over the years?") == "Who was chief executive of Medlark?"
    assert of_one("Which games has Sootfox released?") == "Which game has Sootfox released?"
    assert of_one("Who founded Haven?") == "Who founded Haven?"


def test_people_are_told_from_things() -> None:
    assert asks_for_people("Qui a dirigé le musée ?")
    assert asks_for_people("Which directors has it had?")
    assert not asks_for_people("Quels prix a-t-il pratiqués ?")
