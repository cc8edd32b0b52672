"""Which sentence of a passage answers: shared words weighed by rarity, and likeness of meaning."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from index.encoder.encoder import Encoder
from index.generation.generation import Generation
from index.passages.passage import Span
from index.search import Hit, Query
from index.terms.tokens import question_stems, stems

MEANING_WEIGHT: Final = 1.0
"""Of a sentence's cosine beside its share of the question's words; chosen on the development questions."""
LONG_SENTENCE: Final = 12
"""Words beyond which a sentence's matches count for less: a long one matches more by chance."""


def answering_sentences(generation: Generation, encoder: Encoder, query: Query, hits: Sequence[Hit]) -> list[Span]:
    """The span, in its article's body, of the sentence that answers best in each of ``hits``."""
    if not hits:
        return []
    texts = [text for hit in hits for text in _sentence_texts(hit)]
    cosines = iter(encoder.passages(texts) @ query.vector)
    best = []
    for hit in hits:
        shares = _shared_words(generation, query, hit)
        scores = [share + MEANING_WEIGHT * float(next(cosines)) for share in shares]
        best.append(hit.indexed.passage.sentences[scores.index(max(scores))])
    return best


def _sentence_texts(hit: Hit) -> list[str]:
    passage = hit.indexed.passage
    return [passage.text[start - passage.start : end - passage.start] for start, end in passage.sentences]


def _shared_words(generation: Generation, query: Query, hit: Hit) -> list[float]:
    """For each sentence, the share of the question's idf mass it holds, damped by its length."""
    lang = hit.indexed.card.lang
    weights = {stem: generation.terms.idf(stem, lang) for stem in question_stems(query.text, query.lang, lang)}
    total = sum(weights.values()) or 1.0
    shares = []
    for text in _sentence_texts(hit):
        words = stems(text, lang)
        damping = 1 + math.log(max(1.0, len(words) / LONG_SENTENCE))
        shares.append(sum(weights.get(word, 0.0) for word in set(words)) / total / damping)
    return shares
