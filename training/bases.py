"""Bases of articles with labelled questions on them: what the calibration is fitted on.

Answers must be found, and refusals made, on a base of one article as on a base of hundreds, and a question whose
article is left out must be refused although its neighbours are there. So knowledge/ is indexed whole, without each
of its articles in turn, and each article alone; and once more with half of PIAF's encyclopaedia articles and half of
our press added (:mod:`press`).
"""

from __future__ import annotations

import gzip
import json
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from hollowing import HALVES, hollow
from press import absent_questions, press_questions, write_press

from index.article import Article
from index.articles.folder import read_folder
from index.building.reindex import ReindexPlan, reindex
from index.encoder.encoder import Encoder
from index.generation.generation import Generation
from index.generation.store import GenerationStore
from index.measuring.labelled import LabelledQuestion, read_questions

SET_ASIDE = 5
"""One PIAF or press article in so many is not trained on, so that what the model has not seen can be measured."""
STRANGERS = 6
"""Questions on other articles asked of a base of one article."""


@dataclass(frozen=True, slots=True)
class Base:
    """An indexed base and the questions asked of it; ``own`` when it holds nothing but articles of knowledge/."""

    name: str
    generation: Generation
    questions: Sequence[LabelledQuestion]
    own: bool


def whole_bases(data: Path, knowledge: Path, scratch: Path, encoder: Encoder) -> Iterator[Base]:
    """knowledge/ with its questions; then knowledge/, half of PIAF and half of the press, with the questions on these
    that the model was not tuned on, and questions near them that nothing answers: one in twenty of all."""
    own = own_questions(data, knowledge)
    others = [*piaf_questions(data), *(q for q in press_questions() if set_aside(q.article or ""))]
    yield Base(
        "knowledge", index_folder(knowledge, scratch / "own", encoder), [*own, *unanswered(others[::8])], own=True
    )
    mixed = scratch / "mixed"
    kept = piaf_folder(data, knowledge, mixed, every_other) | write_press(mixed, every_other)
    asked = [q if q.article in kept else replace(q, answerable=False) for q in others]
    asked += [q for q in absent_questions() if q.article in kept and set_aside(q.article or "")]
    yield Base("mixed", index_folder(mixed, scratch / "mixed-data", encoder), asked, own=False)


def partial_bases(data: Path, knowledge: Path, scratch: Path, encoder: Encoder) -> Iterator[Base]:
    """knowledge/ without each article in turn, asked about it; each article alone, asked about it and others."""
    questions = own_questions(data, knowledge)
    about = {path.stem: [q for q in questions if q.article == path.stem] for path in sorted(knowledge.glob("*.md"))}
    draw = np.random.default_rng(0)
    for stem, its in about.items():
        if not its:
            continue
        left_out = scratch / "left-out"
        shutil.rmtree(left_out, ignore_errors=True)
        shutil.copytree(knowledge, left_out, ignore=shutil.ignore_patterns(f"{stem}.md"))
        yield Base(f"without {stem}", index_folder(left_out, scratch / "own", encoder), unanswered(its), own=True)
        alone = scratch / "alone"
        shutil.rmtree(alone, ignore_errors=True)
        alone.mkdir()
        shutil.copy(knowledge / f"{stem}.md", alone)
        others = [q for q in questions if q.article != stem]
        strangers = [others[place] for place in draw.choice(len(others), STRANGERS, replace=False)]
        generation = index_folder(alone, scratch / "own", encoder)
        yield Base(f"{stem} alone", generation, [*anywhere(its), *unanswered(strangers)], own=True)


def hollowed_bases(data: Path, knowledge: Path, scratch: Path, encoder: Encoder) -> Iterator[Base]:
    """The whole bases without the sentences that answer one half of their questions, then the other half."""
    own = [question for question in own_questions(data, knowledge) if question.answerable]
    others = [*piaf_questions(data), *(q for q in press_questions() if set_aside(q.article or ""))]
    for half in range(HALVES):
        folder = scratch / f"hollowed-{half}"
        shutil.copytree(knowledge, folder)
        asked = hollow(folder, own, half)
        yield Base("hollowed", index_folder(folder, scratch / "own", encoder), asked, own=True)
        folder = scratch / f"hollowed-mixed-{half}"
        kept = piaf_folder(data, knowledge, folder, every_other) | write_press(folder, every_other)
        asked = hollow(folder, [question for question in others if question.article in kept], half)
        yield Base("hollowed mixed", index_folder(folder, scratch / "mixed-data", encoder), asked, own=False)


