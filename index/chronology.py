"""From a subject to its timeline: whose events, told by whom, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from index.answer import Quote
from index.dates.calendar import Precision, first_day, is_edtf, last_day, precision_of, turning_point
from index.dates.finder import find_time_expressions
from index.entities.proper_names import unlisted_key
from index.entities.wording import Wording
from index.events.event import ArticleEvent, Level, Mark, Participant
from index.events.merging import DISPUTED_WITHIN, Comparable, Subject, comparable, disputed, merged
from index.events.stored import Events
from index.faults import EngineFault, FaultCode
from index.generation.generation import Generation
from index.generation.texts import Excerpt
from index.terms.tokens import stems
from index.timeline import Telling, Timeline, TimelineEvent

LANGUAGES: Final = ("fr", "en")
SURENESS: Final[Mapping[Level, float]] = {Level.NAMED: 0.97, Level.CARRIED: 0.85, Level.NAMED_AFTER: 0.8}
"""The share of events of each level that a reader found right, shown as a quote's score."""
LONGEST_MONTH: Final = 31
_FINENESS: Final = {Precision.DAY: 3, Precision.MONTH: 2, Precision.SEASON: 1}


MAX_SUBJECT: Final = 200
"""Characters; longer than any name."""


@dataclass(frozen=True, slots=True)
class Period:
    """From one date (EDTF) to another, either of which may be left open."""

    since: str | None = None
    until: str | None = None

    def holds(self, date: str) -> bool:
        """Whether ``date`` overlaps the period, by its turning point when it is open at one end."""
        date = turning_point(date)
        after = self.since is None or last_day(date) >= first_day(self.since)
        return after and (self.until is None or first_day(date) <= last_day(self.until))


def period(since: str | None, until: str | None) -> Period:
    """The period between two dates as people write them: EDTF, or words in French or English.

    Raises EngineFault: DATE_UNREADABLE, DATES_REVERSED.
    """
    read = Period(_date(since), _date(until))
    if read.since and read.until and first_day(read.since) > last_day(read.until):
        raise EngineFault(FaultCode.DATES_REVERSED, since=since or "", until=until or "")
    return read


def _date(written: str | None) -> str | None:
    if written is None or not (text := " ".join(written.split())):
        return None
    if is_edtf(text):
        return text
    today = datetime.now(UTC).date().isoformat()
    for lang in LANGUAGES:
        for asked in (text, f"en {text}" if lang == "fr" else f"in {text}"):
            found = find_time_expressions(asked, lang, today)
            if len(found) == 1 and found[0].end == len(asked) and found[0].start <= len(asked) - len(text) + 3:
                return found[0].value
    raise EngineFault(FaultCode.DATE_UNREADABLE, date=text)


