"""A cross-encoder that orders the first passages again: off unless it is set, and it changes nothing but the order."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.passages.context import text_in_context
from index.ranking.reranker import RERANKED, Reranker
from tests.conftest import write_articles
from tests.index.encoder.making import make_cross_encoder

QUESTION = "Who bought Orion?"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More articles about one subject than are looked at again."""
    folder = tmp_path / "many"
    verbs = ["bought", "sold", "left", "met", "sued", "paid", "praised", "joined", "closed", "opened"]
    names = ["Vega", "Orion", "Lyra"]
    told = "---\ntitle: {name} {place}\nlang: en\n---\n{name} {verb} Orion for reason {verb} {name}."
    notes = {
        f"note-{verb}-{name}.md": told.format(name=name, place=place, verb=verb)
        for place, verb in enumerate(verbs)
        for name in names
    }
    write_articles(folder, notes)
    return folder


@pytest.mark.slow
def test_the_first_passages_are_in_the_order_of_the_cross_encoder(
    many: Path, cross_encoder: Path, tmp_path: Path
) -> None:
    from sentence_transformers import CrossEncoder

    plain = Engine(EngineOptions(many, tmp_path / "data", reader="off"))
    plain.prepare()
    before = plain.find(QUESTION, limit=RERANKED + 5)
    engine = Engine(EngineOptions(many, tmp_path / "data", reader=str(cross_encoder)))
    engine.prepare()
    after = engine.find(QUESTION, limit=RERANKED + 5)
    assert len(after.hits) > RERANKED
    pairs = [(QUESTION, text_in_context(h.indexed.card.title, h.indexed.passage)) for h in before.hits[:RERANKED]]
    scores = CrossEncoder(str(cross_encoder), local_files_only=True).predict(pairs)
    expected = [before.hits[place].row for place in np.argsort(-scores, kind="stable")]
    assert [hit.row for hit in after.hits[:RERANKED]] == expected
    assert expected != [hit.row for hit in before.hits[:RERANKED]]
    assert after.hits[RERANKED:] == before.hits[RERANKED:]
    assert (after.confidence, after.verdict) == (before.confidence, before.verdict)
    shown = engine.ask(QUESTION, limit=2).quotes
    assert [quote.article.id for quote in shown] == [hit.indexed.card.id for hit in after.hits[:2]]


def test_nothing_and_a_single_passage_need_no_model(tmp_path: Path) -> None:
    assert Reranker(str(tmp_path / "nowhere")).reranked(QUESTION, []) == ()


@pytest.mark.slow
def test_a_cross_encoder_that_is_nowhere_or_gives_several_scores_is_refused(
    knowledge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for name in (str(tmp_path), str(make_cross_encoder(tmp_path / "three", labels=3))):
        engine = Engine(EngineOptions(knowledge, tmp_path / "data", reader=name))
        with pytest.raises(EngineFault) as refusal:
            engine.prepare()
        assert refusal.value.code is FaultCode.RERANKER_MISSING
        assert refusal.value.details["model"] == name


@pytest.mark.slow
def test_without_one_torch_is_never_imported(knowledge: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index.engine import Engine, EngineOptions\n"
        "engine = Engine(EngineOptions(Path(sys.argv[1]), Path(sys.argv[2]))); engine.prepare()\n"
        "assert engine.ask('Combien Vega a payé Orion ?').quotes\n"
        "assert not {'torch', 'sentence_transformers', 'transformers'} & sys.modules.keys(), 'torch was imported'\n"
    )
    subprocess.run([sys.executable, "-c", code, str(knowledge), str(tmp_path / "data")], check=True)
