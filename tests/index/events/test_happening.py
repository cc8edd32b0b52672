"""The kinds a reader may ask a timeline for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.events.event import ArticleEvent, Mark
from index.events.happening import Happening, happenings
from index.events.languages.action import Action
from tests.index.events.telling import told

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


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Vega veut compter mille lits d’ici à la fin de 2023.", "fr", ()),
        ("Vega fermera son bal avant la fin de 2023.", "fr", (Happening.CLOSURE,)),
        ("Vega a réuni la troupe vendredi.", "fr", ()),
        ("Vega cesserait de jouer à la fin de 2023.", "fr", (Happening.CLOSURE,)),
        ("Tickets of Vega are cheaper until the end of September.", "en", ()),
        ("Vega will close its inn at the end of September.", "en", (Happening.CLOSURE,)),
    ],
)
def test_the_words_of_a_date_are_no_act(text: str, lang: str, wanted: tuple[Happening, ...]) -> None:
    assert happenings(told(text, lang)) == wanted
