"""What speaks for a passage as the answer to a question, one number a reason.

The reasons are gathered for the few dozen best candidates only; :mod:`index.ranking.search` weighs them, and
:mod:`index.judging.verdict` judges by them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from index.generation.generation import Generation
from index.generation.stretches import GRAM_NUMBERS, Stretches, grams, numbers_of, spaced
from index.generation.texts import IndexedPassage
from index.question.expectation import bit_of, expectation_of
from index.question.query import Query
from index.ranking.matching import Match, match_pieces, match_words, weakest_words
from index.terms.asked import asked_terms


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer: its row, BM25 divided by the best of the base, and its cosine with the question."""

    row: int
    indexed: IndexedPassage
    bm25: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Signals:
    """The reasons, each from 0 to 1 (a cosine may be negative).

    By the whole: ``bm25`` and ``cosine`` as in :class:`Candidate`; ``spelling``: the share of the question's character
    grams.

    By words, as shares of the question's idf mass: ``coverage``: in the passage under its heading (title, section);
    ``title``: in the heading alone; ``sentence``: in the best sentence alone; ``pair``: in the best two sentences that
    follow each other; ``fitting``: in the best sentence, under the heading, that holds the kind of answer expected (a
    date, a figure, a name); ``beyond``: in the best sentence, of the words that the heading lacks.

    By what its pieces mean (late interaction): ``late``, ``late_sentence`` and ``late_fitting`` as coverage, sentence
    (here under the heading) and fitting; ``late_beyond`` as beyond; ``weakest``: of the word that the best sentence,
    under the heading, says least; ``two_weakest``: of the two it says least, on the average.

    ``foreign``: 1 when passage and question are in different languages; ``foreign_cosine`` and ``foreign_late``: the
    cosine and late_sentence then, times the share of the question that is not covered: they stand in for the words that
    can't be shared.
    """

    bm25: float
    cosine: float
    spelling: float
    coverage: float
    title: float
    sentence: float
    pair: float
    fitting: float
    beyond: float
    late: float
    late_sentence: float
    late_fitting: float
    late_beyond: float
    weakest: float
    two_weakest: float
    foreign: float
    foreign_cosine: float
    foreign_late: float

    def weighed(self, weights: Mapping[str, float]) -> float:
        """The sum of the reasons that ``weights`` name, each times its weight."""
        return _weighed(self, weights)


@dataclass(frozen=True, slots=True)
class SentenceSignals:
    """What speaks for one sentence of a passage.

    ``share`` of the question's idf mass; the same of the sentence ``before`` it (what answers may follow what was asked
    about); ``beyond``: of what the heading does not say; ``spelling`` as in :class:`Signals`; ``fits``: 1 when the
    question expects a kind of answer and the sentence holds one. ``late``, ``late_before`` and ``late_beyond``: the
    same by its pieces; ``weakest``: how far the word said least is said, under the heading.
    """

    share: float
    before: float
    beyond: float
    spelling: float
    fits: float
    late: float
    late_before: float
    late_beyond: float
    weakest: float

    def weighed(self, weights: Mapping[str, float]) -> float:
        """As :meth:`Signals.weighed`; weights of other names are left out."""
        return _weighed(self, weights)


def _weighed(signals: Signals | SentenceSignals, weights: Mapping[str, float]) -> float:
    return sum(weight * float(getattr(signals, name, 0.0)) for name, weight in weights.items() if weight)


