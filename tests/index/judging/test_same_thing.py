"""Two dates contradict each other only where they are of one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from tests.conftest import write_articles


def article(title: str, date: str, text: str, lang: str = "fr") -> str:
    return f"---\ntitle: {title}\ndate: {date}\nlang: {lang}\n---\n\n{text}\n"


ARTICLES = {
    "bac.md": article(
        "Le bac de Sormiel ne passe plus", "2017-05-02", "Le bac a été fermé le 28 avril 2017, après l’orage."
    ),
    "usine.md": article(
        "A new shift at the Sormiel works",
        "2020-11-04",
        "The ferry hall line has been running since October 2020.",
        "en",
    ),
    "quai.md": article(
        "Le quai de Sormiel sort de l’eau",
        "2019-03-20",
        "Le chantier du quai a commencé le 4 mars 2019, à l’aube, avec deux grues et un plongeur.",
    ),
    "ecole.md": article(
        "School roof at Sormiel", "2021-09-12", "Work on the school roof began in July 2021 and is over.", "en"
    ),
    "memoire.md": article(
        "Sormiel, dix ans de chantiers",
        "2023-01-15",
        "Avec deux grues, le chantier du quai a commencé le 11 mars 2019, se souvient le plongeur.",
    ),
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    home: Path = tmp_path_factory.mktemp("quai")
    (home / "articles").mkdir()
    write_articles(home / "articles", ARTICLES)
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    engine.reindex()
    return engine


@pytest.mark.parametrize(
    "question",
    ["quand le bac a-t-il été fermé ?", "when did the ferry close?", "when did the works on the school roof begin?"],
)
def test_a_date_of_another_thing_contradicts_nothing(base: Engine, question: str) -> None:
    assert not any(quote.contradicted_by for quote in base.ask(question).quotes)


def test_another_date_of_the_same_thing_does(base: Engine) -> None:
    quotes = base.ask("quand a commencé le chantier du quai ?").quotes
    assert {other for quote in quotes for other in quote.contradicted_by} == {"quai", "memoire"}
