"""An index published in a database: taken by machines that leave texts, word pieces and events where they are."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sql

from index.engine import IN_DATABASE, Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.generation.store import GenerationStore
from index.publishing import chunks
from index.publishing.database import PublishedDatabase, published
from index.reading.held import NOBODY
from tests.index.generation.stand import add_article

pytest.importorskip("apsw")
QUESTION = "Combien Vega a-t-il payé Orion Santé ?"
URLS = ["a file", *([os.environ["SOURCIER_TEST_STATE_URL"]] if "SOURCIER_TEST_STATE_URL" in os.environ else [])]


@pytest.fixture(params=URLS, ids=["a file", "a server"][: len(URLS)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "a file":
        return f"sqlite:///{tmp_path / 'published.sqlite'}"
    engine = sql.create_engine(request.param)
    with engine.begin() as connection:
        connection.execute(sql.text(f"DROP SCHEMA IF EXISTS {chunks.SCHEMA} CASCADE"))
    engine.dispose()
    return str(request.param)


def maker_of(url: str, knowledge: Path, tmp_path: Path) -> Engine:
    return Engine(EngineOptions(knowledge, tmp_path / "made", reader=NOBODY, index_url=url))


def reader_of(url: str, tmp_path: Path, name: str = "mirrored") -> Engine:
    return Engine(EngineOptions(tmp_path / "none", tmp_path / name, reader=NOBODY, index_url=url))


@pytest.fixture
def maker(url: str, knowledge: Path, tmp_path: Path) -> Iterator[Engine]:
    engine = maker_of(url, knowledge, tmp_path)
    engine.prepare()  # which publishes its first generation
    yield engine
    engine.close()


@pytest.fixture
def reader(url: str, tmp_path: Path) -> Iterator[Engine]:
    engine = reader_of(url, tmp_path)
    yield engine
    engine.close()


def test_answers_and_timelines_are_those_of_the_maker_without_its_texts(
    maker: Engine, reader: Engine, tmp_path: Path
) -> None:
    assert reader.upkeep.mirror(IN_DATABASE).is_new
    for pattern in ("texts*", "events*", "pieces/*/vectors.npy"):
        assert list((tmp_path / "made").rglob(pattern))
        assert not list((tmp_path / "mirrored").rglob(pattern))
    for question in (QUESTION, "When did Vega close its clinics?", "Qui dirige Vega ?"):
        one, two = maker.ask(question, limit=5), reader.ask(question, limit=5)
        assert (one.quotes, one.verdict, one.confidence) == (two.quotes, two.verdict, two.confidence)
    assert maker.timeline("Vega") == reader.timeline("Vega")
    assert maker.sources() == reader.sources()
    assert reader.upkeep.check()


def test_what_is_made_or_gone_back_to_is_followed(maker: Engine, reader: Engine, knowledge: Path) -> None:
    reader.upkeep.mirror(IN_DATABASE)
    add_article(knowledge, 1)
    maker.reindex()
    assert reader.ask(QUESTION).generation == 1
    assert reader.upkeep.mirror(IN_DATABASE).now.number == 2
    assert reader.ask("Quelle note Vega publie-t-il ?").quotes[0].article.id == "note-1"
    maker.upkeep.rollback()
    assert reader.upkeep.mirror(IN_DATABASE).now.number == 1
    assert "note-1" not in {card.id for card in reader.sources()}
    assert not reader.upkeep.mirror(IN_DATABASE).is_new
    with pytest.raises(EngineFault) as refusal:
        reader.upkeep.publish(IN_DATABASE)
    assert refusal.value.code is FaultCode.BASE_MIRRORED


def test_what_is_there_is_not_sent_again_and_old_generations_go(
    maker: Engine, url: str, knowledge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert maker.upkeep.publish(IN_DATABASE).copied_bytes == 0
    monkeypatch.setattr("index.publishing.database.GRACE", -1)
    for number in range(5):
        add_article(knowledge, number)
        maker.reindex()
    database = sql.create_engine(url).execution_options(
        schema_translate_map={chunks.SCHEMA: None} if url.startswith("sqlite") else {}
    )
    with database.begin() as connection:
        kept = len(connection.execute(sql.select(published)).all())
        files = connection.execute(sql.select(chunks.file.c.chunks)).all()
        there = set(connection.scalars(sql.select(chunks.chunk.c.digest)))
    database.dispose()
    assert kept == 3
    assert there == {one[at : at + 32] for (one,) in files for at in range(0, len(one), 32)}


def test_a_database_that_is_lost_is_told_and_found_again(
    maker: Engine, reader: Engine, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.upkeep.mirror(IN_DATABASE)
    reader.prepare()
    monkeypatch.setattr(chunks, "TRY_AGAIN", 0.3)
    assert reader._database is not None
    asked = chunks.ChunkReader._asked

    def gone(self: chunks.ChunkReader, statement: object) -> None:
        raise sql.exc.OperationalError("select", {}, OSError("the server is gone"))

    reader._database._reader._kept.clear()
    monkeypatch.setattr(chunks.ChunkReader, "_asked", gone)
    for _ in range(2):
        with pytest.raises(EngineFault) as refusal:
            reader.ask(QUESTION)
        assert refusal.value.code is FaultCode.INDEX_LOST
    with pytest.raises(EngineFault):
        reader.upkeep.mirror(IN_DATABASE)
    monkeypatch.setattr(chunks.ChunkReader, "_asked", asked)
    time.sleep(0.4)
    assert reader.ask(QUESTION).quotes == maker.ask(QUESTION).quotes


def test_a_damaged_chunk_is_never_quoted(maker: Engine, reader: Engine, url: str) -> None:
    reader.upkeep.mirror(IN_DATABASE)
    database = sql.create_engine(url).execution_options(
        schema_translate_map={chunks.SCHEMA: None} if url.startswith("sqlite") else {}
    )
    with database.begin() as connection:
        connection.execute(sql.update(chunks.chunk).values(content=b"x" * chunks.CHUNK))
    database.dispose()
    with pytest.raises(EngineFault) as refusal:
        reader.ask(QUESTION)
    assert refusal.value.code is FaultCode.PUBLISHED_DAMAGED


def test_nothing_published_is_told(url: str, reader: Engine) -> None:
    if url.startswith("sqlite"):
        pytest.skip("a server tells that there are no tables yet")
    with pytest.raises(EngineFault) as refusal:
        reader.upkeep.mirror(IN_DATABASE)
    assert refusal.value.code is FaultCode.PUBLISHED_NOTHING


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.slow
def test_killed_at_any_instant_a_publishing_leaves_a_whole_generation(
    maker: Engine, url: str, knowledge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deaths at moments drawn by lot: what others take is the one before or the new one, whole."""
    add_article(knowledge, 1)
    engine = Engine(EngineOptions(knowledge, tmp_path / "made", reader=NOBODY))
    engine.reindex()
    store = GenerationStore(tmp_path / "made")
    lots = random.Random(8)
    found = set()
    monkeypatch.setattr("index.publishing.database.GRACE", -1)
    for draw in range(16):
        before = PublishedDatabase(url)
        before.publish(store.open(1), 1, lambda *_: None)  # which drops what the second has beside
        before.close()
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            if draw:
                signal.setitimer(signal.ITIMER_REAL, lots.uniform(0.001, 0.08))
            try:
                PublishedDatabase(url).publish(store.open(2), 1, lambda *_: None)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        lots.random()  # as the child drew
        reader = reader_of(url, tmp_path, f"at-{draw}")
        number = reader.upkeep.mirror(IN_DATABASE).now.number
        assert {card.id for card in reader.sources()} >= {"rachat"}
        assert ("note-1" in {card.id for card in reader.sources()}) == (number == 2)
        assert reader.ask(QUESTION).generation == number
        reader.close()
        found.add(number)
    assert found == {1, 2}
