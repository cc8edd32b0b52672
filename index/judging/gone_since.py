"""Who held a post when the first passage was written, and has left it since: who asks who holds it reads first what
tells that, with whoever came in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from index.judging.agreement import words_of
from index.judging.elsewhere import read_place
from index.judging.objections.words_that_hold import words_that_hold
from index.posts.holders import follows_in_post, leaves_by_name, post_asked
from index.ranking.search import Hit
from index.reading.first import FirstReader
from index.reading.reading import Reading
from index.terms.tokens import fold

MOST_IN_TURN: Final = 3
"""Holders who left one after the other, at most."""
NEAR, NEAR_AT_HOME = 1, 4
"""Sentences behind the one that says who leaves, in which who comes is named: in another article, and in the one that
says both."""
_NAME: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?: (?:(?:de|du|la|van|von|al|el) )*[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ])+")
Read = Mapping[Hit, Reading]


def holder_of_now_first(
    reader: FirstReader, question: str, hits: Sequence[Hit], read: Read
) -> tuple[list[Hit], dict[Hit, Reading]]:
    """``hits``, in the order of what was ``read``, and what was, with the one first that tells who came after whom the
    first one names as the holder of the post that ``question`` asks for; as they are where nobody left it since."""
    found, told = list(hits), dict(read)
    post = post_asked(question)
    for _ in range(MOST_IN_TURN if post is not None and post.now else 0):
        left = _left_since(question, found, told)
        if left is None:
            break
        hit, place = left
        its = read_place(reader, question, hit, place)
        if its is None:
            break
        first = replace(hit, score=max(hit.score, found[0].score))
        found = [first, *(one for one in found if one is not hit)]
        told[first] = its
    return found, told


def _left_since(question: str, hits: Sequence[Hit], read: Read) -> tuple[Hit, int] | None:
    """The newest of ``hits`` in which somebody comes after whom the first one names, and the place of the sentence."""
    first = hits[0]
    reading = read.get(first)
    date = first.indexed.card.date
    if reading is None or date is None:
        return None
    passage = first.indexed.passage
    answering = reading.answering_sentence(passage)
    named = _NAME.search(words_that_hold(question, passage, reading, answering))
    if named is None:
        return None
    name = frozenset(fold(word) for word in re.findall(r"[^\W_]+", named[0]))
    surname = named[0].split()[-1]
    later = [hit for hit in hits if (hit.indexed.card.date or "") > date and name <= words_of(hit)]
    gone = [(hit, place) for hit in later for place in _places(hit, surname, name, NEAR)]
    if not gone and leaves_by_name(passage.sentence_texts()[answering], surname):
        gone = [(first, place) for place in _places(first, surname, name, NEAR_AT_HOME)]
    return max(gone, key=lambda one: one[0].indexed.card.date or "", default=None)


def _places(hit: Hit, surname: str, name: frozenset[str], near: int) -> Iterator[int]:
    """The places of the sentences of ``hit`` that name who came after whoever has the ``surname``, and left, so
    ``near`` to the one that says so."""
    texts = hit.indexed.passage.sentence_texts()
    for place, text in enumerate(texts):
        if leaves_by_name(text, surname):
            behind = range(place, min(len(texts), place + near + 1))
            yield from [after for after in behind if follows_in_post(texts[after], name)][:1]
