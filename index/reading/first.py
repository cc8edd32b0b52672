"""The first passages found are read: three, and on to eight while none of them clearly answers."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.posts.holders import mentions_post, post_asked
from index.posts.succession import succeeded_asked, tells_successor, tells_successor_of_one
from index.question.forms.newest import asks_for_newest
from index.ranking.search import Hit
from index.reading.page import Page, lead_of, page_of
from index.reading.reading import Reading
from index.terms.as_told import as_told

if TYPE_CHECKING:
    from index.reading.reader import Reader

AT_FIRST, AT_MOST = 3, 8
"""Passages read."""
CLEAR: Final = 4.0
"""Logarithm of the odds from which a passage clearly answers."""
LOOKED_THROUGH, NEWEST = 20, 4
"""Where the newest is asked for: so many of the newest among the first ones found are read too."""
SPEAKING: Final = 3
"""Where the holder of a post is asked for: so many of the first ones found that speak of it are read too."""
LISTED, HAPPENED, LISTED_BEHIND = 14, 6, 20.0
"""Passages read for a list, and so many more that tell an event of the kind it asks for; at most so far behind the
first by their scores."""
AGAIN, AGAIN_WITHIN = 3, 0.25
"""Passages of which the sentences around the answer are read again; those behind the first only within so much of the
budget."""
TO_COMPARE: Final = 2
"""Passages that must be read for what is read of one to say anything."""
A_PASSAGE: Final = 0.05
"""Seconds that reading one is taken to need, before any was read."""
SWAY: Final = 0.05
"""Of the last passage read in the time that one is taken to need."""


class FirstReader:
    """Reads for one question at a time; whoever can't have a turn within the ``budget`` (seconds) goes unread, and who
    has used it up reads no further. While others are ``waiting`` all share the budget: fewer passages are read, then
    none."""

    def __init__(self, reader: Reader, budget: float, waiting: Callable[[], int] = lambda: 0) -> None:
        self._reader = reader
        self._budget = budget
        self._waiting = waiting
        self._a_passage = A_PASSAGE
        self._turn = threading.Lock()
        self.fingerprint = reader.fingerprint

    def read(self, question: str, hits: Sequence[Hit]) -> dict[Hit, Reading]:
        """What was read of some of ``hits``, best first; nothing when there was no time for it."""
        until = time.monotonic() + self._budget
        order = order_of_reading(question, hits)[: self._affordable()]
        with self._its_turn() as taken:
            return self._until_clear(question, order, until) if taken else {}

    def read_for_a_list(self, question: str, hits: Sequence[Hit], happened: Sequence[Hit] = ()) -> dict[Hit, Reading]:
        """The same for a list: one passage that answers is not enough, reading goes on, for twice the budget;
        ``happened`` are passages that tell events of the kind asked for."""
        until = time.monotonic() + 2 * self._budget
        order = order_for_a_list(hits, happened)[: self._affordable()]
        with self._its_turn() as taken:
            return self._read(question, order, until) if taken else {}

    def read_around(self, question: str, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> dict[Hit, Reading]:
        """What is read of the sentence that answers and the one on each side, alone, of the first of ``hits``, which
        come best first; nothing of those that were not ``read``, that have no more sentences, or that there is no time
        for."""
        until = time.monotonic() + AGAIN_WITHIN * self._budget
        first = [hit for hit in hits[: min(AGAIN, self._affordable())] if hit in read]
        pages = {hit: page for hit in first if (page := _around(hit, read[hit])) is not None}
        found: dict[Hit, Reading] = {}
        if not pages:
            return found
        with self._its_turn() as taken:
            for hit, page in pages.items() if taken else ():
                if found and time.monotonic() >= until:
                    break
                (found[hit],) = self._reader.read(_as_told(question, hit), [page])
        return found

    def read_pages(self, question: str, pages: Sequence[Page]) -> list[Reading]:
        """What is read of each of ``pages``, whoever else waits."""
        return self._reader.read(question, pages)

    def _affordable(self) -> int:
        """How many passages may be read for a question now, none where it would be too few to tell."""
        waiting = self._waiting()
        if not waiting:
            return LISTED + HAPPENED
        room = int(self._budget / (1 + waiting) / self._a_passage)
        return min(room, LISTED + HAPPENED) if room >= TO_COMPARE else 0

    @contextmanager
    def _its_turn(self) -> Iterator[bool]:
        """A turn to read, where one comes within the budget."""
        taken = self._turn.acquire(timeout=self._budget)
        try:
            yield taken
        finally:
            if taken:
                self._turn.release()

    def _until_clear(self, question: str, order: Sequence[Hit], until: float) -> dict[Hit, Reading]:
        """The first ones whole, however long that takes: what is read of fewer says too little."""
        if time.monotonic() >= until:
            return {}
        found = self._read(question, order[:AT_FIRST])
        clear = any(reading.answers >= CLEAR for reading in found.values())
        if clear and not asks_for_newest(question):
            return found
        return {**found, **self._read(question, order[AT_FIRST:AT_MOST], until)}

    def _read(self, question: str, hits: Sequence[Hit], until: float = math.inf) -> dict[Hit, Reading]:
        """What is read of ``hits``, in order, ``until`` the time is up; those that write a sum otherwise are asked for
        it as they write it."""
        found: dict[Hit, Reading] = {}
        for hit in hits:
            started = time.monotonic()
            if started >= until:
                break
            (found[hit],) = self._reader.read(_as_told(question, hit), [_page(hit)])
            self._a_passage += SWAY * (time.monotonic() - started - self._a_passage)
        return found


def order_of_reading(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """``hits`` in the order they are read, at most AT_MOST: as they were found, and where the newest is asked for, the
    newest of the first ones too; where a post is, those that speak of it, where a successor is, that tell of one."""
    order = _order_of_reading(question, hits)
    asked, succeeded = post_asked(question), succeeded_asked(question)
    if succeeded is not None:
        speaking = [hit for hit in hits[:LOOKED_THROUGH] if _tells_successor(hit, succeeded)]
    elif asked is not None:
        speaking = [hit for hit in hits[:LOOKED_THROUGH] if mentions_post(asked, hit.indexed.passage.text)]
    else:
        return order
    first = order[:AT_FIRST]
    speaking = [hit for hit in speaking if hit not in first][:SPEAKING]
    return [*first, *speaking, *(hit for hit in order[AT_FIRST:] if hit not in speaking)][:AT_MOST]


def _tells_successor(hit: Hit, name: str) -> bool:
    """Whether ``hit`` says who came after the one of that ``name``, or after one whom it does not name."""
    texts = hit.indexed.passage.sentence_texts()
    by_name = any(tells_successor(text, name) for text in texts)
    return by_name or any(tells_successor_of_one(texts, place) for place in range(len(texts)))


def _order_of_reading(question: str, hits: Sequence[Hit]) -> list[Hit]:
    if not asks_for_newest(question):
        return list(hits[:AT_MOST])
    first = list(hits[: AT_MOST - NEWEST])
    others = [hit for hit in hits[AT_MOST - NEWEST : LOOKED_THROUGH] if hit.indexed.card.date]
    others.sort(key=lambda hit: hit.indexed.card.date or "", reverse=True)
    newest = others[:NEWEST]
    return [*first, *newest, *(hit for hit in hits[len(first) : AT_MOST] if hit not in newest)][:AT_MOST]


def order_for_a_list(hits: Sequence[Hit], happened: Sequence[Hit] = ()) -> list[Hit]:
    """The ``hits`` that are read for a list, as found: not those that are far behind the first. Those that tell what
    ``happened`` and are not among them come in their midst, lest time run out before them."""
    first = [hit for hit in hits[:LISTED] if hit.score >= hits[0].score - LISTED_BEHIND]
    others = [hit for hit in happened if hit not in first][:HAPPENED]
    return [*first[: LISTED // 2], *others, *first[LISTED // 2 :]]


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
    return as_told(question, hit.query.lang, hit.indexed.passage.text, hit.indexed.card.lang)


def _page(hit: Hit) -> Page:
    card = hit.indexed.card
    lead = lead_of(hit.generation.texts.beginning(card.id)) if hit.indexed.passage.start else ""
    return page_of(card.title, card.date, lead, hit.indexed.passage)
