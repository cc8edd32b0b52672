"""The lessons that the reader is trained on: at each step some questions with passages that answer and some that don't.

The examples come from ``reading_examples.py``. For each question of a step a passage that answers it and some that
don't: the same without the sentence that answers, others of its article, what the engine ranks first. Questions are now
and then wrapped in small talk, misspelt, or typed without capitals and accents. What a step is made of depends on its
number and the seed alone.
"""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from invented import STORY
from numpy.typing import NDArray
from small_talk import wrapped
from torch.utils.data import Dataset

from index.passages.sentences import sentences
from index.reading.page import Page
from index.reading.rows import Leaf, Row, Sheet, Speller, sheet_of

QUESTIONS: Final = 48
"""Questions of a step."""
PASSAGES: Final = 5
"""Passages of a question, at most."""
TIMES: Final = {STORY: 2}
"""How often a question on these comes for once another: they are few, and nearest to a paper's archive."""
CHUNKS: Final = 3
"""Parts of these that go through the network one after the other, by length: little padding."""
SHORT: Final = 0.2
"""How often what is shown of a question's passages are three sentences each: the engine reads those around the answer
again alone."""
HOLLOW, NEAR, TALK, LOWER, UNMARKED, PLAIN, SLIPS = 0.6, 0.6, 0.12, 0.15, 0.15, 0.06, 0.08
"""How often: a hollow passage, one of the same article; a question in small talk, in lower case, without its question
mark, without accents, with slips of the keyboard."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question beside a passage: whether it answers, and the span of pieces that does, if that is known."""

    row: Row
    answers: bool
    span: tuple[int, int] | None
    question: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some whole questions of a step, as ``share`` of its passages: sheets of rows, short ones apart from long ones;
    for each sheet the row, first and last piece of the answers that are known, shape (answers, 3); whether each passage
    answers, and the question it is shown for, sheet after sheet."""

    share: float
    sheets: list[Sheet]
    spans: list[NDArray[np.int64]]
    label: NDArray[np.float32]
    asked: NDArray[np.int64]


class Lessons(Dataset[list[Part]]):
    """What is shown at each of ``steps`` steps, by its number: ``asked`` questions, ``at_a_time`` of them a part."""

    def __init__(
        self,
        examples: Sequence[dict[str, Any]],
        pages: Sequence[Page],
        leaves: Sequence[Leaf],
        speller: Speller,
        *,
        steps: int,
        at_a_time: int,
        seed: int,
        asked: int = QUESTIONS,
    ) -> None:
        self._steps, self._at_a_time, self.asked = steps, at_a_time, asked
        self._examples, self._speller, self._seed = examples, speller, seed
        self._pages, self._leaves = pages, leaves
        learnt = [place for place, each in enumerate(examples) if not each["aside"]]
        self._order = [place for place in learnt for _ in range(TIMES.get(examples[place]["source"], 1))]

    def __len__(self) -> int:
        return self._steps

    @property
    def questions(self) -> int:
        """How many there are to learn from, those on stories counted as often as they come."""
        return len(self._order)

    def __getitem__(self, step: int) -> list[Part]:
        shown = self.at(step)
        groups = [
            [each for each in shown if first <= each.question < first + self._at_a_time]
            for first in range(0, self.asked, self._at_a_time)
        ]
        return [part_of(group, len(group) / len(shown)) for group in groups if group]

    def at(self, step: int) -> list[Shown]:
        """The rows of a step."""
        draw = np.random.default_rng([self._seed, step])
        rounds, place = divmod(step * self.asked, len(self._order))
        row = np.concatenate(
            [np.random.default_rng([self._seed, 1, rounds + more]).permutation(len(self._order)) for more in (0, 1)]
        )
        shown: list[Shown] = []
        for number, at in enumerate(row[place : place + self.asked]):
            shown.extend(self._of(self._examples[self._order[int(at)]], number, draw))
        return shown

    def _of(self, example: dict[str, Any], number: int, draw: np.random.Generator) -> Iterator[Shown]:
        question = self._speller.question(disguised(example["question"], example["lang"], draw))
        right = {place for place, _, _ in example["right"]}
        short = draw.random() < SHORT
        if example["right"]:
            place, start, end = example["right"][int(draw.integers(len(example["right"])))]
            row = self._speller.row(question, self._leaf(place, start if short else None))
            yield Shown(row, True, pieces_of(row, start, end), number)
        for place in self._wrong(example, draw)[: PASSAGES - bool(right)]:
            around = int(draw.integers(1 + len(self._pages[place].text))) if short else None
            yield Shown(self._speller.row(question, self._leaf(place, around)), False, None, number)

    def _leaf(self, place: int, around: int | None) -> Leaf:
        """A passage, or its sentence ``around`` a character with the one on each side."""
        leaf, text = self._leaves[place], self._pages[place].text
        return leaf if around is None else cut(leaf, *around_of(text, around))

    def _wrong(self, example: dict[str, Any], draw: np.random.Generator) -> list[int]:
        right = {place for place, _, _ in example["right"]}
        wrong = []
        if example["twin"]:
            wrong.append(one_of(example["twin"], draw))
        if example["hollow"] and draw.random() < HOLLOW:
            wrong.append(one_of(example["hollow"], draw))
        if example["near"] and draw.random() < NEAR:
            wrong.append(one_of(example["near"], draw))
        found = [place for place in example["found"] if place not in right]
        while found and len(wrong) < PASSAGES:
            wrong.append(found.pop(min(len(found) - 1, int(draw.exponential(2.0)))))
        return [place for place in dict.fromkeys(wrong) if place not in right]


def part_of(shown: Sequence[Shown], share: float) -> Part:
    """Some whole questions as a part of a step."""
    first = min(each.question for each in shown)
    order = sorted(shown, key=lambda each: len(each.row.ids))
    size = -(-len(order) // CHUNKS)
    chunks = [order[at : at + size] for at in range(0, len(order), size)]
    return Part(
        share,
        [sheet_of([each.row for each in chunk]) for chunk in chunks],
        [
            np.array([(row, *each.span) for row, each in enumerate(chunk) if each.span], dtype=np.int64).reshape(-1, 3)
            for chunk in chunks
        ],
        np.array([each.answers for each in order], dtype=np.float32),
        np.array([each.question - first for each in order], dtype=np.int64),
    )


def around_of(text: str, at: int) -> tuple[int, int]:
    """The span of the sentence of ``text`` that holds the character ``at`` and of its neighbours."""
    spans = sentences(text, 0, len(text))
    here = next((number for number, (_, end) in enumerate(spans) if at < end), len(spans) - 1)
    return spans[max(0, here - 1)][0], spans[min(len(spans) - 1, here + 1)][1]


def cut(leaf: Leaf, start: int, end: int) -> Leaf:
    """What of a leaf's passage lies within ``start:end``."""
    kept = [place for place, (first, last) in enumerate(leaf.offsets) if start < last and first < end]
    return Leaf(leaf.above, [leaf.ids[place] for place in kept], [leaf.offsets[place] for place in kept])


