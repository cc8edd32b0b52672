"""What speaks for a passage as the answer to a question, one number a reason.

The reasons are gathered for the few dozen best candidates only; :mod:`index.ranking` weighs them, and
:mod:`index.verdict` judges by them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.expectation import Expectation, expectation_of, meets
from index.generation.generation import Generation
from index.generation.texts import IndexedPassage
from index.passages.context import text_in_context
from index.query import Query
from index.terms.asked import AskedTerm, asked_terms
from index.terms.tokens import WORD, fold, stems

GRAM: Final = 4
"""Characters compared at a time for likeness of spelling: long enough to mean something, short enough for typos."""


@dataclass(frozen=True, slots=True)
class Signals:
    """The reasons, each from 0 to 1 (a cosine may be negative).

    ``bm25``: divided by the best of the base. ``cosine``: of question and passage. ``late``: how near their pieces are
    (late interaction). ``coverage``: the share of the
    question's idf mass in the passage with its title and section; ``title``: in these two alone; ``sentence``: in
    the best sentence alone; ``fitting``: in the best sentence that holds the kind of answer expected (a date, a
    figure, a name), its title's words counted. ``spelling``: the share of the question's character 4-grams.
    ``foreign``: 1 when passage and question are in different languages; ``foreign_cosine``: the cosine then,
    times the share of the question that is not covered: it stands in for the words they can't have in common.
    """

    bm25: float
    cosine: float
    late: float
    coverage: float
    title: float
    sentence: float
    fitting: float
    spelling: float
    foreign: float
    foreign_cosine: float


@dataclass(frozen=True, slots=True)
class SentenceSignals:
    """What speaks for one sentence of a passage: ``share`` of the question's idf mass, the same of the sentence
    ``before`` it (what answers may follow what was asked about), ``spelling`` and ``late`` as in :class:`Signals`, and
    ``fits``: 1 when the question expects a kind of answer and the sentence holds one."""

    share: float
    before: float
    spelling: float
    late: float
    fits: float


class SignalReader:
    """Gathers the signals of passages for one question."""

    def __init__(self, generation: Generation, query: Query) -> None:
        self._generation = generation
        self._query = query
        self._expectation = expectation_of(query.text)
        self._grams = _grams(query.text)
        self._weights_in: dict[str, list[tuple[AskedTerm, float]]] = {}

    def read(self, indexed: IndexedPassage, bm25: float, cosine: float, late: float) -> Signals:
        """The signals of one passage, whose ``bm25`` is already scaled to the best one's."""
        card, passage = indexed.card, indexed.passage
        heading = f"{card.title}\n{passage.section or ''}\n{indexed.names}"
        in_heading = set(stems(heading, card.lang))
        in_sentences = [(text, set(stems(text, card.lang))) for text in passage.sentence_texts()]
        share = self._shares(card.lang)
        foreign = float(card.lang != self._query.lang)
        coverage = share(in_heading.union(*(words for _, words in in_sentences)))
        return Signals(
            bm25=bm25,
            cosine=cosine,
            late=late,
            coverage=coverage,
            title=share(in_heading),
            sentence=max(share(words) for _, words in in_sentences),
            fitting=max((share(words | in_heading) for text, words in in_sentences if self._fits(text)), default=0.0),
            spelling=len(self._grams & _grams(f"{heading} {passage.text}")) / max(1, len(self._grams)),
            foreign=foreign,
            foreign_cosine=foreign * (1 - coverage) * cosine,
        )

    def read_sentences(self, row: int, indexed: IndexedPassage) -> list[SentenceSignals]:
        """The signals of each sentence of the passage at ``row``, in order."""
        share = self._shares(indexed.card.lang)
        found = []
        before = 0.0
        for text, late in zip(indexed.passage.sentence_texts(), self._late(row, indexed), strict=True):
            own = share(set(stems(text, indexed.card.lang)))
            spelling = len(self._grams & _grams(text)) / max(1, len(self._grams))
            fits = self._expectation is not Expectation.ANYTHING and self._fits(text)
            found.append(SentenceSignals(own, before, spelling, float(late), float(fits)))
            before = own
        return found

    def _late(self, row: int, indexed: IndexedPassage) -> NDArray[np.float32]:
        """How near the pieces of each sentence are to those of the question."""
        passage = indexed.passage
        if self._query.pieces is None or not self._generation.pieces:
            return np.zeros(len(passage.sentences), dtype=np.float32)
        pieces = self._generation.pieces.of(row)
        before = len(text_in_context(indexed.card.title, passage)) - len(passage.text) - passage.start
        # the first stretch is the title and the section
        ends = np.searchsorted(pieces.starts, [before + passage.start, *(before + end for _, end in passage.sentences)])
        return self._query.pieces.likeness(pieces.vectors, ends)[1:]

    def _fits(self, sentence: str) -> bool:
        return meets(sentence, self._expectation)

    def _shares(self, lang: str) -> Callable[[Collection[str]], float]:
        """How much of the question's idf mass some stems in ``lang`` hold."""
        if lang not in self._weights_in:
            asked = asked_terms(self._query.text, self._query.lang, lang)
            idf = [self._generation.terms.idf(term, lang) for term in asked]
            self._weights_in[lang] = [(term, weight / sum(idf)) for term, weight in zip(asked, idf, strict=True)]
        weights = self._weights_in[lang]
        return lambda words: sum(weight * term.found_in(words) for term, weight in weights)


def _grams(text: str) -> frozenset[str]:
    spaced = f" {' '.join(WORD.findall(fold(text)))} "
    return frozenset(spaced[start : start + GRAM] for start in range(len(spaced) - GRAM + 1))
