"""The bulk way: sentence-transformers on torch, for any model and for many passages at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from index.encoder.hub import ModelUnavailableError
from index.encoder.model import Model
from index.encoder.quiet_torch import quieten
from index.faults import EngineFault, FaultCode

if TYPE_CHECKING:
    import torch

BATCH: Final = 32
CHUNK: Final = 16 * BATCH
"""Texts handed over at a time: sentence-transformers sorts them by length inside a chunk."""


class BulkEncoder:
    """Encodes texts with ``SentenceTransformer(model.folder)``; loading torch takes seconds.

    Raises EngineFault(MODEL_MISSING) when the folder holds no model that can be loaded.
    """

    def __init__(self, model: Model) -> None:
        quieten()
        import torch
        from sentence_transformers import SentenceTransformer

        device = "cuda" if torch.cuda.is_available() else "cpu"
        try:
            self._transformer: Any = SentenceTransformer(
                str(model.folder),
                device=device,
                local_files_only=True,
                model_kwargs={"dtype": _fastest_precision(device)},
            )
        except Exception as error:  # whatever torch, transformers and the model's own code throw
            reason = str(ModelUnavailableError(error))
            raise EngineFault(FaultCode.MODEL_MISSING, model=model.name, reason=reason) from error

    def encode(self, texts: Sequence[str], done: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Unit vectors of ``texts``, shape (len(texts), dimensions); ``done(n)`` after each chunk."""
        vectors = []
        for start in range(0, len(texts), CHUNK):
            chunk = list(texts[start : start + CHUNK])
            encoded = self._transformer.encode(
                chunk,
                batch_size=BATCH,
                prompt="",  # the encoder has put the prompts before the texts already
                convert_to_numpy=True,
                show_progress_bar=False,
            )
            vectors.append(_unit(np.asarray(encoded, dtype=np.float32)))
            if done is not None:
                done(start + len(chunk))
        return np.concatenate(vectors)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """``vectors`` at unit length, whether the model makes them so or not, and in whatever precision; nothing stays
    nothing."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return unit


def _fastest_precision(device: str) -> torch.dtype:
    """bfloat16 where the processor has a matrix unit for it; without one it is three times slower (measured)."""
    import torch

    if device == "cuda":
        return torch.float16
    has_matrix_unit = getattr(torch.cpu, "_is_amx_tile_supported", lambda: False)()
    return torch.bfloat16 if has_matrix_unit else torch.float32
