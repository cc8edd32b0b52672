"""Candidates from Milvus: the same answers as from the index at hand, and those when Milvus is gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.terms.bm25 import TermIndex

REPOSITORY = Path(__file__).parents[3]
WORDS = st.lists(st.sampled_from("amazon ferme clinique prix care the loss annonce ouvre".split()), max_size=12)


@settings(max_examples=30)
@given(st.lists(st.tuples(WORDS, st.sampled_from(["fr", "en"])), min_size=1, max_size=12), WORDS, st.data())
def test_the_bm25_of_some_passages_is_that_among_all(
    texts: list[tuple[list[str], str]], asked: list[str], data: st.DataObject
) -> None:
    terms = TermIndex.build([" ".join(words) for words, _ in texts], [lang for _, lang in texts])
    rows = np.array(sorted(data.draw(st.sets(st.integers(0, len(texts) - 1)))), dtype=np.int64)
    every = terms.scores(" ".join(asked), "fr")
    np.testing.assert_allclose(terms.scores_of(rows, " ".join(asked), "fr"), every[rows], rtol=1e-5)


@pytest.mark.slow
def test_answers_are_those_of_the_index_at_hand(tmp_path: Path) -> None:
    """In a process of its own: Milvus Lite starts threads, and a server's worth of modules."""
    pytest.importorskip("milvus_lite")
    done = subprocess.run(
        [sys.executable, "-m", "tests.index.milvus.beside", str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["asked"] > 60
    assert found["same"] == found["asked"]
    assert found["by_milvus"] >= found["asked"]
    assert found["collections"] == 3  # as many as generations are kept


def test_without_its_client_milvus_is_refused(knowledge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.milvus.connection.find_spec", lambda name: None)
    with pytest.raises(EngineFault) as refusal:
        Engine(EngineOptions(knowledge, tmp_path / "data", store_url="http://127.0.0.1:1"))
    assert refusal.value.code is FaultCode.STORE_MISSING
