"""Which questions ask the same thing."""

from __future__ import annotations

import pytest

from index.text import groups_alike


@pytest.mark.parametrize(
    ("one", "other", "lang", "alike"),
    [
        ("Qui a fondé Vega ?", "qui a fonde vega", "fr", True),
        ("Combien coûte la carte de la piscine ?", "La carte de la piscine, ça coûte combien ?", "fr", True),
        ("When does the library open on Sundays?", "Does the library open on Sunday?", "en", True),
        ("Combien coûte Vega ?", "Combien coûte Orion ?", "fr", False),
        ("How many nurses worked for Vega in Lyon?", "How many nurses worked for Orion in Lyon?", "en", False),
        ("Who led the clinic in 2021?", "Who led the clinic in 2022?", "en", False),
        ("Qui ?", "Quand ?", "fr", False),
    ],
)
def test_questions_in_nearly_the_same_words_are_alike_unless_they_name_other_things(
    one: str, other: str, lang: str, alike: bool
) -> None:
    assert (groups_alike([(one, lang), (other, lang)]) == ((0, 1),)) is alike


def test_groups_keep_the_order_of_their_first() -> None:
    questions = ["Qui a fondé Vega ?", "Où est la clé ?", "vega, qui l’a fondé", "Où est la clé ?"]
    assert groups_alike([(question, "fr") for question in questions]) == ((0, 2), (1, 3))
    assert groups_alike([]) == ()


@pytest.mark.parametrize(
    ("french", "english", "alike"),
    [
        ("Combien coûte l’entrée du musée Vega ?", "How much does the entrance to the Vega museum cost?", True),
        ("Quand la bibliothèque de Lyon a-t-elle ouvert ?", "When did the library of Lyon open?", True),
        ("Qui dirige l’hôpital Orion ?", "Who runs the Orion hospital?", True),
        ("Combien coûte l’entrée du musée Vega ?", "How much does the entrance to the Orion museum cost?", False),
        ("Qui a ouvert la bibliothèque de Lyon ?", "When did the library of Lyon open?", False),
        ("Quel budget a la ville de Lyon en 2021 ?", "What budget does the city of Lyon have in 2022?", False),
        ("Où est la clé ?", "Who founded Vega?", False),
    ],
)
def test_questions_in_two_languages_are_alike_where_their_words_translate_each_other(
    french: str, english: str, alike: bool
) -> None:
    assert (groups_alike([(french, "fr"), (english, "en")]) == ((0, 1),)) is alike
    assert (groups_alike([(english, "en"), (french, "fr")]) == ((0, 1),)) is alike
