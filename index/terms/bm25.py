"""BM25 over passages, one field a language, and how much of a question a passage covers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.machine.blocks import Block, Growth, Placing, blocks_in, growth, write_blocks
from index.terms.asked import AskedTerm, asked_terms
from index.terms.common_words import common_words
from index.terms.numbers import stem_key, stem_number
from index.terms.postings import Postings, joined

K1: Final = 1.2
B: Final = 0.75
AT_LARGE: Final = 200
"""Passages that what the languages at large say of a word counts for: a few articles' worth."""
COUNTS_REMEMBERED: Final = 4096
"""Stems of which a field remembers how many passages say them."""
PLACES_REMEMBERED: Final = 512
"""Stems of which a field remembers where each block tells of them: those of some questions."""


class Field:
    """The passages in one language, block by block; a passage is known here by its document's number, its place among
    all of the field.

    What saying a stem adds to a score depends on all passages together, so it is reckoned when it is asked for: blocks
    need not be written anew when others come.
    """

    def __init__(self, lang: str, parts: Sequence[tuple[int, Postings]]) -> None:
        """The blocks in which the language is spoken, each with the row that it begins at."""
        self.lang = lang
        self._parts = tuple(its for _, its in parts)
        self._firsts = np.cumsum([0, *(len(its.rows) for its in self._parts)], dtype=np.int64)
        self.rows: NDArray[np.int64] = np.concatenate([_NONE, *(its.rows + np.int64(row) for row, its in parts)])
        lengths = np.concatenate([np.empty(0, np.int32), *(its.lengths for its in self._parts)])
        average = float(lengths.mean()) if lengths.any() else 1.0
        self._norms = (K1 * (1 - B + B * lengths / average)).astype(np.float32)
        self._count = lru_cache(maxsize=COUNTS_REMEMBERED)(self._counted)
        self._places = lru_cache(maxsize=PLACES_REMEMBERED)(self._placed)

    def scores(self, question: str, asked_in: str) -> NDArray[np.float32]:
        """BM25 of each document of the field for ``question``, asked in the language ``asked_in``."""
        scores = np.zeros(len(self.rows), dtype=np.float32)
        best = np.zeros_like(scores)
        for term in asked_terms(question, asked_in, self.lang):
            told = [(self._said(stem), weight) for stem, weight in term.stems.items()]
            if len(told) == 1:
                ((documents, parts), weight) = told[0]
                scores[documents] += weight * parts
                continue
            for (documents, parts), weight in told:
                best[documents] = np.maximum(best[documents], weight * parts)
            said = np.concatenate([_NONE, *(documents for (documents, _), _ in told)])
            scores[said] = scores[said] + best[said]  # what several stems say is added once
            best[said] = 0
        return scores

    def scores_of(self, rows: NDArray[np.int64], question: str, asked_in: str) -> NDArray[np.float32]:
        """As :meth:`scores`, of the passages at ``rows`` alone, not looking at others; 0 for those of other fields."""
        places = np.searchsorted(self.rows, rows)
        mine = np.nonzero(self.rows[np.minimum(places, len(self.rows) - 1)] == rows)[0] if len(self.rows) else _NONE
        scores = np.zeros(len(rows), dtype=np.float32)
        for term in asked_terms(question, asked_in, self.lang):
            found = np.zeros(len(mine), dtype=np.float32)
            for stem, weight in term.stems.items():
                parts = self._idf(self._count(stem)) * self._often(stem, places[mine])
                found = np.maximum(found, np.float32(weight) * parts)
            scores[mine] += found
        return scores

    def asked(self, question: str, asked_in: str) -> dict[int, float]:
        """The numbers of the terms that ``question`` asks for, each with what saying it counts for: its product with
        what :meth:`said` tells is the passage's score, where a question has one stem a word, and about it otherwise."""
        weights: dict[int, float] = {}
        for term in asked_terms(question, asked_in, self.lang):
            for stem, weight in term.stems.items():
                count = self._count(stem)
                if count:
                    number = stem_number(stem)
                    weights[number] = max(weights.get(number, 0.0), weight * float(self._idf(count)))
        return weights

    def said(self) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]]:
        """What the documents say, block by block, document by document: rows, the numbers of the terms, and what saying
        these so often in a passage so long comes to, from 0 to 1."""
        for first, its in zip(self._firsts.tolist(), self._parts, strict=False):
            order = np.argsort(its.documents, kind="stable")
            documents, counts = first + its.documents[order].astype(np.int64), its.counts[order].astype(np.float32)
            numbers = (its.stem_of()[order] & np.uint64(0x7FFF_FFFF)).astype(np.int64)
            yield self.rows[documents], numbers, counts / (counts + self._norms[documents])

    def idf(self, term: AskedTerm) -> float:
        """Lucene's idf of ``term`` in this field and ``AT_LARGE`` passages more, of the language at large; a word
        that neither has seen weighs most. Of several stems, the commonest decides."""
        common = common_words(self.lang)
        count = max(self._count(stem) + AT_LARGE * common.get(stem, 0.0) for stem in term.stems)
        return float(np.log(1 + (len(self.rows) + AT_LARGE - count + 0.5) / (count + 0.5)))

    def knows(self, stem: str) -> bool:
        """Whether a passage of the field has ``stem``."""
        return self._count(stem) > 0

    def _counted(self, stem: str) -> int:
        return sum(place.stop - place.start for place in self._places(stem).values())

    def _placed(self, stem: str) -> Mapping[int, slice]:
        """Where the blocks that have ``stem`` tell of it, by the number of the block."""
        key = stem_key(stem)
        places = ((number, its.place(key)) for number, its in enumerate(self._parts))
        return {number: place for number, place in places if place.stop}

    def _said(self, stem: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The documents that say ``stem``, and what it adds to the score of each."""
        told, often = [_NONE], [np.empty(0, np.uint16)]
        for number, place in self._places(stem).items():
            told.append(self._firsts[number] + self._parts[number].documents[place])
            often.append(self._parts[number].counts[place])
        documents, counts = np.concatenate(told), np.concatenate(often).astype(np.float32)
        return documents, self._idf(len(documents)) * counts / (counts + self._norms[documents])

    def _often(self, stem: str, documents: NDArray[np.int64]) -> NDArray[np.float32]:
        """How much of what ``stem`` can add each of ``documents`` gets for saying it so often; 0 where it does not."""
        places = self._places(stem)
        counts = np.zeros(len(documents), dtype=np.float32)
        blocks = np.searchsorted(self._firsts, documents, side="right") - 1
        for block in np.unique(blocks).tolist():
            mine = np.nonzero(blocks == block)[0]
            wanted = (documents[mine] - self._firsts[block]).astype(np.int32)
            its, place = self._parts[block], places.get(block, slice(0))
            told = its.documents[place]
            at = np.searchsorted(told, wanted)
            say = np.nonzero(told[np.minimum(at, len(told) - 1)] == wanted)[0] if len(told) else _NONE
            counts[mine[say]] = its.counts[place][at[say]]
        return counts / (counts + self._norms[documents])

    def _idf(self, count: int) -> np.float32:
        """What a stem that ``count`` documents say weighs: Lucene's variant, never negative, also on a small base."""
        return np.float32(np.log(1 + (len(self.rows) - count + 0.5) / (count + 0.5)))


class TermIndex:
    """BM25 over all passages of a base, whatever their language."""

    def __init__(self, blocks: Sequence[Mapping[str, Postings]]) -> None:
        """What the passages of each block say, by language."""
        self._blocks = tuple(blocks)
        self._placing = Placing([sum(len(its.rows) for its in block.values()) for block in blocks])
        self._size = len(self._placing)
        self._fields = {lang: Field(lang, self._parts(lang)) for lang in sorted({*(s for b in blocks for s in b)})}

    @classmethod
    def build(cls, texts: Sequence[str], langs: Sequence[str]) -> TermIndex:
        """Index ``texts``, whose languages are ``langs``; a text's place is its row."""
        return cls([_of_texts(texts, langs, 0)] if texts else [])

    @classmethod
    def load(cls, folder: Path) -> TermIndex:
        """The index that :meth:`save_grown` wrote into ``folder``; what it holds stays on disk until looked at."""
        return cls(
            [{path.name: Postings.load(path) for path in sorted(block.iterdir())} for block in blocks_in(folder)]
        )

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, which is made."""
        grown = growth(self._placing.sizes, _NONE, [])
        self.save_grown(folder, grown, [], [])

    def save_grown(
        self, folder: Path, grown: Growth, texts: Sequence[str], langs: Sequence[str], before: Path | None = None
    ) -> None:
        """Write the index, changed as ``grown`` says by ``texts`` whose languages are ``langs``, into ``folder``, which
        is made; ``before`` is where this one was loaded from."""

        def write(place: Path, block: Block) -> None:
            new = slice(block.new_from, block.new_to)
            came = _of_texts(texts[new], langs[new], len(block.kept))
            kept = self._placing.moved_into(block)
            stay = np.arange(len(block))
            place.mkdir()
            for lang in sorted({*came, *(lang for number, _ in kept for lang in self._blocks[number])}):
                its = [(self._blocks[n][lang], moved) for n, moved in kept if lang in self._blocks[n]]
                its += [(came[lang], stay)] if lang in came else []
                told = joined(its)
                if len(told.rows):
                    told.save(place / lang)

        write_blocks(folder, grown, before, write)

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

    def idf(self, term: AskedTerm, lang: str) -> float:
        """The weight of ``term`` among the passages in ``lang``."""
        return self._fields[lang].idf(term)

    def _parts(self, lang: str) -> list[tuple[int, Postings]]:
        starts = self._placing.starts
        return [(first, block[lang]) for first, block in zip(starts, self._blocks, strict=True) if lang in block]


def _of_texts(texts: Sequence[str], langs: Sequence[str], first: int) -> dict[str, Postings]:
    """What ``texts``, at the rows from ``first`` on, say, by language."""
    found = {}
    for lang in sorted(set(langs)):
        places = [place for place, its in enumerate(langs) if its == lang]
        found[lang] = Postings.of_texts([texts[p] for p in places], lang, [first + p for p in places])
    return found


_NONE: Final = np.empty(0, dtype=np.int64)
