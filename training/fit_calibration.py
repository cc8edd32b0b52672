"""Fit what Sourcier believes of a model: how passages are ranked, and when an answer is sure.

    python training/fit_calibration.py --data DATA [--knowledge knowledge] [--model NAME]

DATA holds ``questions_dev.jsonl``, ``piaf_dev.jsonl.gz`` and ``piaf_dev_questions.jsonl.gz``; the bases made of
them and of our own questions are those of ``bases.py``. Three fits, each reported by five-fold cross-validation over
questions: the ranking weights (the probability, by softmax over a question's candidates, of those that answer), those
of the highlighted sentence likewise, then the confidence (boosted trees over the evidence).

The result goes to ``index/calibration/calibration.json`` under the model's fingerprint, and without what only that
model knows under ``*``, for models that were never fitted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from itertools import chain
from pathlib import Path

from bases import hollowed_bases, partial_bases, whole_bases
from confidence import ask, fit_confidence
from highlighting import MEANING, fit_highlight, sentences
from pydantic import TypeAdapter
from questions_asked import question_vectors
from ranking import CANDIDATE_WEIGHT, candidates, fit_ranking

from index.calibration.calibration import ANY_MODEL, FILE, Calibration
from index.encoder.encoder import Encoder
from index.encoder.model import find_model
from index.judging.verdict import BEYOND_SIGNALS, OF_MEANING
from index.ranking.signals import Signals

OF_PIECES = ("late", "late_sentence", "late_fitting", "late_beyond", "weakest", "two_weakest", "foreign_late")
"""Signals and evidence that only a model which tells what single pieces mean has."""
OF_MODELS = ("cosine", *OF_MEANING, "foreign_cosine", *OF_PIECES)
"""Evidence that means nothing for a model it was not fitted for."""
UNFITTED = Calibration(CANDIDATE_WEIGHT, {}, {}, (), 1.0, 0.0, "")


def main() -> int:
    """Fit, print the figures, write the calibration."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--model")
    arguments = parser.parse_args()
    encoder = Encoder(find_model(arguments.model))
    with tempfile.TemporaryDirectory() as scratch:
        folders = (arguments.data, arguments.knowledge, Path(scratch), encoder)
        bases = list(whole_bases(*folders))
        vectors = question_vectors(bases, encoder)
        found = [each for base in bases for each in candidates(base, vectors)]
        ours = replace(UNFITTED, ranking=fit_ranking(found))
        any_model = replace(UNFITTED, ranking=fit_ranking(found, ("foreign", *OF_PIECES)))
        told = [each for base in bases for each in sentences(base, vectors, encoder, ours)]
        ours = replace(ours, highlight=fit_highlight(told, (MEANING,)))
        any_model = replace(any_model, highlight=fit_highlight(told, ("late", "late_before", "late_beyond", "weakest")))
        trials, others = [], []
        for base in chain(bases, hollowed_bases(*folders), partial_bases(*folders)):
            vectors.update(question_vectors([base], encoder, vectors))
            trials += ask(base, vectors, ours)
            others += ask(base, vectors, any_model)
    fitted_on = f"{len({trial.question for trial in trials})} questions, {len({trial.base for trial in trials})} bases"
    names = (*Signals.__dataclass_fields__, *BEYOND_SIGNALS)
    worldly = tuple(name for name in names if name not in OF_MODELS)
    save(
        {
            encoder.model.fingerprint: fit_confidence(trials, names, ours, fitted_on),
            ANY_MODEL: fit_confidence(others, worldly, any_model, fitted_on),
        }
    )
    return 0


def save(entries: dict[str, Calibration]) -> None:
    """Write ``entries`` into index/calibration/calibration.json, beside those of other models. What was fitted for a
    model's readers stays where nothing new was; it rests on the scores before, so that it wants fitting again."""
    adapter = TypeAdapter(dict[str, Calibration])
    try:
        known = adapter.validate_json(FILE.read_bytes())
    except (OSError, ValueError):
        known = {}
    unread = {name for name, its in entries.items() if not its.read and name in known and known[name].read}
    kept = {name: replace(its, read=known[name].read) if name in unread else its for name, its in entries.items()}
    FILE.write_bytes(adapter.dump_json({**known, **kept}, indent=1) + b"\n")
    if unread:
        print("\nnow fit what follows from reading again: training/reading_trials.py, training/fit_reading.py")
    print(f"\n{FILE.name}: {', '.join(entries)}")


if __name__ == "__main__":
    sys.exit(main())
