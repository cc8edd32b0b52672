"""The items of a list: which of the passages that were read tell one, and which of their sentences."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.passages.passage import Span
from index.ranking.search import Hit
from index.reading.reading import Reading
from index.terms.tokens import searched_stems

MOST_LISTED: Final = 8
"""Quotes of a list."""
ANSWERS: Final = -1.0
"""Logarithm of the odds that a passage answers, from which it may hold an item."""
BEHIND: Final = 5.0
"""How far behind the passage that answers most, by the same."""
HELD: Final = 0.08
"""The probability that the answer starts in a sentence of a passage, from which that sentence is marked."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A passage of a list: its ``sentences`` that tell items, and the words of each ``item``, as offsets in the
    body."""

    hit: Hit
    sentences: tuple[Span, ...]
    items: tuple[Span, ...]


def listed(hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> tuple[Listed, ...]:
    """The passages that tell items of a list, the likeliest first, each item once; ``hits`` in the order of what was
    read."""
    best = max((reading.answers for reading in read.values()), default=0.0)
    least = max(ANSWERS, best - BEHIND)
    told: list[frozenset[str]] = []
    found: list[Listed] = []
    for hit in hits:
        reading = read.get(hit)
        if reading is None or (reading.answers < least and found) or len(found) == MOST_LISTED:
            continue
        sentences, items = [], []
        for sentence in _telling(hit, reading):
            item = _item(hit, reading, sentence)
            words = _words(hit, item)
            if not any(words <= other or (other <= words and other) for other in told):
                told.append(words)
                items.append(item)
                sentences.append(sentence)
        if sentences:
            found.append(Listed(hit, tuple(sentences), tuple(items)))
    return tuple(found)


def in_time_order(found: Sequence[Listed]) -> tuple[Listed, ...]:
    """What was ``found``, by the date of what each first item's sentence tells, else by that of its article; what has
    none comes last."""
    return tuple(sorted(found, key=_when))


def _when(one: Listed) -> tuple[bool, str, str]:
    """The date of the clause that tells an item of ``one``, and that of its article."""
    card = one.hit.indexed.card
    dates = [
        event.date
        for event in one.hit.generation.events.of_article(card.id)
        if event.sentence[0] < one.sentences[0][1] and event.sentence[1] > one.sentences[0][0]
    ]
    written = card.date or ""
    told = [date for date in dates if date[:1].isdigit()]
    first = min(told, key=lambda date: date, default=written)
    return not first, first, written


def _telling(hit: Hit, reading: Reading) -> list[Span]:
    """The sentences of a passage that may tell an item, the likeliest at least, in order."""
    passage = hit.indexed.passage
    shares = [
        math.exp(reading.share_within(start - passage.start, end - passage.start)) for start, end in passage.sentences
    ]
    most = max(shares)
    return [
        sentence for sentence, share in zip(passage.sentences, shares, strict=True) if share >= HELD or share == most
    ]


def _item(hit: Hit, reading: Reading, sentence: Span) -> Span:
    start = hit.indexed.passage.start
    found = reading.answer_within(sentence[0] - start, sentence[1] - start)
    return (found[0] + start, found[1] + start) if found is not None else sentence


def _words(hit: Hit, item: Span) -> frozenset[str]:
    passage, lang = hit.indexed.passage, hit.indexed.card.lang
    return frozenset(searched_stems(passage.text[item[0] - passage.start : item[1] - passage.start], lang))
