"""Whether the verdict holds on small bases and large ones: 1 article, 5, all of knowledge/, and 5,000.

    python benchmarks/base_sizes.py --data DATA [--largest 5000]

The same questions of ours are asked of each: those about the articles that are there; and, as what can't be answered,
those that nothing answers and some about articles that are not there. The largest base holds knowledge/ and articles
dealt from the sentences of PIAF (DATA holds ``piaf_dev.jsonl.gz``). Prints for each size how many bases and questions
there were, the share of both that was refused, and R@1 and R@3 of those that can be answered.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from corpora import KNOWLEDGE, LARGEST, OWN_QUESTIONS, dealt
from piaf import read_passages

from index.answer import Verdict
from index.building.reindex import ReindexPlan, reindex
from index.encoder.encoder import Encoder
from index.encoder.model import find_model
from index.entities.book.folder import FILE
from index.generation.generation import Generation
from index.generation.store import GenerationStore
from index.judging.finding import find
from index.measuring.labelled import LabelledQuestion, is_right, read_questions
from index.question.filters import ALL_ARTICLES

STRANGERS = 12
"""Questions about other articles, asked of a base that has not got them."""
SENTENCES = 8
DEPTH = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--largest", type=int, default=5000)
    arguments = parser.parse_args()
    questions = [question for path in OWN_QUESTIONS for question in read_questions(path)]
    stems = sorted({question.article for question in questions if question.article})
    draw = random.Random(3)
    draw.shuffle(stems)
    encoder = Encoder(find_model(None))
    with tempfile.TemporaryDirectory() as scratch:
        store = GenerationStore(Path(scratch) / "data")
        for size, groups in ((1, [[stem] for stem in stems]), (5, _groups(stems, 5)), (len(stems), [stems])):
            bases = [(group, _indexed(group, [], Path(scratch), store, encoder)) for group in groups]
            report(str(size), bases, questions, encoder, draw)
        paragraphs = [passage.text for passage in read_passages(arguments.data)]
        fillers = list(dealt(paragraphs, arguments.largest - len(stems), SENTENCES, draw))
        largest = _indexed(stems, fillers, Path(scratch), store, encoder)
        report(str(arguments.largest), [(stems, largest)], questions, encoder, draw)


def report(
    size: str,
    bases: Sequence[tuple[Sequence[str], Generation]],
    questions: Sequence[LabelledQuestion],
    encoder: Encoder,
    draw: random.Random,
) -> None:
    refused: dict[bool, list[bool]] = {True: [], False: []}
    ranks = []
    for stems, generation in bases:
        others = [q for q in questions if q.answerable and q.article not in stems]
        strangers = draw.sample(others, min(STRANGERS, len(others)))
        for question in [q for q in questions if q.article in stems or not q.answerable] + strangers:
            finding = find([generation], encoder, question.text, question.lang, DEPTH, ALL_ARTICLES)
            places = [place for place, hit in enumerate(finding.hits, 1) if is_right(question, hit)]
            asked_here = question.answerable and question.article in stems
            if asked_here:
                ranks.append(places[0] if places else DEPTH + 1)
            refused[asked_here].append(finding.verdict is Verdict.NONE)
        generation.close()
    recall = " ".join(f"R@{cut} {np.mean([rank <= cut for rank in ranks]):.3f}" for cut in (1, 3))
    shares = [f"{len(refused[here]):5} refused {np.mean(refused[here]):.3f}" for here in (True, False)]
    print(
        f"{size:>6} articles, {len(bases):3} bases: answerable {shares[0]}, unanswerable {shares[1]}; {recall}",
        flush=True,
    )


def _groups(stems: Sequence[str], size: int) -> list[Sequence[str]]:
    return [stems[start : start + size] for start in range(0, len(stems) - size + 1, size)]


def _indexed(
    stems: Sequence[str], fillers: Sequence[str], scratch: Path, store: GenerationStore, encoder: Encoder
) -> Generation:
    folder = scratch / "articles"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in (FILE, *(f"{stem}.md" for stem in stems)):
        shutil.copy(KNOWLEDGE / name, folder)
    for number, text in enumerate(fillers):
        (folder / f"filler-{number}.md").write_text(text, "utf-8")
    report = reindex(ReindexPlan(folder, LARGEST, 1000), store, encoder, lambda *_: None)
    return store.open(report.generation)


if __name__ == "__main__":
    main()
