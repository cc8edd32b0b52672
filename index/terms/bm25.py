"""BM25 over passages, one field a language, and how much of a question a passage covers."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.machine.arrays import mapped_array, save_array
from index.terms.asked import AskedTerm, asked_terms
from index.terms.common_words import common_words
from index.terms.tokens import searched_stems

K1: Final = 1.2
B: Final = 0.75
AT_LARGE: Final = 200
"""Passages that what the languages at large say of a word counts for: a few articles' worth."""
VOCABULARY: Final = "vocabulary.json"


@dataclass(frozen=True, slots=True)
class FieldArrays:
    """The numbers of a field, each a file of its own: see :class:`Field`."""

    starts: NDArray[np.int64]
    documents: NDArray[np.int32]
    counts: NDArray[np.uint16]
    lengths: NDArray[np.int32]
    rows: NDArray[np.int64]


class Field:
    """The passages in one language: each term's passages with how often they say it, how long the passages are, and
    the rows they have in the whole base.

    The term number ``n`` (``vocabulary[stem]``) has the documents ``documents[starts[n]:starts[n + 1]]``, which say it
    as often as ``counts`` at the same places tell. What that adds to a score depends on all passages together, so it is
    reckoned when it is asked for: a base that grows keeps its numbers.
    """

    def __init__(self, lang: str, vocabulary: Mapping[str, int], arrays: FieldArrays) -> None:
        self.lang = lang
        self.rows = arrays.rows
        self._vocabulary = vocabulary
        self._arrays = arrays
        average = float(arrays.lengths.mean()) if arrays.lengths.any() else 1.0
        self._norms = (K1 * (1 - B + B * arrays.lengths / average)).astype(np.float32)

    @classmethod
    def empty(cls, lang: str) -> Field:
        """A field without passages."""
        none = FieldArrays(
            starts=np.zeros(1, dtype=np.int64),
            documents=np.empty(0, dtype=np.int32),
            counts=np.empty(0, dtype=np.uint16),
            lengths=np.empty(0, dtype=np.int32),
            rows=np.empty(0, dtype=np.int64),
        )
        return cls(lang, {}, none)

    def grown(self, moved: NDArray[np.int64], texts: Sequence[str], rows: Sequence[int]) -> Field:
        """The field with its passages at the rows they have ``moved`` to, without those at -1, and with ``texts`` at
        ``rows``, after all others. Terms keep their numbers, also those that no passage has any more."""
        before = self._arrays
        stays = moved[before.rows] >= 0
        place = np.cumsum(stays) - 1
        kept = stays[before.documents]
        term_of = np.repeat(np.arange(len(before.starts) - 1), np.diff(before.starts))[kept]
        documents = place[before.documents[kept]].astype(np.int32)
        first = int(stays.sum())

        vocabulary = dict(self._vocabulary)
        said, by, times, lengths = array("q"), array("i"), array("i"), array("i")
        for number, text in enumerate(texts, first):
            told = Counter(searched_stems(text, self.lang))
            lengths.append(told.total())
            said.extend(vocabulary.setdefault(stem, len(vocabulary)) for stem in told)
            by.extend([number] * len(told))
            times.extend(told.values())
        came = np.array(said, dtype=np.int64)
        in_order = np.argsort(came, kind="stable")
        came = came[in_order]
        ends = np.searchsorted(term_of, came, side="right")  # behind those that said it before
        counts = np.minimum(np.array(times)[in_order], np.iinfo(np.uint16).max).astype(np.uint16)
        term_of = np.insert(term_of, ends, came)
        arrays = FieldArrays(
            starts=np.searchsorted(term_of, np.arange(len(vocabulary) + 1)).astype(np.int64),
            documents=np.insert(documents, ends, np.array(by, dtype=np.int32)[in_order]),
            counts=np.insert(before.counts[kept], ends, counts),
            lengths=np.concatenate([before.lengths[stays], np.array(lengths, dtype=np.int32)]),
            rows=np.concatenate([moved[before.rows[stays]], np.array(rows, dtype=np.int64)]),
        )
        return Field(self.lang, vocabulary, arrays)

    @classmethod
    def load(cls, folder: Path, lang: str) -> Field:
        """The field that :meth:`save` wrote into ``folder``."""
        parts = {part.name: mapped_array(folder / f"{part.name}.npy") for part in fields(FieldArrays)}
        arrays = FieldArrays(**parts)
        return cls(lang, json.loads((folder / VOCABULARY).read_bytes()), arrays)

    def save(self, folder: Path) -> None:
        """Write the field into ``folder``, which is made."""
        folder.mkdir(parents=True)
        for part in fields(FieldArrays):
            save_array(folder / f"{part.name}.npy", getattr(self._arrays, part.name))
        (folder / VOCABULARY).write_text(json.dumps(self._vocabulary, ensure_ascii=False), encoding="utf-8")

    def scores(self, question: str, asked_in: str) -> NDArray[np.float32]:
        """BM25 of each document of the field for ``question``, asked in the language ``asked_in``."""
        scores = np.zeros(len(self.rows), dtype=np.float32)
        for term in asked_terms(question, asked_in, self.lang):
            found = np.zeros_like(scores)
            for stem, weight in term.stems.items():
                documents, parts = self._parts(stem)
                found[documents] = np.maximum(found[documents], weight * parts)
            scores += found
        return scores

    def scores_of(self, rows: NDArray[np.int64], question: str, asked_in: str) -> NDArray[np.float32]:
        """As :meth:`scores`, of the passages at ``rows`` alone, not looking at others; 0 for those of other fields."""
        places = np.searchsorted(self.rows, rows)
        mine = np.nonzero(self.rows[np.minimum(places, len(self.rows) - 1)] == rows)[0] if len(self.rows) else _NONE
        wanted = places[mine].astype(np.int32)  # as documents are: neither is copied to be compared
        scores = np.zeros(len(rows), dtype=np.float32)
        for term in asked_terms(question, asked_in, self.lang):
            found = np.zeros(len(wanted), dtype=np.float32)
            for stem, weight in term.stems.items():
                place = self._place(stem)
                documents = self._arrays.documents[place]
                at = np.searchsorted(documents, wanted)
                say = (
                    np.nonzero(documents[np.minimum(at, len(documents) - 1)] == wanted)[0] if len(documents) else _NONE
                )
                counts = self._arrays.counts[place][at[say]].astype(np.float32)
                parts = self._idf(len(documents)) * counts / (counts + self._norms[wanted[say]])
                found[say] = np.maximum(found[say], weight * parts)
            scores[mine] += found
        return scores

    def asked(self, question: str, asked_in: str) -> dict[int, float]:
        """The numbers of the terms that ``question`` asks for, each with what saying it counts for: its product with
        what :meth:`said` tells is the passage's score, where a question has one stem a word, and about it otherwise."""
        weights: dict[int, float] = {}
        for term in asked_terms(question, asked_in, self.lang):
            for stem, weight in term.stems.items():
                count = len(self._documents_with(stem))
                if count:
                    number = self._vocabulary[stem]
                    weights[number] = max(weights.get(number, 0.0), weight * float(self._idf(count)))
        return weights

    def said(self) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.float32]]:
        """What each document says, document by document: documents, the numbers of their terms, and what saying these
        so often in a passage so long comes to, from 0 to 1."""
        arrays = self._arrays
        terms = np.repeat(np.arange(len(arrays.starts) - 1), np.diff(arrays.starts))
        order = np.argsort(arrays.documents, kind="stable")
        documents, counts = arrays.documents[order], arrays.counts[order].astype(np.float32)
        return documents, terms[order], counts / (counts + self._norms[documents])

    def idf(self, term: AskedTerm) -> float:
        """Lucene's idf of ``term`` in this field and ``AT_LARGE`` passages more, of the language at large; a word
        that neither has seen weighs most. Of several stems, the commonest decides."""
        common = common_words(self.lang)
        count = max(len(self._documents_with(stem)) + AT_LARGE * common.get(stem, 0.0) for stem in term.stems)
        return float(np.log(1 + (len(self.rows) + AT_LARGE - count + 0.5) / (count + 0.5)))

    def knows(self, stem: str) -> bool:
        """Whether a passage of the field has ``stem``."""
        return len(self._documents_with(stem)) > 0

    def number(self, stem: str) -> int | None:
        """The number ``stem`` has in this field."""
        return self._vocabulary.get(stem)

    def _documents_with(self, stem: str) -> NDArray[np.int32]:
        return self._arrays.documents[self._place(stem)]

    def _parts(self, stem: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The documents that say ``stem``, and what it adds to the score of each."""
        place = self._place(stem)
        documents, counts = self._arrays.documents[place], self._arrays.counts[place].astype(np.float32)
        return documents, self._idf(len(documents)) * counts / (counts + self._norms[documents])

    def _idf(self, count: int) -> np.float32:
        """What a stem that ``count`` documents say weighs: Lucene's variant, never negative, also on a small base."""
        return np.float32(np.log(1 + (len(self.rows) - count + 0.5) / (count + 0.5)))

    def _place(self, stem: str) -> slice:
        number = self._vocabulary.get(stem)
        if number is None:
            return slice(0, 0)
        return slice(int(self._arrays.starts[number]), int(self._arrays.starts[number + 1]))


class TermIndex:
    """BM25 over all passages of a base, whatever their language."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._fields = {field.lang: field for field in fields}
        self._size = sum(len(field.rows) for field in fields)

    @classmethod
    def build(cls, texts: Sequence[str], langs: Sequence[str]) -> TermIndex:
        """Index ``texts``, whose languages are ``langs``; a text's place is its row."""
        return cls([]).grown(np.empty(0, dtype=np.int64), texts, langs)

    def grown(self, moved: NDArray[np.int64], texts: Sequence[str], langs: Sequence[str]) -> TermIndex:
        """The index with its passages at the rows they have ``moved`` to, without those at -1, and with ``texts``,
        whose languages are ``langs``, after them."""
        first = int((moved >= 0).sum())
        fields = []
        for lang in sorted({*self._fields, *langs}):
            places = [place for place, its in enumerate(langs) if its == lang]
            field = self._fields.get(lang, Field.empty(lang))
            fields.append(field.grown(moved, [texts[place] for place in places], [first + place for place in places]))
        return TermIndex(fields)

    @classmethod
    def load(cls, folder: Path) -> TermIndex:
        """The index that :meth:`save` wrote into ``folder``."""
        return cls([Field.load(path, path.name) for path in sorted(folder.iterdir())])

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, which is made."""
        folder.mkdir()
        for field in self._fields.values():
            field.save(folder / field.lang)

    def scores(self, question: str, asked_in: str) -> NDArray[np.float32]:
        """BM25 of each passage for ``question``, shape (passages,); each field reads it in its own language."""
        scores = np.zeros(self._size, dtype=np.float32)
        for field in self._fields.values():
            scores[field.rows] = field.scores(question, asked_in)
        return scores

    def scores_of(self, rows: NDArray[np.int64], question: str, asked_in: str) -> NDArray[np.float32]:
        """As :meth:`scores`, of the passages at ``rows`` alone, without looking at others."""
        scores = np.zeros(len(rows), dtype=np.float32)
        for field in self._fields.values():
            scores += field.scores_of(rows, question, asked_in)  # a passage is in one field
        return scores

    def fields(self) -> Sequence[Field]:
        """The fields, always in the same order."""
        return [self._fields[lang] for lang in sorted(self._fields)]

    def knows(self, stem: str, lang: str) -> bool:
        """Whether a passage in ``lang`` has ``stem``."""
        return lang in self._fields and self._fields[lang].knows(stem)

    def number(self, stem: str, lang: str) -> int | None:
        """The number of ``stem`` among those of the passages in ``lang``."""
        return self._fields[lang].number(stem) if lang in self._fields else None

    def idf(self, term: AskedTerm, lang: str) -> float:
        """The weight of ``term`` among the passages in ``lang``."""
        return self._fields[lang].idf(term)


_NONE: Final = np.empty(0, dtype=np.int64)
