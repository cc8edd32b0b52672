"""Somebody whom no list holds, told of by a title, by what was done to them, and by « elle »."""

from pathlib import Path

from index.events.event import Level
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


COUSINS = {
    "keeper.md": "---\ntitle: The keeper of the lock\ndate: 2019-05-04\nlang: en\n---\n"
    "The gate was stuck. Edwin Corvane freed it on Thursday with a spade. "
    "Corvane has kept the lock since 1996, and his daughter Vera draws it. Corvane retires today.\n",
    "painter.md": "---\ntitle: A painter of locks\ndate: 2021-03-04\nlang: en\n---\n"
    "Last spring the painter Vera Corvane, 31, showed forty canvases in Tilbourne. "
    "Corvane was born in 1990. Her father, Edwin Corvane, built her an easel in 2002.\n",
}


def test_a_family_name_is_that_of_whom_the_article_named_last(tmp_path: Path) -> None:
    found = timeline_of("Vera Corvane", tmp_path, COUSINS)
    named = [event.date for event in found.events if event.level is Level.NAMED]
    assert "1990" in named
    assert "1996/.." not in named
    assert not {"2019-05-02", "2019-05-04"} & {event.date for event in found.events}


def test_who_is_named_in_full_keeps_the_family_name(tmp_path: Path) -> None:
    found = timeline_of("Edwin Corvane", tmp_path, COUSINS)
    dates = {event.date for event in found.events if event.level is Level.NAMED}
    assert {"1996/..", "2002", "2019-05-02", "2019-05-04"} <= dates
    assert "1990" not in dates


FUND = (
    "---\ntitle: One goat too many\ndate: 2016-11-21\nlang: en\n---\n"
    "The goats ate the hedge. The botanist Vera Corvane, 31, has opened a fund. It had raised £5,200 by Sunday.\n"
)


def test_a_person_is_no_it(tmp_path: Path) -> None:
    found = timeline_of("Vera Corvane", tmp_path, {"goats.md": FUND})
    assert "[Vera Corvane] had" not in " ".join(one.label for event in found.events for one in event.tellings)
