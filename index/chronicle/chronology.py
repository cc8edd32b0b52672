"""From a subject to its timeline: whose events, told by whom, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from index.answer import Quote
from index.chronicle.subjects import Sought, checked_subject, whom
from index.edtf import precision_of
from index.entities.wording import Wording
from index.events.event import ArticleEvent, Level, Participant
from index.generation.texts import Excerpt, ExcerptSource
from index.question.period import Period, period
from index.tellings.entries import Entry, entries, tie
from index.tellings.stored import EventSource
from index.terms.tokens import STEMMERS, stems
from index.timeline import Telling, Timeline, TimelineEvent

SURENESS: Final[Mapping[Level, float]] = {Level.NAMED: 0.98, Level.CARRIED: 0.93, Level.NAMED_AFTER: 0.8}
"""The share of events of each level that a reader found right, shown as a quote's score: 69 of 70 and 45 of 48, drawn
at random from knowledge/. NAMED_AFTER does not occur there: its figure is a guess."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All that a base tells of one subject in one period, in date order."""

    sought: Sought
    period: Period
    entries: tuple[Entry, ...]


def chronicle(
    wording: Wording, events: EventSource, subject: str, since: str | None, until: str | None, *, named_only: bool
) -> Chronicle:
    """What ``events`` tell of ``subject``; arguments and faults as of :meth:`index.engine.Engine.timeline`."""
    text = checked_subject(subject)
    asked = period(since, until)
    sought = whom(text, wording, events)
    found = () if named_only else events.entries_of(sought.subject.key)
    if not found:
        rows = _rows(sought, text, events)
        told = zip(rows, events.read(rows), strict=True)
        found = entries(((row, one) for row, one in told if not named_only or _is_named(one, sought)), sought.subject)
    return Chronicle(sought, asked, tuple(one for one in found if asked.overlaps(one.begin, one.end)))


class Told(Protocol):
    """What a timeline is read from: a generation, or several together."""

    @property
    def events(self) -> EventSource:
        """The events told."""

    @property
    def texts(self) -> ExcerptSource:
        """The articles that tell them."""

    @property
    def number(self) -> int:
        """The generation's number."""


def timeline(found: Chronicle, generation: Told, subject: str, limit: int | None) -> Timeline:
    """``found`` with its quotes; with a ``limit``, the events most told and most specific."""
    ranked = sorted(found.entries, key=lambda one: one.rank)
    ranks = {one.rank: place for place, one in enumerate(ranked)}
    chosen = [one for one in found.entries if limit is None or ranks[one.rank] < limit]
    rows = [row for one in chosen for row in one.rows]
    events = dict(zip(rows, generation.events.read(rows), strict=True))
    ties = {row: _tie(event, found.sought) for row, event in events.items()}
    excerpts = generation.texts.excerpts((events[row].article_id, *ties[row].quote) for row in rows)
    return Timeline(
        subject=subject,
        entity=found.sought.entity,
        name=found.sought.name,
        events=tuple(
            TimelineEvent(
                events[one.rows[0]].date,
                precision_of(events[one.rows[0]].date),
                _tellings([(events[row], ties[row]) for row in one.rows], excerpts),
                one.disputed,
                ranks[one.rank],
            )
            for one in chosen
        ),
        total=len(found.entries),
        dated=found.period != Period(),
        generation=generation.number,
    )


def _rows(sought: Sought, subject: str, events: EventSource) -> list[int]:
    rows = events.rows_with(sought.subject.family)
    if sought.entity is None:  # nobody listed: whatever says those words is about them
        rows += events.rows_that_say({tuple(stems(subject, lang)) for lang in STEMMERS})
    return sorted(set(rows))


def _tie(event: ArticleEvent, sought: Sought) -> Participant:
    """How the subject belongs to ``event``; what only says its words, says them in its own sentence."""
    return tie(event, sought.subject) or Participant(sought.subject.key, Level.NAMED, event.sentence)


def _is_named(event: ArticleEvent, sought: Sought) -> bool:
    return _tie(event, sought).level is Level.NAMED


def _tellings(
    told: Iterable[tuple[ArticleEvent, Participant]], excerpts: Mapping[tuple[str, int, int], Excerpt]
) -> tuple[Telling, ...]:
    """How each article tells an event; each quote once."""
    once: dict[tuple[str, int, int], Telling] = {}
    for event, tied in told:
        once.setdefault((event.article_id, *tied.quote), _telling(event, tied, excerpts))
    return tuple(once.values())


def _telling(event: ArticleEvent, tied: Participant, excerpts: Mapping[tuple[str, int, int], Excerpt]) -> Telling:
    excerpt = excerpts[event.article_id, *tied.quote]
    start, end = tied.quote
    quote = Quote(
        text=excerpt.text,
        start=start,
        end=end,
        highlights=_highlights(event, excerpt),
        score=SURENESS[tied.level],
        section=excerpt.section,
        article=excerpt.card,
    )
    first, last = event.expression
    return Telling(
        quote, event.date, excerpt.text[first - start : last - start], tied.level, event.mark, event.dated_by_article
    )


def _highlights(event: ArticleEvent, excerpt: Excerpt) -> tuple[tuple[int, int], ...]:
    """The pieces of the clause that tells the event, the signs at their ends aside."""
    trimmed = []
    for start, end in event.clause:
        while start < end and not excerpt.text[start - excerpt.start].isalnum():
            start += 1
        while end > start and excerpt.text[end - 1 - excerpt.start] in " ,;:\n\u00a0\u202f":
            end -= 1
        if start < end:
            trimmed.append((start, end))
    return tuple(trimmed)
