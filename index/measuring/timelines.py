"""How well timelines are told: what of gold timelines is found, what else is shown, what is told twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from index.article import Article
from index.edtf import first_day, last_day
from index.entities.book.names import folded
from index.faults import EngineFault
from index.measuring.gold_timelines import GoldEvent, GoldTelling, GoldTimeline
from index.passages.passage import Span
from index.timeline import Timeline, TimelineEvent

FIRST_PAGE: Final = 14
"""Events that Discord shows at first."""
FIRST_LIST: Final = 40
"""Events that the terminal shows at first."""


class Teller(Protocol):
    """What tells timelines: the engine, or what is measured beside it."""

    def timeline(self, subject: str) -> Timeline:
        """As :meth:`index.view.View.timeline`."""

    def article(self, article_id: str) -> Article:
        """As :meth:`index.view.View.article`."""


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of ``of``."""

    count: int
    of: int

    @property
    def share(self) -> float | None:
        """None of nothing."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Shown:
    """An event shown, the places of the gold events it tells, and of those that it dates more finely than told."""

    event: TimelineEvent
    tells: tuple[int, ...]
    finer: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimelineOutcome:
    """What was shown for one gold timeline, in date order; ``lost`` counts tellings that the base does not hold."""

    gold: GoldTimeline
    shown: tuple[Shown, ...]
    lost: int

    def found_within(self, first: int | None = None) -> frozenset[int]:
        """The gold events told by the ``first`` events of the timeline, by rank; by all when None."""
        return frozenset(place for one in self.shown if first is None or one.event.rank < first for place in one.tells)

    @property
    def missed(self) -> tuple[GoldEvent, ...]:
        """The must events that are not told."""
        found = self.found_within()
        return tuple(one for place, one in enumerate(self.gold.events) if one.must and place not in found)

    @property
    def false(self) -> tuple[TimelineEvent, ...]:
        """The events shown that no gold event tells."""
        return tuple(one.event for one in self.shown if not one.tells)


@dataclass(frozen=True, slots=True)
class TimelineFigures:
    """``found`` counts must events, ``first_page`` and ``first_list`` those among the first events shown; ``right`` the
    shown events that are in the gold; ``twice`` those that tell again what another tells; ``finer`` those dated more
    finely than the words say."""

    found: Share
    named: Share
    not_named: Share
    by_tie: dict[str, Share]
    first_page: Share
    first_list: Share
    right: Share
    twice: int
    finer: int


def evaluate_timelines(teller: Teller, gold: Sequence[GoldTimeline]) -> tuple[TimelineOutcome, ...]:
    """What is told of each subject of ``gold``. Raises EngineFault as :meth:`index.view.View.timeline` does."""
    return tuple(_outcome(teller, one) for one in gold)


def timeline_figures(outcomes: Sequence[TimelineOutcome]) -> TimelineFigures:
    """The figures over all ``outcomes`` together."""

    def share(wanted: Callable[[GoldEvent], bool], first: int | None = None) -> Share:
        counted = [
            place in outcome.found_within(first)
            for outcome in outcomes
            for place, event in enumerate(outcome.gold.events)
            if event.must and wanted(event)
        ]
        return Share(sum(counted), len(counted))

    shown = [one for outcome in outcomes for one in outcome.shown]
    ties = sorted({event.tie for outcome in outcomes for event in outcome.gold.events if event.must})
    return TimelineFigures(
        found=share(lambda _: True),
        named=share(lambda event: event.named),
        not_named=share(lambda event: not event.named),
        by_tie={tie: share(lambda event, tie=tie: event.tie == tie) for tie in ties},  # type: ignore[misc]
        first_page=share(lambda _: True, FIRST_PAGE),
        first_list=share(lambda _: True, FIRST_LIST),
        right=Share(sum(bool(one.tells) for one in shown), len(shown)),
        twice=sum(map(_told_again, outcomes)),
        finer=sum(bool(one.finer) for one in shown),
    )


def _told_again(outcome: TimelineOutcome) -> int:
    told: set[int] = set()
    again = 0
    for one in outcome.shown:
        again += bool(one.tells) and told.issuperset(one.tells)
        told.update(one.tells)
    return again


def _outcome(teller: Teller, gold: GoldTimeline) -> TimelineOutcome:
    bodies: dict[str, str] = {}
    lost = 0
    spans: list[list[tuple[str, Span]]] = []
    for event in gold.events:
        found = [_place(teller, telling, bodies) for telling in event.tellings]
        spans.append([(telling.article, at) for telling, at in zip(event.tellings, found, strict=True) if at])
        lost += found.count(None)
    told = teller.timeline(gold.query)
    shown = []
    for one in told.events:
        near = [place for place, its in enumerate(gold.events) if _is_told(one, its, spans[place])]
        tells = [place for place in near if any(_holds(one.date, date) for date in gold.events[place].dates)]
        finer = [place for place in near if place not in tells and _is_finer(one.date, gold.events[place])]
        shown.append(Shown(one, tuple(tells), () if tells else tuple(finer)))
    return TimelineOutcome(gold, tuple(shown), lost)


def _place(teller: Teller, telling: GoldTelling, bodies: dict[str, str]) -> Span | None:
    if telling.article not in bodies:
        try:
            bodies[telling.article] = teller.article(telling.article).body
        except EngineFault:
            bodies[telling.article] = ""
    start = bodies[telling.article].find(telling.sentence)
    return (start, start + len(telling.sentence)) if start >= 0 else None


def _is_told(event: TimelineEvent, gold: GoldEvent, spans: Sequence[tuple[str, Span]]) -> bool:
    """Whether a quote of ``event`` shows a sentence of ``gold``, or words that tell it."""
    quotes = [telling.quote for telling in event.tellings]
    for quote in quotes:
        for article, (start, end) in spans:
            if quote.article.id == article and quote.start < end and start < quote.end:
                return True
    return any(key in folded(quote.text.replace("’", "'")) for quote in quotes for key in gold.keys)


def _holds(shown: str, gold: str) -> bool:
    """Whether the date shown is the gold one, or less fine and around it."""
    if shown.rstrip("~?%") == gold.rstrip("~?%"):
        return True
    return first_day(shown) <= first_day(gold) and last_day(gold) <= last_day(shown)


def _is_finer(shown: str, gold: GoldEvent) -> bool:
    return any(first_day(date) <= first_day(shown) and last_day(shown) <= last_day(date) for date in gold.dates)
