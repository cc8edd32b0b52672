"""How the vectors of a block are searched: flat, by codes and by coarser ones, side by side at several sizes.

    python benchmarks/vectors.py --data DATA [--sizes 1000,4000,16000] [--questions 200]

The vectors of PIAF's paragraphs and questions (see ``piaf.py``) by the shipped model. More are grown from them: between
two of them, plus noise with their covariance, so that neighbours are as near as real ones are (both are printed). Each
question is asked of every kind in turn, so that what else the machine does meets all alike. Recall is that of the exact
nearest; times and sizes are printed as ratios to flat.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from numpy.typing import NDArray
from piaf import read_passages, read_questions

from index.encoder.encoder import Encoder
from index.encoder.model import find_model
from index.generation import vectors as kinds
from index.generation.vectors import EXACT, INDEX, Kind, VectorIndex

NEAREST = (10, 100)
BLOCK = 50_000
NOISE = 0.6
MiB = 2**20

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Built:
    kind: Kind
    index: VectorIndex
    build: float
    load: float
    scanned: int
    size: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", default="1000,4000,16000,100000")
    parser.add_argument("--questions", type=int, default=200)
    arguments = parser.parse_args()
    real, asked = encoded(arguments.data, arguments.questions)
    print(f"{len(real)} real passages, nearest neighbour's cosine {nearness(real)}; {len(asked)} questions")
    print(f"as many grown ones: {nearness(grown(real, len(real)))}")
    for size in map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory() as scratch:
            compare(grown(real, size), asked, Path(scratch))


def encoded(data: Path, questions: int) -> tuple[Vectors, Vectors]:
    encoder = Encoder(find_model(None))
    passages = encoder.passages([passage.indexed for passage in read_passages(data)]).vectors
    return passages, np.stack([encoder.question(question.text).vector for question in read_questions(data, questions)])


def grown(real: Vectors, count: int) -> Vectors:
    """``count`` unit vectors as ``real`` ones are."""
    draw = np.random.default_rng(0)
    dimensions = real.shape[1]
    spread = np.linalg.cholesky(np.cov(real.T) + 1e-9 * np.eye(dimensions)).astype(np.float32)
    made = np.empty((count, dimensions), dtype=np.float32)
    for start in range(0, count, BLOCK):
        block = made[start : start + BLOCK]
        one, other = (real[draw.integers(0, len(real), len(block))] for _ in range(2))
        share = draw.random((len(block), 1), dtype=np.float32) / 2
        noise = draw.standard_normal(block.shape, dtype=np.float32) @ spread.T
        block[:] = (1 - share) * one + share * other + NOISE * noise
        block /= np.linalg.norm(block, axis=1, keepdims=True)
    return made


def nearness(vectors: Vectors) -> str:
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -1)
    low, middle, high = np.quantile(cosines.max(axis=1), (0.1, 0.5, 0.9))
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


def compare(vectors: Vectors, asked: Vectors, scratch: Path) -> None:
    built = list(built_kinds(vectors, scratch))
    times: dict[Kind, list[float]] = {each.kind: [] for each in built}
    recalls: dict[Kind, list[list[float]]] = {each.kind: [] for each in built}
    for question in asked:
        exact = built[0].index.nearest(question, max(NEAREST))
        for each in built:
            started = time.perf_counter()
            found = each.index.nearest(question, max(NEAREST))
            times[each.kind].append(time.perf_counter() - started)
            recalls[each.kind].append([len(np.intersect1d(found[:k], exact[:k])) / k for k in NEAREST])
    print(f"\n{len(vectors):,} vectors of {vectors.shape[1]}; in one block: {kinds.kind_for(*vectors.shape)}")
    print(f"{'':10}{'recall@10':>10}{'@100':>7}{'p50':>7}{'p95':>7}{'build':>9}{'load':>7}{'scanned':>9}{'disk':>6}")
    base = built[0]
    middle, slow = np.quantile(times[base.kind], (0.5, 0.95))
    for each in built:
        few, many = np.mean(recalls[each.kind], axis=0)
        its_middle, its_slow = np.quantile(times[each.kind], (0.5, 0.95))
        print(
            f"{each.kind:10}{few:10.4f}{many:7.4f}{its_middle / middle:7.2f}{its_slow / slow:7.2f}"
            f"{each.build / base.build:9.1f}{each.load / base.load:7.2f}"
            f"{each.scanned / base.scanned:9.2f}{each.size / base.size:6.2f}"
        )
    print(
        f"flat: {middle * 1e3:.2f} ms (p95 {slow * 1e3:.2f}), built and saved in {base.build:.2f} s,"
        f" loaded in {base.load:.3f} s, {base.size / MiB:.1f} MiB"
    )


def built_kinds(vectors: Vectors, scratch: Path) -> Iterator[Built]:
    """An index of each kind, saved and loaded; ``scanned`` is the file that a question goes through."""
    for kind in Kind:
        path = scratch / kind.value
        started = time.perf_counter()
        with thresholds_for(kind):
            VectorIndex.build(vectors).save(path)
        build = time.perf_counter() - started
        started = time.perf_counter()
        index = VectorIndex.load(path)
        load = time.perf_counter() - started
        assert index.kinds == (kind,)
        size = sum(each.stat().st_size for each in path.rglob("*") if each.is_file())
        yield Built(
            kind,
            index,
            build,
            load,
            (path / "00000" / (EXACT if kind is Kind.FLAT else INDEX)).stat().st_size,
            size,
        )


def thresholds_for(kind: Kind) -> Any:
    """Within it, any number of vectors is searched as ``kind``."""
    return mock.patch.object(kinds, "kind_for", return_value=kind)


if __name__ == "__main__":
    main()
