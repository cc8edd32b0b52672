"""The files that a reader is made of: where they lie, whether they are whole, the fingerprint of their content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

SHIPPED: Final = Path(__file__).with_name("model")
GRAPH: Final = "reader.onnx"
PIECES: Final = "pieces.safetensors"
TOKENIZER: Final = "tokenizer.json"


@dataclass(frozen=True)
class ReaderFiles:
    """A folder with the graph, the table of pieces and the tokenizer of a reader."""

    folder: Path

    @property
    def is_one(self) -> bool:
        """Whether the folder has a reader in it, whole or not."""
        return (self.folder / GRAPH).is_file()

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of files that are not there."""
        return tuple(name for name in (GRAPH, PIECES, TOKENIZER) if not (self.folder / name).is_file())

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over the bytes of the graph, which decide a reading, as 16 hexadecimal digits."""
        with (self.folder / GRAPH).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]
