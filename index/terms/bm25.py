"""BM25 over passages, one field a language, and how much of a question a passage covers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.machine.arrays import save_array
from index.terms.asked import AskedTerm, asked_terms
from index.terms.common_words import common_words
from index.terms.tokens import stems

K1: Final = 1.2
B: Final = 0.75
# Lucene's variant: its idf, ln(1 + (N - df + 0.5) / (df + 0.5)), is never negative, also on a small base.
METHOD: Final = "lucene"
AT_LARGE: Final = 200
"""Passages that what the languages at large say of a word counts for: a few articles' worth."""
VOCABULARY: Final = "vocabulary.json"


@dataclass(frozen=True, slots=True)
class FieldArrays:
    """The numbers of a field, each a file of its own: see :class:`Field`."""

    starts: NDArray[np.int64]
    documents: NDArray[np.int32]
    parts: NDArray[np.float32]
    rows: NDArray[np.int64]


class Field:
    """The passages in one language: each term's passages with what it adds to their score, and the rows the
    passages have in the whole base.

    The term number ``n`` (``vocabulary[stem]``) has the documents ``documents[starts[n]:starts[n + 1]]`` and adds
    ``parts`` at the same places to their scores.
    """

    def __init__(self, lang: str, vocabulary: Mapping[str, int], arrays: FieldArrays) -> None:
        self.lang = lang
        self.rows = arrays.rows
        self._vocabulary = vocabulary
        self._arrays = arrays

    @classmethod
    def build(cls, lang: str, texts: Sequence[str], rows: Sequence[int]) -> Field:
        """Index ``texts`` (in ``lang``), the passages number ``rows`` of the base."""
        from bm25s import BM25  # slow to load, and only building needs it

        matrix = BM25(method=METHOD, k1=K1, b=B)
        # A text without a word would leave bm25s without a vocabulary: the empty term stands for it.
        matrix.index([stems(text, lang) or [""] for text in texts], show_progress=False)
        arrays = FieldArrays(
            starts=np.asarray(matrix.scores["indptr"], dtype=np.int64),
            documents=np.asarray(matrix.scores["indices"], dtype=np.int32),
            parts=np.asarray(matrix.scores["data"], dtype=np.float32),
            rows=np.asarray(rows, dtype=np.int64),
        )
        return cls(lang, {str(stem): int(number) for stem, number in matrix.vocab_dict.items()}, arrays)

    @classmethod
    def load(cls, folder: Path, lang: str) -> Field:
        """The field that :meth:`save` wrote into ``folder``."""
        arrays = FieldArrays(**{part.name: np.load(folder / f"{part.name}.npy") for part in fields(FieldArrays)})
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
                place = self._place(stem)
                documents = self._arrays.documents[place]
                found[documents] = np.maximum(found[documents], weight * self._arrays.parts[place])
            scores += found
        return scores

    def idf(self, term: AskedTerm) -> float:
        """Lucene's idf of ``term`` in this field and ``AT_LARGE`` passages more, of the language at large; a word
        that neither has seen weighs most. Of several stems, the commonest decides."""
        common = common_words(self.lang)
        count = max(len(self._documents_with(stem)) + AT_LARGE * common.get(stem, 0.0) for stem in term.stems)
        return float(np.log(1 + (len(self.rows) + AT_LARGE - count + 0.5) / (count + 0.5)))

    def knows(self, stem: str) -> bool:
        """Whether a passage of the field has ``stem``."""
        return stem in self._vocabulary

    def number(self, stem: str) -> int | None:
        """The number ``stem`` has in this field."""
        return self._vocabulary.get(stem)

    def _documents_with(self, stem: str) -> NDArray[np.int32]:
        return self._arrays.documents[self._place(stem)]

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
        fields = []
        for lang in sorted(set(langs)):
            rows = [row for row, its in enumerate(langs) if its == lang]
            fields.append(Field.build(lang, [texts[row] for row in rows], rows))
        return cls(fields)

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

    def knows(self, stem: str, lang: str) -> bool:
        """Whether a passage in ``lang`` has ``stem``."""
        return lang in self._fields and self._fields[lang].knows(stem)

    def number(self, stem: str, lang: str) -> int | None:
        """The number of ``stem`` among those of the passages in ``lang``."""
        return self._fields[lang].number(stem) if lang in self._fields else None

    def idf(self, term: AskedTerm, lang: str) -> float:
        """The weight of ``term`` among the passages in ``lang``."""
        return self._fields[lang].idf(term)
