"""A base that grows article by article is the same as one made whole, and only what changed is made anew."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import index.articles.folder
from index.engine import Engine, EngineOptions
from index.faults import FaultCode
from index.generation.generation import Generation
from index.generation.store import GenerationStore
from index.generation.vectors import Kind
from index.machine import blocks, handing_on
from index.machine.blocks import growth
from tests.index.generation.stand import add_article, generations
from tests.index.generation.test_vectors import search_as

REPOSITORY = Path(__file__).parents[3]
QUESTIONS = ("Combien Vega a-t-il payé Orion Santé ?", "When did the clinics open?", "Qui a écrit la note 3 ?")


@pytest.fixture
def options(knowledge: Path, tmp_path: Path) -> EngineOptions:
    # time enough to read all that is to be read, however busy the machine is: confidences are compared
    return EngineOptions(knowledge, tmp_path / "data", reading_seconds=600)


def held(generation: Generation) -> dict[Any, Any]:
    """All that a generation knows of each passage, whatever its row; and of the base."""
    found: dict[Any, Any] = {}
    for row, indexed in enumerate(generation.texts.passages(range(generation.manifest.passages))):
        of = generation.stretches.of([row])
        pieces = generation.pieces.of(row)
        found[indexed.passage] = (
            indexed.card,
            indexed.key,
            indexed.names,
            (pieces.vectors.shape, pieces.starts.tolist()),
            (of.ends.tolist(), of.stem_ends.tolist(), of.kinds.tolist(), of.grams.tolist(), of.stems.tolist()),
            [round(float(generation.terms.scores(question, "fr")[row]), 4) for question in QUESTIONS],
        )
    found["words"] = dict(generation.spelling._words)
    found["cards"] = generation.texts.cards()
    found["events"] = {card.id: generation.events.of_article(card.id) for card in generation.texts.cards()}
    found["languages"] = generation.manifest.languages
    return found


def vectors_of(*both: Generation) -> Any:
    """The vector of each passage, as each of two generations has it."""
    kept = [
        dict(
            zip(
                (indexed.passage for indexed in each.texts.passages(range(len(each.vectors)))),
                each.vectors.vectors(np.arange(len(each.vectors))),
                strict=True,
            )
        )
        for each in both
    ]
    return ((passage, (kept[0][passage], kept[1][passage])) for passage in kept[0])


@pytest.mark.parametrize("kind", [Kind.FLAT, Kind.SCANNED])
@pytest.mark.slow
def test_a_base_that_grew_holds_what_one_made_whole_holds(
    options: EngineOptions, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    search_as(kind, monkeypatch)
    monkeypatch.setattr(blocks, "LARGEST", 6)
    knowledge = options.knowledge_dir
    engine = Engine(options)
    engine.prepare()
    for number in range(1, 7):
        add_article(knowledge, number)
        engine.reindex()
    clinics = knowledge / "clinics.md"
    clinics.write_text(clinics.read_text(encoding="utf-8").replace("June 2024", "July 2024"), encoding="utf-8")
    (knowledge / "note-2.md").unlink()
    (knowledge / "note-6.md").rename(knowledge / "a-note.md")
    engine.reindex()
    answers = [engine.ask(question) for question in QUESTIONS]
    with_growth = GenerationStore(options.data_dir).open(8)
    grown = held(with_growth)
    assert len(with_growth.stretches.sizes) > 1

    whole = engine.reindex(full=True)
    made = held(GenerationStore(options.data_dir).open(whole.generation))
    assert grown == made
    for passage, (before, after) in vectors_of(with_growth, GenerationStore(options.data_dir).open(whole.generation)):
        assert after == pytest.approx(before, abs=1e-3), passage  # encoded beside other texts, the last bits differ
    for question, answer in zip(QUESTIONS, answers, strict=True):
        again = engine.ask(question)
        assert (answer.quotes, answer.verdict) == (again.quotes, again.verdict)
        assert answer.confidence == pytest.approx(again.confidence, abs=1e-3)


CHANGES = st.lists(
    st.lists(st.tuples(st.sampled_from(["add", "change", "remove"]), st.integers(0, 5)), min_size=1, max_size=4),
    min_size=1,
    max_size=4,
)


@pytest.mark.slow
@settings(max_examples=8, deadline=None)
@given(CHANGES, st.integers(3, 9))
def test_whatever_comes_changes_and_goes_the_base_is_the_one_that_would_be_made_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[list[tuple[str, int]]], largest: int
) -> None:
    folder = tmp_path_factory.mktemp("changing")
    knowledge = folder / "knowledge"
    knowledge.mkdir()
    add_article(knowledge, 100)
    engine = Engine(EngineOptions(knowledge, folder / "data"))
    with pytest.MonkeyPatch.context() as small:
        small.setattr(blocks, "LARGEST", largest)
        engine.prepare()
        for step in steps:
            for what, number in step:
                path = knowledge / f"note-{number}.md"
                if what == "remove":
                    path.unlink(missing_ok=True)
                elif what == "change" and path.exists():
                    path.write_text(
                        f"{path.read_text('utf-8')}\nLa suite {len(step)} a coûté 40 millions en 2022.\n", "utf-8"
                    )
                else:
                    add_article(knowledge, number)
            engine.reindex()
        answers = [engine.ask(question) for question in QUESTIONS]
        store = GenerationStore(folder / "data")
        number = store.current_number()
        assert number is not None
        grown = held(store.open(number))
        assert grown == held(store.open(engine.reindex(full=True).generation))
        for question, answer in zip(QUESTIONS, answers, strict=True):
            again = engine.ask(question)
            assert (answer.quotes, answer.verdict) == (again.quotes, again.verdict)


@pytest.mark.slow
def test_what_did_not_change_is_the_same_file(options: EngineOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing_on, "LINKED_FROM", 0)
    engine = Engine(options)
    engine.prepare()
    add_article(options.knowledge_dir, 1)
    engine.reindex()
    store = GenerationStore(options.data_dir)
    before, after = (store.path(number) / "stretches" / "00000" / "grams.npy" for number in (1, 2))
    assert before.samefile(after)
    store.open(2).close()
    for number in range(2, 6):
        add_article(options.knowledge_dir, number)
        engine.reindex()
        assert engine.ask(QUESTIONS[0]).generation == number + 1
    gc.collect()  # what was served is let go when nobody refers to it
    add_article(options.knowledge_dir, 9)
    engine.reindex()
    assert generations(options.data_dir) == ["000005", "000006", "000007"]
    assert engine.ask(QUESTIONS[0]).quotes


def test_a_small_file_is_a_copy_so_that_damage_stays_in_one_generation(options: EngineOptions) -> None:
    engine = Engine(options)
    engine.prepare()
    add_article(options.knowledge_dir, 1)
    engine.reindex()
    store = GenerationStore(options.data_dir)
    before, after = (store.path(number) / "stretches" / "00000" / "grams.npy" for number in (1, 2))
    assert not before.samefile(after)
    assert before.read_bytes() == after.read_bytes()


@pytest.mark.slow
@given(
    st.lists(st.tuples(st.sets(st.integers(0, 60)), st.lists(st.integers(1, 9), max_size=9)), max_size=8),
    st.integers(1, 20),
)
def test_rows_stay_in_order_whatever_goes_and_comes(steps: list[tuple[set[int], list[int]]], largest: int) -> None:
    before, blocks.LARGEST = blocks.LARGEST, largest
    try:
        rows: list[int] = []
        held_in: list[list[int]] = []
        number, longest = 0, max((rows for _, new in steps for rows in new), default=0)
        for gone, new in steps:
            left = np.array(sorted(row for row in gone if row < len(rows)), dtype=np.int64)
            grown = growth([len(block) for block in held_in], left, new)
            came = list(range(number, number + sum(new)))
            number += len(came)
            firsts = np.cumsum([0, *new])
            made = [[rows[row] for row in block.kept] + came[block.new_from : block.new_to] for block in grown.blocks]
            for block, its in zip(grown.blocks, made, strict=True):
                assert block.same_as is None or held_in[block.same_as] == its
                assert 0 < len(its) <= max(largest, longest)
                if block.new_from < block.new_to:
                    assert firsts[block.article_from] == block.new_from
                    assert firsts[block.article_to] == block.new_to
            expected = [one for row, one in enumerate(rows) if row not in set(left.tolist())] + came
            assert [one for block in made for one in block] == expected
            assert grown.rows == len(expected)
            rows, held_in = expected, made
    finally:
        blocks.LARGEST = before


def test_an_unchanged_file_is_not_opened(options: EngineOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = options.knowledge_dir
    (knowledge / "empty.md").write_text("")
    engine = Engine(options)
    monkeypatch.setattr("index.articles.seen.QUIET", -1.0)  # as if the files had been written a while ago
    engine.prepare()
    opened: list[str] = []
    really = index.articles.folder.read_whole

    def read_whole(root: Path, place: Any, most: int) -> Any:
        opened.append(str(place))
        return really(root, place, most)

    monkeypatch.setattr(index.articles.folder, "read_whole", read_whole)
    report = engine.reindex()
    assert (opened, report.unchanged, report.is_new) == ([], 3, False)
    assert [(refused.path, refused.code) for refused in report.rejected] == [("empty.md", FaultCode.EMPTY)]
    clinics = knowledge / "clinics.md"
    same_size = clinics.read_text(encoding="utf-8").replace("June 2024", "July 2024")
    clinics.write_text(same_size, encoding="utf-8")
    assert engine.reindex().updated == ("clinics",)
    assert opened == ["clinics.md"]


def test_a_file_written_a_moment_ago_is_read_again(options: EngineOptions) -> None:
    engine = Engine(options)
    engine.prepare()
    article = options.knowledge_dir / "clinics.md"
    status = article.stat()
    article.write_text(article.read_text(encoding="utf-8").replace("2024", "2025"), encoding="utf-8")
    os.utime(article, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert engine.reindex().updated == ("clinics",)


def test_what_is_refused_makes_no_generation_and_is_told(options: EngineOptions) -> None:
    engine = Engine(options)
    engine.prepare()
    (options.knowledge_dir / "empty.md").write_text("")
    report = engine.reindex()
    assert (report.generation, report.is_new, engine.status().rejected) == (1, False, 1)
    assert generations(options.data_dir) == ["000001"]
    (options.knowledge_dir / "empty.md").unlink()
    assert engine.reindex().rejected == ()
    assert engine.status().rejected == 0


@pytest.mark.slow
def test_what_was_encoded_when_the_process_died_is_not_encoded_again(options: EngineOptions) -> None:
    for number in range(1, 41):
        add_article(options.knowledge_dir, number)
    dying = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "import index.building.embedding\n"
        "index.building.embedding.AT_A_TIME = 8\n"
        "from index.engine import Engine, EngineOptions\n"
        "from index.report import Stage\n"
        "def progress(stage, done, total):\n"
        "    if stage is Stage.ENCODE and done > 20: os._exit(9)\n"
        "Engine(EngineOptions(Path(sys.argv[1]), Path(sys.argv[2]))).reindex(progress=progress)\n"
    )
    command = [sys.executable, "-c", dying, str(options.knowledge_dir), str(options.data_dir)]
    assert subprocess.run(command, cwd=REPOSITORY, check=False).returncode == 9
    report = Engine(options).reindex()
    assert report.embedded == report.passages - 16
    assert not list((options.data_dir / "generations").glob("encoded-*"))


def test_what_a_power_cut_left_of_the_encoded_is_encoded_again(options: EngineOptions) -> None:
    from index.encoder.model import find_model

    folder = options.data_dir / "generations"
    folder.mkdir(parents=True)
    (folder / f"encoded-{find_model(None).fingerprint}.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    report = Engine(options).reindex()
    assert report.embedded == report.passages
    assert Engine(options).ask(QUESTIONS[0]).quotes
