"""The light way: the model's ONNX graph on onnxruntime, without torch, ready in a fraction of a second."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.encoder.model import Model

BATCH: Final = 16
MAX_TOKENS: Final = 256
"""The shipped model's ``model_max_length``; longer texts are cut by the tokenizer."""
QUESTION_THREADS: Final = 2


class LightEncoder:
    """Encodes texts with the ONNX graph of ``model``; safe to call from several threads."""

    def __init__(self, model: Model) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(QUESTION_THREADS, os.cpu_count() or 1)
        # A spinning thread between two questions takes the core from the other programs of a small server.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(model.onnx_graph), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(model.folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding()

    def encode(self, texts: Sequence[str], done: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Unit vectors of ``texts``, shape (len(texts), dimensions); ``done(n)`` after each batch."""
        by_length = sorted(range(len(texts)), key=lambda i: len(texts[i]))  # little padding in a batch
        vectors: list[NDArray[np.float32]] = []
        for start in range(0, len(by_length), BATCH):
            batch = by_length[start : start + BATCH]
            vectors.append(self._run([texts[i] for i in batch]))
            if done is not None:
                done(min(start + BATCH, len(by_length)))
        ordered = np.empty((len(texts), vectors[0].shape[1]), dtype=np.float32)
        ordered[by_length] = np.concatenate(vectors)
        return ordered

    def _run(self, texts: Sequence[str]) -> NDArray[np.float32]:
        encodings = self._tokenizer.encode_batch(list(texts))
        (vectors,) = self._session.run(
            None,
            {
                "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),
                "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
            },
        )
        return np.asarray(vectors, dtype=np.float32)
