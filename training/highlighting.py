"""Which sentence is highlighted: weights under which the sentence that holds the answer is likeliest.

Passages of several sentences that answer a labelled question; the right sentences are those that hold an answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict

import numpy as np
from bases import Base
from questions_asked import FOLDS, asked_of, fold_of
from ranking import Candidates, softmax_weights

from index.calibration.calibration import Calibration
from index.encoder.encoder import EncodedQuestion, Encoder
from index.judging.highlight import titled_sentences
from index.measuring.labelled import is_right
from index.ranking.search import search
from index.ranking.signals import SentenceSignals, SignalReader

SHOWN = 3
MEANING = "meaning"


def sentences(
    base: Base, vectors: dict[str, EncodedQuestion], encoder: Encoder, calibration: Calibration
) -> Iterable[Candidates]:
    """The signals of the sentences of the first right passage of each question, if there is a choice to make."""
    for question in base.questions:
        query = asked_of(base, question, vectors)
        hits = search(base.generation, query, calibration, SHOWN) if question.answerable else []
        hit = next((hit for hit in hits if is_right(question, hit)), None)
        if hit is None:
            continue
        texts = [text.replace("’", "'") for text in hit.indexed.passage.sentence_texts()]
        right = np.array([any(pattern.search(text) for pattern in question.patterns) for text in texts])
        if not right.any() or right.all():
            continue
        meaning = encoder.passages(titled_sentences(hit)).vectors @ query.vector
        signals = SignalReader(base.generation, query).read_sentences(hit.row, hit.indexed)
        rows = [[*asdict(one).values(), cosine] for one, cosine in zip(signals, meaning, strict=True)]
        yield Candidates(np.array(rows), right, question.text, base.own)


def fit_highlight(found: Sequence[Candidates], left_out: Collection[str]) -> dict[str, float]:
    """The weights, by signal, without those ``left_out``; prints how often they and simpler rules choose well."""
    names = [*SentenceSignals.__dataclass_fields__, MEANING]
    used = np.array([name not in left_out for name in names])
    fold = fold_of([case.question for case in found])
    fitted = [softmax_weights([c for c, its in zip(found, fold, strict=True) if its != k], used) for k in range(FOLDS)]
    for own in (True, False):
        chosen = [(c, fitted[k]) for c, k in zip(found, fold, strict=True) if c.own == own]
        right = np.mean([c.right[np.argmax(c.signals @ weights)] for c, weights in chosen])
        words = np.mean([c.right[np.argmax(c.signals[:, 0])] for c, _ in chosen])
        first = np.mean([c.right[0] for c, _ in chosen])
        name = "knowledge" if own else "mixed"
        print(
            f"highlight, all but {', '.join(left_out)}: {name:10} {len(chosen):5} passages: right {right:.3f}, "
            f"by words alone {words:.3f}, first {first:.3f}"
        )
    return {name: round(float(weight), 1) for name, weight in zip(names, softmax_weights(found, used), strict=True)}
