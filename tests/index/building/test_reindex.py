"""Re-indexing: what changed, what is kept, what is encoded."""

from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.generation.store import GenerationStore
from tests.index.generation.stand import another_model


@pytest.fixture
def engine(knowledge: Path, tmp_path: Path) -> Engine:
    engine = Engine(EngineOptions(knowledge, tmp_path / "data"))
    engine.prepare()
    return engine


def test_only_what_changed_is_read_as_changed_and_encoded(engine: Engine, knowledge: Path) -> None:
    (knowledge / "new.md").write_text("---\ntitle: Nouveau\n---\nVega ouvre un laboratoire à Nantes en 2025.")
    clinics = knowledge / "clinics.md"
    clinics.write_text(clinics.read_text().replace("June 2024", "July 2024"))
    (knowledge / "notes" / "horaires.txt").unlink()
    report = engine.reindex()
    assert (report.added, report.updated, report.removed, report.unchanged) == (
        ("new",), ("clinics",), ("horaires",), 1,
    )  # fmt: skip
    assert report.generation == 2
    assert 0 < report.embedded < report.passages


def test_nothing_changed_keeps_the_generation(engine: Engine) -> None:
    report = engine.reindex()
    assert (report.generation, report.unchanged, report.embedded) == (1, 3, 0)


def test_full_reads_and_encodes_all_again(engine: Engine) -> None:
    report = engine.reindex(full=True)
    assert (report.generation, report.unchanged) == (2, 3)
    assert report.embedded == report.passages


def test_an_article_that_comes_back_needs_no_encoding(engine: Engine, knowledge: Path) -> None:
    clinics = knowledge / "clinics.md"
    text = clinics.read_text()
    clinics.unlink()
    assert engine.reindex().removed == ("clinics",)
    clinics.write_text(text)
    report = engine.reindex()
    assert (report.added, report.embedded) == (("clinics",), 0)


def test_a_moved_file_keeps_its_id_and_is_updated(engine: Engine, knowledge: Path) -> None:
    (knowledge / "2023").mkdir()
    (knowledge / "clinics.md").rename(knowledge / "2023" / "clinics.md")
    report = engine.reindex()
    assert (report.added, report.updated, report.removed, report.embedded) == ((), ("clinics",), (), 0)
    assert engine.article("clinics").card.path == "2023/clinics.md"


def test_a_bad_file_is_rejected_and_the_rest_goes_on(engine: Engine, knowledge: Path) -> None:
    (knowledge / "empty.md").write_text("")
    report = engine.reindex()
    assert [(r.path, r.code) for r in report.rejected] == [("empty.md", FaultCode.EMPTY)]
    assert report.unchanged == 3
    assert engine.status().rejected == 1


def test_an_emptied_folder_is_not_taken_for_a_wish(engine: Engine, knowledge: Path) -> None:
    for path in list(knowledge.rglob("*.*")):
        path.unlink()
    with pytest.raises(EngineFault) as refusal:
        engine.reindex()
    assert refusal.value.code is FaultCode.KNOWLEDGE_EMPTIED
    assert engine.ask("Combien Vega a payé Orion ?").quotes
    assert engine.reindex(full=True).passages == 0
    for asked in (engine.ask, engine.timeline):
        with pytest.raises(EngineFault) as refusal:
            asked("Combien Vega a payé Orion ?")
        assert refusal.value.code is FaultCode.BASE_EMPTY


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineFault) as refusal:
        Engine(EngineOptions(tmp_path / "nowhere", tmp_path / "data")).prepare()
    assert refusal.value.code is FaultCode.KNOWLEDGE_MISSING


def test_a_second_writer_is_refused_while_one_builds(engine: Engine, tmp_path: Path) -> None:
    with GenerationStore(tmp_path / "data").writing(), pytest.raises(EngineFault) as refusal:
        engine.reindex()
    assert refusal.value.code is FaultCode.REINDEX_RUNNING


def test_another_model_is_refused_until_all_is_encoded_with_it(knowledge: Path, tmp_path: Path) -> None:
    Engine(EngineOptions(knowledge, tmp_path / "data")).prepare()
    other = another_model(tmp_path / "other-model")
    engine = Engine(EngineOptions(knowledge, tmp_path / "data", model=str(other)))
    with pytest.raises(EngineFault) as refusal:
        engine.prepare()
    assert refusal.value.code is FaultCode.MODEL_CHANGED
    report = engine.reindex()
    assert report.embedded == report.passages
    engine.prepare()
    assert engine.ask("Combien Vega a payé Orion ?").generation == 2
