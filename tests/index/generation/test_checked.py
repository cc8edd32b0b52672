"""Large files are read whole once, and again when anything wrote to them or a full check is asked for."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

import index.generation.checked
from index.engine import Engine, EngineOptions
from index.generation.checked import FILE
from index.generation.manifest import DamagedGenerationError
from index.generation.store import GenerationStore
from index.report import Health
from tests.index.generation.stand import add_article

QUESTION = "Combien Vega a-t-il payé Orion Santé ?"


@pytest.fixture
def options(knowledge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EngineOptions:
    """Two generations an hour old, of which every file counts as large."""
    monkeypatch.setattr(index.generation.checked, "LINKED_FROM", 1)
    options = EngineOptions(knowledge, tmp_path / "data")
    engine = Engine(options)
    engine.prepare()
    add_article(knowledge, 1)
    engine.reindex()
    engine.close()
    for path in (options.data_dir / "generations").rglob("*"):
        os.utime(path, (time.time() - 3600,) * 2)
    (options.data_dir / "generations" / FILE).unlink(missing_ok=True)
    return options


def files_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    read: list[str] = []
    stamp = index.generation.checked.stamp_of
    monkeypatch.setattr(index.generation.checked, "stamp_of", lambda path: (read.append(path.name), stamp(path))[1])
    return read


@pytest.mark.slow
def test_what_was_checked_is_not_read_again(options: EngineOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    read = files_read(monkeypatch)
    store = GenerationStore(options.data_dir)
    store.open(2).close()
    assert "texts.sqlite" in read
    read.clear()
    store.open(2).close()
    assert read == []
    assert store.check(2)
    assert "texts.sqlite" in read


@pytest.mark.slow
def test_what_a_re_index_wrote_is_not_read_again_to_be_opened(
    options: EngineOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_article(options.knowledge_dir, 2)
    engine = Engine(options)
    engine.reindex()
    read = files_read(monkeypatch)
    assert engine.ask(QUESTION).quotes
    engine.close()
    GenerationStore(options.data_dir).open(3).close()
    assert read == []


def test_what_was_written_a_moment_ago_is_read_again(options: EngineOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    store = GenerationStore(options.data_dir)
    (store.path(2) / "texts.sqlite").touch()
    read = files_read(monkeypatch)
    for _ in range(2):
        read.clear()
        store.open(2).close()
        assert "texts.sqlite" in read


def test_any_write_is_found_although_the_file_was_checked(options: EngineOptions) -> None:
    store = GenerationStore(options.data_dir)
    store.open(2).close()
    for path in sorted(store.path(2).rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
            with pytest.raises(DamagedGenerationError):
                store.open(2)
            path.write_bytes(content)
    store.open(2).close()


def test_what_a_disk_lost_by_itself_is_found_by_a_full_check(options: EngineOptions) -> None:
    engine = Engine(options)
    engine.prepare()
    assert engine.upkeep.check()
    texts = GenerationStore(options.data_dir).path(2) / "words.json"
    status, content = texts.stat(), texts.read_bytes()
    texts.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    os.utime(texts, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert engine.ask(QUESTION).generation == 2  # nothing tells of it
    assert not engine.upkeep.check()
    assert engine.ask(QUESTION).generation == 1
    assert engine.status().health is Health.DEGRADED


def test_a_record_that_cannot_be_read_or_written_costs_time_alone(options: EngineOptions) -> None:
    record = options.data_dir / "generations" / FILE
    record.write_text("[1")
    GenerationStore(options.data_dir).open(2).close()
    record.unlink()
    record.mkdir()
    GenerationStore(options.data_dir).open(2).close()
