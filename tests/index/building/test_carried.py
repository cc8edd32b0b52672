"""Vectors encoded on one machine and brought home to another."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from tests.index.generation.stand import add_article, another_model

QUESTION = "Combien Vega a-t-il payé Orion Santé ?"


@pytest.fixture
def away(knowledge: Path, tmp_path: Path) -> Engine:
    """The machine that encodes."""
    engine = Engine(EngineOptions(knowledge, tmp_path / "away"))
    engine.prepare()
    return engine


def refusal_of(work: Callable[[], object]) -> FaultCode:
    with pytest.raises(EngineFault) as refusal:
        work()
    return refusal.value.code


@pytest.mark.slow
def test_what_was_encoded_elsewhere_is_not_encoded_again(away: Engine, knowledge: Path, tmp_path: Path) -> None:
    file = tmp_path / "vectors.sqlite"
    count = away.upkeep.export_vectors(file)
    assert count == away.status().passages
    home = Engine(EngineOptions(knowledge, tmp_path / "home"))
    assert home.upkeep.import_vectors(file) == count
    add_article(knowledge, 1)
    report = home.reindex()
    assert report.embedded == 1  # the article that came since
    away.reindex()
    assert home.ask(QUESTION).quotes == away.ask(QUESTION).quotes


def test_vectors_of_another_model_are_refused(away: Engine, knowledge: Path, tmp_path: Path) -> None:
    file = tmp_path / "vectors.sqlite"
    away.upkeep.export_vectors(file)
    model = str(another_model(tmp_path / "model"))
    home = Engine(EngineOptions(knowledge, tmp_path / "home", model=model))
    assert refusal_of(lambda: home.upkeep.import_vectors(file)) is FaultCode.VECTORS_OTHER_MODEL


def test_a_damaged_file_is_refused(away: Engine, knowledge: Path, tmp_path: Path) -> None:
    file = tmp_path / "vectors.sqlite"
    away.upkeep.export_vectors(file)
    home = Engine(EngineOptions(knowledge, tmp_path / "home"))
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert refusal_of(lambda: home.upkeep.import_vectors(file)) is FaultCode.VECTORS_UNREADABLE
    file.write_text("no vectors at all")
    assert refusal_of(lambda: home.upkeep.import_vectors(file)) is FaultCode.VECTORS_UNREADABLE
    file.write_bytes(whole)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(
            "UPDATE encoded SET vector = zeroblob(length(vector)) WHERE key = (SELECT min(key) FROM encoded)"
        )
    assert refusal_of(lambda: home.upkeep.import_vectors(file)) is FaultCode.VECTORS_UNREADABLE


def test_a_file_that_cannot_be_written_is_told(away: Engine, tmp_path: Path) -> None:
    missing = tmp_path / "missing" / "vectors.sqlite"
    assert refusal_of(lambda: away.upkeep.export_vectors(missing)) is FaultCode.VECTORS_UNWRITABLE
