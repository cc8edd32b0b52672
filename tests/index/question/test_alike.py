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
