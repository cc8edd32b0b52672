"""Which model encodes: its folder, its prompts, and the fingerprint of its content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.faults import EngineFault, FaultCode

SHIPPED_MODEL: Final = Path(__file__).parents[1] / "model"
ONNX_GRAPH: Final = "model.onnx"
READ_BLOCK: Final = 1 << 20

# What changes a vector: the architecture, the tokens and the weights. The ONNX graph reads the same weights.
CONTENT_PATTERNS: Final = ("**/*.json", "**/*.txt", "**/*.model", "**/*.safetensors", "**/*.bin")

# Models of the E5 family were trained with these prefixes (https://arxiv.org/abs/2402.05672, section 3) and most
# of their folders do not declare them.
E5_PROMPTS: Final = ("query: ", "passage: ")


@dataclass(frozen=True, slots=True)
class Model:
    """A sentence-transformers folder, and what is put before the texts it encodes."""

    name: str
    folder: Path
    fingerprint: str
    question_prompt: str
    passage_prompt: str

    @property
    def onnx_graph(self) -> Path | None:
        """The ONNX graph beside the weights, when there is one."""
        graph = self.folder / ONNX_GRAPH
        return graph if graph.is_file() else None


def find_model(name: str | None) -> Model:
    """The shipped model when ``name`` is None, else the folder or the hub model of that name.

    A hub model is taken from the local cache, and downloaded only when it is not there.
    Raises EngineFault(MODEL_MISSING) when it can't be had.
    """
    if name is None:
        folder, shown = SHIPPED_MODEL, "sourcier"
    else:
        folder, shown = Path(name).expanduser(), name
        if not folder.is_dir():
            folder = _hub_folder(name)
    if not (folder / "config.json").is_file() and not (folder / "modules.json").is_file():
        raise EngineFault(FaultCode.MODEL_MISSING, model=shown, reason="config.json")
    question_prompt, passage_prompt = _prompts(folder, shown)
    return Model(
        name=shown,
        folder=folder,
        fingerprint=_fingerprint(folder),
        question_prompt=question_prompt,
        passage_prompt=passage_prompt,
    )


def _hub_folder(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        try:
            return Path(snapshot_download(name, local_files_only=True))
        except LocalEntryNotFoundError:
            return Path(snapshot_download(name))
    except (HFValidationError, LocalEntryNotFoundError, OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise EngineFault(FaultCode.MODEL_MISSING, model=name, reason=reason) from error


def _prompts(folder: Path, name: str) -> tuple[str, str]:
    declared: dict[str, str] = {}
    config = folder / "config_sentence_transformers.json"
    if config.is_file():
        declared = json.loads(config.read_text(encoding="utf-8")).get("prompts") or {}
    question = declared.get("query", "")
    passage = declared.get("document", "") or declared.get("passage", "")
    if not question and not passage and "e5" in Path(name).name.lower().split("-"):
        return E5_PROMPTS
    return question, passage


def _fingerprint(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files that decide a vector, as 16 hexadecimal digits."""
    digest = hashlib.sha256()
    files = {path for pattern in CONTENT_PATTERNS for path in folder.glob(pattern) if path.is_file()}
    for path in sorted(files):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as file:
            while block := file.read(READ_BLOCK):
                digest.update(block)
    return digest.hexdigest()[:16]
