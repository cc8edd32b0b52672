"""Which sentence of a passage answers: its words, its spelling, the kind of answer it holds, its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import chain, repeat
from typing import Final

from index.encoder.encoder import Encoder
from index.generation.generation import Generation
from index.passages.passage import Span
from index.query import Query
from index.search import Hit
from index.signals import SignalReader

WEIGHTS: Final = {"share": 2.3, "before": 0.6, "spelling": 3.7, "late": 6.0, "fits": 2.5}
"""By the names of :class:`index.signals.SentenceSignals`; fitted by ``training/fit_highlight.py``."""
MEANING: Final = 4.5
"""Weight of the cosine of the question and the sentence under its article's title, for a model that does not tell what
single pieces mean; fitted with the others."""


def answering_sentences(
    generation: Generation, encoder: Encoder, query: Query, hits: Sequence[Hit], encoded: int
) -> list[Span]:
    """The span, in its article's body, of the sentence that answers best in each of ``hits``.

    Sentences are encoded, which takes most of the time of a question, for the first ``encoded`` hits only, and only
    for a model that needs it; in the others the words of the question decide.
    """
    if not hits:
        return []
    reader = SignalReader(generation, query)
    cosines = chain(_meaning(encoder, query, hits[:encoded]), repeat(0.0))
    best = []
    for hit in hits:
        scores = [
            sum(WEIGHTS[name] * value for name, value in asdict(signals).items()) + MEANING * float(next(cosines))
            for signals in reader.read_sentences(hit.row, hit.indexed)
        ]
        best.append(hit.indexed.passage.sentences[scores.index(max(scores))])
    return best


def _meaning(encoder: Encoder, query: Query, hits: Sequence[Hit]) -> Iterable[float]:
    if query.pieces is not None or not hits:
        return repeat(0.0)
    texts = [text for hit in hits for text in titled_sentences(hit)]
    return (float(cosine) for cosine in encoder.passages(texts).vectors @ query.vector)


def titled_sentences(hit: Hit) -> list[str]:
    """Each sentence of a passage as it is encoded: under the title of its article."""
    return [f"{hit.indexed.card.title}\n{text}" for text in hit.indexed.passage.sentence_texts()]
