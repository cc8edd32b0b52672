"""Candidates that Milvus finds, scored by what is at hand, and found at hand where Milvus can't."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

import numpy as np

from index.generation.generation import Generation
from index.milvus.collection import ROW, VECTOR, WORDS, alias_of, asked_words, fill, is_whole
from index.milvus.connection import BUDGET, TRY_AGAIN, Connection, MilvusLostError
from index.question.query import Query
from index.ranking.candidates import AT_HAND, Candidates, Rows

if TYPE_CHECKING:
    from pymilvus import MilvusClient

RANGES: Final = 200
"""Ranges of rows that a filter spells out; beyond, it names the rows."""
LEAST_EF: Final = 256
"""How many neighbours HNSW keeps in sight at least; an exact index has no use for it."""


class MilvusCandidates:
    """As :class:`index.ranking.candidates.CandidateSource`; safe to use from any thread.

    Which passages are looked at closer is all that Milvus tells. Their BM25 and cosines are reckoned here, so that an
    answer is the same, whoever found its passages.
    """

    def __init__(self, url: str, token: str | None) -> None:
        """As :class:`index.milvus.connection.Connection`, raising as that does."""
        self._connection = Connection(url, token)
        self._lock = threading.Lock()
        self._whole: WeakKeyDictionary[Generation, None] = WeakKeyDictionary()
        self._looked: WeakKeyDictionary[Generation, float] = WeakKeyDictionary()
        self._owed: dict[str, tuple[Generation, Collection[int]]] = {}
        self._catching_up = threading.Lock()

    @property
    def is_lost(self) -> bool:
        """Whether Milvus failed when it was last called."""
        return self._connection.is_lost

    def fill(self, generation: Generation, base: str, kept: Collection[int]) -> bool:
        """As :func:`index.milvus.collection.fill`; when Milvus is lost, it is done behind the first question after it
        is back."""
        with self._lock:
            self._owed[base] = (generation, kept)
        if not fill(self._connection, generation, base, kept):
            return False
        with self._lock:
            self._looked.pop(generation, None)
            if self._owed.get(base, (None,))[0] is generation:
                del self._owed[base]
        return True

    def candidates(self, generation: Generation, query: Query, count: int, among: Rows | None) -> Candidates:
        """As :meth:`index.ranking.candidates.CandidateSource.candidates`."""
        try:
            if self._is_there(generation):
                return self._connection.call(lambda client: _found(client, generation, query, count, among))
            self._catch_up()
        except MilvusLostError:
            with self._lock:
                self._whole.pop(generation, None)
        return AT_HAND.candidates(generation, query, count, among)

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _catch_up(self) -> None:
        """Bring what Milvus missed while it was lost, behind the answers."""
        if not self._owed or not self._catching_up.acquire(blocking=False):
            return

        def bring() -> None:
            try:
                for base, (generation, kept) in list(self._owed.items()):
                    self.fill(generation, base, kept)
            finally:
                self._catching_up.release()

        threading.Thread(target=bring, name="milvus", daemon=True).start()

    def _is_there(self, generation: Generation) -> bool:
        """Whether Milvus has the generation; where it had not, it is not asked at each question."""
        with self._lock:
            if generation in self._whole:
                return True
            now = time.monotonic()
            if now < self._looked.get(generation, 0.0) + TRY_AGAIN and not self._connection.is_lost:
                return False
            self._looked[generation] = now
        there = self._connection.call(lambda client: is_whole(client, generation, BUDGET))
        if there:
            with self._lock:
                self._whole[generation] = None
        return there


def _found(client: MilvusClient, generation: Generation, query: Query, count: int, among: Rows | None) -> Candidates:
    where = "" if among is None else _where(among)
    words = asked_words(generation, query)
    lexical = _rows(client, generation, WORDS, words, count, where) if words else _NONE
    nearest = _rows(client, generation, VECTOR, query.vector.tolist(), count, where)
    rows = np.union1d(lexical, nearest).astype(np.int64)
    bm25 = generation.terms.scores_of(rows, query.text, query.lang)
    first = bm25
    if words and among is not None:
        everywhere = _rows(client, generation, WORDS, words, count, "")
        first = generation.terms.scores_of(np.sort(everywhere), query.text, query.lang)
    best = float(first.max(initial=0.0))
    return Candidates(rows, bm25 / best if best > 0 else bm25, generation.vectors.cosines(query.vector, rows))


def _rows(client: MilvusClient, generation: Generation, field: str, asked: Any, count: int, where: str) -> Rows:
    found = client.search(
        alias_of(generation),
        [asked],
        anns_field=field,
        limit=min(count, generation.manifest.passages),
        filter=where,
        output_fields=[ROW],
        search_params={"metric_type": "IP", "params": {"ef": max(LEAST_EF, 2 * count)} if field == VECTOR else {}},
        timeout=BUDGET,
    )
    return np.fromiter((hit[ROW] for hit in found[0]), dtype=np.int64)


def _where(among: Rows) -> str:
    """``among``, in order, as Milvus's filters say it: an article's rows follow each other."""
    ends = np.nonzero(np.diff(among) != 1)[0]
    starts, stops = among[[0, *(ends + 1)]], among[[*ends, -1]]
    if len(starts) > RANGES:
        return f"{ROW} in {among.tolist()}"
    spelt = (f"({ROW} >= {start} and {ROW} <= {stop})" for start, stop in zip(starts, stops, strict=True))
    return " or ".join(spelt)


_NONE: Final = np.empty(0, dtype=np.int64)
