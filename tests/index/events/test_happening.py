"""The kinds a reader may ask a timeline for."""

from __future__ import annotations

from dataclasses import replace

from index.events.event import ArticleEvent, Mark
from index.events.happening import Happening, happenings
from index.events.languages.action import Action

TOLD = ArticleEvent(
    "a",
    "en",
    "2020",
    (0, 4),
    ((0, 9),),
    (0, 9),
    Mark.TOLD,
    False,
    True,
    False,
    (),
    numbers=(),
    actions=(),
    words=(),
    said=(),
)


def test_an_event_is_of_every_kind_that_its_tellings_say() -> None:
    bought = replace(TOLD, actions=(Action.BUY.value,))
    fined = replace(TOLD, actions=(Action.FINE.value,), numbers=("3",))
    assert happenings([bought]) == (Happening.PURCHASE,)
    assert happenings([bought, fined]) == (Happening.PURCHASE, Happening.RULING, Happening.FIGURE)


def test_what_nothing_tells_the_kind_of_is_of_none() -> None:
    assert happenings([TOLD]) == ()
