"""Questions as strangers type them, asked of knowledge/: what the first bold sentence says, what is called found.

    python benchmarks/strangers.py [QUESTIONS.jsonl] [--knowledge knowledge] [--each]

QUESTIONS are labelled questions with a ``kind`` (``strangers.jsonl`` beside this script, on which nothing is fitted;
``strangers_later.jsonl`` was written afterwards from the articles alone, ``strangers_held.jsonl`` of the kinds that
name a place, somebody, a year or a kind of thing). ``strangers_world.jsonl`` is asked of the folder of that name beside
it (``--knowledge``): a town, a league, a museum and railways, all invented, written before anything was tried on them.
Printed for each kind and for all: of those that have an answer, how often it stands in the marked sentences of the
first quote, anywhere in the first quote and in the first three, and how many are refused; of what is called found, how
much is right; of those that have none, how many are refused, and how many called found. With ``--each``, question by
question.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.answer import Answer, Verdict
from index.engine import Engine, EngineOptions
from index.measuring.labelled import LabelledQuestion, read_questions


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was answered to a question: ``bold``, whether the marked sentences of the first quote hold the answer."""

    question: LabelledQuestion
    answer: Answer
    bold: bool

    def within(self, quotes: int) -> bool:
        """Whether one of the first ``quotes`` quotes holds the answer, marked or not."""
        return any(self.question.answered_by(quote.text) for quote in self.answer.quotes[:quotes])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path, nargs="?", default=Path(__file__).with_suffix(".jsonl"))
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--each", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        engine = Engine(EngineOptions(arguments.knowledge, Path(scratch), reading_seconds=60))
        engine.prepare()
        outcomes = [asked(engine, question) for question in read_questions(arguments.questions)]
        engine.close()
    if arguments.each:
        for outcome in outcomes:
            told(outcome)
    by_kind: defaultdict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_kind[outcome.question.kind or ""].append(outcome)
    for kind, its in sorted(by_kind.items()):
        report(kind, its)
    report("all", outcomes)


def asked(engine: Engine, question: LabelledQuestion) -> Outcome:
    """What is answered to ``question``, in the language that is heard in it."""
    answer = engine.ask(question.text)
    first = answer.quotes[:1]
    bold = (quote.text[start - quote.start : end - quote.start] for quote in first for start, end in quote.highlights)
    return Outcome(question, answer, question.answered_by(" ".join(bold)))


def told(outcome: Outcome) -> None:
    """Print one outcome."""
    answer, mark = outcome.answer, "+" if outcome.bold else "-" if outcome.question.answerable else " "
    print(f"{mark} {answer.verdict:5} {answer.confidence:.2f}  {outcome.question.text}")
    for quote in answer.quotes[:1]:
        start, end = quote.highlights[0]
        words = quote.answer and quote.text[quote.answer[0] - quote.start : quote.answer[1] - quote.start]
        print(f"      {quote.article.id}: {quote.text[start - quote.start : end - quote.start]} [{words}]")


def report(name: str, outcomes: Sequence[Outcome]) -> None:
    """Print the shares of ``outcomes``."""
    told = [outcome for outcome in outcomes if outcome.question.answerable]
    untold = [outcome for outcome in outcomes if not outcome.question.answerable]
    row = f"{name:14}"
    if told:
        refused = sum(its.answer.verdict is Verdict.NONE for its in told)
        row += f"  {len(told):3} answerable: in the first bold {sum(its.bold for its in told):3}"
        row += f", quote {sum(its.within(1) for its in told):3}, three {sum(its.within(3) for its in told):3}"
        row += f", refused {refused:3}"
    if untold:
        refused = sum(its.answer.verdict is Verdict.NONE for its in untold)
        found = sum(its.answer.verdict is Verdict.FOUND for its in untold)
        row += f"  {len(untold):3} unanswerable: refused {refused:3}, found {found:3}"
    found_at_all = [its for its in outcomes if its.answer.verdict is Verdict.FOUND]
    if found_at_all:
        row += f"  found right {sum(its.bold for its in found_at_all)} of {len(found_at_all)}"
    print(row)


if __name__ == "__main__":
    main()
