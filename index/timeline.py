"""What a timeline is: plain frozen data, the same for the terminal, JSON, pictures and Discord."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from index.answer import Quote
from index.edtf import Precision
from index.events.event import Level, Mark
from index.events.happening import Happening

_BRACKETS: Final = re.compile(r"\s*\[[^\]]*\]\s*")

EVERYTHING: Final = "*"
"""The subject that stands for all there is."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How one article tells an event: the ``quote`` with the dated sentence, the date as that article has it, and
    how the subject belongs to it, or with an ``owned`` name, something that is its. ``expression`` is the words that
    say the date, ``label`` what happened, to be understood alone, and ``brief`` the same where there is little room and
    the date stands above."""

    quote: Quote
    date: str
    expression: str
    level: Level
    mark: Mark
    dated_by_article: bool
    label: str = ""
    brief: str = ""
    owned: str | None = None


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One event, told by one article or several; ``tellings`` begin with the finest date.

    ``date`` is the finest that none of them contradicts; ``disputed`` are the dates that other articles give for what
    looks like the same event. ``rank`` counts from 0 for the most told and most specific of the timeline. ``kinds`` are
    what it is by what its tellings say, if anything. ``more`` counts the tellings that are not held.
    """

    date: str
    precision: Precision
    tellings: tuple[Telling, ...]
    disputed: tuple[str, ...] = ()
    rank: int = 0
    kinds: tuple[Happening, ...] = ()
    more: int = 0

    @property
    def expression(self) -> str:
        """The words that say the date, in the first telling."""
        return self.tellings[0].expression

    @property
    def label(self) -> str:
        """What happened, to be understood alone."""
        return self._labelled.label

    @property
    def brief(self) -> str:
        """What happened in few words, for where the date stands above."""
        return self._labelled.brief

    @property
    def _labelled(self) -> Telling:
        """The telling that says the event's date, names the subject and needs no brackets, if one does."""
        return min(
            (one for one in self.tellings if one.label),
            key=lambda one: (one.date != self.date, one.level > Level.IN_SENTENCE, one.label.startswith("[")),
            default=self.tellings[0],
        )

    @property
    def says_more(self) -> bool:
        """Whether the label says more than the quote does, but for what it is about."""
        quoted = " ".join(self.tellings[0].quote.text.split())
        return _BRACKETS.sub(" ", self.label).strip() not in quoted

    @property
    def owned(self) -> str | None:
        """The name of what is the subject's, when the event is told of that alone."""
        names = [telling.owned for telling in self.tellings]
        return names[0] if all(names) else None

    @property
    def mark(self) -> Mark:
        """What is known beside the date: what any article tells as a fact is one, unless the first tells that it was
        called off; that is known of what others only announce."""
        marks = [telling.mark for telling in self.tellings]
        surest = (mark for mark in (Mark.TOLD, Mark.CALLED_OFF) if mark in marks)
        return marks[0] if marks[0] is Mark.CALLED_OFF else next(surest, marks[0])

    @property
    def level(self) -> Level:
        """The surest way the subject belongs to it."""
        return min(telling.level for telling in self.tellings)


@dataclass(frozen=True, slots=True)
class Branch:
    """What is the subject's, by its ``name``, and how many events are told of it alone."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated events about ``subject``, in date order.

    ``entity`` is the id, and ``name`` the name, of what the list of entities knows under the subject, if anything.
    ``total`` counts the events before a limit left some out; ``dated`` tells that a period was asked for; ``possible``
    counts the tellings that may be the subject's, but not surely, and are not held; ``of_theme`` tells that the subject
    is no name in the base, and that the events are those of sentences about it. ``kind`` is the only kind of event that
    was asked for, if one was.
    """

    subject: str
    entity: str | None
    name: str | None
    events: tuple[TimelineEvent, ...]
    total: int
    dated: bool
    generation: int
    possible: int = 0
    of_theme: bool = False
    kind: Happening | None = None

    @property
    def branches(self) -> tuple[Branch, ...]:
        """What of the subject's the events held are told of, the most told first."""
        counted = Counter(event.owned for event in self.events if event.owned)
        return tuple(Branch(name, count) for name, count in sorted(counted.items(), key=lambda one: (-one[1], one[0])))


@dataclass(frozen=True, slots=True)
class BesideEvent:
    """An event, and which of the two timelines tell it."""

    event: TimelineEvent
    of_first: bool
    of_second: bool

    @property
    def is_common(self) -> bool:
        """Whether both tell it."""
        return self.of_first and self.of_second


@dataclass(frozen=True, slots=True)
class Beside:
    """Two timelines and the events of both, in date order; ``total`` counts them before a limit left some out."""

    first: Timeline
    second: Timeline
    events: tuple[BesideEvent, ...]
    total: int
