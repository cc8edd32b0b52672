"""Going back to an earlier generation, and what comes after."""

from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.generation.store import GenerationStore
from index.report import MadeBy, Stage
from tests.index.generation.stand import add_article, generations

QUESTION = "Combien Vega a-t-il payé Orion Santé ?"


@pytest.fixture
def options(knowledge: Path, tmp_path: Path) -> EngineOptions:
    return EngineOptions(knowledge, tmp_path / "data")


@pytest.fixture
def engine(options: EngineOptions, knowledge: Path) -> Engine:
    """Three generations, the third being served."""
    engine = Engine(options)
    engine.prepare()
    for number in (1, 2):
        add_article(knowledge, number)
        engine.reindex(made_by=MadeBy.CONSOLE)
    return engine


def test_the_history_tells_when_by_what_and_of_how_much_each_generation_was_made(engine: Engine) -> None:
    history = engine.status().history
    assert [(card.number, card.made_by, card.articles, card.current) for card in history] == [
        (3, MadeBy.CONSOLE, 5, True), (2, MadeBy.CONSOLE, 4, False), (1, MadeBy.START, 3, False),
    ]  # fmt: skip
    assert all(card.created.endswith("+00:00") and card.passages >= card.articles and card.bytes for card in history)


def test_a_rollback_goes_to_the_generation_before_and_a_running_engine_follows(
    engine: Engine, options: EngineOptions
) -> None:
    elsewhere = Engine(options)
    done = elsewhere.upkeep.rollback()
    assert (done.before, done.now.number, done.now.current) == (3, 2, True)
    assert engine.ask(QUESTION).generation == 2
    assert "note-2" not in {card.id for card in engine.sources()}
    assert engine.upkeep.rolled_back()
    assert elsewhere.upkeep.rollback().now.number == 1
    with pytest.raises(EngineFault) as refusal:
        elsewhere.upkeep.rollback()
    assert refusal.value.code is FaultCode.NO_EARLIER_GENERATION


def test_a_rollback_to_a_number_goes_back_and_forth(engine: Engine) -> None:
    assert engine.upkeep.rollback(1).now.number == 1
    assert engine.upkeep.rollback(3).before == 1
    assert engine.ask(QUESTION).generation == 3
    assert not engine.upkeep.rolled_back()


def test_the_next_reindex_takes_a_new_number_and_keeps_what_was_gone_back_to(
    engine: Engine, knowledge: Path, options: EngineOptions
) -> None:
    engine.upkeep.rollback(1)
    report = engine.reindex()
    assert (report.generation, report.added, report.embedded) == (4, ("note-1", "note-2"), 0)
    assert engine.ask(QUESTION).generation == 4
    assert generations(options.data_dir) == ["000001", "000003", "000004"]
    add_article(knowledge, 3)
    assert engine.reindex().generation == 5


def test_a_reindex_of_the_folder_that_was_gone_back_to_makes_nothing(engine: Engine, knowledge: Path) -> None:
    (knowledge / "note-2.md").unlink()
    engine.upkeep.rollback(2)
    assert engine.reindex().generation == 2
    add_article(knowledge, 3)
    assert engine.reindex().generation == 4


def test_numbers_go_on_rising_after_a_rollback_when_the_newest_is_damaged(
    engine: Engine, knowledge: Path, options: EngineOptions
) -> None:
    engine.upkeep.rollback()
    (options.data_dir / "generations" / "000003" / "texts.sqlite").write_bytes(b"")
    with pytest.raises(EngineFault) as refusal:
        engine.upkeep.rollback(3)
    assert refusal.value.code is FaultCode.GENERATION_DAMAGED
    assert engine.ask(QUESTION).generation == 2
    add_article(knowledge, 3)
    assert engine.reindex().generation == 4


def test_a_damaged_generation_is_passed_over_on_the_way_back(engine: Engine, options: EngineOptions) -> None:
    (options.data_dir / "generations" / "000002" / "manifest.json").write_bytes(b"{}")
    assert engine.upkeep.rollback().now.number == 1
    assert [card.number for card in engine.status().history] == [3, 1]


def test_an_unknown_generation_is_refused_with_those_there_are(engine: Engine) -> None:
    with pytest.raises(EngineFault) as refusal:
        engine.upkeep.rollback(9)
    assert (refusal.value.code, refusal.value.details["kept"]) == (FaultCode.GENERATION_UNKNOWN, "3, 2, 1")
    assert engine.ask(QUESTION).generation == 3


def test_a_generation_of_another_model_is_not_gone_back_to(engine: Engine, options: EngineOptions) -> None:
    from tests.index.generation.stand import another_model

    model = another_model(options.data_dir.parent / "other-model")
    other = Engine(EngineOptions(options.knowledge_dir, options.data_dir, model=str(model)))
    other.reindex()
    with pytest.raises(EngineFault) as refusal:
        other.upkeep.rollback()
    assert refusal.value.code is FaultCode.MODEL_CHANGED
    assert other.ask(QUESTION).generation == 4


def test_a_rollback_waits_for_nobody(engine: Engine, options: EngineOptions) -> None:
    store = GenerationStore(options.data_dir)
    with store.writing(), pytest.raises(EngineFault) as refusal:
        engine.upkeep.rollback()
    assert refusal.value.code is FaultCode.REINDEX_RUNNING
    assert engine.ask(QUESTION).generation == 3


def test_a_second_reindex_is_told_how_far_the_first_one_is(engine: Engine, options: EngineOptions) -> None:
    store = GenerationStore(options.data_dir)
    assert engine.status().running is None
    with store.writing():
        store.noting(MadeBy.WATCH, lambda *_: None)(Stage.ENCODE, 120, 400)
        with pytest.raises(EngineFault) as refusal:
            engine.reindex()
        running = engine.upkeep.running()
    assert dict(refusal.value.details) == {"stage": "encode", "done": 120, "total": 400}
    assert running is not None
    assert (running.stage, running.done, running.total, running.made_by) == (Stage.ENCODE, 120, 400, MadeBy.WATCH)
    assert engine.upkeep.running() is None


def test_what_a_killed_reindex_told_is_not_believed(engine: Engine, options: EngineOptions) -> None:
    left = options.data_dir / "generations" / ".new-progress"
    left.write_text('{"stage": "encode", "done": 1, "total": 2, "made_by": "shell", "since": "2026-01-01T00:00:00"}')
    assert engine.status().running is None
    assert engine.reindex().generation == 3
    assert not left.exists()