@dataclass(frozen=True, slots=True)
class Sought:
    """Whom a subject means."""

    entity: str | None
    name: str | None
    subject: Subject


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All that a base tells of one subject in one period: ``groups`` of tellings of one event each, in date order, how
    the subject is tied to each telling (by its identity), and the places of the groups, the most told first."""

    sought: Sought
    period: Period
    groups: tuple[tuple[Comparable, ...], ...]
    ties: Mapping[int, Participant]
    ranked: tuple[int, ...]


def chronicle(
    wording: Wording, events: Events, subject: str, since: str | None, until: str | None, *, named_only: bool
) -> Chronicle:
    """What ``events`` tell of ``subject``; arguments and faults as of :meth:`index.engine.Engine.timeline`."""
    text = _checked(subject)
    asked = period(since, until)
    sought = _sought(text, wording)
    ties: dict[int, Participant] = {}
    told: list[Comparable] = []
    for event in _events(sought, text, events):
        tie = _tie(event, sought)
        if tie is not None and asked.holds(event.date) and (tie.level is Level.NAMED or not named_only):
            ties[id(event)] = tie
            told.append(comparable(event, sought.subject))
    groups = tuple(tuple(group) for group in sorted(merged(told), key=_when))
    ranked = sorted(range(len(groups)), key=lambda place: _weight(groups[place], sought), reverse=True)
    return Chronicle(sought, asked, groups, ties, tuple(ranked))


def timeline(found: Chronicle, generation: Generation, subject: str, limit: int | None) -> Timeline:
    """``found`` with its quotes; with a ``limit``, the events most told and most specific."""
    groups, ties = found.groups, found.ties
    ranks = {place: rank for rank, place in enumerate(found.ranked)}
    chosen = sorted(found.ranked[:limit])
    excerpts = generation.texts.excerpts(
        [(one.event.article_id, *ties[id(one.event)].quote) for place in chosen for one in groups[place]]
    )
    return Timeline(
        subject=subject,
        entity=found.sought.entity,
        name=found.sought.name,
        events=tuple(
            TimelineEvent(
                groups[place][0].event.date,
                precision_of(groups[place][0].event.date),
                _tellings(groups[place], ties, excerpts),
                tuple(disputed(groups[place], _near(place, groups))),
                ranks[place],
            )
            for place in chosen
        ),
        total=len(groups),
        dated=found.period != Period(),
        generation=generation.number,
    )


def _checked(subject: str) -> str:
    text = " ".join(subject.encode("utf-8", "replace").decode().split())
    if not text:
        raise EngineFault(FaultCode.SUBJECT_EMPTY)
    if len(text) > MAX_SUBJECT:
        raise EngineFault(FaultCode.SUBJECT_TOO_LONG, length=len(text), limit=MAX_SUBJECT)
    return text


def _sought(subject: str, wording: Wording) -> Sought:
    mention = wording.finder.named(subject)
    if mention is None:
        key = unlisted_key(subject)
        return Sought(None, None, Subject(key, frozenset({key})))
    if mention.ambiguous and mention.others:
        names = [wording.book[entity].name for entity in (mention.entity_id, *mention.others)]
        raise EngineFault(FaultCode.SUBJECT_AMBIGUOUS, subject=subject, names=", ".join(names))
    entity = wording.book[mention.entity_id]
    family = wording.book.family(entity.id)
    return Sought(entity.id, entity.name, Subject(entity.id, family))


def _events(sought: Sought, subject: str, events: Events) -> tuple[ArticleEvent, ...]:
    if sought.entity is not None:
        return events.with_participants(sought.subject.family)
    key = sought.subject.key
    if not key:
        return ()
    keys = {key, *events.keys_from(f"{key} ")}
    phrases = {tuple(stems(subject, lang)) for lang in LANGUAGES}
    found = {
        (event.article_id, event.expression, event.sentence): event
        for event in (*events.with_participants(keys), *events.that_say(phrases))
    }
    return tuple(found[place] for place in sorted(found))


def _tie(event: ArticleEvent, sought: Sought) -> Participant | None:
    """How the subject belongs to ``event``: itself before what it owns, the surest way first."""
    own = [one for one in event.participants if one.key in sought.subject.family]
    if sought.entity is None and not own:
        key = sought.subject.key
        part = [one for one in event.participants if one.key.startswith(f"{key} ")]
        return min(part, key=lambda one: one.level) if part else Participant(key, Level.NAMED, event.sentence)
    return min(own, key=lambda one: (one.level, one.key != sought.entity), default=None)


def _weight(group: Sequence[Comparable], sought: Sought) -> tuple[float, ...]:
    """What brings an event to the front: told by many, done, of the subject itself, saying what happened, finely
    dated."""
    return (
        len({one.event.article_id for one in group}),
        any(one.event.mark is not Mark.NEGATED for one in group),
        any(one.event.actions for one in group) + (sought.entity is None or any(one.is_of_subject for one in group)),
        _FINENESS.get(precision_of(group[0].event.date), 0),
        len(group),
    )


def _near(place: int, groups: Sequence[Sequence[Comparable]]) -> Iterator[Sequence[Comparable]]:
    """The groups around the one at ``place``, in date order, that may tell it at another date."""
    here = groups[place][0]
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(groups) and abs(groups[other][0].begin - here.begin) <= DISPUTED_WITHIN + LONGEST_MONTH:
            yield groups[other]
            other += step


def _when(group: Sequence[Comparable]) -> tuple[object, ...]:
    """In date order, the coarser of two that begin together first."""
    first = group[0]
    return (first.begin, -first.end, first.event.article_id, first.event.expression)


def _tellings(
    group: Sequence[Comparable], ties: Mapping[int, Participant], excerpts: Mapping[tuple[str, int, int], Excerpt]
) -> tuple[Telling, ...]:
    """How each article tells an event; each quote once."""
    once: dict[tuple[str, int, int], Telling] = {}
    for one in group:
        tie = ties[id(one.event)]
        once.setdefault((one.event.article_id, *tie.quote), _telling(one.event, tie, excerpts))
    return tuple(once.values())


def _telling(event: ArticleEvent, tie: Participant, excerpts: Mapping[tuple[str, int, int], Excerpt]) -> Telling:
    excerpt = excerpts[event.article_id, *tie.quote]
    start, end = tie.quote
    quote = Quote(
        text=excerpt.text,
        start=start,
        end=end,
        highlights=_highlights(event, excerpt),
        score=SURENESS[tie.level],
        section=excerpt.section,
        article=excerpt.card,
    )
    first, last = event.expression
    return Telling(
        quote, event.date, excerpt.text[first - start : last - start], tie.level, event.mark, event.dated_by_article
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
