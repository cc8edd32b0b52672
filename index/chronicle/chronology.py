"""From a subject to its timeline: whose events, told by whom, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Protocol

from index.chronicle.labelling.retold import dates_of_sentences
from index.chronicle.subjects import Sought, called_in_part, checked_subject, whom
from index.chronicle.telling import ShownNames, tellings
from index.chronicle.theme_events import events_about
from index.chronicle.themes import Theme, is_theme
from index.edtf import precision_of
from index.entities.asked_for import entity_asked_for
from index.entities.proper_names import unlisted_key
from index.entities.wording import Wording
from index.events.event import ArticleEvent, Level, Participant
from index.events.happening import Happening, happenings
from index.events.whose.belonging import POSSIBLY, SURELY
from index.generation.texts import ExcerptSource
from index.matters.matter import without_year
from index.passages.passage import Span
from index.question.period import Period, period
from index.tellings.comparable import Subject
from index.tellings.entries import Entry, entries, tie
from index.tellings.stored import EventSource
from index.terms.tokens import STEMMERS, stems
from index.timeline import Timeline, TimelineEvent
from index.unlisted.asked import HeldEvents, articles_that_say, events_asked_for, rereadings
from index.unlisted.called.nearest import Meanings
from index.unlisted.listed import events_of_listed


class Reach(StrEnum):
    """Which events a timeline holds: those that name their subject in their sentence, those that are surely its, or
    also those that may be."""

    NAMED = "named"
    SURE = "sure"
    ALL = "all"

    @property
    def least(self) -> float:
        """The sureness from which events are held."""
        return POSSIBLY if self is Reach.ALL else SURELY


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All that a base tells of one subject in one period, in date order. ``names`` are what it goes by, its own first;
    ``possible`` counts the tellings beyond ``reach`` that may be its; ``events`` are where its rows are read, when that
    is not the base."""

    sought: Sought
    period: Period
    reach: Reach
    entries: tuple[Entry, ...]
    names: tuple[str, ...]
    possible: int
    events: EventSource | None = None
    of_theme: bool = False
    kind: Happening | None = None


def chronicle(
    wording: Wording,
    told: Told,
    subject: str,
    since: str | None,
    until: str | None,
    reach: Reach,
    meanings: Meanings | None = None,
) -> Chronicle:
    """What ``told`` tells of ``subject``; arguments and faults as of :meth:`index.engine.Engine.timeline`. With
    ``meanings`` a name that no list holds is looked for in the other language, too."""
    text = checked_subject(subject)
    asked = period(since, until)
    sought = whom(text, wording, told.events)
    read = _read_again(sought, text, wording, told, meanings)
    events: EventSource = told.events if read is None else read
    ready = events.ready_of(sought.subject.key) if reach is Reach.SURE else None
    if ready is not None:
        found = ready.entries
    else:
        rows = _rows(sought, text, events, reach)
        tellings = zip(rows, events.read(rows), strict=True)
        within = ((row, one) for row, one in tellings if _is_within(one, sought, reach))
        found = entries(within, sought.subject)
    if not found and sought.entity is None and (fuller := called_in_part(text, wording)) is not None:
        return chronicle(wording, told, fuller, since, until, reach, meanings)
    held = _within(asked, found if reach is Reach.ALL else _dated_ones(found))
    possible = 0
    if reach is Reach.SURE and asked == Period():
        possible = ready.possible if ready else events.count_with(sought.subject.family, POSSIBLY, SURELY)
    names = read.names if read is not None else _names(sought, text, wording)
    return Chronicle(sought, asked, reach, held, names, possible, read)


def _read_again(
    sought: Sought, text: str, wording: Wording, told: Told, meanings: Meanings | None
) -> HeldEvents | None:
    """The events of whom no list holds, or few articles name, read again; None when too many do."""
    if sought.entity is None:
        return events_asked_for(text, wording, told.texts, meanings)
    return events_of_listed(wording.book[sought.entity], wording, told.events, told.texts, meanings)


MOST_TELLINGS: Final = 10
"""Tellings of one event that are held when not all is asked for: nobody reads more of them, and each takes time."""
Found = Callable[[], Mapping[str, Sequence[Span]]]
"""The passages that a search finds for a theme, as spans by article."""


