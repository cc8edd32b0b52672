"""Dates that what stands beside them tells: what is not then, plans, what was put off, when somebody speaks."""

from __future__ import annotations

import pytest

from index.dates.finder import find_time_expressions


def values(text: str, lang: str, written: str) -> list[str]:
    return [one.value for one in find_time_expressions(text, lang, written)]


@pytest.mark.parametrize(
    ("lang", "written", "text", "wanted"),
    [
        ("fr", "2022-03-10", "Le salon ouvrira le 3 mai et non en février, comme promis.", ["2022-05-03", "2022-02"]),
        ("en", "2022-03-10", "The hall will open on 3 May and not in January, as promised.", ["2022-05-03", "2022-01"]),
        ("fr", "2022-03-10", "Le salon ouvrira en mai et non en juillet.", ["2022-05", "2022-07"]),
    ],
)
def test_what_is_not_then_is_near(lang: str, written: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang, written) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mayor withdrew the plan on Monday evening.", ["2024-06-24"]),
        ("The union dropped its plan on Tuesday.", ["2024-06-25"]),
        ("The board plans to meet on Monday.", ["2024-07-01"]),
        ("The board plans a meeting on Monday.", ["2024-07-01"]),
        ("It gave up its plan to close the mill in October.", ["2024-10"]),
    ],
)
def test_a_plan_there_is_tells_nothing_of_what_is_to_come(text: str, wanted: list[str]) -> None:
    assert values(text, "en", "2024-06-28") == wanted


def test_so_long_after_is_counted_from_what_is_over_not_from_what_was_planned() -> None:
    text = "On 14 June the town gave up its plan to sell the mill in 2023, four months after it had voted for it."
    assert values(text, "en", "2021-06-25") == ["2021-06-14", "2023", "2021-02"]
    undated = "The town gave up its plan to sell the mill in 2023, four months after it had voted for it."
    assert values(undated, "en", "2021-06-25") == ["2023", "2021-02"]


def test_how_long_something_was_to_take_is_no_date() -> None:
    assert values("The firm bound 900 copies and hoped to sell them in two years.", "en", "2019-02-22") == []


def test_many_weeks_ago_is_about_then() -> None:
    assert values("She left ten weeks ago.", "en", "2023-11-17") == ["2023-09-08~"]
    assert values("Elle a pris la barre il y a dix semaines.", "fr", "2023-11-17") == ["2023-09-08~"]
    assert values("She left two weeks ago.", "en", "2023-11-17") == ["2023-11-03"]


def test_a_night_between_two_days_is_both() -> None:
    text = "They haggled through the night of Tuesday to Wednesday."
    assert values(text, "en", "2022-10-21") == ["2022-10-18/2022-10-19"]
    assert values("The shop is open Tuesday to Saturday.", "en", "2022-10-21") == []


@pytest.mark.parametrize(
    ("lang", "written", "text", "wanted"),
    [
        (
            "fr",
            "2025-05-15",
            "La version neuve était promise pour janvier. Elle a été repoussée à mars, puis à mai.",
            ["2025-01", "2025-03", "2025-05"],
        ),
        (
            "en",
            "2025-05-15",
            "The new model was promised for February. It was put off to June.",
            ["2025-02", "2025-06"],
        ),
        (
            "fr",
            "2025-05-15",
            "La version neuve est promise pour septembre. Elle a été repoussée en mars.",
            ["2025-09", "2025-03"],
        ),
    ],
)
def test_what_was_put_off_had_been_promised_before(lang: str, written: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang, written) == wanted


def test_the_story_does_not_go_on_from_the_day_on_which_somebody_speaks_of_it() -> None:
    text = (
        "Le 14 juin 2021, le groupe achète un rival. « C'était trop tôt », reconnaît aujourd'hui son patron. Cette "
        "même année, il avait envisagé une fusion pour l'automne ; le projet a été abandonné en août."
    )
    assert values(text, "fr", "2024-03-11") == ["2021-06-14", "2024-03-11", "2021", "2021-23", "2021-08"]
    then = "Elle part en mai 2022. Elle rectifie aujourd'hui : « On m'a chassée. » L'année suivante, elle plaide."
    assert values(then, "fr", "2025-07-03") == ["2022-05", "2025-07-03", "2023"]


def test_what_is_said_by_how_long_ago_it_was_sets_no_scene() -> None:
    text = "Le vin est trouble, selon une étude parue il y a dix mois. La ville a ajouté en avril une mise en garde."
    assert values(text, "fr", "2025-06-24") == ["2024-08", "2025-04"]


def test_the_last_months_of_something_are_not_those_up_to_now() -> None:
    assert values("In June 2023 it cut jobs to pay for the last months.", "en", "2025-03-20") == ["2023-06"]
    assert values("Sales fell over the last months.", "en", "2025-03-20") == ["2025"]


def test_the_hours_of_a_weekday_are_no_day() -> None:
    text = "They walked out on 12 February over unpaid Sunday hours and went back on Saturday."
    assert values(text, "en", "2019-02-22") == ["2019-02-12", "2019-02-16"]
