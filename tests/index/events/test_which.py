"""Dates that say which one is meant, beside dates of what happened."""

import pytest

from index.events.which import says_which


@pytest.mark.parametrize(
    ("text", "date", "lang"),
    [
        ("Tout découle de l'accord de 2021 avec Lyra.", "2021", "fr"),
        ("La décision du 6 novembre 2025 partage l'amende.", "6 novembre 2025", "fr"),
        ("La dernière étape avant l'annonce de ce mois-ci.", "ce mois-ci", "fr"),
        ("The fine of two years ago has been settled.", "two years ago", "en"),
        ("They were fined over the 2021 attack.", "2021", "en"),
        ("With last month's charge, the losses grew.", "last month", "en"),
        ("Il reprend son image de 2018.", "2018", "fr"),
        ("Le rapport annuel 2019 le dit.", "2019", "fr"),
        ("Vega compare ses ventes de 2018 et de 2019.", "2019", "fr"),
        ("Vega's 2018 report says so.", "2018", "en"),
        ("The 2020 version is sold.", "2020", "en"),
        ("The 2020 and 2021 versions are sold.", "2020", "en"),
        ("The 2020 and 2021 versions are sold.", "2021", "en"),
    ],
)
def test_a_date_that_belongs_to_a_noun_says_which(text: str, date: str, lang: str) -> None:
    start = text.index(date)
    assert says_which(text, start, start + len(date), lang)


@pytest.mark.parametrize(
    ("text", "date", "lang"),
    [
        ("Vega a racheté Lyra en mars 2021.", "mars 2021", "fr"),
        ("Le prix augmente à partir de 2021.", "2021", "fr"),
        ("Vega ferme à la fin de 2021.", "2021", "fr"),
        ("Vega closed at the end of 2021.", "2021", "en"),
        ("In 2021 Vega bought Lyra.", "2021", "en"),
        ("La boutique ouvre à la rentrée 2021.", "2021", "fr"),
        ("Vega grandit depuis 2021.", "2021", "fr"),
        ("Vega a ouvert en 2020 et 2021 des écoles.", "2021", "fr"),
        ("Vega opened schools in 2020 and 2021.", "2020", "en"),
        ("Vega bought Lyra in the summer of 2021.", "2021", "en"),
    ],
)
def test_a_date_of_what_happened_does_not(text: str, date: str, lang: str) -> None:
    start = text.index(date)
    assert not says_which(text, start, start + len(date), lang)
