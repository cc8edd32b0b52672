"""Words whose kind tells that they can't be what is asked for."""

from __future__ import annotations

import pytest

from index.judging.objections.kind_of_words import can_answer, is_of_the_kind, names_somebody_new


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Qui a restauré le polyptyque ?", "715 000 euros"),
        ("Who built the bridge?", "£3.4 million"),
        ("À qui appartient la ligne ?", "41 kilomètres"),
        ("How long does the train take between Marl and Besfort?", "41 kilomètres"),
        ("Combien de temps dure le trajet ?", "trois fois par semaine"),
        ("Quand le pont a-t-il rouvert ?", "6,9 millions d'euros"),
        ("Que deviendra le pavillon ?", "1,5 million"),
        ("Combien de marches jusqu'au phare ?", "142 mètres"),
        ("how many beds are there?", "40 metres"),
        ("Where did the ferry go?", "£4,000"),
        ("Who was named head of the museum after Casimir Delorme?", "Casimir Delorme"),
        ("who takes over from delorme", "the Delorme"),
        ("who was named head of the film festival after Delorme?", "Casimir Delorme"),
    ],
)
def test_words_of_another_kind_answer_nothing(question: str, words: str) -> None:
    assert not can_answer(question, words)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Qui a restauré le polyptyque ?", "Florence Amiel"),
        ("Qui a restauré le polyptyque ?", "l'équipe du musée"),
        ("Who is Casimir Delorme?", "Casimir Delorme, its director"),
        ("Who leads the museum with Casimir Delorme?", "Casimir Delorme and Ada Vance"),
        ("Qui a relevé Delorme ?", "lui"),
        ("Qui dirige la brasserie Delorme ?", "Berthe Delorme"),
        ("Qui paie les 300 000 euros ?", "la Fondation des ponts, pour 300 000 euros"),
        ("How long does the train take between Marl and Besfort?", "38 minutes"),
        ("How long is the line?", "41 kilometres"),
        ("Quand le pont a-t-il rouvert ?", "samedi matin"),
        ("Combien a coûté le pont ?", "6,9 millions d'euros"),
        ("Combien de mètres jusqu'au phare ?", "142 mètres"),
        ("Combien de marches jusqu'au phare ?", "611"),
        ("Combien de harengs ont péri ?", "2,6 tonnes"),
    ],
)
def test_words_that_may_be_of_the_kind_are_left_to_the_reader(question: str, words: str) -> None:
    assert can_answer(question, words)


def test_what_is_just_of_the_kind_asked_for_is_known() -> None:
    assert is_of_the_kind("How long does the train take?", "44 minutes")
    assert not is_of_the_kind("How long does the train take?", "41 kilometres")
    assert is_of_the_kind("Quand la ligne a-t-elle fermé ?", "27 mai 1993")
    assert not is_of_the_kind("Who closed the line?", "27 May 1993")


def test_a_thing_named_in_the_question_is_nobody() -> None:
    assert not names_somebody_new("Qui a peint La Passeuse ?", "Sa toile La Passeuse, peinte en 1934")
    assert names_somebody_new("Qui a peint La Passeuse ?", "Ada Vance")
    assert names_somebody_new("Qui a acheté La Passeuse ?", "un armateur grec")
    assert names_somebody_new("Who is Ada Vance?", "Ada Vance, its director")
