"""The bulk way: sentence-transformers on torch, for any model and for many passages at once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.encoder.model import Model
from index.idle_threads import let_idle_threads_sleep

if TYPE_CHECKING:
    import torch

BATCH: Final = 32
CHUNK: Final = 16 * BATCH
"""Texts handed over at a time: sentence-transformers sorts them by length inside a chunk."""


class BulkEncoder:
    """Encodes texts with ``SentenceTransformer(model.folder)``; loading torch takes seconds."""

    def __init__(self, model: Model) -> None:
        let_idle_threads_sleep()
        logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        device = "cuda" if torch.cuda.is_available() else "cpu"
        self._transformer = SentenceTransformer(
            str(model.folder),
            device=device,
            local_files_only=True,
            model_kwargs={"dtype": _fastest_precision(device)},
        )

    def encode(self, texts: Sequence[str], done: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Unit vectors of ``texts``, shape (len(texts), dimensions); ``done(n)`` after each chunk."""
        vectors = []
        for start in range(0, len(texts), CHUNK):
            chunk = list(texts[start : start + CHUNK])
            encoded = self._transformer.encode(
                chunk,
                batch_size=BATCH,
                prompt="",  # the encoder has put the prompts before the texts already
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
            vectors.append(np.asarray(encoded, dtype=np.float32))
            if done is not None:
                done(start + len(chunk))
        return np.concatenate(vectors)


def _fastest_precision(device: str) -> torch.dtype:
    """bfloat16 where the processor has a matrix unit for it; without one it is three times slower (measured)."""
    import torch

    if device == "cuda":
        return torch.float16
    has_matrix_unit = getattr(torch.cpu, "_is_amx_tile_supported", lambda: False)()
    return torch.bfloat16 if has_matrix_unit else torch.float32
