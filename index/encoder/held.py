"""The encoder at hand, looked for again when the model on disk is no longer the one that was loaded."""

from __future__ import annotations

import threading

from index.encoder.encoder import Encoder
from index.encoder.model import find_model


class HeldEncoder:
    """One encoder for all threads; ``model`` None is the shipped one, else a sentence-transformers name or folder."""

    def __init__(self, model: str | None) -> None:
        self._model = model
        self._lock = threading.Lock()
        self._encoder: Encoder | None = None
        self._looked_for: str | None = None

    def ready(self) -> Encoder:
        """The encoder, made when first needed. Raises EngineFault(MODEL_MISSING)."""
        with self._lock:
            if self._encoder is None:
                self._encoder = Encoder(find_model(self._model))
            return self._encoder

    def renewed(self) -> Encoder:
        """The encoder of the model as it is on disk now: the one at hand while that has not changed.

        Raises EngineFault(MODEL_MISSING).
        """
        with self._lock:
            model = find_model(self._model)
            if self._encoder is None or self._encoder.model.fingerprint != model.fingerprint:
                self._encoder = Encoder(model)
            return self._encoder

    def for_index(self, fingerprint: str) -> Encoder:
        """The encoder at hand, after having looked once on disk if it is not the model of that ``fingerprint``.

        Raises EngineFault(MODEL_MISSING).
        """
        encoder = self.ready()
        if encoder.model.fingerprint == fingerprint or self._looked_for == fingerprint:
            return encoder
        self._looked_for = fingerprint
        return self.renewed()

    def let_go(self) -> None:
        """Free the model's memory."""
        with self._lock:
            self._encoder = None
