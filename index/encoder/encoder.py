"""The encoder the rest of the engine sees: questions and passages to unit vectors, by the way that suits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from index.encoder.model import Model

if TYPE_CHECKING:
    from index.encoder.bulk import BulkEncoder

BULK_FROM: Final = 400
"""Passages from which loading torch pays: its import takes as long as the light way takes for a few hundred."""

Done = Callable[[int], None]


class TextEncoder(Protocol):
    """One way of running a model."""

    def encode(self, texts: Sequence[str], done: Done | None = None) -> NDArray[np.float32]:
        """Unit vectors of ``texts``, shape (len(texts), dimensions)."""


class Encoder:
    """Encodes with one model; each way of running it is loaded when first needed.

    With an ONNX graph, questions and small batches of passages go the light way, large batches through
    sentence-transformers: both read the same weights, and a test holds their vectors together. Without a
    graph everything goes through sentence-transformers.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self._lock = threading.Lock()
        self._light: TextEncoder | None = None
        self._bulk: BulkEncoder | None = None

    def questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of questions, shape (len(texts), dimensions)."""
        return self._way_for(len(texts), may_be_light=True).encode(
            [self.model.question_prompt + text for text in texts]
        )

    def passages(self, texts: Sequence[str], done: Done | None = None) -> NDArray[np.float32]:
        """Unit vectors of passages, shape (len(texts), dimensions); ``done(n)`` as they are encoded."""
        return self._way_for(len(texts), may_be_light=len(texts) < BULK_FROM).encode(
            [self.model.passage_prompt + text for text in texts], done
        )

    def warm(self) -> None:
        """Load what the first question needs."""
        self.questions(["?"])

    def _way_for(self, count: int, *, may_be_light: bool) -> TextEncoder:
        if not count:
            raise ValueError("nothing to encode")
        with self._lock:
            if may_be_light and self.model.onnx_graph is not None:
                if self._light is None:
                    from index.encoder.light import LightEncoder

                    self._light = LightEncoder(self.model)
                return self._light
            if self._bulk is None:
                from index.encoder.bulk import BulkEncoder

                self._bulk = BulkEncoder(self.model)
            return self._bulk
