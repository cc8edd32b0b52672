"""What the systems are compared on: PIAF's articles, knowledge/ and the dossiers, with questions on them.

Every system gets the passages that Sourcier makes of the articles, under their titles, and is asked the same questions,
with an answer and without. A passage found is right when it holds what the question's label says, in the right article
if that is labelled. No question is one that the shipped encoder or reader learnt from:

- ``knowledge``: knowledge/ with its own questions; nothing answers some, many of them near what it tells;
- ``dossiers``: the invented articles set aside from the reader, with those of their questions that the calibration was
  not fitted on; half are tempting ones that nothing answers;
- ``piaf``: questions on PIAF's articles set aside from both models; every other of these is left out of the base, so
  that nothing answers what is asked about it.

Sourcier's weights and thresholds were fitted on the questions of ``knowledge`` and ``piaf``, so there its refusals look
better than they are; cross-validated figures are in docs/decisions/reading.md. On ``dossiers`` nothing was fitted.
"""

from __future__ import annotations

import gzip
import json
import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from corpus import ARTICLES, PASSAGES, QUESTIONS, Corpus, Passage, write_lines, write_passages

from index.articles.folder import read_folder
from index.measuring.labelled import LabelledQuestion, read_questions
from index.passages.context import text_in_context
from index.passages.sentences import sentences
from index.passages.windows import passages_of

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "training"))
from bases import set_aside
from invented import labels_of, read_dossiers, write_articles

KNOWLEDGE = ROOT / "knowledge"
OWN_QUESTIONS = sorted((ROOT / "training").glob("questions*.jsonl"))
LARGEST = 10**8
FITTED_ON = 4
"""One dossier question in so many was among those that the calibration was fitted on (``reading_trials.py``)."""

Records = list[dict[str, object]]


def make_corpus(name: str, sources: Path, asked: int, folder: Path) -> Corpus:
    """The corpus ``name``, one of MAKERS, of what lies in ``sources``, in ``folder``, with at most ``asked``
    questions."""
    folder.mkdir()
    records = MAKERS[name](sources, folder / ARTICLES)
    chosen = np.random.default_rng(0).permutation(len(records))[:asked]
    write_lines(folder / QUESTIONS, [records[place] for place in chosen])
    articles = [file.article for file in read_folder(folder / ARTICLES, max_bytes=LARGEST).files]
    found = [
        Passage(
            article.card.id,
            passage.text,
            text_in_context(article.card.title, passage),
            article.card.lang,
            article.card.title,
        )
        for article in articles
        for passage in passages_of(article)
    ]
    write_passages(folder / PASSAGES, found)
    return Corpus(folder)


def is_right(question: LabelledQuestion, article: str, text: str) -> bool:
    """Whether a passage of ``article`` is a right one."""
    return question.answerable and question.article in (None, article) and question.answered_by(text)


def _piaf(sources: Path, articles: Path) -> Records:
    articles.mkdir()
    every = list(_unpacked(sources / "data" / "piaf_dev.jsonl.gz"))
    left_out = {its["article"] for its in [its for its in every if set_aside(str(its["article"]))][::2]}
    for record in every:
        if record["article"] not in left_out:
            (articles / f"{record['article']}.md").write_text(str(record["markdown"]), encoding="utf-8")
    return [
        {**each, "answerable": each["article"] not in left_out}
        for each in _unpacked(sources / "data" / "piaf_dev_questions.jsonl.gz")
        if each["self_contained"] and set_aside(str(each["article"]))
    ]


def _dossiers(sources: Path, articles: Path) -> Records:
    dossiers = read_dossiers(sources / "training" / "dossiers.jsonl.gz")
    aside = [asked for asked in dossiers.questions if asked.aside]
    bodies = {each.id: each for each in dossiers.articles if each.id in {asked.article for asked in aside}}
    write_articles(bodies.values(), articles)
    return [labels_of(asked, bodies) for number, asked in enumerate(aside) if number % FITTED_ON]


def _knowledge(sources: Path, articles: Path) -> Records:
    shutil.copytree(KNOWLEDGE, articles)
    told = [file.article for file in read_folder(KNOWLEDGE, max_bytes=LARGEST).files]
    topics = frozenset({"seed", *(article.tags[0] for article in told if article.tags)})
    records: Records = []
    for path in (sources / "data" / "questions_dev.jsonl", *OWN_QUESTIONS):
        kept = {question.id for question in read_questions(path, topics)}
        records += [each for each in map(json.loads, path.read_text("utf-8").splitlines()) if each["id"] in kept]
    return records


MAKERS = {"knowledge": _knowledge, "dossiers": _dossiers, "piaf": _piaf}


def _unpacked(path: Path) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def dealt(texts: Sequence[str], count: int, each: int, draw: random.Random) -> Iterator[str]:
    """``count`` articles of ``each`` sentences, taken by lot from ``texts``, the first of them the title too."""
    every = [text[start:end] for text in texts for start, end in sentences(text, 0, len(text))]
    for _ in range(count):
        chosen = draw.sample(every, each)
        yield f"---\ntitle: {chosen[0][:60]!r}\n---\n\n{' '.join(chosen)}\n"
