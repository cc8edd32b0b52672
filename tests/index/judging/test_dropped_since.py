"""What was to come and was given up since, on a real base."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from tests.conftest import write_articles


def article(title: str, date: str, lang: str, text: str) -> str:
    return f"---\ntitle: {title}\ndate: {date}\nlang: {lang}\n---\n\n{text}\n"


PLANNED = (
    "The Orrin lighthouse is to get an aquarium. The aquarium of the Orrin lighthouse will open in the spring of 2016,"
    " its keeper said on Friday. It will hold two seals and an eel."
)
DROPPED = (
    "The Orrin lighthouse has a new roof. The aquarium planned for the lighthouse was abandoned in 2014, when the tank"
    " cracked. The keeper keeps the eel in a bucket."
)
BUILT = "The Orrin lighthouse was built in 1881 by Ada Brandt. It was lit on Easter Monday."

SOLD = (
    "Le phare d'Orrin cherche un toit pour sa barque. La commune a annoncé la vente de la barque Mathurine à la"
    " Compagnie Talvic, de Namur, pour 900 euros. Elle partira au printemps."
)
STAYS = "The boat stays where it is. Compagnie Talvic withdrew on Monday, and its surveyor would not say why."


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    home: Path = tmp_path_factory.mktemp("lighthouse")
    (home / "articles").mkdir()
    write_articles(
        home / "articles",
        {
            "planned.md": article("An aquarium for Orrin", "2013-02-01", "en", PLANNED),
            "dropped.md": article("A roof for the lighthouse", "2019-06-11", "en", DROPPED),
            "sold.md": article("Une barque à vendre", "2020-03-02", "fr", SOLD),
            "stays.md": article("What became of the boat", "2020-09-14", "en", STAYS),
            "built.md": article("The light of Orrin", "2010-04-05", "en", BUILT),
        },
    )
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


@pytest.mark.parametrize(
    "asked", ["when will the aquarium of the Orrin lighthouse open?", "quand ouvrira l'aquarium du phare d'Orrin ?"]
)
def test_who_asks_when_it_will_be_reads_first_that_it_was_given_up(base: Engine, asked: str) -> None:
    first, second = base.ask(asked).quotes[:2]
    assert (first.article.id, second.article.id) == ("dropped", "planned")


def test_what_is_asked_of_the_past_stays_as_it_is(base: Engine) -> None:
    assert base.ask("when was the Orrin lighthouse built?").quotes[0].article.id == "built"


def test_who_asks_what_came_of_it_reads_first_that_the_buyer_withdrew(base: Engine) -> None:
    first, second = base.ask("la barque mathurine a été vendue finalement ?").quotes[:2]
    assert (first.article.id, second.article.id) == ("stays", "sold")
