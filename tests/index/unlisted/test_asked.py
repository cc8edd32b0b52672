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
