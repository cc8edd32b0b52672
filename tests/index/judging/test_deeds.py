"""Which deed a question asks about, and which sentences speak of it, in either language."""

from __future__ import annotations

import pytest

from index.judging.deeds import deeds_asked, deeds_in, only_decides


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


def test_a_deed_is_not_its_contrary() -> None:
    asked = deeds_asked("When did the baths close?", "en")
    assert asked.isdisjoint(deeds_in("La piscine a ouvert en 1974.", "fr"))


def test_when_a_thing_is_decided_is_not_when_it_is_done() -> None:
    decided = "The council will decide in the autumn."
    assert only_decides("When will the line open?", decided)
    assert not only_decides("When will the line open?", "The line will open in May.")
    assert not only_decides("When will the council decide on the line?", decided)
    assert not only_decides("Who will open the line?", decided)
