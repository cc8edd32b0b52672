"""What it costs that articles lie in two bases: the same questions asked of knowledge/ whole, and of knowledge/ dealt
into a shared base and a server's collection.

    python benchmarks/two_bases.py QUESTIONS [--knowledge knowledge] [--shares 2 4]

One article in so many goes to the collection. QUESTIONS is a file of labelled questions; prints R@1, R@3, R@5, how
often answerable and unanswerable ones are refused, and the milliseconds of a question as a ratio to those of one base.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

import numpy as np

from index.answer import Verdict
from index.engine import Engine, EngineOptions
from index.entities.book.folder import FILE
from index.measuring.labelled import LabelledQuestion, is_right, read_questions
from index.view import View

GUILD = 1
DEPTH = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--shares", type=int, nargs="*", default=[2, 4])
    arguments = parser.parse_args()
    questions = read_questions(arguments.questions)
    articles = sorted(path for path in arguments.knowledge.glob("*.md"))
    with tempfile.TemporaryDirectory() as scratch:
        views = {"one base": dealt(articles, len(articles) + 1, arguments.knowledge, Path(scratch) / "one")}
        for share in arguments.shares:
            views[f"1 in {share} its own"] = dealt(articles, share, arguments.knowledge, Path(scratch) / str(share))
        rows = {name: measured(view, questions) for name, view in views.items()}
    print(
        f"{len(questions)} questions, {len(articles)} articles\n{'':14}  R@1   R@3   R@5   refused: can, can't   time"
    )
    first = rows["one base"][-1]
    for name, (*figures, seconds) in rows.items():
        print(f"{name:14}", "  ".join(f"{figure:.3f}" for figure in figures), f"          x {seconds / first:.2f}")


def dealt(articles: list[Path], share: int, knowledge: Path, home: Path) -> View:
    engine = Engine(EngineOptions(home / "articles", home / "data"))
    (home / "articles").mkdir(parents=True)
    own = home / "data" / "collections" / str(GUILD) / "articles"
    own.mkdir(parents=True)
    shutil.copy(knowledge / FILE, home / "articles")
    for number, path in enumerate(articles, start=1):
        shutil.copy(path, own if number % share == 0 else home / "articles")
    engine.prepare()
    if any(own.iterdir()):
        engine.base(GUILD).upkeep.reindex()
    return engine.seen_from(GUILD)


def measured(view: View, questions: tuple[LabelledQuestion, ...]) -> list[float]:
    ranks, refused, spent = [], {True: [], False: []}, []
    for question in questions:
        started = time.perf_counter()
        finding = view.find(question.text, lang=question.lang, limit=DEPTH)
        spent.append(time.perf_counter() - started)
        refused[question.answerable].append(finding.verdict is Verdict.NONE)
        if question.answerable:
            rank = next((at for at, hit in enumerate(finding.hits, start=1) if is_right(question, hit)), DEPTH + 1)
            ranks.append(rank)
    recall = [float(np.mean([rank <= cut for rank in ranks])) for cut in (1, 3, 5)]
    return [*recall, float(np.mean(refused[True])), float(np.mean(refused[False])), float(np.median(spent))]


if __name__ == "__main__":
    main()
