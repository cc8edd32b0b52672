"""Who takes part in an event, and how surely: of those it may be about, whom more speaks for than against, unless it is
another's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from index.events.event import Level, Participant
from index.events.reading import Part, Sentence
from index.events.whose.anothers import Anothers
from index.events.whose.belonging import POSSIBLY, SURELY, sureness
from index.events.whose.candidates import candidates
from index.events.whose.evidence import Signals
from index.events.whose.signals import Gathering
from index.events.whose.surroundings import Around, Whole
from index.passages.passage import Span

MOST: Final = 24
"""Participants of one event; more is a list of customers or countries."""
_NAMED: Final = 0.6
"""The least sureness of a name in the clause of the date: of 70 such events drawn at random, 69 were right."""
_ANOTHERS: Final = 0.4
"""The most sureness of what is another's."""


class Casting:
    """Finds the participants of the events of one article, the ``whole`` of it."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._anothers = Anothers(whole)

    def participants(self, sentence: Sentence, part: Part, around: Around) -> tuple[Participant, ...]:
        """The participants of what ``part`` of ``sentence`` tells, the surest first."""
        found: dict[str, Participant] = {}
        for key, quote, signals in self.weighed(sentence, part, around):
            level = signals.level
            likely = max(sureness(signals), _NAMED if level is Level.NAMED else 0.0)
            if likely > _ANOTHERS and self._anothers.is_anothers(key, likely, signals, sentence, part, around):
                likely = _ANOTHERS
            known = found.get(key)
            if likely >= POSSIBLY and (known is None or (known.sureness < SURELY and likely > known.sureness)):
                found[key] = Participant(key, level, quote, round(likely, 3))
        return tuple(sorted(found.values(), key=lambda one: -one.sureness)[:MOST])

    def weighed(
        self, sentence: Sentence, part: Part, around: Around, *, all_asked_for: bool = False
    ) -> Iterator[tuple[str, Span, Signals]]:
        """Whom what ``part`` tells may be about, the quote that shows it, and what speaks for it: for each as if the
        article were read for it, with ``all_asked_for``."""
        beside = candidates(self._whole, sentence, part, around)
        gathering = Gathering(self._whole, sentence, part, around, beside)
        for key, level, quote in beside.ways:
            asked_for = all_asked_for or key in self._whole.sorts
            yield key, quote, gathering.signals(key, level, asked_for=asked_for)
