"""Which deed a question asks about, and which sentences speak of it, in either language."""

from __future__ import annotations

import pytest

from index.judging.objections.other_deed.deeds import (
    are_called_so,
    deeds_asked,
    deeds_in,
    may_be_told_otherwise,
    only_decides,
    tells_contrary_deed,
)


@pytest.mark.parametrize(
    ("question", "lang", "sentence", "told_in"),
    [
        ("Who won the final?", "en", "Le Stade de Lowmoor a battu Corvel 24 à 19.", "fr"),
        ("Qui a gagné la coupe ?", "fr", "It is the third title of the club.", "en"),
        ("When did the baths close?", "en", "The baths shut for good in August.", "en"),
        (
            "Who painted the altarpiece?",
            "en",
            "Une signature a été découverte, celle de Jean Hennequin, peintre.",
            "fr",
        ),
        ("Quel club a été relégué ?", "fr", "Le dernier descend en deuxième série.", "fr"),
        ("Où est née Ada Vance ?", "fr", "She was born in Oran.", "en"),
        ("When did Ada Vance step down?", "en", "Elle a démissionné le jour même.", "fr"),
        ("How much will the city pay back?", "en", "La ville remboursera 640 000 euros.", "fr"),
        ("How many people did the mill sack?", "en", "The mill will lay off 58 of its weavers.", "en"),
        ("Combien de personnes ont été licenciées ?", "fr", "Its last nine weavers lost their jobs.", "en"),
        ("Ada Vance est-elle morte ?", "fr", "L'ancienne gardienne s'est éteinte en mai.", "fr"),
        ("When did the mill go bust?", "en", "La filature a déposé le bilan en mai.", "fr"),
        ("Is the painting going to be sold?", "en", "The city has given up the idea of selling it.", "en"),
    ],
)
def test_a_sentence_speaks_of_the_deed_in_other_words(question: str, lang: str, sentence: str, told_in: str) -> None:
    assert not deeds_asked(question, lang).isdisjoint(deeds_in(sentence, told_in))


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("Why did the baths close?", "en"),
        ("Pourquoi la piscine a-t-elle fermé ?", "fr"),
        ("What is One Medical?", "en"),
        ("How much did the sale bring in?", "en"),
    ],
)
def test_what_is_asked_of_a_deed_beside_who_and_when_stands_elsewhere(question: str, lang: str) -> None:
    assert not deeds_asked(question, lang)


def test_who_asks_for_a_sum_of_one_kind_asks_for_no_other() -> None:
    assert deeds_asked("Combien coûte l'entrée du musée ?", "fr").isdisjoint(
        deeds_in("La restauration est estimée à 640 000 euros.", "fr")
    )
    assert not deeds_asked("How much did the buyer pay?", "en")


def test_some_deeds_are_told_in_many_words() -> None:
    assert may_be_told_otherwise(deeds_asked("When did the strike finish?", "en"))
    assert not may_be_told_otherwise(deeds_asked("When was Ada Vance born?", "en"))


def test_of_some_deeds_the_one_word_must_stand_there() -> None:
    assert are_called_so(deeds_asked("Was anybody arrested?", "en"))
    assert not are_called_so(deeds_asked("Who bought the mill?", "en"))
    assert not are_called_so(frozenset())


def test_born_is_no_denial() -> None:
    asked = deeds_asked("Où est né Piet Vos ?", "fr")
    assert not asked.isdisjoint(deeds_in("Piet Vos, né à Corvel, est maire.", "fr"))
    assert asked.isdisjoint(deeds_in("Piet Vos ne viendra pas.", "fr"))


def test_a_deed_is_not_its_contrary() -> None:
    asked = deeds_asked("When did the baths close?", "en")
    assert asked.isdisjoint(deeds_in("La piscine a ouvert en 1974.", "fr"))
    assert tells_contrary_deed(asked, "La piscine a ouvert en 1974.", "fr")
    assert not tells_contrary_deed(asked, "La piscine, ouverte en 1974, a fermé en 2025.", "fr")
    assert not tells_contrary_deed(asked, "La piscine a coûté un million.", "fr")


def test_when_a_thing_is_decided_is_not_when_it_is_done() -> None:
    decided = "The council will decide in the autumn."
    assert only_decides("When will the line open?", decided)
    assert not only_decides("When will the line open?", "The line will open in May.")
    assert not only_decides("When will the council decide on the line?", decided)
    assert not only_decides("Who will open the line?", decided)
    assert not only_decides("When was the line approved?", "The council voted for it in May.")


def test_who_was_taken_on_was_not_dismissed() -> None:
    asked = deeds_asked("Did the mill lay off people?", "en")
    assert tells_contrary_deed(asked, "The mill broke even; it took on 60 people in May.", "en")