def one_of(places: Sequence[int], draw: np.random.Generator) -> int:
    """One of ``places``, drawn."""
    return places[int(draw.integers(len(places)))]


def pieces_of(row: Row, start: int, end: int) -> tuple[int, int] | None:
    """The pieces of the row that ``start:end`` of the passage falls on, first and last; None when some are cut."""
    first = next((place for place, (_, stop) in enumerate(row.offsets) if stop > start), None)
    last = next((place for place in range(len(row.offsets) - 1, -1, -1) if row.offsets[place][0] < end), None)
    if first is None or last is None or row.offsets[-1][1] < end or last < first:
        return None
    return row.start + first, row.start + last


def disguised(question: str, lang: str, draw: np.random.Generator) -> str:
    """A question as somebody in a hurry types it, now and then."""
    if draw.random() < TALK:
        question = wrapped(question, lang, draw)
    if draw.random() < LOWER:
        question = question.lower()
    if draw.random() < UNMARKED:
        question = question.rstrip(" ?\u00a0\u202f")
    if draw.random() < PLAIN:
        question = "".join(c for c in unicodedata.normalize("NFKD", question) if not unicodedata.combining(c))
    if draw.random() < SLIPS:
        for _ in range(1 + int(draw.integers(2))):
            question = with_slip(question, draw)
    return question


def with_slip(text: str, draw: np.random.Generator) -> str:
    """``text`` with two letters exchanged, one left out or one doubled, inside a longer word."""
    places = [n for n in range(1, len(text) - 2) if text[n - 1 : n + 3].isalpha() and text[n - 1 : n + 3].islower()]
    if not places:
        return text
    at, kind = places[int(draw.integers(len(places)))], int(draw.integers(3))
    middle = (text[at + 1] + text[at], text[at], text[at] * 2 + text[at + 1])[kind]
    return text[:at] + middle + text[at + 2 :]


def read_examples(folder: Path) -> tuple[list[Page], list[dict[str, Any]]]:
    """The passages and the examples of all sets in ``folder``, numbered through."""
    passages: list[Page] = []
    examples: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.json.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            content = json.load(file)
        before = len(passages)
        passages += [Page(**each) for each in content["passages"]]
        for each in content["examples"]:
            moved = {name: [place + before for place in each[name]] for name in ("twin", "hollow", "near", "found")}
            right = [(place + before, start, end) for place, start, end in each["right"]]
            examples.append({**each, **moved, "right": right})
    return passages, examples
