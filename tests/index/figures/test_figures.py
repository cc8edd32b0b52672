"""Figures and dates as two articles are compared by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.figures.days import Day, days_in
from index.figures.figures import Counted, Told, figures_in, kind_asked, told_in
from index.question.expectation import Expectation


@pytest.mark.parametrize(
    ("text", "lang", "value", "counted", "unit"),
    [
        ("près de 240 personnes", "fr", 240, Counted.THINGS, "person"),
        ("41 000 téléconsultations", "fr", 41_000, Counted.THINGS, "teleconsult"),
        ("38,500 passengers", "en", 38_500, Counted.THINGS, "passeng"),
        ("treize enfants", "fr", 13, Counted.THINGS, "enfant"),
        ("seventy-two sensors", "en", 72, Counted.THINGS, "sensor"),
        ("1 900 spectateurs", "fr", 1900, Counted.THINGS, "spectateur"),
        ("3,5 milliards d’euros", "fr", 3.5e9, Counted.MONEY, "€"),
        ("fined $7.4m last week", "en", 7.4e6, Counted.MONEY, "$"),
        ("une dépense de 12 k€", "fr", 12_000, Counted.MONEY, "€"),
        ("a nineteen-day strike", "en", 19, Counted.TIME, "day"),
        ("14 % des voix", "fr", 14, Counted.SHARE, "%"),
    ],
)
def test_a_figure_is_known_with_what_it_counts(text: str, lang: str, value: float, counted: Counted, unit: str) -> None:
    (found,) = figures_in(text, lang)
    assert (found.value, found.counted, found.unit) == (value, counted, unit)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le 14 novembre 2019", Day(2019, 11, 14)),
        ("November 14, 2019", Day(2019, 11, 14)),
        ("in October 2011,", Day(2011, 10, None)),
        ("le 1er août", Day(None, 8, 1)),
        ("en 1998", Day(1998, None, None)),
    ],
)
def test_a_date_tells_what_it_tells_and_no_figure(text: str, day: Day) -> None:
    assert [found for found, _ in days_in(text)] == [day]
    assert figures_in(text, "fr") == []


def told(text: str, lang: str = "fr", kind: Expectation = Expectation.FIGURE) -> Told:
    return told_in(text, lang, kind)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("41 000 passagers", "38 500 passagers"),
        ("onze enfants", "13 enfants"),
        ("€1.3 million", "1,2 million d’euros"),
        ("une grève de 19 jours", "une grève de 17 jours"),
    ],
)
def test_two_figures_of_one_kind_differ(one: str, other: str) -> None:
    assert told(one).differs_from(told(other))
    assert told(other).differs_from(told(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12,4 milliards d’euros", "12 400 millions d’euros"),
        ("vingt-trois élèves", "23 élèves"),
        ("41 000 passagers", "41 230 passagers"),
        ("deux semaines", "14 jours"),
        ("plus de 125 cabinets", "214 cabinets"),
        ("at most 40 seats", "38 seats"),
    ],
)
def test_the_same_written_otherwise_or_rounded_agrees(one: str, other: str) -> None:
    assert told(one).agrees_with(told(other))
    assert not told(one).differs_from(told(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("189 livres sterling", "230 euros"),
        ("40 jours", "38 passagers"),
        ("12 % des voix", "14 élus"),
        ("310 habitants", "48 000 visiteurs"),
    ],
)
def test_what_counts_something_else_neither_agrees_nor_differs(one: str, other: str) -> None:
    assert not told(one).agrees_with(told(other))
    assert not told(one).differs_from(told(other))


def test_dates_differ_by_what_both_tell() -> None:
    def day(text: str) -> Told:
        return told(text, kind=Expectation.DATE)

    assert day("le 19 novembre").differs_from(day("le 14 novembre 2019"))
    assert day("octobre 2011").agrees_with(day("en 2011"))
    assert not day("le 19 novembre").differs_from(day("en 2019"))


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_figure_never_agrees_and_differs(one: int, other: int) -> None:
    first, second = told(f"{one:,} people", "en"), told(f"{other:,} people", "en")
    assert not (first.agrees_with(second) and first.differs_from(second))
    assert first.agrees_with(second) == second.agrees_with(first)


def test_how_many_times_as_much_is_no_figure() -> None:
    assert [found.value for found in figures_in("three times the 38,500 of its first season", "en")] == [38_500]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for found in figures_in(text, "fr"):
        assert 0 <= found.span[0] < found.span[1] <= len(text)


def test_the_kind_asked_for() -> None:
    assert kind_asked("How deep was the hole?") is Expectation.FIGURE
    assert kind_asked("Quand a-t-il ouvert ?") is Expectation.DATE
    assert kind_asked("Qui a fondé la ligne ?") is None


def test_a_year_before_a_verb_of_having_is_still_a_year() -> None:
    (day,) = [day for day, _ in days_in("Le comptage de 2023 en a trouvé 9 260.")]
    assert day.year == 2023
