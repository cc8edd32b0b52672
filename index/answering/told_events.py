"""Events as quotes: the passages that tell them, the sentence marked that does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.answer import Quote
from index.generation.generation import Generation
from index.generation.texts import IndexedPassage
from index.listing.happened import events_at
from index.passages.passage import Span

TOLD: Final = 0.9
"""How sure it is that something happened when it is told to have: a little less than gold timelines say."""


def quote_of_event(indexed: IndexedPassage, sentence: Span) -> Quote:
    """The passage that tells an event as it is shown, its ``sentence`` marked."""
    passage = indexed.passage
    return Quote(
        text=passage.text,
        start=passage.start,
        end=passage.end,
        highlights=(sentence,),
        score=0.0,
        section=passage.section,
        article=indexed.card,
    )


def quotes_told_at(generations: Sequence[Generation], time: str) -> tuple[Quote, ...]:
    """The passages of ``generations`` that tell what was done on a day, in a month or a year (EDTF), in the order of
    time, each once with all such sentences marked."""
    found = [
        (event.date, place, row, indexed, event.sentence)
        for place, generation in enumerate(generations)
        for row, indexed, event in events_at(generation, time)
    ]
    told: dict[tuple[int, int], Quote] = {}
    for _, place, row, indexed, sentence in sorted(found, key=lambda one: one[:3]):
        known = told.get((place, row))
        marked = {sentence, *(known.highlights if known is not None else ())}
        told[place, row] = replace(quote_of_event(indexed, sentence), highlights=tuple(sorted(marked)), score=TOLD)
    return tuple(told.values())
