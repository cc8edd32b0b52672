"""Where a model of a given name lies: a folder, or a copy of a hub model, downloaded only when it is not there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

WEIGHTS: Final = ("*.safetensors", "*.bin")
OTHER_FORMATS: Final = ("onnx/*", "openvino/*", "*.onnx", "*.onnx_data", "*.h5", "*.msgpack", "*.ot", "*.gguf")
"""The same weights over again, for programs that Sourcier is not; with some models, gigabytes."""


class ModelUnavailableError(Exception):
    """A model that can't be had, and why, in one line."""

    def __init__(self, error: Exception | str) -> None:
        told = [line.strip() for line in str(error).splitlines() if line.strip()]
        super().__init__(told[0] if told else type(error).__name__)


def model_folder(name: str) -> Path:
    """The folder of the model ``name``, a folder itself or a name on the hub; ModelUnavailableError without one."""
    folder = Path(name).expanduser()
    if not folder.is_dir():
        folder = _hub_folder(name)
    if not (folder / "config.json").is_file() and not (folder / "modules.json").is_file():
        raise ModelUnavailableError("config.json?")
    return folder


def _hub_folder(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        try:
            kept = Path(snapshot_download(name, local_files_only=True))
            if any(path for pattern in WEIGHTS for path in kept.rglob(pattern)):
                return kept  # without weights, a download was cut short
        except LocalEntryNotFoundError:
            pass
        return Path(snapshot_download(name, ignore_patterns=list(OTHER_FORMATS)))
    except (HFValidationError, LocalEntryNotFoundError, OSError, ValueError) as error:
        raise ModelUnavailableError(error) from error
