"""What is new in a generation, and of whom it speaks: sentence by sentence, word for word, never twice."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.generation.arrivals import FROM_THE_BEGINNING, Arrival, carried_over, whole

ENTITIES = """
- {id: vega, name: Vega, kind: company, parent: null, aliases: ["le géant lyonnais"]}
- {id: vega-care, name: Vega Care, kind: product, parent: vega, aliases: []}
- {id: lyra, name: Lyra, kind: company, parent: null, aliases: [{name: Group, ambiguous: true}]}
- {id: mira, name: Mira, kind: company, parent: null, aliases: [{name: Group, ambiguous: true}]}
"""
OLD = "---\ntitle: Ancien\nlang: fr\n---\nVega a été fondée en 2012 à Lyon. Personne ne connaît Lyra.\n"
NEW = """---
title: Nouveau
lang: fr
---
## Vega en titre

Le géant lyonnais ouvre une clinique à Nantes. Il pleuvait. Zorglub Industries et la télémédecine inquiètent Lyra.
"""


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "entities.yaml").write_text(ENTITIES, encoding="utf-8")
    (folder / "old.md").write_text(OLD, encoding="utf-8")
    return folder


@pytest.fixture
def engine(knowledge: Path, tmp_path: Path) -> Engine:
    engine = Engine(EngineOptions(knowledge, tmp_path / "data"))
    engine.prepare()
    return engine


def told(engine: Engine, subject: str, since: int = 1) -> list[str]:
    return [quote.text for quote in engine.news([subject], since=since)[subject].quotes]


def test_a_first_index_is_no_news(engine: Engine) -> None:
    assert engine.generation_number() == 1
    assert told(engine, "vega", since=0) == []


def test_a_new_article_is_news_to_those_it_names_by_any_name_and_to_their_owners(
    engine: Engine, knowledge: Path
) -> None:
    (knowledge / "new.md").write_text(NEW, encoding="utf-8")
    (knowledge / "care.md").write_text("---\ntitle: C\nlang: en\n---\nVega Care is gone.\n", encoding="utf-8")
    engine.reindex()

    assert told(engine, "vega") == ["Vega Care is gone.", "Le géant lyonnais ouvre une clinique à Nantes."]
    assert told(engine, "Vega Care") == ["Vega Care is gone."]
    assert told(engine, "lyra") == ["Zorglub Industries et la télémédecine inquiètent Lyra."]
    assert told(engine, "vega", since=2) == []
    found = engine.news(["vega", "le géant lyonnais", "lyra"], since=1)
    for quote in found["vega"].quotes:
        body = engine.article(quote.article.id).body
        assert quote.text == body[quote.start : quote.end]
        assert all(quote.start <= start < end <= quote.end for start, end in quote.highlights)
    assert found["le géant lyonnais"] == found["vega"]
    assert (found["vega"].subject, found["vega"].generation) == ("Vega", 2)
    assert [quote.section for quote in found["lyra"].quotes] == ["Vega en titre"]


@pytest.mark.parametrize("subject", ["zorglub", "Zorglub Industries", "la télémédecine", "telemedecine"])
def test_what_no_list_holds_is_found_by_its_name_or_its_words(engine: Engine, knowledge: Path, subject: str) -> None:
    (knowledge / "new.md").write_text(NEW, encoding="utf-8")
    engine.reindex()
    assert told(engine, subject) == ["Zorglub Industries et la télémédecine inquiètent Lyra."]


def test_of_an_article_that_changed_only_what_changed_is_news(engine: Engine, knowledge: Path) -> None:
    changed = OLD.replace("Personne", "Vega rachète Lyra.\n\nPersonne")
    (knowledge / "old.md").write_text(changed, encoding="utf-8")
    engine.reindex()
    assert told(engine, "lyra") == ["Vega rachète Lyra."]
    (knowledge / "old.md").write_text(changed.replace("2012", "2013"), encoding="utf-8")
    engine.reindex()
    assert told(engine, "vega", since=2) == ["Vega a été fondée en 2013 à Lyon."]
    assert told(engine, "lyra", since=2) == []


@pytest.mark.parametrize("name", ["moved/old.md", "renamed.md"])
def test_a_moved_or_renamed_file_brings_nothing(engine: Engine, knowledge: Path, name: str) -> None:
    (knowledge / name).parent.mkdir(exist_ok=True)
    (knowledge / "old.md").rename(knowledge / name)
    assert engine.reindex().generation == 2
    assert told(engine, "vega") == []


def test_one_text_in_two_articles_is_told_once(engine: Engine, knowledge: Path) -> None:
    for name, more in (("a.md", "Un mot."), ("b.md", "Deux mots.")):
        text = f"---\ntitle: {name}\nlang: fr\n---\nVega  ferme ses portes. {more}\n"
        (knowledge / name).write_text(text, encoding="utf-8")
    engine.reindex()
    assert told(engine, "vega") == ["Vega  ferme ses portes."]


def test_a_full_reindex_and_one_after_a_lost_index_bring_nothing(
    engine: Engine, knowledge: Path, tmp_path: Path
) -> None:
    assert engine.reindex(full=True).generation == 2
    assert told(engine, "vega") == []
    for manifest in (tmp_path / "data" / "generations").glob("*/manifest.json"):
        manifest.write_text("{}")
    again = Engine(EngineOptions(knowledge, tmp_path / "data"))
    again.prepare()
    assert again.generation_number() == 3
    assert told(again, "vega", since=0) == []


def test_two_ways_to_write_a_subject_are_one(engine: Engine) -> None:
    assert engine.subject("le géant  lyonnais") == engine.subject("VEGA")
    assert engine.subject("vega").name == "Vega"
    assert engine.subject("Zorglub-Industries").key == engine.subject("zorglub industries").key


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        (" ", FaultCode.SUBJECT_EMPTY),
        ("?!", FaultCode.SUBJECT_EMPTY),
        ("x" * 201, FaultCode.SUBJECT_TOO_LONG),
        ("Group", FaultCode.SUBJECT_AMBIGUOUS),
    ],
)
def test_a_subject_that_can_not_be_followed_is_refused(engine: Engine, subject: str, code: FaultCode) -> None:
    with pytest.raises(EngineFault) as refused:
        engine.subject(subject)
    assert refused.value.code is code
    assert set(engine.news([subject, "vega"], since=0)) - {"?!"} == {"vega"}


TEXTS = st.lists(st.sampled_from(["Unestlà.", "Deux!", "Trois?", "Quatre.\n\n"]), min_size=1, max_size=8).map(" ".join)


@given(TEXTS, TEXTS)
def test_every_sentence_has_come_once_and_old_ones_keep_their_generation(old: str, new: str) -> None:
    arrivals = carried_over(new, old, whole(old, FROM_THE_BEGINNING), 7)
    covered = "".join(new[arrival.start : arrival.end] for arrival in arrivals)
    assert "".join(covered.split()) == "".join(new.split())
    for arrival in arrivals:
        for word in new[arrival.start : arrival.end].split():
            assert (word in old) == (arrival.generation == FROM_THE_BEGINNING)


def test_what_is_the_same_is_carried_over_as_it_is() -> None:
    arrivals = (Arrival(0, 3, 2), Arrival(3, 9, 5))
    assert carried_over("abc def g", "abc def g", arrivals, 9) == arrivals
