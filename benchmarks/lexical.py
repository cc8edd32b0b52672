"""bm25s and tantivy side by side: the same terms of the same passages, the same questions, one run.

    python benchmarks/lexical.py --data DATA        (needs the extra "bench")

DATA holds ``piaf_dev.jsonl.gz`` and ``piaf_dev_questions.jsonl.gz``. A passage is a paragraph under its title;
it is right when it is the question's own paragraph's article and holds an answer. Times are medians, printed
as ratios to bm25s; each engine gets terms that are already stemmed, so that only the engines differ.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from piaf import Passage, Question, rank, read_passages, read_questions

from index.terms.bm25 import Field
from index.terms.tokens import asked_words, searched_stems, stem_of

DEPTH = 10

Search = Callable[[str], list[int]]


@dataclass(frozen=True)
class Row:
    name: str
    recall_1: float
    recall_5: float
    build: float
    load: float
    question: float
    size: int


def with_bm25s(passages: list[Passage], folder: Path) -> tuple[Callable[[], object], Callable[[], Search]]:
    def build() -> object:
        field = Field.build("fr", [p.indexed for p in passages], range(len(passages)))
        field.save(folder)
        return field

    def load() -> Search:
        field = Field.load(folder, "fr")
        return lambda question: np.argsort(-field.scores(question, "fr"), kind="stable")[:DEPTH].tolist()

    return build, load


def with_tantivy(passages: list[Passage], folder: Path) -> tuple[Callable[[], object], Callable[[], Search]]:
    import tantivy

    def build() -> object:
        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field("row", stored=True)
        schema.add_text_field("terms", tokenizer_name="whitespace")
        folder.mkdir()
        index = tantivy.Index(schema.build(), path=str(folder))
        writer = index.writer(num_threads=1)
        for row, passage in enumerate(passages):
            writer.add_document(tantivy.Document(row=row, terms=" ".join(searched_stems(passage.indexed, "fr"))))
        writer.commit()
        writer.wait_merging_threads()
        return index

    def load() -> Search:
        index = tantivy.Index.open(str(folder))
        searcher = index.searcher()
        schema = index.schema

        def search(question: str) -> list[int]:
            terms = [
                tantivy.Query.term_query(schema, "terms", stem_of(word, "fr")) for word in asked_words(question, "fr")
            ]
            if not terms:
                return []
            query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
            return [searcher.doc(address)["row"][0] for _, address in searcher.search(query, DEPTH).hits]

        return search

    return build, load


def measure(name: str, passages: list[Passage], questions: list[Question], make: Callable) -> Row:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / name
        build, load = make(passages, folder)
        build_seconds = timed(build)
        load_seconds = statistics.median(timed(load) for _ in range(5))
        search = load()
        times = []
        ranks = []
        for question in questions:
            started = time.perf_counter()
            rows = search(question.text)
            times.append(time.perf_counter() - started)
            ranks.append(rank(question, [passages[row] for row in rows]))
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Row(
        name,
        sum(r is not None and r <= 1 for r in ranks) / len(ranks),
        sum(r is not None and r <= 5 for r in ranks) / len(ranks),
        build_seconds,
        load_seconds,
        statistics.median(times),
        size,
    )


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    passages, questions = read_passages(data), read_questions(data)
    rows = [
        measure(name, passages, questions, make) for name, make in (("bm25s", with_bm25s), ("tantivy", with_tantivy))
    ]
    base = rows[0]
    print(f"{len(passages)} passages, {len(questions)} questions; times and sizes as ratios to bm25s")
    print(f"{'':10}{'R@1':>8}{'R@5':>8}{'build':>10}{'load':>10}{'question':>10}{'disk':>8}")
    for row in rows:
        print(
            f"{row.name:10}{row.recall_1:8.3f}{row.recall_5:8.3f}{row.build / base.build:10.2f}"
            f"{row.load / base.load:10.2f}{row.question / base.question:10.2f}{row.size / base.size:8.2f}"
        )
    print(f"bm25s: build {base.build:.2f} s, load {base.load * 1e3:.1f} ms, question {base.question * 1e3:.2f} ms")


if __name__ == "__main__":
    main()
