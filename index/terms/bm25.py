"""BM25 over passages, one field a language, and how much of a question a passage covers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.terms.tokens import question_stems, stems

K1: Final = 1.2
B: Final = 0.75
# Lucene's variant: its idf, ln(1 + (N - df + 0.5) / (df + 0.5)), is never negative, also on a small base.
METHOD: Final = "lucene"


class Field:
    """The passages in one language: a BM25 matrix and the rows its documents have in the whole base."""

    def __init__(self, lang: str, matrix: object, rows: NDArray[np.int64]) -> None:
        self.lang = lang
        self.rows = rows
        self._matrix = matrix
        self._vocabulary: dict[str, int] = matrix.vocab_dict  # type: ignore[attr-defined]
        self._starts: NDArray[np.int64] = matrix.scores["indptr"]  # type: ignore[attr-defined]
        self._documents: NDArray[np.int32] = matrix.scores["indices"]  # type: ignore[attr-defined]

    @classmethod
    def build(cls, lang: str, texts: Sequence[str], rows: Sequence[int]) -> Field:
        """Index ``texts`` (in ``lang``), the passages number ``rows`` of the base."""
        from bm25s import BM25

        matrix = BM25(method=METHOD, k1=K1, b=B)
        # A text without a word would leave bm25s without a vocabulary: the empty term stands for it.
        matrix.index([stems(text, lang) or [""] for text in texts], show_progress=False)
        return cls(lang, matrix, np.asarray(rows, dtype=np.int64))

    @classmethod
    def load(cls, folder: Path, lang: str) -> Field:
        """The field that :meth:`save` wrote into ``folder``."""
        from bm25s import BM25

        matrix = BM25.load(str(folder), show_progress=False)
        return cls(lang, matrix, np.load(folder / "rows.npy"))

    def save(self, folder: Path) -> None:
        """Write the field into ``folder``, which is made."""
        folder.mkdir(parents=True)
        self._matrix.save(str(folder), show_progress=False)  # type: ignore[attr-defined]
        np.save(folder / "rows.npy", self.rows)

    def scores(self, question: str, asked_in: str) -> NDArray[np.float32]:
        """BM25 of each document of the field for ``question``, asked in the language ``asked_in``."""
        known = [stem for stem in question_stems(question, asked_in, self.lang) if stem in self._vocabulary]
        if not known:
            return np.zeros(len(self.rows), dtype=np.float32)
        scores: NDArray[np.float32] = self._matrix.get_scores(known)  # type: ignore[attr-defined]
        return scores

    def idf(self, stem: str) -> float:
        """Lucene's idf of ``stem`` in this field; a word it has never seen weighs most."""
        count = len(self._documents_with(stem))
        return float(np.log(1 + (len(self.rows) - count + 0.5) / (count + 0.5)))

    def coverage(self, question: str, asked_in: str, document: int) -> float:
        """The share, 0 to 1, of the question's idf mass that stands in ``document`` of this field."""
        weights = {stem: self.idf(stem) for stem in question_stems(question, asked_in, self.lang)}
        total = sum(weights.values())
        if not total:
            return 0.0
        return sum(w for stem, w in weights.items() if document in self._documents_with(stem)) / total

    def _documents_with(self, stem: str) -> NDArray[np.int32]:
        number = self._vocabulary.get(stem)
        if number is None:
            return self._documents[:0]
        return self._documents[self._starts[number] : self._starts[number + 1]]


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

    def coverage(self, question: str, asked_in: str, row: int, lang: str) -> float:
        """How much of the question's idf mass the passage ``row``, in ``lang``, holds: 0 to 1."""
        field = self._fields[lang]
        return field.coverage(question, asked_in, int(np.searchsorted(field.rows, row)))

    def idf(self, stem: str, lang: str) -> float:
        """The weight of ``stem`` among the passages in ``lang``."""
        return self._fields[lang].idf(stem)
