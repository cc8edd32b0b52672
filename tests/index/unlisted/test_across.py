"""Somebody or something told in the other language, under a name that is translated in part."""

from pathlib import Path

import pytest

from tests.index.unlisted.test_kin import articles_of, timeline_of

FRENCH = (
    "---\ntitle: Le viaduc des Ormelles fermé\ndate: 2021-03-02\nlang: fr\n---\n"
    "Le viaduc des Ormelles, bâti en 1903, a fermé lundi. Il rouvrira en 2024.\n"
)
ENGLISH = (
    "---\ntitle: Trains are back\ndate: 2024-05-04\nlang: en\n---\n"
    "Few works have cost as much as {name}. It reopened on 2 May 2024.\n"
)


def dates_told(tmp_path: Path, name: str, subject: str = "viaduc des Ormelles") -> list[str]:
    """The dates of the English article that calls the viaduct ``name``."""
    found = timeline_of(subject, tmp_path, {"viaduc.md": FRENCH, "trains.md": ENGLISH.format(name=name)})
    return [event.date for event in found.events if any(one.quote.article.id == "trains" for one in event.tellings)]


@pytest.mark.parametrize(
    "name", ["the Ormelles viaduct", "the viaduct at Les Ormelles", "the Ormelles railway viaduct"]
)
def test_a_word_of_a_name_is_translated_and_the_rest_stays(tmp_path: Path, name: str) -> None:
    assert dates_told(tmp_path, name) == ["2024-05-02"]


@pytest.mark.parametrize(
    "name", ["the Ormelles school", "the viaduct by the river, at Les Ormelles,", "the ormelles viaduct"]
)
def test_what_shares_but_a_part_of_it_is_something_else(tmp_path: Path, name: str) -> None:
    assert dates_told(tmp_path, name) == []


def test_a_subject_may_be_asked_for_by_the_name_of_either_language(tmp_path: Path) -> None:
    found = timeline_of("Ormelles viaduct", tmp_path, {"viaduc.md": FRENCH})
    assert articles_of(found) == {"viaduc"}


HALL = (
    "---\ntitle: La halle aux laines va rouvrir\ndate: 2021-06-18\nlang: fr\n---\n"
    "Bâtie en 1842, la halle aux laines de Brissac sera rénovée. Odile Tournemire et Basile Courtevoie l'ont promis.\n"
)
IN_ENGLISH = (
    "---\ntitle: A roof at last\ndate: 2023-11-20\nlang: en\n---\n"
    "The {name} reopened on Saturday, before {guests}. It burned down in 1911.\n"
)
GUESTS = "Odile Tournemire and Basile Courtevoie"


def halls_told(tmp_path: Path, name: str, guests: str) -> list[str]:
    text = IN_ENGLISH.format(name=name, guests=guests)
    found = timeline_of("halle aux laines", tmp_path, {"halle.md": HALL, "roof.md": text})
    return [event.date for event in found.events]


def test_every_word_may_be_translated_where_the_same_people_are_around(tmp_path: Path) -> None:
    assert halls_told(tmp_path, "wool hall", GUESTS) == ["1842", "1911", "2023-11-18"]


def test_of_a_hall_elsewhere_nothing_is_told(tmp_path: Path) -> None:
    assert halls_told(tmp_path, "wool hall", "a crowd") == ["1842"]


def test_another_hall_is_another(tmp_path: Path) -> None:
    assert halls_told(tmp_path, "salt hall", GUESTS) == ["1842"]


COOPERATIVE = (
    "---\ntitle: La cave reprise\ndate: 2021-09-09\nlang: fr\n---\n"
    "La cave coopérative du Val d'Ormelle, fondée en 1934, a un repreneur. Odile Tournemire préside, après Basile "
    "Courtevoie.\n"
)


@pytest.mark.parametrize(("guests", "dates"), [(GUESTS, ["1934", "2023"]), ("a crowd", ["1934"])])
def test_a_word_that_is_no_name_may_be_left_out(tmp_path: Path, guests: str, dates: list[str]) -> None:
    text = f"The Val d'Ormelle cooperative made a profit in 2023, to the joy of {guests}."
    english = f"---\ntitle: A second life\ndate: 2024-05-27\nlang: en\n---\n{text}\n"
    found = timeline_of("cave coopérative du Val d'Ormelle", tmp_path, {"cave.md": COOPERATIVE, "life.md": english})
    assert [event.date for event in found.events] == dates
