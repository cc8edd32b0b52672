"""A name that is another's with a word more: whose the shorter one is, and what is nobody's but people's."""

from pathlib import Path

from index.events.event import Level
from tests.index.unlisted.test_kin import timeline_of


def dates(subject: str, folder: Path, articles: dict[str, str]) -> set[str]:
    return {event.date for event in timeline_of(subject, folder, articles).events}


SHIPS = {
    "bac.md": "---\ntitle: La Sirène a cinq ans\ndate: 2024-05-17\nlang: fr\n---\n"
    "La Sirène, lancée en 2019, a transporté un million de passagers. La Sirène sera repeinte en 2025.\n\n"
    "La Petite Sirène, une vedette de douze places, a servi de 1961 à 2009. Elle a été vendue en 2011.\n",
}


def test_the_small_one_has_nothing_of_the_big_one(tmp_path: Path) -> None:
    told = dates("petite sirène", tmp_path, SHIPS)
    assert "2011" in told
    assert not told & {"2019", "2025"}


SERVICE = {
    "firm.md": "---\ntitle: Ten years of Talvoz\ndate: 2023-03-09\nlang: en\n---\n"
    "Talvoz was founded in Redmoor in 2013. It opened its third garage in 2016.\n\n"
    "Talvoz Direct, which mends bicycles at home, opened in April 2021.\n",
    "service.md": "---\ntitle: Talvoz Direct stops\ndate: 2023-10-12\nlang: en\n---\n"
    "Talvoz Direct will mend its last bicycle on 31 December 2023. It cost 12 pounds a month from June 2022.\n",
}


def test_a_service_that_its_firm_gave_its_name_has_not_the_firms_history(tmp_path: Path) -> None:
    told = dates("Talvoz Direct", tmp_path, SERVICE)
    assert {"2021-04", "2022-06", "2023-12-31"} <= told
    assert not told & {"2013", "2016"}


CLUBS = {
    "week.md": "---\ntitle: The week in Brissac\ndate: 2023-06-16\nlang: en\n---\n"
    "The baths reopened on Monday. The mill has been for sale since 2021.\n\n"
    "AS Brissac drew at Ploumar. US Brissac went down in May.\n",
}


def test_a_club_is_not_the_town_that_it_plays_for(tmp_path: Path) -> None:
    assert "2021" not in dates("US Brissac", tmp_path, CLUBS)


SIBLINGS = {
    "school.md": "---\ntitle: The school stays\ndate: 2022-10-20\nlang: en\n---\n"
    "Rose Tarrant counted 90 pupils in September. Her school was to close in 2021.\n",
    "brewery.md": "---\ntitle: The brewery\ndate: 2023-02-09\nlang: en\n---\n"
    "Tom Tarrant opened the brewery in 2015. His sister Rose waited outside.\n",
}


def test_a_given_name_that_is_a_word_is_somebody_elses_still(tmp_path: Path) -> None:
    told = dates("Tom Tarrant", tmp_path, SIBLINGS)
    assert "2015" in told
    assert "2022-09" not in told


PLAY = {
    "play.md": "---\ntitle: La Sirène à quai\ndate: 2023-09-01\nlang: fr\n---\n"
    "La Sirène est à quai depuis juin 2023. Le théâtre ouvrira sa saison le 12 octobre 2023 avec « La Sirène » de "
    "Morvan.\n",
}


def test_a_play_of_that_name_is_not_the_ship(tmp_path: Path) -> None:
    found = {event.date: event.tellings[0] for event in timeline_of("la sirène", tmp_path, PLAY).events}
    assert "2023-06/.." in found
    assert "2023-10-12" not in found or found["2023-10-12"].level is not Level.NAMED


LAW = {
    "law.md": "---\ntitle: Le texte de la loi Ferrat\ndate: 2023-05-11\nlang: fr\n---\n"
    "La loi Ferrat a été votée en 2021. Sa rapporteure a soutenu sa thèse en 2004.\n\n"
    "Née en 1975 à Morlac d'un père éclusier, elle voulait être comédienne.\n",
}


def test_a_birth_is_no_laws(tmp_path: Path) -> None:
    told = dates("loi Ferrat", tmp_path, LAW)
    assert "2021" in told
    assert not told & {"1975", "2004"}
