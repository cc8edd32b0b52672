"""Who held a post when the first passage was written, and has left it since: who asks who holds it reads first what
tells that, with whoever came in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from index.judging.objections.words_that_hold import words_that_hold
from index.judging.others.agreement import words_of
from index.judging.others.elsewhere import read_place
from index.judging.others.put_first import Read, is_of_one_article, put_first, put_place_first
from index.posts.holders import follows_in_post, leaves_by_name, names_post, post_asked
from index.ranking.search import Hit
from index.reading.first import FirstReader
from index.reading.reading import Reading
from index.terms.letters import plain
from index.terms.tokens import fold

_STILL: Final = re.compile(
    r"(?:is|are|est|sont|est-ce que|does|(?:[\w'-]+ ){1,4}?(?:est|sont))\b.*\b(?:still|toujours|encore)\b"
)
_THERE: Final = re.compile(r"\b(?:there|in charge|in office|at the head|a la tete|en poste|en fonction|chez|la\b)")
MOST_IN_TURN: Final = 3
"""Holders who left one after the other, at most."""
NEAR, NEAR_AT_HOME = 1, 4
"""Sentences behind the one that says who leaves, in which who comes is named: in another article, and in the one that
says both."""
_NAME: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?: (?:(?:de|du|la|van|von|al|el) )*[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ])+")


def holder_of_now_first(
    reader: FirstReader, question: str, hits: Sequence[Hit], read: Read
) -> tuple[list[Hit], dict[Hit, Reading]]:
    """``hits``, in the order of what was ``read``, and what was, with the one first that tells who came after whom the
    first one names as the holder of the post that ``question`` asks for; as they are where nobody left it since."""
    found, told = list(hits), dict(read)
    post = post_asked(question)
    for _ in range(MOST_IN_TURN if post is not None and post.now else 0):
        left = _left_since(question, found, told)
        its = read_place(reader, question, *left) if left is not None else None
        if left is None or its is None:
            break
        found, told = put_first(left[0], its, found, told)
    return found, told


def departure_first(
    reader: FirstReader, question: str, name: frozenset[str], hits: Sequence[Hit], read: Read
) -> tuple[list[Hit], dict[Hit, Reading]]:
    """``hits``, in the order of what was ``read``, and what was, with the one first that tells that whoever goes by the
    words of ``name`` (folded) left, where ``question`` asks if they are still there; as they are where none does."""
    asked = bool(name) and _asks_if_still_there(question) and not _says_so(name, hits[0], read)
    left = _departure(name, hits) if asked else None
    return put_place_first(reader, question, left, hits, read)


def _asks_if_still_there(question: str) -> bool:
    """Whether ``question`` asks if somebody still holds a post, or is still where they were."""
    flat = plain(question)
    if _STILL.match(flat) is None:
        return False
    return _THERE.search(flat) is not None or any(map(names_post, re.findall(r"[^\W_]+", flat)))


def _says_so(name: frozenset[str], hit: Hit, read: Read) -> bool:
    """Whether the sentence of ``hit`` that answers by what was ``read`` says that whoever goes by ``name`` left."""
    passage = hit.indexed.passage
    return hit in read and _leaves(name, passage.sentence_texts()[read[hit].answering_sentence(passage)])


def _departure(name: frozenset[str], hits: Sequence[Hit]) -> tuple[Hit, int] | None:
    """The one of ``hits``, of the article of the first one or later, with the last sentence that says so, and its
    place."""
    first = hits[0]
    date = first.indexed.card.date or ""
    gone = [
        (hit, place)
        for hit in hits
        if is_of_one_article(hit, first) or (hit.indexed.card.date or "") > date > ""
        for place, text in enumerate(hit.indexed.passage.sentence_texts())
        if name <= words_of(hit) and _leaves(name, text)
    ]
    return max(gone, key=_when_told, default=None)


def _when_told(told: tuple[Hit, int]) -> tuple[str, int]:
    hit, place = told
    return hit.indexed.card.date or "", hit.indexed.passage.sentences[place][0]


def _leaves(name: frozenset[str], text: str) -> bool:
    """Whether ``text`` says that whoever goes by ``name`` leaves, called by all of it or by the surname alone."""
    called = [word for word in re.findall(r"[^\W_]+", text) if word[:1].isupper() and fold(word) in name]
    if not called or not leaves_by_name(text, called[-1]):
        return False
    before = _NAME.search(text, 0, text.index(called[-1]))
    if before is not None and name.isdisjoint(map(fold, re.findall(r"[^\W_]+", before[0]))):
        return False
    another = re.search(rf"([A-ZÀ-Þ][\w’'-]+) {re.escape(called[-1])}\b", text)
    return another is None or fold(another[1]) in name


def _left_since(question: str, hits: Sequence[Hit], read: Read) -> tuple[Hit, int] | None:
    """The newest of ``hits`` in which somebody comes after whom the first one names, and the place of the sentence."""
    first = hits[0]
    reading = read.get(first)
    if reading is None:
        return None
    passage = first.indexed.passage
    answering = reading.answering_sentence(passage)
    named = _NAME.search(words_that_hold(question, passage, reading, answering))
    if named is None:
        return None
    name = frozenset(fold(word) for word in re.findall(r"[^\W_]+", named[0]))
    surname, date = named[0].split()[-1], first.indexed.card.date or ""
    later = [hit for hit in hits if (hit.indexed.card.date or "") > date > "" and name <= words_of(hit)]
    gone = [(hit, place) for hit in later for place in _places(hit, surname, name, NEAR)]
    if gone:
        return max(gone, key=lambda one: one[0].indexed.card.date or "")
    behind = passage.sentences[answering][0]
    at_home = [hit for hit in hits if is_of_one_article(hit, first)]
    gone = [
        (hit, place)
        for hit in at_home
        for place in _places(hit, surname, name, NEAR_AT_HOME)
        if hit.indexed.passage.sentences[place][0] >= behind
    ]
    return max(gone, key=lambda one: one[0].indexed.passage.sentences[one[1]][0], default=None)


def _places(hit: Hit, surname: str, name: frozenset[str], near: int) -> Iterator[int]:
    """The places of the sentences of ``hit`` that name who came after whoever has the ``surname``, and left, so
    ``near`` to the one that says so."""
    texts = hit.indexed.passage.sentence_texts()
    for place, text in enumerate(texts):
        if leaves_by_name(text, surname):
            behind = range(place, min(len(texts), place + near + 1))
            yield from [after for after in behind if follows_in_post(texts[after], name)][:1]
