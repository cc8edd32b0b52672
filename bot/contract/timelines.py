"""Timelines as JSON: a subject's dated events, or those of two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.contract.answers import quote_object
from index.events.event import Level, Mark

if TYPE_CHECKING:
    from index.events.happening import Happening
    from index.timeline import Beside, Timeline, TimelineEvent


def timeline_object(timeline: Timeline) -> dict[str, Any]:
    """The object of ``sourcier timeline --json``; ``entity`` is an id of the list of entities, or null, ``theme``
    whether the subject is no name in the base, ``kind`` the only kind of event asked for, or null, ``possible``
    how many more tellings may be the subject's, ``branches`` of what else that is its the events are told."""
    return {
        "subject": timeline.subject,
        "entity": timeline.entity,
        "theme": timeline.of_theme,
        "kind": timeline.kind.value if timeline.kind else None,
        "possible": timeline.possible,
        "branches": [{"name": branch.name, "count": branch.count} for branch in timeline.branches],
        "events": [_event_object(event, timeline.kind) for event in timeline.events],
    }


def beside_object(two: Beside) -> dict[str, Any]:
    """The object of ``sourcier timeline A --with B --json``: each event has the ``subjects`` that tell it."""
    names = (two.first.subject, two.second.subject)
    return {
        "subjects": [{"subject": one.subject, "entity": one.entity} for one in (two.first, two.second)],
        "events": [
            {
                **_event_object(one.event),
                "subjects": [name for name, told in zip(names, (one.of_first, one.of_second), strict=True) if told],
            }
            for one in two.events
        ],
    }


def _event_object(event: TimelineEvent, only: Happening | None = None) -> dict[str, Any]:
    kind = only or next(iter(event.kinds), None)
    return {
        "date": event.date,
        "precision": event.precision.value,
        "expression": event.expression,
        "label": event.label,
        "kind": kind.value if kind else None,
        "kinds": [one.value for one in event.kinds],
        "marks": event_marks(event),
        "level": level_name(event.level),
        "owned": event.owned,
        "disputed": list(event.disputed),
        "quotes": [quote_object(telling.quote) for telling in event.tellings],
        "more": event.more,
    }


def event_marks(event: TimelineEvent) -> list[str]:
    """What is known beside the date, for programs: "announced", "called-off", "uncertain" or "denied";
    "carried-over" when the name is not in the sentence; "owned", "article-date", "disputed"."""
    named = {
        Mark.ANNOUNCED: "announced",
        Mark.CALLED_OFF: "called-off",
        Mark.CONDITIONAL: "uncertain",
        Mark.NEGATED: "denied",
    }
    marks = [named[event.mark]] if event.mark in named else []
    if event.level > Level.IN_SENTENCE:
        marks.append("carried-over")
    if event.owned:
        marks.append("owned")
    if all(telling.dated_by_article for telling in event.tellings):
        marks.append("article-date")
    return [*marks, "disputed"] if event.disputed else marks


def level_name(level: Level) -> str:
    """A level for programs: "named", "in-sentence", "carried", "named-before", "named-after" or "topic"."""
    return level.name.lower().replace("_", "-")
