"""What an article takes back, and dates that only say when something was printed."""

import pytest

from index.events.corrections import heads_corrections
from index.events.event import Mark
from tests.index.events.telling import told


def dated(text: str, lang: str = "fr") -> list[tuple[str, Mark]]:
    return [(event.date, event.mark) for event in told(text, lang, "2022-08-17")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Vega n’a pas été cédée en 2019 mais en 2020.", "fr"),
        ("Contrairement à ce que disait notre plan, Vega n’a pas été cédée en 2019 mais en 2020.", "fr"),
        ("Vega a été cédée en 2020, et non en 2019.", "fr"),
        ("Vega was not sold in 2019 but in 2020.", "en"),
        ("Vega was sold in 2020, not in 2019.", "en"),
    ],
)
def test_a_wrong_date_beside_the_right_one_is_denied(text: str, lang: str) -> None:
    assert sorted(dated(text, lang)) == [("2019", Mark.NEGATED), ("2020", Mark.TOLD)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("En 2019, Vega n’a pas vendu un four mais trois.", "fr"),
        ("Vega n’a pas vendu un four, mais en a loué un en 2019.", "fr"),
        ("In 2019, Vega did not sell one oven but three.", "en"),
    ],
)
def test_what_was_so_instead_is_not_denied(text: str, lang: str) -> None:
    assert dated(text, lang) == [("2019", Mark.TOLD)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("An earlier version of this article said that Vega bought Lyra in 2019.", "en"),
        ("We wrongly reported that Vega bought Lyra in 2019.", "en"),
        ("Une version antérieure de cet article indiquait que Vega avait racheté Lyra en 2019.", "fr"),
        ("Nous avons écrit à tort que Vega avait racheté Lyra en 2019.", "fr"),
        ("Correction\n\nA rival paper said that Vega bought Lyra in 2019.", "en"),
        ("Rectificatif. Un confrère a écrit que Vega avait racheté Lyra en 2019.", "fr"),
    ],
)
def test_what_was_told_wrongly_is_denied(text: str, lang: str) -> None:
    assert dated(text, lang) == [("2019", Mark.NEGATED)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("A rival paper said that Vega bought Lyra in 2019.", "en"),
        ("Correction\n\nVega bought Lyra in 2019.", "en"),
        ("Vega was wrongly shut in 2019.", "en"),
        ("Rectificatif. Un confrère a écrit que Vega allait bien, mais Vega a fermé en 2019.", "fr"),
        ("La correction des copies de Vega a pris fin en 2019.", "fr"),
    ],
)
def test_what_nobody_takes_back_is_told(text: str, lang: str) -> None:
    assert dated(text, lang) == [("2019", Mark.TOLD)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Our article of 3 May 2021 named the wrong bank of Vega.", "en"),
        ("In our issue of 3 May 2021 we praised Vega.", "en"),
        ("As we wrote on 3 May 2021, Vega is doing well.", "en"),
        ("Comme nous l’écrivions le 3 mai 2021, Vega va bien.", "fr"),
        ("Notre article du 3 mai 2021 prêtait à Vega une autre banque.", "fr"),
    ],
)
def test_the_day_something_was_printed_is_no_event(text: str, lang: str) -> None:
    assert dated(text, lang) == []


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("3 mai 2021", "fr"),
        ("Publié le lundi 3 mai 2021 à 9 h 05", "fr"),
        ("Published on May 3, 2021, 9:05 am", "en"),
        ("Monday 3 May 2021", "en"),
    ],
)
def test_a_line_that_is_only_a_date_is_no_event(line: str, lang: str) -> None:
    rest = "Vega a vendu un four en 2019." if lang == "fr" else "Vega sold an oven in 2019."
    assert dated(f"{line}\n\n{rest}", lang) == [("2019", Mark.TOLD)]


@pytest.mark.parametrize(
    ("text", "lang", "pieces"),
    [
        (
            "Vega a été condamnée pour avoir caché un rapport en 2019.",
            "fr",
            " pour avoir caché un rapport en 2019.",
        ),
        (
            "Vega was fined a million for having sold bad ovens in 2019.",
            "en",
            " for having sold bad ovens in 2019.",
        ),
    ],
)
def test_the_time_of_an_offence_is_not_that_of_its_fine(text: str, lang: str, pieces: str) -> None:
    (event,) = told(text, lang)
    assert ["".join(text[start:end] for start, end in event.clause), event.actions] == [pieces, event.actions]
    assert "fine" not in event.actions


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        (
            "Neuf ans après son premier pain chez Vega, Inès Morel rend le four.",
            "fr",
            ("2013", "Neuf ans après son premier pain chez Vega"),
        ),
        (
            "Nine years after its first loaf, Vega shuts the oven.",
            "en",
            ("2013", "Nine years after its first loaf"),
        ),
    ],
)
def test_so_long_after_something_tells_of_that(text: str, lang: str, wanted: tuple[str, str]) -> None:
    (event,) = told(text, lang)
    assert (event.date, "".join(text[start:end] for start, end in event.clause)) == wanted


def test_this_morning_in_somebodys_words_may_mean_only_now() -> None:
    text = "Vega a fermé mardi. « C’est tout ce qui compte ce matin », dit Lyra. « Vega ferme ce matin », dit Orion."
    assert [date for date, _ in dated(text)] == ["2022-08-16", "2022-08-17"]


@pytest.mark.parametrize("heading", ["What we got wrong", "## A correction", "Nos erreurs", "Corrections :"])
def test_what_stands_under_a_heading_of_corrections_is_corrected(heading: str) -> None:
    body = f"Vega ouvre.\n\n{heading}\n\nWe wrote in May that Vega was founded in 2015."
    assert heads_corrections(body, body.index("We wrote"))


@pytest.mark.parametrize("heading", ["What we got right", "The correction of the river", "La suite"])
def test_another_heading_is_none_of_corrections(heading: str) -> None:
    body = f"{heading}\n\nWe wrote in May that Vega was founded in 2015."
    assert not heads_corrections(body, body.index("We wrote"))
