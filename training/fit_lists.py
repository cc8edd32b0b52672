"""Fit how likely a sentence tells an item of a list (index/listing/listing.json), on labelled lists.

    python training/fit_lists.py --stories STORIES.jsonl.gz [--try]

The lists are those of ``benchmarks/lists.jsonl`` and of the stories, every third of each kept aside, as in
``benchmarks/lists.py``, which measures. The lists are left out in turn, a fifth at a time; the figures are of those
left out: the area under the curve, and how many of the sentences that tell an item are likelier than any of their list
that tells none. With ``--try`` nothing is written.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "index" / "listing" / "listing.json"
sys.path.insert(0, str(ROOT / "benchmarks"))

from lists import Labelled, is_told, labelled_lists, part_of, stories_of, write  # noqa: E402

from index.engine import Engine, EngineOptions  # noqa: E402
from index.listing.listing import ItemReasons  # noqa: E402

NAMES = [one.name for one in fields(ItemReasons)]


@dataclass(frozen=True)
class Example:
    """A sentence of a passage read for the list ``group``, and whether it tells an item."""

    reasons: ItemReasons
    right: bool
    group: str


def main(options: argparse.Namespace) -> int:
    """Fit on all examples, print the figures of lists left out, write the weights."""
    stories = stories_of(options.stories)
    with tempfile.TemporaryDirectory() as scratch:
        write(stories, Path(scratch) / "stories")
        examples = list(_examples(ROOT / "knowledge", Path(scratch) / "k", labelled_lists(None)[0]))
        examples += _examples(Path(scratch) / "stories", Path(scratch) / "s", labelled_lists(stories)[0])
    weights = fitted(examples)
    if not options.trying:
        WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    return 0


def fitted(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of all examples; prints the figures of lists left out."""
    values = np.array([[asdict(one.reasons)[name] for name in NAMES] for one in examples])
    right = np.array([one.right for one in examples])
    groups = np.array([one.group for one in examples])
    print(f"{len(examples)} sentences, {right.sum()} tell an item, {len(set(groups))} lists")
    likely = np.zeros(len(examples))
    for some, left_out in GroupKFold(5).split(values, right, groups):
        likely[left_out] = _likely(_weights(values[some], right[some]), values[left_out])
    above = [likely[at] > max(likely[(groups == groups[at]) & ~right], default=-np.inf) for at in np.flatnonzero(right)]
    print(f"left out: AUROC {roc_auc_score(right, likely):.3f}, likelier than all others {np.mean(above):.3f}")
    return _weights(values, right)


def _weights(values: np.ndarray, right: np.ndarray) -> dict[str, float]:
    """By name, for values as they are."""
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(max_iter=1000).fit(scaler.transform(values), right)
    by_value = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - by_value @ scaler.mean_)
    return {"bias": round(bias, 4), **{name: round(float(its), 4) for name, its in zip(NAMES, by_value, strict=True)}}


def _likely(weights: dict[str, float], values: np.ndarray) -> np.ndarray:
    return values @ np.array([weights[name] for name in NAMES])


def _examples(articles: Path, data: Path, lists: Sequence[Labelled]) -> Iterator[Example]:
    engine = Engine(EngineOptions(articles, data, reading_seconds=60))
    engine.prepare()
    for one in part_of(lists, "chosen"):
        for hit, sentence, reasons in engine.find(one.question).considered:
            passage = hit.indexed.passage
            text = passage.text[sentence[0] - passage.start : sentence[1] - passage.start]
            right = any(is_told(its, (hit.indexed.card.id, text)) for its in one.told)
            yield Example(reasons, right, one.question)
    engine.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--try", dest="trying", action="store_true")
    sys.exit(main(parser.parse_args()))