class SignalReader:
    """Gathers the signals of passages for one question."""

    def __init__(self, generation: Generation, query: Query) -> None:
        self._generation = generation
        self._query = query
        self._kind = bit_of(expectation_of(query.text))
        self._spelt = np.zeros(GRAM_NUMBERS, dtype=np.bool_)
        self._grams = grams(query.text)
        self._spelt[numbers_of(self._grams)] = True

    def read(self, candidates: Sequence[Candidate]) -> list[Signals]:
        """The signals of each of ``candidates``, in order."""
        found: dict[int, Signals] = {}
        for lang in sorted({candidate.indexed.card.lang for candidate in candidates}):
            its = [candidate for candidate in candidates if candidate.indexed.card.lang == lang]
            found.update(zip((candidate.row for candidate in its), self._read(its, lang), strict=True))
        return [found[candidate.row] for candidate in candidates]

    def read_sentences(self, row: int, indexed: IndexedPassage) -> list[SentenceSignals]:
        """The signals of each sentence of the passage at ``row``, in order."""
        stretches = self._generation.stretches.of([row])
        words = self._by_words(stretches, indexed.card.lang)
        share = words.by_stretch()
        nothing = np.zeros_like(share)
        pieces = self._by_pieces([row], [indexed], stretches)
        late = pieces.by_stretch() if pieces else nothing
        sentences = indexed.passage.sentence_texts()
        columns = {
            "share": share,
            "before": _before(share),
            "beyond": words.beyond_heading(),
            "spelling": np.array([0.0, *map(self._spelt_in, sentences)]),
            "fits": self._fits(stretches) if self._kind else nothing,
            "late": late,
            "late_before": _before(late),
            "late_beyond": pieces.beyond_heading() if pieces else nothing,
            "weakest": weakest_words(pieces, self._query.pieces.words, 1) if pieces and self._query.pieces else nothing,
        }
        table = np.stack([columns[field.name] for field in fields(SentenceSignals)], axis=1)[1:]
        return [SentenceSignals(*map(float, its)) for its in table]

    def _read(self, candidates: Sequence[Candidate], lang: str) -> list[Signals]:
        """The signals of ``candidates``, all in ``lang``."""
        rows = [candidate.row for candidate in candidates]
        stretches = self._generation.stretches.of(rows)
        words = self._by_words(stretches, lang)
        pieces = self._by_pieces(rows, [candidate.indexed for candidate in candidates], stretches)
        cosine = np.array([candidate.cosine for candidate in candidates], dtype=np.float32)
        coverage = words.by_passage()
        foreign = np.full(len(candidates), lang != self._query.lang, dtype=np.float32)
        by_sentence = words.by_stretch()
        late = _Late.of(pieces, self._fits(stretches), self._query) if pieces else _Late.unknown(len(candidates))
        columns = {
            "bm25": np.array([candidate.bm25 for candidate in candidates], dtype=np.float32),
            "cosine": cosine,
            "spelling": self._spelling(stretches),
            "coverage": coverage,
            "title": by_sentence[stretches.headings],
            "sentence": words.best_sentence(by_sentence),
            "pair": words.best_sentence(words.with_sentence_before()),
            "fitting": words.best_sentence(words.under_heading() @ words.weights * self._fits(stretches)),
            "beyond": words.best_sentence(words.beyond_heading()),
            "late": late.passage,
            "late_sentence": late.sentence,
            "late_fitting": late.fitting,
            "late_beyond": late.beyond,
            "weakest": late.weakest,
            "two_weakest": late.two_weakest,
            "foreign": foreign,
            "foreign_cosine": foreign * (1 - coverage) * cosine,
            "foreign_late": foreign * (1 - coverage) * late.sentence,
        }
        table = np.stack([columns[field.name] for field in fields(Signals)], axis=1)
        return [Signals(*map(float, row)) for row in table]

    def _by_words(self, stretches: Stretches, lang: str) -> Match:
        asked = asked_terms(self._query.text, self._query.lang, lang)
        return match_words(asked, stretches, self._generation.terms, lang)

    def _by_pieces(self, rows: Sequence[int], passages: Sequence[IndexedPassage], stretches: Stretches) -> Match | None:
        if self._query.pieces is None or not self._generation.pieces:
            return None
        return match_pieces(self._query.pieces, self._generation.pieces, rows, passages, stretches)

    def _fits(self, stretches: Stretches) -> NDArray[np.bool_]:
        """Whether each stretch holds what is expected; all do when nothing is."""
        holds: NDArray[np.bool_] = (stretches.kinds & self._kind) == self._kind
        return holds

    def _spelling(self, stretches: Stretches) -> NDArray[np.float32]:
        """The share of the question's grams that each passage has; it has each of its own once."""
        met = np.bincount(stretches.passage_of_gram[self._spelt[stretches.grams]], minlength=len(stretches.ends))
        return met.astype(np.float32) / np.float32(max(1, len(self._grams)))

    def _spelt_in(self, text: str) -> float:
        told = spaced(text)
        return sum(gram in told for gram in self._grams) / max(1, len(self._grams))


def _before(by_stretch: NDArray[np.float32]) -> NDArray[np.float32]:
    """What the sentence before each has; the heading is none."""
    before = np.roll(by_stretch, 1)
    before[:2] = 0
    return before


@dataclass(frozen=True, slots=True)
class _Late:
    """Late interaction with some passages: see :class:`Signals`."""

    passage: NDArray[np.float32]
    sentence: NDArray[np.float32]
    fitting: NDArray[np.float32]
    beyond: NDArray[np.float32]
    weakest: NDArray[np.float32]
    two_weakest: NDArray[np.float32]

    @classmethod
    def of(cls, pieces: Match, fits: NDArray[np.bool_], query: Query) -> _Late:
        by_sentence = pieces.under_heading() @ pieces.weights
        words = query.pieces.words if query.pieces else np.empty(0, np.int64)
        return cls(
            passage=pieces.by_passage(),
            sentence=pieces.best_sentence(by_sentence),
            fitting=pieces.best_sentence(by_sentence * fits),
            beyond=pieces.best_sentence(pieces.beyond_heading()),
            weakest=pieces.best_sentence(weakest_words(pieces, words, 1)),
            two_weakest=pieces.best_sentence(weakest_words(pieces, words, 2)),
        )

    @classmethod
    def unknown(cls, count: int) -> _Late:
        nothing = np.zeros(count, dtype=np.float32)
        return cls(nothing, nothing, nothing, nothing, nothing, nothing)
