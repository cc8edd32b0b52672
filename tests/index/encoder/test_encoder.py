"""The two ways of running a model, and the choice of a model."""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.encoder.encoder import Encoder
from index.encoder.light import LightEncoder
from index.encoder.model import E5_INSTRUCTED_PROMPTS, SHIPPED_MODEL, find_model
from index.faults import EngineFault, FaultCode

TEXTS = [
    "Combien Amazon a-t-il payé One Medical ?",
    "Amazon a annoncé l’acquisition de One Medical pour 3,9 milliards de dollars.",
    "How much did Amazon pay for One Medical?",
    "",
    "a",
    "Le service fermera le 31 décembre 2022. " * 40,
]


@pytest.mark.slow
def test_the_light_and_the_bulk_way_give_the_same_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    from index.encoder import bulk as bulk_way
    from index.encoder.bulk import BulkEncoder

    # where the processor has a matrix unit, the bulk way rounds to bfloat16
    monkeypatch.setattr(bulk_way, "_fastest_precision", lambda _: torch.float32)
    model = find_model(None)
    (light, _), bulk = LightEncoder(model).encode(TEXTS), BulkEncoder(model).encode(TEXTS)
    assert light.shape == bulk.shape == (len(TEXTS), 384)
    assert np.abs(light - bulk).max() < 1e-5


def test_vectors_are_of_unit_length_and_keep_the_order_of_the_texts() -> None:
    encoder = Encoder(find_model(None))
    vectors = encoder.passages(TEXTS * 5).vectors
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    one_by_one = np.concatenate([encoder.passages([text]).vectors for text in TEXTS])
    assert np.abs(vectors[: len(TEXTS)] - one_by_one).max() < 1e-4


def test_a_french_question_is_nearer_its_english_answer_than_another_text() -> None:
    encoder = Encoder(find_model(None))
    question = encoder.question("Quand Amazon a-t-il racheté One Medical ?").vector
    texts = ["Amazon bought One Medical in July 2022.", "The recipe calls for two eggs."]
    answer, other = encoder.passages(texts).vectors
    assert question @ answer > question @ other + 0.2


def test_progress_counts_every_text_to_the_end() -> None:
    told: list[int] = []
    Encoder(find_model(None)).passages(["x"] * 40, told.append)
    assert told == sorted(told)
    assert told[-1] == 40


def test_questions_are_encoded_without_torch_and_without_network() -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise OSError('no network in this test')\n"
        "socket.socket.connect = refuse\n"
        "from index.encoder.encoder import Encoder\n"
        "from index.encoder.model import find_model\n"
        "assert Encoder(find_model(None)).question('Qui ?').vector.shape == (384,)\n"
        "assert not {'torch', 'sentence_transformers', 'transformers'} & sys.modules.keys(), 'torch was imported'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "HF_HUB_OFFLINE": "0"})


@pytest.mark.slow
def test_the_bulk_way_needs_no_network_either() -> None:
    code = (
        "import socket\n"
        "def refuse(*_, **__): raise OSError('no network in this test')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse\n"
        "from index.encoder.bulk import BulkEncoder\n"
        "from index.encoder.model import find_model\n"
        "assert BulkEncoder(find_model(None)).encode(['Qui ?', 'Who?']).shape == (2, 384)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, "HF_HUB_OFFLINE": "0"}
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_fingerprint_follows_the_weights_not_the_place(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(SHIPPED_MODEL, copy)
    assert find_model(str(copy)).fingerprint == find_model(None).fingerprint
    weights = copy / "model.safetensors"
    altered = bytearray(weights.read_bytes())
    altered[-1] ^= 1
    weights.write_bytes(altered)
    assert find_model(str(copy)).fingerprint != find_model(None).fingerprint


def test_the_graph_without_weights_is_small_and_the_weights_are_stored_once() -> None:
    assert (SHIPPED_MODEL / "model.onnx").stat().st_size < 1_000_000
    assert sum(p.stat().st_size for p in SHIPPED_MODEL.rglob("*") if p.is_file()) < 70_000_000


@pytest.mark.parametrize(
    ("folder", "declared", "expected"),
    [
        ("multilingual-e5-small", {}, ("query: ", "passage: ")),
        ("multilingual-e5-large-instruct", {}, (E5_INSTRUCTED_PROMPTS[0], "")),
        ("some-model", {}, ("", "")),
        ("some-model", {"query": None, "document": None}, ("", "")),
        ("some-model", {"query": "Q: ", "document": "D: "}, ("Q: ", "D: ")),
        ("some-model", {"query": "Q: ", "passage": "P: "}, ("Q: ", "P: ")),
    ],
)
def test_prompts_are_those_declared_or_those_of_the_family(
    tmp_path: Path, folder: str, declared: dict[str, str], expected: tuple[str, str]
) -> None:
    model = tmp_path / folder
    model.mkdir()
    (model / "config.json").write_text("{}")
    (model / "config_sentence_transformers.json").write_text(json.dumps({"prompts": declared}))
    found = find_model(str(model))
    assert (found.question_prompt, found.passage_prompt) == expected


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineFault) as refusal:
        find_model(str(tmp_path))
    assert refusal.value.code is FaultCode.MODEL_MISSING


def test_a_model_that_is_nowhere_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.setattr(socket.socket, "connect", lambda *_: (_ for _ in ()).throw(OSError("no network")))
    with pytest.raises(EngineFault) as refusal:
        find_model("nobody/has-this-model")
    assert refusal.value.code is FaultCode.MODEL_MISSING
    assert "\n" not in str(refusal.value.details["reason"])
