"""Which model encodes: its folder, its prompts, how much it reads, and the fingerprint of its content."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from index.encoder.hub import ModelUnavailableError, model_folder
from index.faults import EngineFault, FaultCode

SHIPPED_MODEL: Final = Path(__file__).parents[1] / "model"
SHIPPED_NAME: Final = "sourcier"
ONNX_GRAPH: Final = "model.onnx"
READ_BLOCK: Final = 1 << 20

# What changes a vector: the architecture, the tokens and the weights. The ONNX graph reads the same weights.
CONTENT_PATTERNS: Final = ("**/*.json", "**/*.txt", "**/*.model", "**/*.safetensors", "**/*.bin")

# Models of the E5 family were trained with these prefixes and most of their folders do not declare them
# (https://arxiv.org/abs/2402.05672, section 3; the instructed ones: https://huggingface.co/intfloat/multilingual-e5-large-instruct).
E5_PROMPTS: Final = ("query: ", "passage: ")
E5_INSTRUCTED_PROMPTS: Final = (
    "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ",
    "",
)

USUAL_TOKENS: Final = 512
"""What a model reads at most when its folder does not say."""

# training/export_onnx.py makes a small graph whose tensors lie in model.safetensors; graphs of other programs have
# other inputs and outputs.
OUR_GRAPH: Final = (b"model.safetensors", b"sentence_embedding")
OUR_GRAPH_BYTES: Final = 1 << 24


@dataclass(frozen=True, slots=True)
class Model:
    """A sentence-transformers folder, what is put before the texts it encodes, how many tokens of them it reads, and
    the ONNX graph beside its weights, when there is one."""

    name: str
    folder: Path
    fingerprint: str
    question_prompt: str
    passage_prompt: str
    max_tokens: int
    onnx_graph: Path | None


def find_model(name: str | None) -> Model:
    """The shipped model when ``name`` is None, else the folder or the hub model of that name.

    A hub model is taken from the local cache, and downloaded only when it is not there.
    Raises EngineFault(MODEL_MISSING) when it can't be had.
    """
    shown = name or SHIPPED_NAME
    try:
        folder = SHIPPED_MODEL if name is None else model_folder(name)
        question_prompt, passage_prompt = _prompts(folder, shown)
        return Model(
            name=shown,
            folder=folder,
            fingerprint=_fingerprint(folder),
            question_prompt=question_prompt,
            passage_prompt=passage_prompt,
            max_tokens=_max_tokens(folder),
            onnx_graph=_our_graph(folder),
        )
    except (ModelUnavailableError, OSError) as error:
        raise EngineFault(FaultCode.MODEL_MISSING, model=shown, reason=str(error)) from error


def _prompts(folder: Path, name: str) -> tuple[str, str]:
    declared = _json(folder / "config_sentence_transformers.json").get("prompts") or {}
    question = declared.get("query") or ""
    passage = declared.get("document") or declared.get("passage") or ""
    family = re.split(r"[^a-z0-9]+", Path(name).name.lower())
    if not question and not passage and "e5" in family:
        return E5_INSTRUCTED_PROMPTS if "instruct" in family else E5_PROMPTS
    return question, passage


def _max_tokens(folder: Path) -> int:
    said = (
        _json(folder / "sentence_bert_config.json").get("max_seq_length"),
        _json(folder / "tokenizer_config.json").get("model_max_length"),
        _json(folder / "config.json").get("max_position_embeddings"),
    )
    # a tokenizer without a limit says 10^30
    return min((int(each) for each in said if isinstance(each, int | float) and 0 < each < 10**6), default=USUAL_TOKENS)


def _our_graph(folder: Path) -> Path | None:
    graph = folder / ONNX_GRAPH
    if not graph.is_file() or graph.stat().st_size > OUR_GRAPH_BYTES:
        return None
    content = graph.read_bytes()
    return graph if all(mark in content for mark in OUR_GRAPH) else None


def _json(path: Path) -> Mapping[str, Any]:
    """The object in ``path``; an empty one without the file. ModelUnavailableError when it can't be read."""
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ModelUnavailableError(f"{path.name}: {error}") from error
    return content if isinstance(content, dict) else {}


def _fingerprint(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files that decide a vector, as 16 hexadecimal digits."""
    files = {path for pattern in CONTENT_PATTERNS for path in folder.glob(pattern) if path.is_file()}
    return _digest(folder, tuple((path, *_written(path)) for path in sorted(files)))


def _written(path: Path) -> tuple[int, int, int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


@lru_cache(maxsize=8)  # a bot asks at each look at its articles whether the model is still the same
def _digest(folder: Path, files: tuple[tuple[Path, int, int, int, int], ...]) -> str:
    digest = hashlib.sha256()
    for path, size, *_ in files:
        digest.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            while block := file.read(READ_BLOCK):
                digest.update(block)
    return digest.hexdigest()[:16]
