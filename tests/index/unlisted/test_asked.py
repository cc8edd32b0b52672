"""Somebody whom no list holds, asked for by a name that only a heading says."""

from pathlib import Path

from tests.index.unlisted.test_kin import timeline_of

COUNCIL = (
    "---\ntitle: Le conseil du 14 mars\ndate: 2023-03-16\nlang: fr\n---\n"
    "Le conseil s'est réuni mardi soir. Il a duré cinq heures.\n\n"
    "## Piscine des Clauses\n\n"
    "Le bassin actuel, ouvert en 1974, restera en service.\n\n"
    "## Pont des Tanneurs\n\n"
    "L'ouvrage, bâti en 1908, sera démoli.\n"
)


def test_what_stands_under_a_heading_is_about_what_the_heading_names(tmp_path: Path) -> None:
    found = timeline_of("piscine des Clauses", tmp_path, {"conseil.md": COUNCIL})
    assert [event.date for event in found.events] == ["1974"]


HOSPITAL = {
    "en.md": "---\ntitle: A ward closes\ndate: 2023-05-04\nlang: en\n---\n"
    "The hospital at Montauvert shut its ward on Monday. The hospital at Montauvert was built in 1908.\n",
    "fr.md": "---\ntitle: Le marché\ndate: 2023-05-04\nlang: fr\n---\nLe marché de Brissac a rouvert en 2001.\n",
}


def test_a_name_that_only_the_other_language_writes_is_no_theme(tmp_path: Path) -> None:
    found = timeline_of("hôpital de montauvert", tmp_path, HOSPITAL)
    assert not found.of_theme
    assert {"1908", "2023-05-01"} <= {event.date for event in found.events}


UNION = {
    "en.md": "---\ntitle: A strike\ndate: 2023-05-04\nlang: en\n---\n"
    "On Monday the Marne Teachers' Union called a strike. The Marne Teachers' Union was founded in 1919.\n"
}


def test_a_name_typed_in_small_letters_has_the_capitals_of_the_articles(tmp_path: Path) -> None:
    found = timeline_of("marne teachers' union", tmp_path, UNION)
    assert [event.date for event in found.events] == ["1919", "2023-05-01"]
    assert all("Marne Teachers' Union" in event.tellings[0].label for event in found.events)


TOWN = {
    "reopens.md": "---\ntitle: Brissac retrouve son tramway\ndate: 2009-04-18\nlang: fr\n---\n"
    "Le tramway de Brissac est reparti samedi. Inauguré en 1898, il a été arrêté en 2003 à Brissac.\n",
    "bell.md": "---\ntitle: Une cloche anglaise pour Brissac\ndate: 2015-06-06\nlang: fr\n---\n"
    "Elle est arrivée mardi, couchée sur un camion. L'ancienne cloche, fêlée en 1985, restera au pied de l'autel.\n",
}


def test_a_town_in_a_longer_name_is_not_the_thing(tmp_path: Path) -> None:
    found = timeline_of("tramway de Brissac", tmp_path, TOWN)
    assert {"1898", "2003"} <= {event.date for event in found.events}
    assert "1985" not in {event.date for event in found.events}


FOUNDRY = {
    "fr.md": "---\ntitle: Une cloche pour la tour\ndate: 2015-06-06\nlang: fr\n---\n"
    "Commandée en 2013 à la fonderie de cloches Valmier, elle a été livrée mardi par la fonderie de cloches Valmier.\n",
    "en.md": "---\ntitle: The last loud trade\ndate: 2005-11-12\nlang: en\n---\n"
    "The Valmier Bell Foundry has made its moulds since 1782. The Valmier Bell Foundry was flooded in 1952.\n",
}


def test_a_name_with_a_word_left_out_is_the_one_that_articles_have(tmp_path: Path) -> None:
    found = timeline_of("fonderie Valmier", tmp_path, FOUNDRY)
    assert not found.of_theme
    assert {"1952", "2013"} <= {event.date for event in found.events}
