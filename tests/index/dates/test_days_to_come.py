"""Days without more that are still to come: what the present schedules, and what was promised for a day."""

import pytest

from index.dates.finder import find_time_expressions

FRIDAY = "2022-02-11"


def read(text: str, lang: str, reference: str = FRIDAY) -> list[str]:
    return [found.value for found in find_time_expressions(text, lang, reference)]


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        ("Le tableau part lundi pour les ateliers.", "fr", "2022-02-14"),
        ("Le chantier commence mardi.", "fr", "2022-02-15"),
        ("Le conseil se réunit vendredi.", "fr", "2022-02-11"),
        ("The trial begins on Tuesday.", "en", "2022-02-15"),
        ("She leaves on Monday.", "en", "2022-02-14"),
        ("Il est parti lundi.", "fr", "2022-02-07"),
        ("Le préfet annonce jeudi la fermeture.", "fr", "2022-02-10"),
        ("Mardi, le conseil se réunit.", "fr", "2022-02-08"),
        ("The trial began on Tuesday.", "en", "2022-02-08"),
    ],
)
def test_the_present_before_a_weekday_tells_of_the_next_one(text: str, lang: str, day: str) -> None:
    assert read(text, lang) == [day]


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        ("Elle a promis une réponse pour le 15 décembre.", "fr", "2022-12-15"),
        ("The mayor promised an answer for 15 December.", "en", "2022-12-15"),
        ("Le tribunal a convoqué les parties pour jeudi.", "fr", "2022-02-17"),
        ("Elle avait promis une réponse pour le 15 décembre.", "fr", "2021-12-15"),
        ("La ville a illuminé la tour pour le 15 janvier.", "fr", "2022-01-15"),
        ("L'audience a été renvoyée au 3 janvier.", "fr", "2022-01-03"),
    ],
)
def test_what_was_promised_for_a_day_is_for_the_next_one(text: str, lang: str, day: str) -> None:
    assert read(text, lang) == [day]


def test_what_was_put_off_is_near() -> None:
    assert read("L'audience a été renvoyée au 3 janvier.", "fr", "2022-11-11") == ["2023-01-03"]


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        ("L'ouverture, prévue le 5 septembre, a été repoussée d'un mois.", "fr", "2025-09-05"),
        ("The opening, due on 5 September, was put off by a month.", "en", "2025-09-05"),
        ("L'ouverture, prévue le 5 septembre, sera gratuite.", "fr", "2026-09-05"),
        ("Rien n'ouvre : en février, l'entreprise a déposé le bilan.", "fr", "2025-02"),
    ],
)
def test_what_was_to_be_and_was_put_off_is_near(text: str, lang: str, day: str) -> None:
    assert read(text, lang, "2025-10-06") == [day]


def test_within_how_long_something_would_happen_is_no_date() -> None:
    assert read("He said that the frost would kill the vines in a week.", "en") == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The hall is open every day but Monday.", "en"),
        ("The Saturday market returned there.", "en"),
        ("It will be ready for the Christmas market.", "en"),
        ("Le musée est ouvert tous les jours sauf lundi.", "fr"),
        ("La réouverture, pour le marché de Noël, est promise.", "fr"),
    ],
)
def test_what_comes_back_is_no_date(text: str, lang: str) -> None:
    assert read(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "The station says that its lease runs until December 31, and that it can read.", ["../2022-12-31"]),
        ("en", "The engineer has gone to Iceland until August.", ["../2022-08"]),
        ("en", "It opened on Thursday and runs until September 4.", ["2022-02-10", "../2022-09-04"]),
        ("en", "It was closed until May.", ["../2021-05"]),
        ("fr", "Elle a obtenu lundi que les équipes restent jusqu’en octobre.", ["2022-02-07", "../2022-10"]),
        ("fr", "Elle est restée fermée jusqu’en octobre.", ["../2021-10"]),
        ("en", "The flight has slipped to the end of August.", ["2022-08"]),
        ("en", "A buyer must be found by 15 October.", ["../2022-10-15"]),
        ("fr", "La direction dira lundi si elle le forme.", ["2022-02-14"]),
        ("en", "On Monday she asked a judge to report by Easter.", ["2022-02-07", "../2022-04-17"]),
        ("en", "In 2019 he asked a judge, who reported by June.", ["2019", "2019-06"]),
        ("en", "The ale will be sold in four hundred pubs from May.", ["2022-05"]),
        ("en", "The party had been put off to the spring. It has money until the summer.", ["2022-21", "../2022-22"]),
    ],
)
def test_what_goes_on_until_a_day_or_must_be_done_by_then(lang: str, text: str, wanted: list[str]) -> None:
    assert [one.value for one in find_time_expressions(text, lang, "2022-02-11")] == wanted
