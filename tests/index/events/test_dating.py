"""Which date an event of an article is given."""

import pytest

from tests.index.events.telling import told


def dates(text: str, lang: str, written: str) -> list[str]:
    return [event.date for event in told(text, lang, written)]


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Vega a ouvert à Graz en février 2024.\n\nOrion est sorti le 18 février.", "fr", ["2024-02", "2026-02-18"]),
        ("Vega was founded in March 2021.\n\nLyra left on October 21.", "en", ["2021-03", "2025-10-21"]),
        ("Vega was founded in March 2021. Lyra left on October 21.", "en", ["2021-03", "2021-10-21"]),
    ],
)
def test_a_new_paragraph_takes_its_year_from_the_article(text: str, lang: str, wanted: list[str]) -> None:
    assert dates(text, lang, "2026-06-04") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("« Dans vingt-cinq ans, Vega n’aura plus de vin », dit-il.", []),
        ("Vega fermera dans vingt-cinq ans.", ["2047"]),
        ("« Vega ouvrira dans deux ans », dit-il.", ["2024"]),
    ],
)
def test_what_somebody_imagines_in_many_years_is_no_event(text: str, wanted: list[str]) -> None:
    assert dates(text, "fr", "2022-03-24") == wanted


def test_how_things_stand_today_is_no_event_of_the_day() -> None:
    assert [one.date for one in told("Vega, née en 2019, emploie aujourd’hui 40 personnes.")] == ["2019"]
    assert [one.date for one in told("Vega has today closed its clinics.", "en")] == ["2022-08-17"]


def test_what_was_long_before_is_told_in_its_own_clause() -> None:
    text = "Vega closed Orion in 2015, three years after it had bought Lyra."
    closed, bought = told(text, "en")
    assert (closed.date, bought.date) == ("2015", "2012")
    assert "".join(text[start:end] for start, end in bought.clause) == ", three years after it had bought Lyra."


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Vega, aujourd’hui notaire, a chanté.", "fr", []),
        ("Un plongeur de Vega a trouvé une cloche, aujourd’hui au musée de Lyra.", "fr", []),
        ("Aujourd’hui âgée de 80 ans, Vega peint encore.", "fr", []),
        ("Vega, today a notary, sang.", "en", []),
        ("Vega chante pour la douzième fois, la meilleure à ce jour.", "fr", []),
        ("Aujourd’hui, Vega a vendu Lyra.", "fr", ["2022-08-17"]),
        ("Aujourd’hui à Lyon, Vega a vendu Lyra.", "fr", ["2022-08-17"]),
        ("Vega, aujourd’hui, a vendu Lyra.", "fr", ["2022-08-17"]),
        ("Vega a dit, aujourd’hui à Lyon, que Lyra est vendue.", "fr", ["2022-08-17"]),
        ("Vega a vendu Lyra ce jour.", "fr", ["2022-08-17"]),
        ("Vega sold Lyra today.", "en", ["2022-08-17"]),
        ("Vega said, today in Lyon, that Lyra is sold.", "en", ["2022-08-17"]),
    ],
)
def test_today_is_no_date_where_it_only_says_what_somebody_is_by_now(text: str, lang: str, wanted: list[str]) -> None:
    assert [one.date for one in told(text, lang)] == wanted


def test_what_a_date_behind_a_colon_says_more_finely_is_told_of_that() -> None:
    text = "Vega lost its seat in March 2021. The verdict came a year later: on April 15, 2022, Lyra took it."
    assert dates(text, "en", "2022-08-17") == ["2021-03", "2022-04-15", "2022-04-15"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("« Vega a été lente », admet aujourd’hui la patronne.", "fr"),
        ("Vega was slow, as its owner admits today.", "en"),
    ],
)
def test_what_somebody_looks_back_on_today_is_no_event_of_the_day(text: str, lang: str) -> None:
    assert dates(text, lang, "2022-08-17") == []


def test_a_day_told_from_what_nothing_dates_is_none() -> None:
    text = "Le tribunal a jugé mardi. Vega est condamnée pour n’avoir pas signalé une panne survenue la veille."
    assert dates(text, "fr", "2024-02-09") == ["2024-02-06"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Une partie de Vega vient de l’autre rive.", []),
        ("L’argent de Vega vient de la mer.", []),
        ("Vega vient de l’ouvrir.", ["2024-02-09"]),
        ("Vega vient d’être vendue.", ["2024-02-09"]),
        ("Vega vient d’annoncer la vente.", ["2024-02-09"]),
    ],
)
def test_where_something_comes_from_is_not_what_was_just_done(text: str, wanted: list[str]) -> None:
    assert dates(text, "fr", "2024-02-09") == wanted


def test_today_of_what_somebody_puts_right_dates_nothing() -> None:
    text = "Vega parle alors de « raisons de santé » ; elle rectifie aujourd’hui : « On m’a chassée. »"
    assert dates(text, "fr", "2025-07-03") == []


def test_a_year_that_only_frames_a_finer_date_is_no_event() -> None:
    text = "Vega a racheté Lyra en mai 2021. Cette même année, elle fermait un guichet en août."
    assert dates(text, "fr", "2024-02-09") == ["2021-05", "2021-08"]
    alone = "Vega a racheté Lyra en mai 2021. Cette même année, elle fermait un guichet."
    assert dates(alone, "fr", "2024-02-09") == ["2021-05", "2021"]