def elsewhere_bases(folders: Iterable[Path], scratch: Path, encoder: Encoder) -> Iterator[Base]:
    """Folders of other subjects (``articles/`` and ``questions.jsonl``) with their questions, and without the sentences
    that answer one half of these, then the other half."""
    for folder in folders:
        questions = read_questions(folder / "questions.jsonl")
        data = scratch / f"{folder.name}-data"
        yield Base(f"elsewhere {folder.name}", index_folder(folder / "articles", data, encoder), questions, own=False)
        for half in range(HALVES):
            hollowed = scratch / f"{folder.name}-{half}"
            shutil.copytree(folder / "articles", hollowed)
            asked = hollow(hollowed, [question for question in questions if question.answerable], half)
            yield Base(f"hollowed {folder.name}", index_folder(hollowed, data, encoder), asked, own=False)


def own_questions(data: Path, knowledge: Path) -> list[LabelledQuestion]:
    """The questions on knowledge/: the development set's, and those beside this script."""
    topics = frozenset({"seed", *(article.tags[0] for article in _articles(knowledge) if article.tags)})
    files = [data / "questions_dev.jsonl", *sorted(Path(__file__).parent.glob("questions*.jsonl"))]
    return [question for path in files for question in read_questions(path, topics)]


def set_aside(article: str) -> bool:
    """Whether an article, by its id, is kept for measuring."""
    return zlib.crc32(article.encode()) % SET_ASIDE == 0


def piaf_questions(data: Path) -> list[LabelledQuestion]:
    """The self-contained PIAF questions the model was not tuned on, in an order that mixes the articles."""
    with gzip.open(data / "piaf_dev_questions.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    chosen = [record for record in records if record["self_contained"] and set_aside(record["article"])]
    order = np.random.default_rng(0).permutation(len(chosen))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        for place in order:
            lines.write(json.dumps(chosen[place]) + "\n")
        lines.flush()
        return list(read_questions(Path(lines.name)))


def unanswered(questions: Iterable[LabelledQuestion]) -> list[LabelledQuestion]:
    """The same questions, asked of a base that does not hold their article; their patterns tell if it answers after
    all."""
    return [replace(question, answerable=False, article=None) for question in questions]


def anywhere(questions: Iterable[LabelledQuestion]) -> list[LabelledQuestion]:
    """The same questions, whose answer is right in whichever article it stands."""
    return [replace(question, article=None) for question in questions]


def index_folder(folder: Path, data_dir: Path, encoder: Encoder) -> Generation:
    """A generation of ``folder``; vectors already in ``data_dir`` are used again."""
    store = GenerationStore(data_dir)
    report = reindex(ReindexPlan(folder, 10**8, kept_generations=1000), store, encoder, lambda *_: None)
    return store.open(report.generation)


def piaf_folder(data: Path, knowledge: Path, folder: Path, chosen: Callable[[int], bool] = lambda _: True) -> set[str]:
    """Make ``folder`` of knowledge/ and the PIAF articles whose number is ``chosen``; tells which these are."""
    shutil.copytree(knowledge, folder)
    kept = set()
    with gzip.open(data / "piaf_dev.jsonl.gz", "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            article = json.loads(line)
            if chosen(number):
                kept.add(article["article"])
                (folder / f"{article['article']}.md").write_text(article["markdown"], encoding="utf-8")
    return kept


def every_other(number: int) -> bool:
    """Half of all."""
    return number % 2 == 0


def _articles(folder: Path) -> list[Article]:
    return [file.article for file in read_folder(folder, max_bytes=10**8).files]