def theme_chronicle(
    wording: Wording,
    told: Told,
    subject: str,
    since: str | None,
    until: str | None,
    search: Found,
    meanings: Meanings | None = None,
) -> Chronicle | None:
    """What ``told`` tells about ``subject`` when it is no name there; None when it is one. Arguments and faults as of
    :func:`chronicle`."""
    text = checked_subject(subject)
    of_year = without_year(text) if since is None and until is None else None
    if of_year is not None:
        text, since = of_year
        until = since
    key = unlisted_key(text)
    articles = articles_that_say(text, told.texts)
    if not key or not is_theme(text, articles):
        return None
    if not articles and rereadings(text, wording, told.texts, meanings):
        return None  # a name, which the articles write in the other language alone
    asked = period(since, until)
    found = search()
    of_articles = [event for article in found for event in told.events.of_article(article)]
    events = HeldEvents(events_about(Theme(text, key), told.events, found, of_articles, told.texts))
    sought = Sought(None, None, Subject(key, frozenset({key}), of_theme=True))
    rows = events.rows_with({key})
    made = entries(zip(rows, events.read(rows), strict=True), sought.subject)
    held = _within(asked, _dated_ones(made))
    return Chronicle(sought, asked, Reach.SURE, held, (text,), 0, events, of_theme=True)


def _dated_ones(found: Iterable[Entry]) -> Iterator[Entry]:
    """Those of ``found`` that a telling dates."""
    return (one for one in found if one.is_dated)


def _within(asked: Period, found: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(one for one in found if asked.overlaps(one.begin, one.end))


def of_kind(found: Chronicle, told: Told, kind: Happening | None) -> Chronicle:
    """``found`` with the events of that kind alone; all of it without one."""
    if kind is None:
        return found
    rows = [row for one in found.entries for row in one.rows]
    events = dict(zip(rows, (found.events or told.events).read(rows), strict=True))
    held = [one for one in found.entries if kind in happenings(events[row] for row in one.rows)]
    return replace(found, entries=tuple(held), possible=0, kind=kind)


def _names(sought: Sought, subject: str, wording: Wording) -> tuple[str, ...]:
    entity = wording.book.get(sought.entity) if sought.entity else entity_asked_for(subject)
    return tuple(alias.name for alias in entity.names) if entity is not None else (subject,)


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


def timeline(found: Chronicle, generation: Told, wording: Wording, subject: str, limit: int | None) -> Timeline:
    """``found`` with its quotes; with a ``limit``, the events most told and most specific, each in its first tellings,
    of which there may be hundreds."""
    ranked = sorted(found.entries, key=lambda one: one.rank)
    ranks = {one.rank: place for place, one in enumerate(ranked)}
    chosen = [one for one in found.entries if limit is None or ranks[one.rank] < limit]
    most = MOST_TELLINGS if limit is not None else None
    rows = [row for one in chosen for row in one.rows[:most]]
    source = found.events or generation.events
    events = dict(zip(rows, source.read(rows, found.sought.subject.family), strict=True))
    ties = {row: _tie(event, found.sought, found.reach) for row, event in events.items()}
    excerpts = generation.texts.excerpts((events[row].article_id, *ties[row].quote) for row in rows)
    naming = ShownNames(found.sought.subject.key, found.names, wording, of_theme=found.of_theme)
    beside = dates_of_sentences(events.values())
    return Timeline(
        subject=subject,
        entity=found.sought.entity,
        name=found.sought.name,
        events=tuple(
            TimelineEvent(
                events[one.rows[0]].date,
                precision_of(events[one.rows[0]].date),
                tellings(
                    [(events[row], ties[row]) for row in one.rows[:most]], excerpts, generation.texts, naming, beside
                ),
                one.disputed,
                ranks[one.rank],
                happenings(events[row] for row in one.rows[:most]),
                max(0, len(one.rows) - most) if most is not None else 0,
            )
            for one in chosen
        ),
        total=len(found.entries),
        dated=found.period != Period(),
        generation=generation.number,
        possible=found.possible,
        of_theme=found.of_theme,
        kind=found.kind,
    )


def _rows(sought: Sought, subject: str, events: EventSource, reach: Reach) -> list[int]:
    rows = events.rows_with(sought.subject.family, reach.least)
    if sought.entity is None:  # nobody listed: whatever says those words is about them
        rows += events.rows_that_say({tuple(stems(subject, lang)) for lang in STEMMERS})
    return sorted(set(rows))


def _tie(event: ArticleEvent, sought: Sought, reach: Reach) -> Participant:
    """How the subject belongs to ``event``; what only says its words, says them in its own sentence."""
    tied = tie(event, sought.subject, reach.least)
    return tied or Participant(sought.subject.key, Level.NAMED, event.sentence, 1.0)


def _is_within(event: ArticleEvent, sought: Sought, reach: Reach) -> bool:
    return reach is not Reach.NAMED or _tie(event, sought, reach).level <= Level.IN_SENTENCE
