"""A generation's folder is filled: whole, or from the one before, with what came and without what went.

What did not change is not made again: rows are handed on in their blocks (:mod:`index.machine.blocks`), files of
SQLite are copied and changed in a few places, and words and their counts are added and taken away.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from index.building.content import worded_of
from index.building.parts import Coming
from index.entities.book.stored import write_entities
from index.entities.wording import Wording
from index.generation.generation import (
    ENTITIES,
    EVENTS,
    PIECES,
    STRETCHES,
    TERMS,
    TEXTS,
    VECTORS,
    WORDS,
    Generation,
)
from index.generation.pieces import PieceIndex
from index.generation.stretches import StretchIndex
from index.generation.texts import change_texts, write_texts
from index.generation.vectors import VectorIndex
from index.machine.blocks import Growth, growth
from index.question.spelling import NO_WORDS, Words, changed_words, load_words, write_words
from index.tellings.prepared import Grown, prepare_entries
from index.tellings.stored import Changed, change_events, count_events, write_events
from index.terms.bm25 import TermIndex


@dataclass(frozen=True, slots=True)
class Made:
    """How many passages and events a generation has."""

    passages: int
    events: int


def fill(folder: Path, parts: Iterable[Coming], wording: Wording) -> Made:
    """Fill the empty ``folder`` with what comes in ``parts`` alone, each forgotten once it is written."""
    write_texts(folder / TEXTS, (), ())
    write_events(folder / EVENTS, ())
    passages, _ = _take_in(folder, parts, wording, NO_WORDS, _ALONE, None)
    prepare_entries(folder / EVENTS, wording.book)
    return Made(passages, count_events(folder / EVENTS))


def fill_from(folder: Path, before: Generation, gone: Sequence[str], parts: Iterable[Coming]) -> Made:
    """As :func:`fill`, with what is in ``before`` as well, without the articles ``gone``; both are made with the same
    model and by the same rules, and their base has the same entities."""
    wording = before.wording
    rows = np.array(before.texts.rows_of(gone), dtype=np.int64)
    left = (one for one in map(before.texts.article, gone) if one is not None)
    words = changed_words(load_words(before.folder / WORDS), worded_of(left, wording), ())
    shutil.copyfile(before.folder / TEXTS, folder / TEXTS)
    change_texts(folder / TEXTS, gone, (), ())
    shutil.copyfile(before.folder / EVENTS, folder / EVENTS)
    left_out = change_events(folder / EVENTS, gone, ())
    grown = partial(growth, before.stretches.sizes, rows)
    passages, came = _take_in(folder, parts, wording, words, grown, before)
    prepare_entries(folder / EVENTS, wording.book, Grown(before.events, left_out.then(came)))
    return Made(passages, count_events(folder / EVENTS))


def _take_in(
    folder: Path,
    parts: Iterable[Coming],
    wording: Wording,
    words: Words,
    grown: Callable[[Sequence[int]], Growth],
    before: Generation | None,
) -> tuple[int, Changed]:
    """Add ``parts`` to what ``folder`` has of the generation ``before``, of whose rows the first part tells what
    becomes: they are ``grown`` by it, the others come after them. How many passages there are then, and the events that
    came."""
    passages, came = 0, Changed()
    for part in parts:
        content = part.content
        words = changed_words(words, (), zip(content.worded, content.langs, strict=True))
        keyed = zip(content.as_written, part.embedding.keys, content.names, strict=True)
        change_texts(folder / TEXTS, (), part.articles, keyed)
        came = came.then(change_events(folder / EVENTS, (), content.events))
        its = grown(content.sizes)
        _write_rows(folder, part, its, before)
        passages += its.rows
        grown, before = _ALONE, None
    write_words(folder / WORDS, words)
    write_entities(folder / ENTITIES, wording.book)
    return passages, came


_ALONE: Final = partial(growth, (), np.empty(0, dtype=np.int64))
"""Rows that come where there are none, or none that change."""


def _write_rows(folder: Path, coming: Coming, grown: Growth, before: Generation | None) -> None:
    """What is kept row by row."""
    content, embedding = coming.content, coming.embedding
    vectors = before.vectors if before else VectorIndex([])
    vectors.save_grown(folder / VECTORS, grown, embedding.vectors, before.folder / VECTORS if before else None)
    pieces = before.pieces if before else PieceIndex([])
    pieces.save_grown(folder / PIECES, grown, embedding.pieces, before.folder / PIECES if before else None)
    terms = before.terms if before else TermIndex([])
    handed_on = before.folder / TERMS if before else None
    terms.save_grown(folder / TERMS, grown, content.worded, content.langs, handed_on)
    stretches = before.stretches if before else StretchIndex([])
    handed_on = before.folder / STRETCHES if before else None
    stretches.save_grown(folder / STRETCHES, grown, content.told, handed_on)
