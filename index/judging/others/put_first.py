"""A passage put first for what it tells of what the first one does: what has become of it since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.judging.others.elsewhere import read_place
from index.ranking.search import Hit
from index.reading.first import FirstReader
from index.reading.reading import Reading

Read = Mapping[Hit, Reading]


def put_first(hit: Hit, its: Reading, hits: Sequence[Hit], read: Read) -> tuple[list[Hit], dict[Hit, Reading]]:
    """``hits`` with the one of them that is ``hit`` first, scored no less than the first was, and what was ``read``
    with what is read of it, ``its``."""
    first = replace(hit, score=max(hit.score, hits[0].score))
    return [first, *(one for one in hits if one is not hit)], {**read, first: its}


def put_place_first(
    reader: FirstReader, question: str, place: tuple[Hit, int] | None, hits: Sequence[Hit], read: Read
) -> tuple[list[Hit], dict[Hit, Reading]]:
    """The same with the one of ``hits`` whose sentence at a ``place`` answers; as they are without such a place, or
    where no time is left to read it."""
    its = read_place(reader, question, *place) if place is not None else None
    if place is None or its is None:
        return list(hits), dict(read)
    return put_first(place[0], its, hits, read)


def is_of_one_article(hit: Hit, other: Hit) -> bool:
    """Whether both are of one article of one generation."""
    return hit.generation is other.generation and hit.indexed.card.id == other.indexed.card.id
