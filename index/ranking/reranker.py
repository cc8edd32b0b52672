"""A second look at the first passages by a cross-encoder, which reads question and passage together: slow, optional.

Only the order changes. Scores and confidence stay those that were fitted: a cross-encoder's own mean nothing beside
them.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.encoder.hub import ModelUnavailableError, model_folder
from index.encoder.quiet_torch import quieten
from index.faults import EngineFault, FaultCode
from index.passages.context import text_in_context
from index.ranking.search import Hit

RERANKED: Final = 20
"""Passages looked at again."""


class Reranker:
    """Orders passages with ``CrossEncoder(folder)``, which is loaded when first needed; safe to use from any thread."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._loading = threading.Lock()
        self._model: Any = None

    def reranked(self, question: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """``hits``, the first RERANKED of them in the order of the cross-encoder, best first.

        Raises EngineFault(RERANKER_MISSING) when the model can't be had or gives no single score.
        """
        looked_at, rest = hits[:RERANKED], hits[RERANKED:]
        if len(looked_at) < 2:
            return tuple(hits)
        order = np.argsort(-self.scores(question, looked_at), kind="stable")
        return (*(looked_at[place] for place in order), *rest)

    def scores(self, question: str, hits: Sequence[Hit]) -> NDArray[np.float32]:
        """What the cross-encoder gives each of ``hits``, shape (hits,). Raises as :meth:`reranked` does."""
        pairs = [(question, text_in_context(hit.indexed.card.title, hit.indexed.passage)) for hit in hits]
        return self._predicted(pairs)

    def warm(self) -> None:
        """Load the model and try it. Raises as :meth:`reranked` does."""
        self._predicted([("?", "?")])

    def _predicted(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        scores = np.asarray(self._ready().predict(pairs, show_progress_bar=False), dtype=np.float32)
        if scores.ndim != 1:
            raise self._fault(f"{scores.shape[1]} ≠ 1")
        return scores

    def _ready(self) -> Any:
        with self._loading:
            if self._model is None:
                self._model = self._load(self._folder())
            return self._model

    def _folder(self) -> Path:
        try:
            return model_folder(self._name)
        except ModelUnavailableError as error:
            raise self._fault(str(error)) from error

    def _load(self, folder: Path) -> Any:
        quieten()
        from sentence_transformers import CrossEncoder

        try:
            return CrossEncoder(str(folder), local_files_only=True)
        except Exception as error:  # whatever torch, transformers and the model's own code throw
            raise self._fault(str(ModelUnavailableError(error))) from error

    def _fault(self, reason: str) -> EngineFault:
        return EngineFault(FaultCode.RERANKER_MISSING, model=self._name, reason=reason)
