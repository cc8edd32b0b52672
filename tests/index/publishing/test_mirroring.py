"""An index made on one machine and answered from on another, over a folder between them."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.generation.store import GenerationStore
from index.publishing.published import PublishedFolder
from index.report import Health
from tests.index.generation.stand import add_article, another_model, generations

QUESTION = "Combien Vega a-t-il payé Orion Santé ?"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return tmp_path / "published"


@pytest.fixture
def maker(knowledge: Path, tmp_path: Path, published: Path) -> Engine:
    """Where the index is made; its first generation is published."""
    engine = Engine(EngineOptions(knowledge, tmp_path / "made"))
    engine.prepare()
    engine.upkeep.publish(published)
    return engine


@pytest.fixture
def reader(tmp_path: Path) -> Engine:
    """Another machine, without articles."""
    return Engine(EngineOptions(tmp_path / "no articles", tmp_path / "mirrored"))


def refusal_of(work: Callable[[], object]) -> FaultCode:
    with pytest.raises(EngineFault) as refusal:
        work()
    return refusal.value.code


@pytest.mark.slow
def test_a_running_reader_answers_on_and_takes_over_what_is_published(
    maker: Engine, reader: Engine, knowledge: Path, published: Path
) -> None:
    assert reader.upkeep.mirror(published).is_new
    before = reader.ask(QUESTION)
    assert before.quotes == maker.ask(QUESTION).quotes
    add_article(knowledge, 1)
    maker.reindex()
    assert reader.ask(QUESTION).generation == 1  # made, but not published yet
    maker.upkeep.publish(published)
    done = reader.upkeep.mirror(published)
    assert (done.before, done.now.number, done.is_new) == (1, 2, True)
    assert "note-1" in {card.id for card in reader.sources()}
    assert reader.ask(QUESTION).generation == 2
    assert not reader.upkeep.mirror(published).is_new
    assert reader.status().health is Health.OK


def test_what_is_there_is_not_copied_again(maker: Engine, reader: Engine, knowledge: Path, published: Path) -> None:
    assert maker.upkeep.publish(published).copied_bytes == 0
    add_article(knowledge, 1)
    maker.reindex()
    again = maker.upkeep.publish(published)
    assert 0 < again.copied_bytes < again.bytes  # the names of the base are the same file
    reader.upkeep.mirror(published)


def test_a_rollback_where_the_index_is_made_is_followed(
    maker: Engine, reader: Engine, knowledge: Path, published: Path
) -> None:
    add_article(knowledge, 1)
    maker.reindex()
    maker.upkeep.publish(published)
    reader.upkeep.mirror(published)
    maker.upkeep.rollback()
    maker.upkeep.publish(published)
    assert reader.upkeep.mirror(published).now.number == 1
    assert reader.ask(QUESTION).generation == 1
    maker.upkeep.rollback(2)
    maker.upkeep.publish(published)
    assert reader.upkeep.mirror(published).copied_bytes == 0  # it was kept


def test_a_mirrored_index_is_not_changed_here(maker: Engine, reader: Engine, published: Path) -> None:
    reader.upkeep.mirror(published)
    assert refusal_of(reader.reindex) is FaultCode.BASE_MIRRORED
    assert refusal_of(reader.upkeep.rollback) is FaultCode.BASE_MIRRORED
    assert refusal_of(lambda: maker.upkeep.mirror(published)) is FaultCode.MIRROR_NOT_EMPTY


def test_nothing_published_is_told(maker: Engine, reader: Engine, tmp_path: Path) -> None:
    assert refusal_of(lambda: reader.upkeep.mirror(tmp_path / "nowhere")) is FaultCode.PUBLISHED_NOTHING
    assert not (tmp_path / "mirrored").exists()


@pytest.mark.slow
def test_a_copy_under_way_is_never_served(
    maker: Engine, reader: Engine, knowledge: Path, published: Path, tmp_path: Path
) -> None:
    """Whatever has come of a generation so far, in whatever order: the reader answers from the one before."""
    arriving = tmp_path / "arriving"
    shutil.copytree(published, arriving)
    reader.upkeep.mirror(arriving)
    add_article(knowledge, 1)
    maker.reindex()
    maker.upkeep.publish(published)
    every = [path.relative_to(published) for path in sorted(published.rglob("*")) if path.is_file()]
    coming = [path for path in every if path == Path("current") or not (arriving / path).exists()]
    for path in coming:  # the pointer among the first: an order that rsync may choose
        (arriving / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(published / path, arriving / path)
        if path != coming[-1]:
            assert refusal_of(lambda: reader.upkeep.mirror(arriving)) is FaultCode.PUBLISHED_INCOMPLETE
            assert reader.ask(QUESTION).generation == 1
    assert reader.upkeep.mirror(arriving).now.number == 2


def test_a_damaged_file_is_found_and_named(maker: Engine, reader: Engine, published: Path, tmp_path: Path) -> None:
    for path in sorted(published.rglob("*")):
        if not path.is_file() or path.name == "publishing.lock":
            continue
        content = path.read_bytes()
        if content:
            path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
            assert refusal_of(lambda: reader.upkeep.mirror(published)) in (
                FaultCode.PUBLISHED_DAMAGED,
                FaultCode.PUBLISHED_INCOMPLETE,  # a pointer to another generation
            )
            assert GenerationStore(tmp_path / "mirrored").numbers() == []
            path.write_bytes(content)
    reader.upkeep.mirror(published)


def test_what_is_damaged_at_the_reader_is_taken_anew(
    maker: Engine, reader: Engine, published: Path, tmp_path: Path
) -> None:
    reader.upkeep.mirror(published)
    store = GenerationStore(tmp_path / "mirrored")
    (store.path(1) / "words.json").write_text("{")
    (store.folder / "current").write_text("7")  # somebody's slip
    assert reader.upkeep.mirror(published).is_new
    assert store.open_best()[1] == ()


def test_an_index_begun_anew_is_not_mixed_with_the_one_before(
    maker: Engine, reader: Engine, knowledge: Path, published: Path, tmp_path: Path
) -> None:
    reader.upkeep.mirror(published)
    add_article(knowledge, 1)
    anew = Engine(EngineOptions(knowledge, tmp_path / "anew"))
    anew.reindex()
    anew.upkeep.publish(published)
    assert refusal_of(lambda: reader.upkeep.mirror(published)) is FaultCode.MIRROR_DIFFERS
    assert reader.ask(QUESTION).generation == 1


def test_an_index_of_another_model_is_not_taken(maker: Engine, published: Path, tmp_path: Path) -> None:
    model = str(another_model(tmp_path / "model"))
    other = Engine(EngineOptions(tmp_path / "none", tmp_path / "other", model=model))
    assert refusal_of(lambda: other.upkeep.mirror(published)) is FaultCode.MODEL_CHANGED


def test_names_that_lead_out_of_the_generation_are_refused(
    maker: Engine, reader: Engine, published: Path, tmp_path: Path
) -> None:
    import hashlib

    pointed = PublishedFolder(published).pointed()
    content = pointed.content.replace(b'"words.json"', b'"../../words.json"')
    digest = hashlib.sha256(content).hexdigest()
    (published / "manifests" / f"000001-{digest}.json").write_bytes(content)
    (published / "current").write_text(f"1 {digest}")
    assert refusal_of(lambda: reader.upkeep.mirror(published)) is FaultCode.PUBLISHED_DAMAGED
    assert not list(tmp_path.glob("**/mirrored/**/words.json"))


def test_old_generations_leave_the_folder_and_the_reader(
    knowledge: Path, published: Path, tmp_path: Path, reader: Engine
) -> None:
    maker = Engine(EngineOptions(knowledge, tmp_path / "made", kept_generations=2))
    for number in range(4):
        add_article(knowledge, number)
        maker.reindex()
        maker.upkeep.publish(published)
        reader.upkeep.mirror(published)
    assert [path.name[:6] for path in sorted((published / "manifests").iterdir())] == ["000003", "000004"]
    needed = PublishedFolder(published).pointed().manifest.files
    kept = list((published / "files").glob("*/*"))
    assert len(kept) <= 2 * len(needed)
    assert generations(tmp_path / "mirrored") == ["000002", "000003", "000004"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.slow
def test_killed_at_any_instant_a_reader_serves_a_whole_generation(
    maker: Engine, knowledge: Path, published: Path, tmp_path: Path
) -> None:
    """A death before every third file operation of a mirroring, each from the same good state."""
    from tests.index.generation.sudden_death import dying_at

    base = tmp_path / "base"
    options = EngineOptions(tmp_path / "none", base)
    Engine(options).upkeep.mirror(published)
    add_article(knowledge, 1)
    maker.reindex()
    maker.upkeep.publish(published)
    found = set()
    for number in range(0, 1000, 3):
        data = tmp_path / f"data-{number}"
        shutil.copytree(base, data, copy_function=os.link)
        one = EngineOptions(tmp_path / "none", data)
        ended = dying_at(number, lambda one=one: Engine(one).upkeep.mirror(published))
        generation, damaged = GenerationStore(data).open_best()
        assert generation is not None
        assert damaged == ()
        found.add(generation.number)
        generation.close()
        if number % 10 == 0:  # the next one ends it
            assert Engine(one).upkeep.mirror(published).now.number == 2
        shutil.rmtree(data)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    assert found == {1, 2}
    assert number > 50
