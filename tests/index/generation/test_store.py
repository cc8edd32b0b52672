"""Generations on disk: damage, sudden death, removal, readers that follow."""

import gc
import shutil
from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from index.generation.manifest import FORMAT, DamagedGenerationError
from index.generation.store import GenerationStore
from index.report import Health
from tests.index.generation.stand import add_article, generations

QUESTION = "Combien Vega a-t-il payé Orion Santé ?"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def options(knowledge: Path, data: Path) -> EngineOptions:
    return EngineOptions(knowledge, data)


def test_a_generation_is_named_by_the_pointer_and_complete(options: EngineOptions, data: Path) -> None:
    Engine(options).prepare()
    assert (data / "generations" / "current").read_text() == "1"
    assert generations(data) == ["000001"]
    assert not list(data.rglob(".new-*"))


@pytest.mark.parametrize(
    "name", ["texts.sqlite", "vectors/00000/exact.npy", "manifest.json", "terms/00000/fr/counts.npy"]
)
@pytest.mark.parametrize("damage", ["cut", *(pytest.param(its, marks=pytest.mark.slow) for its in ("altered", "gone"))])
@pytest.mark.slow
def test_a_damaged_generation_is_never_served(
    options: EngineOptions, knowledge: Path, data: Path, name: str, damage: str
) -> None:
    Engine(options).prepare()
    add_article(knowledge, 1)
    Engine(options).reindex()
    damaged = data / "generations" / "000002" / name
    content = damaged.read_bytes()
    if damage == "cut":
        damaged.write_bytes(content[: len(content) // 2])
    elif damage == "altered":
        damaged.write_bytes(content[:-5] + b"XXXXX")
    else:
        damaged.unlink()
    engine = Engine(options)
    engine.prepare()
    assert engine.ask(QUESTION).generation == 1
    status = engine.status()
    assert (status.health, status.generation, status.damaged) == (Health.DEGRADED, 1, (2,))
    assert engine.reindex().generation == 3
    assert engine.ask(QUESTION).generation == 3
    assert engine.status().health is Health.OK
    assert generations(data) == ["000001", "000003"]


def test_with_no_whole_generation_left_it_is_rebuilt(options: EngineOptions, data: Path) -> None:
    Engine(options).prepare()
    (data / "generations" / "000001" / "vectors" / "00000" / "exact.npy").write_bytes(b"")
    engine = Engine(options)
    assert engine.status().health is Health.MISSING
    engine.prepare()
    assert engine.ask(QUESTION).generation == 2


@pytest.mark.parametrize("pointer", [b"", b"garbage", b"99", b"\xff\xfe"])
def test_a_pointer_to_nothing_falls_back_to_the_newest_whole_generation(
    options: EngineOptions, data: Path, pointer: bytes
) -> None:
    Engine(options).prepare()
    (data / "generations" / "current").write_bytes(pointer)
    engine = Engine(options)
    engine.prepare()
    assert engine.ask(QUESTION).generation == 1


def test_what_a_killed_writer_left_is_swept_by_the_next(options: EngineOptions, knowledge: Path, data: Path) -> None:
    Engine(options).prepare()
    left = data / "generations" / ".new-000002"
    left.mkdir()
    (left / "texts.sqlite").write_bytes(b"half")
    add_article(knowledge, 1)
    assert Engine(options).reindex().generation == 2
    assert not left.exists()


@pytest.mark.slow
def test_old_generations_are_removed_but_not_one_still_open(
    options: EngineOptions, knowledge: Path, data: Path
) -> None:
    engine = Engine(options)
    engine.prepare()
    engine.close()
    held = GenerationStore(data).open(1)
    for number in range(1, 5):
        add_article(knowledge, number)
        Engine(options).reindex()
    assert generations(data) == ["000001", "000003", "000004", "000005"]
    assert held.texts.cards()
    held.close()
    gc.collect()  # what the ended engine held goes when nobody refers to it, cycles included
    add_article(knowledge, 9)
    Engine(options).reindex()
    assert generations(data) == ["000004", "000005", "000006"]


def test_a_reader_follows_the_pointer_without_restart(options: EngineOptions, knowledge: Path) -> None:
    reader = Engine(options)
    reader.prepare()
    assert reader.ask(QUESTION).generation == 1
    add_article(knowledge, 1)
    Engine(options).reindex()
    assert reader.ask(QUESTION).generation == 2
    assert "note-1" in {card.id for card in reader.sources()}


def test_a_generation_of_another_format_is_not_misread(options: EngineOptions, data: Path) -> None:
    Engine(options).prepare()
    manifest = data / "generations" / "000001" / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"format": {FORMAT}', '"format": 999'))
    with pytest.raises(DamagedGenerationError, match="format 999"):
        GenerationStore(data).open(1)


def test_a_copied_data_folder_serves_elsewhere(options: EngineOptions, knowledge: Path, tmp_path: Path) -> None:
    Engine(options).prepare()
    shutil.copytree(options.data_dir, tmp_path / "elsewhere")
    engine = Engine(EngineOptions(knowledge, tmp_path / "elsewhere"))
    engine.prepare()
    assert engine.ask(QUESTION).generation == 1
