"""Somebody told in the other language under a name of other words."""

from pathlib import Path

import pytest

from index.timeline import Timeline
from tests.index.unlisted.test_kin import articles_of, timeline_of

WRECK = (
    "---\ntitle: L'Alcyon repart\ndate: 2021-05-04\nlang: fr\n---\n"
    "L'Alcyon a quitté Brissac lundi, avec Odile Tournemire et Basile Courtevoie. "
    "L'équipage de l'Alcyon compte neuf marins. Courtevoie en est le capitaine.\n"
)
PEOPLE = "Odile Tournemire and Basile Courtevoie"
IN_ENGLISH = (
    "---\ntitle: Home at last\ndate: 2023-11-20\nlang: en\n---\n"
    "People came to see the {name}, and {people} waved. The {name} went aground in 1998, off Port Ferrand.\n"
)


def told(tmp_path: Path, subject: str, name: str, people: str = PEOPLE) -> Timeline:
    articles = {"alcyon.md": WRECK, "home.md": IN_ENGLISH.format(name=name, people=people)}
    return timeline_of(subject, tmp_path, articles)


@pytest.mark.parametrize("subject", ["L'Alcyon", "the Halcyon"])
def test_a_name_is_found_under_the_one_nearest_to_it_among_those_of_the_same_people(
    tmp_path: Path, subject: str
) -> None:
    assert articles_of(told(tmp_path, subject, "Halcyon")) == {"alcyon", "home"}


def test_a_name_spelt_otherwise_is_another_one(tmp_path: Path) -> None:
    assert articles_of(told(tmp_path, "L'Alcyon", "Ferrier")) == {"alcyon"}


def test_among_other_people_it_is_another_one(tmp_path: Path) -> None:
    found = told(tmp_path, "L'Alcyon", "Halcyon", "Ada Vance and Nell Harker")
    assert articles_of(found) == {"alcyon"}


def test_of_two_names_as_near_none_is_taken(tmp_path: Path) -> None:
    rival = IN_ENGLISH.format(name="Halcyon", people=f"the Halcyone, {PEOPLE}")
    found = timeline_of("L'Alcyon", tmp_path, {"alcyon.md": WRECK, "home.md": rival})
    assert articles_of(found) == {"alcyon"}


ARTICLES = {
    "festival.md": "---\ntitle: Le festival du livre d'Ambrières ouvre\ndate: 2021-05-04\nlang: fr\n---\n"
    "Le festival du livre d'Ambrières a ouvert lundi. La ville d'Ambrières le paie.\n",
    "pont.md": "---\ntitle: Un pont neuf\ndate: 2022-05-04\nlang: fr\n---\n"
    "À Ambrières, le pont a rouvert le 2 mai 2022. Ambrières l'attendait.\n",
}


def test_what_happens_in_a_town_does_not_happen_to_the_festival_named_after_it(tmp_path: Path) -> None:
    assert articles_of(timeline_of("festival du livre d'Ambrières", tmp_path, ARTICLES)) == {"festival"}
