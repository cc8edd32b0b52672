"""Which sentence of a passage answers: shared words weighed by rarity, the kind of answer, likeness of meaning."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from index.encoder.encoder import Encoder
from index.generation.generation import Generation
from index.passages.passage import Span
from index.query import Query
from index.search import Hit
from index.signals import SignalReader

MEANING_WEIGHT: Final = 1.0
"""Of a sentence's cosine beside its share of the question's words; chosen on the development questions."""
FITTING_WEIGHT: Final = 0.2
"""Of holding the kind of answer the question expects."""
LONG_SENTENCE: Final = 80
"""Characters beyond which a sentence's matches count for less: a long one matches more by chance."""


def answering_sentences(generation: Generation, encoder: Encoder, query: Query, hits: Sequence[Hit]) -> list[Span]:
    """The span, in its article's body, of the sentence that answers best in each of ``hits``."""
    if not hits:
        return []
    reader = SignalReader(generation, query)
    cosines = iter(
        encoder.passages([text for hit in hits for text in hit.indexed.passage.sentence_texts()]) @ query.vector
    )
    best = []
    for hit in hits:
        scores = [
            share / _damping(text) + FITTING_WEIGHT * fits + MEANING_WEIGHT * float(next(cosines))
            for text, (share, fits) in zip(
                hit.indexed.passage.sentence_texts(), reader.sentence_signals(hit.indexed), strict=True
            )
        ]
        best.append(hit.indexed.passage.sentences[scores.index(max(scores))])
    return best


def _damping(sentence: str) -> float:
    return 1 + math.log(max(1.0, len(sentence) / LONG_SENTENCE))
