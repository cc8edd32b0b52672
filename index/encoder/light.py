"""The light way: the model's ONNX graph on onnxruntime, without torch, ready in a fraction of a second."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from index.encoder.model import Model
from index.encoder.pieces import PassagePieces, QuestionPieces, quantised, unsaid, words_of

BATCH: Final = 8
"""Texts at a time: what they take stays near the core (86 passages a second; 79 by 16, 71 by 32, 83 by 4)."""
THREADS: Final = 2
PIECES: Final = "piece_vectors"
"""The output of a graph that also tells what single pieces mean; others have the text's vector alone."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A batch gone through the graph: the vectors of texts, of pieces, and the importance of these."""

    encodings: list[Encoding]
    vectors: NDArray[np.float32]
    pieces: NDArray[np.float32] | None
    importance: NDArray[np.float32] | None


class LightEncoder:
    """Encodes texts with the ONNX graph of ``model``; safe to call from several threads."""

    def __init__(self, model: Model) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(THREADS, os.cpu_count() or 1)
        # A spinning thread between two questions takes the core from the other programs of a small server.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(model.onnx_graph), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(model.folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(model.max_tokens)
        self._tokenizer.enable_padding()
        self._unsaid = unsaid(self._tokenizer.get_vocab())

    @property
    def tells_pieces(self) -> bool:
        """Whether the graph tells what single pieces mean."""
        return any(output.name == PIECES for output in self._session.get_outputs())

    def encode(
        self, texts: Sequence[str], done: Callable[[int], None] | None = None
    ) -> tuple[NDArray[np.float32], list[PassagePieces]]:
        """Unit vectors of ``texts``, shape (len(texts), dimensions), and their pieces, if the graph tells them;
        ``done(n)`` after each batch."""
        by_length = sorted(range(len(texts)), key=lambda i: len(texts[i]))  # little padding in a batch
        batches = [by_length[start : start + BATCH] for start in range(0, len(by_length), BATCH)]
        vectors: list[NDArray[np.float32]] = []
        pieces: dict[int, PassagePieces] = {}
        with ThreadPoolExecutor(_batches_at_once()) as pool:
            runs = pool.map(self._run, ([texts[i] for i in places] for places in batches))
            for number, (places, run) in enumerate(zip(batches, runs, strict=True), 1):
                vectors.append(run.vectors)
                if run.pieces is not None:
                    told = map(self._kept, run.encodings, run.pieces)
                    pieces.update(zip(places, told, strict=True))
                if done is not None:
                    done(min(number * BATCH, len(by_length)))
        ordered = np.empty((len(texts), vectors[0].shape[1]), dtype=np.float32)
        ordered[by_length] = np.concatenate(vectors)
        return ordered, [pieces[place] for place in sorted(pieces)]

    def question(self, text: str) -> tuple[NDArray[np.float32], QuestionPieces | None]:
        """The unit vector of a question, shape (dimensions,), and its pieces, if the graph tells them."""
        run = self._run([text])
        if run.pieces is None or run.importance is None:
            return run.vectors[0], None
        words = words_of(run.encodings[0], self._unsaid)
        return run.vectors[0], QuestionPieces(run.pieces[0], run.importance[0], words)

    def _kept(self, encoding: Encoding, vectors: NDArray[np.float32]) -> PassagePieces:
        ids = np.array(encoding.ids)
        kept = ~self._unsaid[ids] & np.array(encoding.attention_mask, dtype=np.bool_)
        starts = np.array([start for start, _ in encoding.offsets], dtype=np.int32)
        return PassagePieces(quantised(vectors[kept]), starts[kept])

    def _run(self, texts: Sequence[str]) -> _Run:
        encodings = self._tokenizer.encode_batch(list(texts))
        vectors, *rest = self._session.run(
            None,
            {
                "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),
                "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
            },
        )
        pieces, importance = map(np.asarray, rest) if rest else (None, None)
        return _Run(encodings, np.asarray(vectors, dtype=np.float32), pieces, importance)


def _batches_at_once() -> int:
    """How many batches keep all cores but one busy, each on a thread of its own beside those that they share; one on
    two cores, where THREADS are enough."""
    return max(1, (os.cpu_count() or 1) - THREADS)
