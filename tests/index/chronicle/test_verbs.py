"""Whether words tell what somebody does."""

from __future__ import annotations

import pytest

from index.chronicle.labelling.verbs import may_have_verb


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("le Portugal à la fin de 2021", "fr"),
        ("120 en 2020", "fr"),
        ("trois millions deux ans plus tard", "fr"),
        ("Le 3 mai 2020, devant l’assemblée de Lyon", "fr"),
        ("the bakery Lyra 2.4 million euros the next spring", "en"),
        ("£870,000 in September 2021", "en"),
        ("a maker of boats", "en"),
    ],
)
def test_what_leaves_the_verb_to_the_words_before_it_has_none(words: str, lang: str) -> None:
    assert not may_have_verb(words, lang)


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("Vega ferme le Portugal en 2021", "fr"),
        ("la loi du 24 juillet 2019 crée la caisse", "fr"),
        ("l’entreprise entre à la Bourse de Lyon", "fr"),
        ("La mairie en a débattu lundi", "fr"),
        ("Anna s’en va en avril", "fr"),
        ("the mill shut in 2020", "en"),
        ("Vega closes its shop in 2022", "en"),
        ("A storm tore the roof off the mill", "en"),
    ],
)
def test_what_somebody_does_has_one(words: str, lang: str) -> None:
    assert may_have_verb(words, lang)
