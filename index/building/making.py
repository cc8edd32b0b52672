"""A generation's folder is filled: whole, or from the one before, with what came and without what went.

What did not change is not made again: rows are handed on in their blocks (:mod:`index.machine.blocks`), files of
SQLite are copied and changed in a few places, and words and their counts are added and taken away.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.building.content import Content, content_of, events_of
from index.building.embedding import Embedding
from index.entities.stored import write_entities
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
from index.generation.texts import IndexedArticle, change_texts, write_texts
from index.generation.vectors import VectorIndex
from index.machine.blocks import Growth, growth
from index.question.spelling import changed_words, load_words, surface_words, write_words
from index.tellings.prepared import prepare_entries
from index.tellings.stored import change_events, write_events
from index.terms.bm25 import TermIndex


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes into a generation: articles, what is indexed of them, their vectors, and the names of the base."""

    articles: Sequence[IndexedArticle]
    content: Content
    embedding: Embedding
    wording: Wording


@dataclass(frozen=True, slots=True)
class Made:
    """How many passages and events a generation has."""

    passages: int
    events: int


def fill(folder: Path, coming: Coming) -> Made:
    """Fill the empty ``folder`` with ``coming`` alone."""
    content = coming.content
    grown = growth([], np.empty(0, dtype=np.int64), content.sizes)
    keys = coming.embedding.keys
    write_texts(folder / TEXTS, coming.articles, zip(content.as_written, keys, content.names, strict=True))
    write_words(folder / WORDS, surface_words(zip(content.worded, content.langs, strict=True)))
    _write_rows(folder, coming, grown, None)
    write_entities(folder / ENTITIES, coming.wording.book)
    events = write_events(folder / EVENTS, events_of([one.article for one in coming.articles], coming.wording))
    prepare_entries(folder / EVENTS, coming.wording.book)
    return Made(grown.rows, events)


def fill_from(folder: Path, before: Generation, gone: Sequence[str], coming: Coming) -> Made:
    """Fill the empty ``folder`` with what is in ``before``, without the articles ``gone``, and with ``coming``; both
    are made with the same model and by the same rules, and their base has the same entities."""
    content = coming.content
    grown = growth(before.stretches.sizes, np.array(before.texts.rows_of(gone), dtype=np.int64), content.sizes)
    left = content_of([one for one in map(before.texts.article, gone) if one is not None], coming.wording)

    shutil.copyfile(before.folder / TEXTS, folder / TEXTS)
    passages = zip(content.as_written, coming.embedding.keys, content.names, strict=True)
    change_texts(folder / TEXTS, gone, coming.articles, passages)
    words = changed_words(
        load_words(before.folder / WORDS),
        zip(left.worded, left.langs, strict=True),
        zip(content.worded, content.langs, strict=True),
    )
    write_words(folder / WORDS, words)
    _write_rows(folder, coming, grown, before)
    write_entities(folder / ENTITIES, coming.wording.book)

    shutil.copyfile(before.folder / EVENTS, folder / EVENTS)
    came = events_of([one.article for one in coming.articles], coming.wording)
    events, touched = change_events(folder / EVENTS, gone, came)
    prepare_entries(folder / EVENTS, coming.wording.book, touched)
    return Made(grown.rows, events)


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
    stretches.save_grown(folder / STRETCHES, grown, list(content.in_context()), handed_on)
