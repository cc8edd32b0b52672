"""Fit the weights by which the sentence that answers is chosen, and print how often it is the right one.

    python training/fit_highlight.py --data DATA [--knowledge knowledge]

Passages of several sentences that answer a labelled question; the right sentences are those that hold an answer.
Shares are those of a five-fold cross-validation, the weights of a fit on all; put them into index/highlight.py.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import numpy as np
from bases import Base, whole_bases
from fit_calibration import FOLDS, Candidates, asked_of, fold_of, question_vectors, softmax_weights

from index.calibration import calibration_for
from index.encoder.encoder import Encoder
from index.encoder.model import find_model
from index.evaluation import is_right
from index.highlight import titled_sentences
from index.search import search
from index.signals import SentenceSignals, SignalReader

SHOWN = 3


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    arguments = parser.parse_args()
    encoder = Encoder(find_model(None))
    with tempfile.TemporaryDirectory() as scratch:
        bases = whole_bases(arguments.data, arguments.knowledge, Path(scratch), encoder)
        found = [case for base in bases for case in cases(base, encoder)]
    names = [*SentenceSignals.__dataclass_fields__, "meaning"]
    fold = fold_of([case.question for case in found])
    fitted = [softmax_weights([c for c, its in zip(found, fold, strict=True) if its != k]) for k in range(FOLDS)]
    for own in (True, False):
        chosen = [(c, fitted[k]) for c, k in zip(found, fold, strict=True) if c.own == own]
        right = np.mean([c.right[np.argmax(c.signals @ weights)] for c, weights in chosen])
        words = np.mean([c.right[np.argmax(c.signals[:, 0])] for c, _ in chosen])
        first = np.mean([c.right[0] for c, _ in chosen])
        name = "knowledge" if own else "PIAF"
        print(f"{name:10} {len(chosen):5} passages: right {right:.3f}, by words alone {words:.3f}, first {first:.3f}")
    print({name: round(float(weight), 1) for name, weight in zip(names, softmax_weights(found), strict=True)})
    return 0


def cases(base: Base, encoder: Encoder) -> Iterable[Candidates]:
    """The signals of the sentences of the first right passage of each question, if there is a choice to make."""
    vectors = question_vectors([base], encoder)
    calibration = calibration_for(encoder.model.fingerprint)
    for question in base.questions:
        query = asked_of(base, question, vectors)
        hits = search(base.generation, query, calibration, SHOWN) if question.answerable else []
        hit = next((hit for hit in hits if is_right(question, hit)), None)
        if hit is None:
            continue
        sentences = [text.replace("’", "'") for text in hit.indexed.passage.sentence_texts()]
        right = np.array([any(pattern.search(text) for pattern in question.patterns) for text in sentences])
        if not right.any() or right.all():
            continue
        meaning = encoder.passages(titled_sentences(hit)).vectors @ query.vector
        signals = SignalReader(base.generation, query).read_sentences(hit.row, hit.indexed)
        rows = [[*asdict(one).values(), cosine] for one, cosine in zip(signals, meaning, strict=True)]
        yield Candidates(np.array(rows), right, question.text, base.own)


if __name__ == "__main__":
    sys.exit(main())
