"""Somebody whom no list holds, told of by a title, by what was done to them, and by « elle »."""

from pathlib import Path

from tests.index.unlisted.test_kin import timeline_of

LIFE = (
    "---\ntitle: Vera Corvane quitte la mairie\ndate: 2026-03-30\nlang: fr\n---\n"
    "Vera Corvane n'est plus maire. Battue de 41 voix par Hugo Valin, elle quittera son bureau vendredi.\n\n"
    "Née en 1961, institutrice, elle entre au conseil en 1995. Réélue en 2014, elle a été relaxée en 2019.\n"
)
TITLED = (
    "---\ntitle: Tents on the beach\ndate: 2022-11-15\nlang: en\n---\n"
    "Vera Corvane is stubborn. In September 2021 Mayor Corvane let 140 people camp on the beach.\n"
)


def test_a_participle_at_the_head_of_a_sentence_is_nobody(tmp_path: Path) -> None:
    found = timeline_of("Vera Corvane", tmp_path, {"life.md": LIFE})
    assert [event.date for event in found.events] == ["1961", "1995", "2014", "2019", "2026-04-03"]


def test_a_title_before_a_surname_is_no_other_name(tmp_path: Path) -> None:
    found = timeline_of("Vera Corvane", tmp_path, {"tents.md": TITLED})
    assert [event.date for event in found.events] == ["2021-09"]
    assert "[Vera" not in found.events[0].tellings[0].label
