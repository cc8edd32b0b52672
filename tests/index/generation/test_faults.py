"""What can go wrong beneath an index: sudden death, a full or closed disk, flipped bits, a race, a clock, a folder or a
model that changes under its hands. Each fault is made; after each, the last whole generation answers."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from threading import Thread

import pytest

import index.building.reindex
from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.generation.manifest import DamagedGenerationError
from index.generation.store import GenerationStore
from index.report import Health, MadeBy, Stage
from tests.conftest import ARTICLES, write_articles
from tests.index.generation.stand import add_article, another_model, generations

QUESTION = "Combien Vega a-t-il payé Orion Santé ?"
REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def options(knowledge: Path, tmp_path: Path) -> EngineOptions:
    return EngineOptions(knowledge, tmp_path / "data")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user can reach, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp())
    yield folder
    shutil.rmtree(folder)


def in_own_process(module: str, *arguments: str) -> dict[str, int]:
    """What a module of faults found, in a process that forks and has no threads of pytest's."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, int] = json.loads(done.stdout)
    return found


@pytest.mark.slow
def test_killed_at_any_instant_the_next_start_serves_a_whole_generation(tmp_path: Path) -> None:
    found = in_own_process("tests.index.generation.sudden_death", str(tmp_path), "1", "60")
    assert found["operations"] > 100  # one death at each of them
    assert found["before"] > 100
    assert found["after"] > 10


@pytest.mark.slow
def test_a_disk_that_is_full_or_closed_leaves_the_last_generation(open_folder: Path) -> None:
    found = in_own_process("tests.index.generation.lost_disk", str(open_folder))
    assert found.pop("full: before") > 10
    assert found.pop("full: after") == 1
    assert found == {"closed generations: 3, before": 1, "closed generations/writer.lock: 3, before": 1}


@pytest.mark.slow
def test_a_flipped_bit_or_a_lost_byte_in_any_file_is_found(options: EngineOptions) -> None:
    Engine(options).prepare()
    store = GenerationStore(options.data_dir)
    files = sorted(path for path in store.path(1).rglob("*") if path.is_file())
    lots = random.Random(8)
    for path in files * 8:
        content = bytearray(path.read_bytes())
        place = lots.randrange(len(content) + 1) - 1
        if place < 0:
            path.write_bytes(content[:-1])
        else:
            flipped = content.copy()
            flipped[place] ^= 1 << lots.randrange(8)
            path.write_bytes(flipped)
        with pytest.raises(DamagedGenerationError):
            store.open(1)
        path.write_bytes(content)
    store.open(1).close()


