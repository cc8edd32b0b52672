"""Two timelines on one axis: whose each event is, those that both tell joined."""

from __future__ import annotations

from dataclasses import replace

from index.edtf import first_day, last_day, turning_point
from index.timeline import Beside, BesideEvent, Telling, Timeline, TimelineEvent


def beside(first: Timeline, second: Timeline, limit: int | None) -> Beside:
    """The events of both; with a ``limit``, the most told of each and those that both tell."""
    events: list[BesideEvent] = []
    rest = list(second.events)
    for event in first.events:
        same = next((other for other in rest if _is_same(event, other)), None)
        if same is None:
            events.append(BesideEvent(event, of_first=True, of_second=False))
        else:
            rest.remove(same)
            events.append(BesideEvent(_joined(event, same), of_first=True, of_second=True))
    events += [BesideEvent(event, of_first=False, of_second=True) for event in rest]
    total = len(events)
    if limit is not None:
        ranked = sorted(events, key=lambda one: (not one.is_common, one.event.rank))
        kept = {id(one) for one in ranked[:limit]}
        events = [one for one in events if id(one) in kept]
    return Beside(first, second, tuple(sorted(events, key=_when)), total)


def _is_same(one: TimelineEvent, other: TimelineEvent) -> bool:
    """Whether a sentence tells both, at the same date."""
    return any(
        mine.quote.article.id == theirs.quote.article.id
        and mine.date == theirs.date
        and _dated_at(mine) == _dated_at(theirs)
        for mine in one.tellings
        for theirs in other.tellings
    )


def _dated_at(telling: Telling) -> int:
    """Where the clause begins that tells it, in its article."""
    return telling.quote.highlights[0][0] if telling.quote.highlights else telling.quote.start


def _joined(one: TimelineEvent, other: TimelineEvent) -> TimelineEvent:
    known = {(telling.quote.article.id, _dated_at(telling)) for telling in one.tellings}
    more = [two for two in other.tellings if (two.quote.article.id, _dated_at(two)) not in known]
    return replace(one, tellings=(*one.tellings, *more), rank=min(one.rank, other.rank), more=max(one.more, other.more))


def _when(one: BesideEvent) -> tuple[int, int]:
    point = turning_point(one.event.date)
    return first_day(point).toordinal(), -last_day(point).toordinal()
