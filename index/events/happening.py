"""What kind of thing an event is, for a reader who wants one kind alone: purchases, closures, rulings and so on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from index.events.event import ArticleEvent
from index.events.languages.action import Action


class Happening(StrEnum):
    """A kind of event, the first that applies being the one it is called by."""

    PURCHASE = "purchase"
    CLOSURE = "closure"
    RULING = "ruling"
    LAUNCH = "launch"
    FIGURE = "figure"


_OF_ACTIONS: Final[Mapping[Happening, frozenset[str]]] = MappingProxyType(
    {
        Happening.PURCHASE: frozenset({Action.BUY.value, Action.SELL.value}),
        Happening.CLOSURE: frozenset({Action.CLOSE.value}),
        Happening.RULING: frozenset({Action.SUE.value, Action.FINE.value, Action.ALLOW.value, Action.FORBID.value}),
        Happening.LAUNCH: frozenset({Action.LAUNCH.value}),
    }
)


def happenings(events: Iterable[ArticleEvent]) -> tuple[Happening, ...]:
    """The kinds of one event, as these tellings of it say, in the order of :class:`Happening`."""
    actions: set[str] = set()
    has_figures = False
    for event in events:
        actions.update(event.actions)
        has_figures = has_figures or bool(event.numbers)
    found = [kind for kind, its in _OF_ACTIONS.items() if its & actions]
    return (*found, Happening.FIGURE) if has_figures else tuple(found)
