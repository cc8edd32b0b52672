"""The first passages found are read: three, and on to eight while none of them clearly answers."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.question.expectation import wants_figure
from index.question.newest import asks_for_newest
from index.ranking.search import Hit
from index.reading.page import Page, lead_of, page_of
from index.reading.reading import Reading
from index.terms.sums import with_sums_as_told

if TYPE_CHECKING:
    from index.reading.reader import Reader

AT_FIRST, AT_MOST = 3, 8
"""Passages read."""
LIKELY: Final = 3
"""Passages of which the sentences around the answer are read again."""
CLEAR: Final = 4.0
"""Logarithm of the odds from which a passage clearly answers."""
LOOKED_THROUGH, NEWEST = 20, 4
"""Where the newest is asked for: so many of the newest among the first ones found are read too."""
LISTED, BEHIND, AT_ONCE, OTHERS = 10, 12.0, 5, 2
"""Passages read for a list, at most so far behind the first by their scores, so many between two looks at the time;
and passages of other articles read after one that clearly answers."""


class FirstReader:
    """Reads for one question at a time; whoever can't have a turn within the ``budget`` (seconds) goes unread, and who
    has used it up reads no further."""

    def __init__(self, reader: Reader, budget: float) -> None:
        self._reader = reader
        self._budget = budget
        self._turn = threading.Lock()
        self.fingerprint = reader.fingerprint

    def read(self, question: str, hits: Sequence[Hit]) -> dict[Hit, Reading]:
        """What was read of some of ``hits``, best first; nothing when there was no time for it."""
        until = time.monotonic() + self._budget
        with self._its_turn() as taken:
            return self._until_clear(question, order_of_reading(question, hits), until) if taken else {}

    def read_for_a_list(self, question: str, hits: Sequence[Hit]) -> dict[Hit, Reading]:
        """The same for a list: one passage that answers is not enough, reading goes on, for twice the budget."""
        until = time.monotonic() + 2 * self._budget
        order = order_for_a_list(hits)
        with self._its_turn() as taken:
            batches = [order[at : at + AT_ONCE] for at in range(0, len(order), AT_ONCE)] if taken else []
            return self._all(question, batches, until)

    def read_others(self, question: str, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> dict[Hit, Reading]:
        """What is read of ``hits`` of other articles than those that were ``read``, which may give another figure or
        date, where one is asked for; ``hits`` with the scores that they had unread."""
        others = _others(question, order_of_reading(question, hits), read)
        if not others:
            return {}
        with self._its_turn() as taken:
            return self._read(question, others) if taken else {}

    def read_around(self, question: str, read: Mapping[Hit, Reading]) -> dict[Hit, Reading]:
        """What is read, of the LIKELY of the passages that were ``read`` which likeliest answer, of the sentence that
        does and the one on each side, alone; what was read of the whole, where that is all there is to it or there is
        no time. ``read``: with the scores that they had unread."""
        likely = sorted(read, key=lambda hit: -read[hit].answers - hit.score)[:LIKELY]
        cut = {hit: page for hit in likely if (page := _around(hit, read[hit])) is not None}
        around = {hit: read[hit] for hit in likely}
        with self._its_turn() as taken:
            return around | (self._read_pages(question, cut) if taken else {})

    def read_pages(self, question: str, pages: Sequence[Page]) -> list[Reading]:
        """What is read of each of ``pages``, whoever else waits."""
        return self._reader.read(question, pages)

    @contextmanager
    def _its_turn(self) -> Iterator[bool]:
        """A turn to read, where one comes within the budget."""
        taken = self._turn.acquire(timeout=self._budget)
        try:
            yield taken
        finally:
            if taken:
                self._turn.release()

    def _all(self, question: str, batches: Sequence[Sequence[Hit]], until: float) -> dict[Hit, Reading]:
        found: dict[Hit, Reading] = {}
        for batch in batches:
            if not batch or time.monotonic() >= until:
                break
            found.update(self._read(question, batch))
        return found

    def _until_clear(self, question: str, order: Sequence[Hit], until: float) -> dict[Hit, Reading]:
        found: dict[Hit, Reading] = {}
        for batch in (order[:AT_FIRST], order[AT_FIRST:AT_MOST]):
            if not batch or time.monotonic() >= until:
                break
            found.update(self._read(question, batch))
            if max(reading.answers for reading in found.values()) >= CLEAR and not asks_for_newest(question):
                break
        return found

    def _read(self, question: str, hits: Sequence[Hit]) -> dict[Hit, Reading]:
        """What is read of ``hits``, in order."""
        return self._read_pages(question, {hit: _page(hit) for hit in hits})

    def _read_pages(self, question: str, pages: Mapping[Hit, Page]) -> dict[Hit, Reading]:
        """What is read of the page of each passage, in order; those that write a sum otherwise are asked for it as they
        write it."""
        wordings = {hit: _as_told(question, hit) for hit in pages}
        found: dict[Hit, Reading] = {}
        for wording in dict.fromkeys(wordings.values()):
            its = [hit for hit in pages if wordings[hit] == wording]
            found.update(zip(its, self._reader.read(wording, [pages[hit] for hit in its]), strict=True))
        return {hit: found[hit] for hit in pages}


def _others(question: str, order: Sequence[Hit], read: Mapping[Hit, Reading]) -> list[Hit]:
    """Where a figure or a date is asked for, passages of other articles than were read."""
    if not wants_figure(question):
        return []
    known = {hit.indexed.card.id for hit in read}
    left = [hit for hit in order if hit.indexed.card.id not in known and hit.score >= order[0].score - BEHIND]
    return list({hit.indexed.card.id: hit for hit in reversed(left)}.values())[::-1][:OTHERS]


def order_of_reading(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """``hits`` in the order they are read, at most AT_MOST: as they were found, and where the newest is asked for, the
    newest of the first ones too."""
    if not asks_for_newest(question):
        return list(hits[:AT_MOST])
    first = list(hits[: AT_MOST - NEWEST])
    others = [hit for hit in hits[AT_MOST - NEWEST : LOOKED_THROUGH] if hit.indexed.card.date]
    others.sort(key=lambda hit: hit.indexed.card.date or "", reverse=True)
    newest = others[:NEWEST]
    return [*first, *newest, *(hit for hit in hits[len(first) : AT_MOST] if hit not in newest)][:AT_MOST]


def order_for_a_list(hits: Sequence[Hit]) -> list[Hit]:
    """The ``hits`` that are read for a list, as found: not those that are far behind the first."""
    return [hit for hit in hits[:LISTED] if hit.score >= hits[0].score - BEHIND]


def _around(hit: Hit, reading: Reading) -> Page | None:
    """The page of a passage cut to where ``reading`` has the answer; None when nothing would be cut."""
    passage = hit.indexed.passage
    answering, end_of_all = reading.answering_sentence(passage), len(passage.sentences) - 1
    first, last = max(0, answering - 1), min(end_of_all, answering + 1)
    if (first, last) == (0, end_of_all):
        return None
    start, end = passage.sentences[first][0], passage.sentences[last][1]
    return replace(_page(hit), text=passage.text[start - passage.start : end - passage.start])


def _as_told(question: str, hit: Hit) -> str:
    return with_sums_as_told(question, hit.query.lang, hit.indexed.passage.text, hit.indexed.card.lang)


def _page(hit: Hit) -> Page:
    card = hit.indexed.card
    lead = lead_of(hit.generation.texts.beginning(card.id)) if hit.indexed.passage.start else ""
    return page_of(card.title, card.date, lead, hit.indexed.passage)