@pytest.mark.slow
def test_two_processes_at_once_leave_one_whole_generation_after_the_other(options: EngineOptions) -> None:
    Engine(options).prepare()
    add_article(options.knowledge_dir, 1)
    command = [sys.executable, "-m", "bot.cli", "reindex", "--full", "--json"]
    folders = ["--knowledge-dir", str(options.knowledge_dir), "--data-dir", str(options.data_dir)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "HF_HUB_OFFLINE": "1", "LC_ALL": "C.UTF-8"}
    both = [
        subprocess.Popen([*command, *folders], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        for _ in range(2)
    ]
    ended = [(process.communicate(), process.returncode) for process in both]
    made = [json.loads(out)["generation"] for (out, _), status in ended if status == 0]
    refused = [err.decode() for (_, err), status in ended if status != 0]
    assert sorted(made) in ([2], [2, 3])
    assert all("already running" in line for line in refused)
    assert Engine(options).ask(QUESTION).generation == max(made)


def test_many_threads_at_once_take_their_turn(options: EngineOptions) -> None:
    engine = Engine(options)
    engine.prepare()
    add_article(options.knowledge_dir, 1)
    threads = [Thread(target=lambda: engine.upkeep.reindex(wait=True)) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert engine.ask(QUESTION).quotes
    assert generations(options.data_dir) == ["000001", "000002"]


def test_a_clock_that_goes_back_changes_no_order(options: EngineOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    class Wound(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Wound:
            return cls(1999, 12, 31, tzinfo=UTC)

    engine = Engine(options)
    engine.prepare()
    monkeypatch.setattr(index.building.reindex, "datetime", Wound)
    add_article(options.knowledge_dir, 1)
    assert engine.reindex().generation == 2
    assert engine.ask(QUESTION).generation == 2
    assert [(card.number, card.created[:4] == "1999") for card in engine.status().history] == [(2, True), (1, False)]
    assert engine.upkeep.rollback().now.number == 1


def test_a_change_is_seen_whatever_the_clock_says_of_the_file(options: EngineOptions) -> None:
    engine = Engine(options)
    engine.prepare()
    article = options.knowledge_dir / "clinics.md"
    before = article.stat()
    article.write_text(article.read_text(encoding="utf-8").replace("June 2024", "July 2024"), encoding="utf-8")
    os.utime(article, ns=(before.st_atime_ns, before.st_mtime_ns - 10**9))
    assert engine.reindex().updated == ("clinics",)


@pytest.mark.parametrize("emptied", [False, True])
def test_a_folder_that_vanishes_while_it_is_read_changes_nothing(options: EngineOptions, emptied: bool) -> None:
    engine = Engine(options)
    engine.prepare()
    for article in options.knowledge_dir.rglob("*.*"):
        article.write_text(article.read_text(encoding="utf-8") + "\nChangé.\n", encoding="utf-8")

    def take_away(stage: Stage, done: int, _total: int) -> None:
        if (stage, done) == (Stage.READ, 1):
            shutil.rmtree(options.knowledge_dir)
            if emptied:
                options.knowledge_dir.mkdir()

    with pytest.raises(EngineFault) as refusal:
        engine.reindex(progress=take_away)
    assert refusal.value.code is FaultCode.KNOWLEDGE_MISSING
    assert engine.ask(QUESTION).generation == 1
    write_articles(options.knowledge_dir, ARTICLES)
    assert engine.reindex().generation == 1


def test_a_file_that_vanishes_while_others_are_read_was_never_there(options: EngineOptions) -> None:
    engine = Engine(options)
    engine.prepare()

    def take_one_away(stage: Stage, done: int, _total: int) -> None:
        if (stage, done) == (Stage.READ, 1):
            (options.knowledge_dir / "rachat.md").unlink()

    report = engine.reindex(progress=take_one_away)
    assert (report.removed, report.rejected) == (("rachat",), ())


def test_a_data_folder_taken_from_under_a_running_engine_does_not_silence_it(options: EngineOptions) -> None:
    engine = Engine(options)
    engine.prepare()
    shutil.rmtree(options.data_dir)
    assert engine.ask(QUESTION).quotes
    assert engine.reindex().generation == 1
    assert engine.ask(QUESTION).quotes
    assert engine.status().health is Health.OK


@pytest.mark.slow
def test_a_model_that_changes_on_disk_is_never_mixed_with_the_old_one(options: EngineOptions, tmp_path: Path) -> None:
    shipped = Path(index.__file__).parent / "model"
    folder = tmp_path / "model"
    shutil.copytree(shipped, folder)
    options = EngineOptions(options.knowledge_dir, options.data_dir, model=str(folder))
    running = Engine(options)
    running.prepare()
    shutil.rmtree(folder)
    another_model(folder)

    with pytest.raises(EngineFault) as refusal:
        Engine(options).prepare()
    assert refusal.value.code is FaultCode.MODEL_CHANGED
    assert running.ask(QUESTION).generation == 1

    report = running.reindex()
    assert report.embedded == report.passages
    assert running.ask(QUESTION).generation == 2


@pytest.mark.slow
def test_a_running_engine_follows_a_reindex_with_a_changed_model(options: EngineOptions, tmp_path: Path) -> None:
    shipped = Path(index.__file__).parent / "model"
    folder = tmp_path / "model"
    shutil.copytree(shipped, folder)
    options = EngineOptions(options.knowledge_dir, options.data_dir, model=str(folder))
    running = Engine(options)
    running.prepare()
    shutil.rmtree(folder)
    another_model(folder)
    Engine(options).reindex(made_by=MadeBy.SHELL)
    assert running.ask(QUESTION).generation == 2


def test_a_model_that_changes_while_passages_are_encoded_makes_no_generation(
    options: EngineOptions, tmp_path: Path
) -> None:
    shipped = Path(index.__file__).parent / "model"
    folder = tmp_path / "model"
    shutil.copytree(shipped, folder)
    engine = Engine(EngineOptions(options.knowledge_dir, options.data_dir, model=str(folder)))
    engine.prepare()
    add_article(options.knowledge_dir, 1)

    def change(stage: Stage, done: int, _total: int) -> None:
        if stage is Stage.ENCODE and done == 0:
            (folder / "config_sentence_transformers.json").write_text('{"prompts": {"query": "q: "}}')

    with pytest.raises(EngineFault) as refusal:
        engine.reindex(progress=change)
    assert refusal.value.code is FaultCode.MODEL_CHANGED
    assert generations(options.data_dir) == ["000001"]
