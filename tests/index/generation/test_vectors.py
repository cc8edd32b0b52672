"""Vectors in FAISS: however they are searched, the nearest are found and what was put in is given back."""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.engine import Engine, EngineOptions
from index.generation import vectors
from index.generation.store import GenerationStore
from index.generation.vectors import Kind, VectorIndex, kind_for
from index.machine.blocks import LARGEST

NEVER = 10**12
QUESTION = "Combien Vega a-t-il payé Orion Santé ?"


def search_as(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have any number of vectors searched as ``kind``."""
    monkeypatch.setattr(vectors, "SCANNED_FROM", NEVER if kind is Kind.FLAT else 0)
    monkeypatch.setattr(vectors, "PACKED_FROM", 0 if kind is Kind.PACKED else NEVER)


def unit(values: NDArray[np.floating]) -> NDArray[np.float32]:
    return (values / np.linalg.norm(values, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def crowd() -> NDArray[np.float32]:
    """20,000 vectors around 200 centres: each has neighbours that codes can't tell apart."""
    draw = np.random.default_rng(5)
    centres = unit(draw.standard_normal((200, 48)))
    return unit(centres[draw.integers(0, 200, 20_000)] + 0.08 * draw.standard_normal((20_000, 48)))


@pytest.mark.parametrize("kind", Kind)
def test_of_the_ten_nearest_at_least_99_in_100_are_found(
    kind: Kind, crowd: NDArray[np.float32], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search_as(kind, monkeypatch)
    VectorIndex.build(crowd).save(tmp_path / "vectors.faiss")
    index = VectorIndex.load(tmp_path / "vectors.faiss")
    assert index.kinds == (kind,)
    draw = np.random.default_rng(6)
    asked = unit(crowd[:60] + 0.05 * draw.standard_normal((60, 48)))
    found = shared = 0
    for question in asked:
        exact = np.argsort(-(crowd @ question), kind="stable")[:10]
        nearest = index.nearest(question, 10)
        cosines = index.cosines(question, nearest)
        assert np.all(np.diff(cosines) <= 1e-6)
        shared += len(np.intersect1d(nearest, exact))
        found += len(exact)
    assert shared >= 0.99 * found


@pytest.mark.parametrize("kind", [Kind.SCANNED, Kind.PACKED])
def test_codes_alone_would_not_do(kind: Kind, crowd: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch) -> None:
    search_as(kind, monkeypatch)
    monkeypatch.setitem(vectors.COMPARED_AGAIN, kind, 0)
    index = VectorIndex.build(crowd)
    missed = [
        len(np.setdiff1d(np.argsort(-(crowd @ question))[:10], index.nearest(question, 10))) for question in crowd[:60]
    ]
    assert sum(missed) > 0.01 * 600


@pytest.mark.parametrize(("kind", "count"), [*product([Kind.FLAT, Kind.SCANNED], [1, 5, 300]), (Kind.PACKED, 700)])
def test_what_was_put_in_is_given_back_to_the_last_bit(
    kind: Kind, count: int, crowd: NDArray[np.float32], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search_as(kind, monkeypatch)
    VectorIndex.build(crowd[:count]).save(tmp_path / "vectors.faiss")
    index = VectorIndex.load(tmp_path / "vectors.faiss")
    rows = np.arange(count)[::-1]
    assert (len(index), index.dimensions) == (count, 48)
    assert np.array_equal(index.vectors(rows), crowd[:count][::-1])
    assert index.vectors(rows[:0]).shape == (0, 48)
    assert sorted(index.nearest(crowd[0], 1000).tolist()) == list(range(count))


@given(st.integers(0, 2_000_000))
def test_more_vectors_are_never_searched_in_a_slower_way(count: int) -> None:
    order = list(Kind)
    assert order.index(kind_for(count, 384)) <= order.index(kind_for(count + 1, 384))


def test_a_small_block_is_compared_whole_and_a_full_one_by_codes() -> None:
    assert [kind_for(count, 384) for count in (0, 187, 3_999)] == [Kind.FLAT] * 3
    assert [kind_for(count, 384) for count in (4_000, 8_191)] == [Kind.SCANNED] * 2
    assert [kind_for(count, 384) for count in (8_192, LARGEST)] == [Kind.PACKED] * 2


def test_vectors_that_no_pairs_can_be_made_of_have_a_code_for_each_dimension() -> None:
    assert kind_for(LARGEST, 383) is Kind.SCANNED


@pytest.mark.slow
def test_a_generation_of_each_kind_answers_the_same_and_hands_its_vectors_on(
    knowledge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(EngineOptions(knowledge, tmp_path / "data"))
    store = GenerationStore(tmp_path / "data")
    answers, held = [], []
    for number, kind in enumerate([Kind.FLAT, Kind.SCANNED, Kind.FLAT], start=1):
        search_as(kind, monkeypatch)
        entity = f"- {{id: nobody, name: Nobody {number}, kind: company, parent: null, aliases: []}}\n"
        (knowledge / "entities.yaml").write_text(entity)  # changed, so that there is something to build
        report = engine.reindex()
        assert (report.generation, report.embedded) == (number, report.passages if number == 1 else 0)
        generation = store.open(number)
        assert set(generation.vectors.kinds) == {kind}
        held.append(generation.vectors.vectors(np.arange(report.passages)))
        generation.close()
        answer = engine.ask(QUESTION)
        answers.append((answer.verdict, answer.confidence, answer.quotes))
    assert all(each == answers[0] for each in answers)
    assert all(np.array_equal(each, held[0]) for each in held)
    assert answers[0][2][0].article.id == "rachat"


@pytest.mark.parametrize(("set_by_operator", "expected"), [(None, "PASSIVE"), ("ACTIVE", "ACTIVE")])
def test_idle_threads_sleep_unless_the_operator_says_otherwise(set_by_operator: str | None, expected: str) -> None:
    code = (
        "import os, sys, numpy as np\n"
        "from index.generation.vectors import VectorIndex\n"
        "assert 'faiss' not in sys.modules, 'imported before it was told'\n"
        "VectorIndex.build(np.eye(4, dtype=np.float32)).nearest(np.ones(4, dtype=np.float32), 2)\n"
        "print(os.environ['OMP_WAIT_POLICY'])\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "OMP_WAIT_POLICY"}
    if set_by_operator:
        environment["OMP_WAIT_POLICY"] = set_by_operator
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == expected
