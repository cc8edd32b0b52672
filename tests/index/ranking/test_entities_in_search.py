"""A name in the question finds passages that use another name for the same thing."""

from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from index.faults import FaultCode

ENTITIES = """
- {id: vega, name: Vega, kind: company, parent: null, aliases: ["le géant lyonnais", Vega Group]}
- {id: orion, name: Orion Santé, kind: company, parent: vega, aliases: ["the sleep sensor maker"]}
"""
ARTICLES = {
    "a.md": "---\ntitle: Une annonce\nlang: fr\n---\nLe géant lyonnais a supprimé 12 postes en mai 2024.",
    "b.md": "---\ntitle: Autre annonce\nlang: fr\n---\nOrion Santé a supprimé 40 postes en juin 2024.",
    "c.md": "---\ntitle: Cuisine\nlang: fr\n---\nLa tarte aux pommes se mange tiède, avec de la crème.",
}


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "entities.yaml").write_text(ENTITIES, encoding="utf-8")
    engine = Engine(EngineOptions(folder, tmp_path / "data"))
    engine.prepare()
    return engine


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("Combien de postes Vega a-t-elle supprimés ?", "a"),
        ("combien de postes supprimés chez vega group", "a"),
        ("how many jobs did the sleep sensor maker cut", "b"),
    ],
)
def test_an_alias_finds_what_the_name_finds(engine: Engine, question: str, article: str) -> None:
    assert engine.find(question).hits[0].indexed.card.id == article


def test_the_question_is_given_back_as_it_was_asked(engine: Engine) -> None:
    question = "how many jobs did the sleep sensor maker cut"
    assert engine.ask(question).question == question


def test_the_names_behind_are_never_quoted(engine: Engine) -> None:
    answer = engine.ask("Combien de postes Vega a-t-elle supprimés ?")
    body = engine.article("a").body
    assert [quote.text for quote in answer.quotes if quote.article.id == "a"] == [body]
    assert "Vega" not in body


def test_a_faulty_entity_is_reported_by_line_and_the_rest_goes_on(tmp_path: Path, engine: Engine) -> None:
    listed = tmp_path / "knowledge" / "entities.yaml"
    listed.write_text(ENTITIES + "- {id: lyra, name: Lyra, kind: planet, parent: null}\n", encoding="utf-8")
    report = engine.reindex()
    (refused,) = report.rejected
    assert (refused.path, refused.code) == ("entities.yaml", FaultCode.ENTITY_KIND_UNKNOWN)
    assert refused.details["line"] == 4
    assert engine.find("postes supprimés chez Vega").hits[0].indexed.card.id == "a"


def test_changed_entities_alone_make_a_new_generation_without_encoding(tmp_path: Path, engine: Engine) -> None:
    listed = tmp_path / "knowledge" / "entities.yaml"
    listed.write_text(ENTITIES.replace("Vega Group", "Vega SA"), encoding="utf-8")
    report = engine.reindex()
    assert (report.generation, report.embedded, report.unchanged) == (2, 0, len(ARTICLES))
    assert engine.reindex().generation == 2


def test_the_list_of_entities_is_no_article(engine: Engine) -> None:
    assert {card.path for card in engine.sources()} == set(ARTICLES)
