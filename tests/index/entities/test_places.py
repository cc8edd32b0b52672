"""Places by their names in both languages, and what lies in what."""

from __future__ import annotations

import pytest

from index.entities.currencies import signs_of_currencies
from index.entities.places import is_country, places


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("c'est dispo en belgique ?", "BE"),
        ("a Belgian hospital", "BE"),
        ("les autorités belges", "BE"),
        ("was it offered in the UK?", "GB"),
        ("en uk", "GB"),
        ("aux États-Unis", "US"),
        ("in the US", "US"),
        ("South Korea", "KR"),
        ("en Corée du Sud", "KR"),
    ],
)
def test_a_country_is_named_in_either_language_and_by_those_who_live_there(text: str, country: str) -> None:
    assert [one.places for one in places().named_in(text)] == [(country,)]


@pytest.mark.parametrize(
    "text", ["give it to us", "my guinea pig", "la réunion de service", "avant qu'on vienne", "GP exam"]
)
def test_a_word_that_only_looks_like_a_place_is_none(text: str) -> None:
    assert places().named_in(text) == []


def test_a_name_that_may_be_a_word_is_unsure_even_with_its_capital() -> None:
    (turkey,) = places().named_in("Turkey")
    assert turkey.unsure


def test_a_city_lies_in_its_country_and_the_country_in_its_part_of_the_world() -> None:
    (london,) = places().named_in("à Londres")
    (same,) = places().named_in("in London")
    assert london.places == same.places
    assert places().holds("GB", london.places[0])
    assert places().holds("Europe", london.places[0])
    assert not places().holds(london.places[0], "GB")


def test_the_name_of_a_hospital_names_no_place_where_it_is_left_outside() -> None:
    text = "the Royal Free London in London"
    assert [one.start for one in places().named_in(text, outside=[(4, 21)])] == [25]


def test_states_and_cities_are_no_countries() -> None:
    assert is_country("FR")
    assert is_country("Europe")
    assert not any(is_country(one) for its in places().named_in("Florida") for one in its.places)


def test_what_is_paid_with_is_known_of_countries_alone() -> None:
    assert signs_of_currencies("FR") == {"€"}
    assert "$" in signs_of_currencies("US")
    assert signs_of_currencies("Londres") == frozenset()
