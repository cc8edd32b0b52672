"""Fit which tellings are one event (index/tellings/agreement.json), on labelled pairs.

    python training/fit_merging.py --stories STORIES.jsonl.gz [--folders FOLDER…] [--try] [--errors]

The pairs are those of ``benchmarks/merging.py`` that are not kept aside. Articles, and whole folders of other subjects,
are left out in turn for the first figures; with ``--try`` nothing is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from labelled_events import ELSEWHERE, LabelledPair, labelled_pairs, labelled_timelines  # noqa: E402
from merging import print_errors, print_figures  # noqa: E402

from index.tellings.agreement import FEATURES, are_one_scene, features, may_agree  # noqa: E402

_STRENGTH = 4.0
_FOLDS = 10


def main(options: argparse.Namespace) -> int:
    """Fit on all pairs, print the figures of articles left out and of pairs kept aside, write the weights."""
    timelines, found = labelled_timelines(options.stories, options.folders)
    pairs = labelled_pairs(timelines)
    print(f"tellings found: {found}")
    seen = [pair for pair in pairs if not pair.is_kept_aside]
    aside = [pair for pair in pairs if pair.is_kept_aside]
    likely = np.zeros(len(seen))
    for fitted, left_out in _folds(seen):
        likely[left_out] = _likely(_fit([seen[place] for place in fitted]), [seen[place] for place in left_out])
    print("left out in turn")
    print_figures(seen, dict(enumerate(likely)))
    model = _fit(seen)
    for name, its in (("fitted", seen), ("kept aside", aside)):
        print(name)
        print_figures(its, dict(enumerate(_likely(model, its))))
    if options.errors:
        print_errors(seen, dict(enumerate(likely)))
    if not options.trying:
        weights = {"bias": round(float(model.intercept_[0]), 3)}
        weights |= {name: round(float(value), 3) for name, value in zip(FEATURES, model.coef_[0], strict=True)}
        written = json.dumps(weights, indent=1) + "\n"
        (ROOT / "index" / "tellings" / "agreement.json").write_text(written, encoding="utf-8")
    return 0


def _folds(pairs: Sequence[LabelledPair]) -> Iterator[tuple[list[int], list[int]]]:
    """What to fit with and what to measure, by place: the pairs of a tenth of the articles, or of a folder of other
    subjects, are measured by weights that were fitted without any pair of these."""
    own = [pair for pair in pairs if pair.folder is None]
    names = sorted({one.event.article_id for pair in own for one in (pair.one, pair.other)})
    fold: dict[str, int | str] = {name: place % _FOLDS for place, name in enumerate(names)}
    of = [
        {pair.folder} if pair.folder else {fold[one.event.article_id] for one in (pair.one, pair.other)}
        for pair in pairs
    ]
    folders = sorted({pair.folder for pair in pairs if pair.folder})
    for left in (*range(_FOLDS), *folders):
        fitted = [place for place, folds in enumerate(of) if left not in folds]
        yield fitted, [place for place, folds in enumerate(of) if left in folds]


def _fit(pairs: Sequence[LabelledPair]) -> LogisticRegression:
    its = [pair for pair in pairs if may_agree(pair.one, pair.other) and not are_one_scene(pair.one, pair.other)]
    matrix = np.array([features(pair.one, pair.other) for pair in its])
    model = LogisticRegression(C=_STRENGTH, max_iter=5000)
    return model.fit(matrix, [pair.same for pair in its], [pair.weight for pair in its])


def _likely(model: LogisticRegression, pairs: Sequence[LabelledPair]) -> NDArray[np.float64]:
    may = np.array([may_agree(pair.one, pair.other) for pair in pairs])
    scene = np.array([are_one_scene(pair.one, pair.other) for pair in pairs])
    matrix = np.array([features(pair.one, pair.other) for pair in pairs])
    likely: NDArray[np.float64] = np.where(scene, 1.0, model.predict_proba(matrix)[:, 1] * may)
    return likely


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--folders", type=Path, nargs="*", default=ELSEWHERE, help="folders of other subjects")
    parser.add_argument("--try", dest="trying", action="store_true")
    parser.add_argument("--errors", action="store_true")
    sys.exit(main(parser.parse_args()))
