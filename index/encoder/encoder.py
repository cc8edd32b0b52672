"""The encoder the rest of the engine sees: questions and passages to unit vectors, by the way that suits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.encoder.model import Model
from index.encoder.pieces import PassagePieces, QuestionPieces

if TYPE_CHECKING:
    from index.encoder.bulk import BulkEncoder
    from index.encoder.light import LightEncoder

Done = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class EncodedQuestion:
    """A question's unit vector, shape (dimensions,), and its pieces, if the model tells them."""

    vector: NDArray[np.float32]
    pieces: QuestionPieces | None


@dataclass(frozen=True, slots=True)
class EncodedPassages:
    """Unit vectors, shape (passages, dimensions), and the pieces of each passage; of none, if the model does not tell
    them."""

    vectors: NDArray[np.float32]
    pieces: Sequence[PassagePieces]


class Encoder:
    """Encodes with one model, which is loaded when first needed.

    A model with an ONNX graph runs on onnxruntime, without torch; any other one through sentence-transformers.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self._lock = threading.Lock()
        self._light: LightEncoder | None = None
        self._bulk: BulkEncoder | None = None

    def question(self, text: str) -> EncodedQuestion:
        """``text`` encoded as a question."""
        asked = self.model.question_prompt + text
        if self.model.onnx_graph is not None:
            return EncodedQuestion(*self._ready_light().question(asked))
        return EncodedQuestion(self._ready_bulk().encode([asked])[0], None)

    def passages(self, texts: Sequence[str], done: Done | None = None) -> EncodedPassages:
        """``texts``, at least one, encoded as passages; ``done(n)`` as they are encoded."""
        if not texts:
            raise ValueError("nothing to encode")
        told = [self.model.passage_prompt + text for text in texts]
        if self.model.onnx_graph is not None:
            return EncodedPassages(*self._ready_light().encode(told, done))
        return EncodedPassages(self._ready_bulk().encode(told, done), ())

    def warm(self) -> None:
        """Load what the first question needs."""
        self.question("?")

    def _ready_light(self) -> LightEncoder:
        with self._lock:
            if self._light is None:
                from index.encoder.light import LightEncoder

                self._light = LightEncoder(self.model)
            return self._light

    def _ready_bulk(self) -> BulkEncoder:
        with self._lock:
            if self._bulk is None:
                from index.encoder.bulk import BulkEncoder

                self._bulk = BulkEncoder(self.model)
            return self._bulk
