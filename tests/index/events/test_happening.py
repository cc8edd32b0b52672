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
        ("The merger of Vega closed in May 2020.", "en", ()),
        ("Chez Vega, le jeu sort en mai 2020.", "fr", (Happening.LAUNCH,)),
        ("Vega sort de terre en mai 2020.", "fr", ()),
        ("Inès Morel reprend les rênes de Vega en mai 2020.", "fr", ()),
        ("Vega cesserait de jouer à la fin de 2023.", "fr", (Happening.CLOSURE,)),
        ("Tickets of Vega are cheaper until the end of September.", "en", ()),
        ("Vega will close its inn at the end of September.", "en", (Happening.CLOSURE,)),
    ],
)
def test_the_words_of_a_date_are_no_act(text: str, lang: str, wanted: tuple[Happening, ...]) -> None:
    assert happenings(told(text, lang)) == wanted


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("The round of Vega closed in May 2021.", "en", False),
        ("The inn of Vega closed in May 2021.", "en", True),
        ("Vega withdrew its offer in May 2021.", "en", False),
        ("Vega was wound up in May 2021.", "en", True),
        ("Vega wound up as a museum in May 2021.", "en", False),
        ("A stoppage hit Vega in May 2021.", "en", False),
        ("En mai 2021, Vega a retiré son offre.", "fr", False),
        ("La ferme de Vega date de mai 2021.", "fr", False),
        ("Vega a fermé sa ferme en mai 2021.", "fr", True),
        ("Vega a été placée en redressement judiciaire en mai 2021.", "fr", True),
    ],
)
def test_a_closure_is_told_by_what_is_closed(text: str, lang: str, wanted: bool) -> None:
    assert (Happening.CLOSURE in happenings(told(text, lang))) is wanted


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("The start-up Vega hired forty people in May 2021.", "en", False),
        ("Vega started its ferry in May 2021.", "en", True),
        ("The trial of Vega will open in May 2023.", "en", False),
        ("The shop of Vega will open in May 2023.", "en", True),
        ("Vega launched a funding round in May 2021.", "en", False),
        ("En mai 2021, Vega a lancé une levée de fonds.", "fr", False),
        ("En mai 2021, Vega a lancé une navette.", "fr", True),
        ("Une enquête sur Vega a été ouverte en mai 2021.", "fr", False),
    ],
)
def test_a_launch_is_told_by_what_begins(text: str, lang: str, wanted: bool) -> None:
    assert (Happening.LAUNCH in happenings(told(text, lang))) is wanted


@pytest.mark.parametrize(
    ("text", "lang", "kind", "wanted"),
    [
        ("Inès Morel took over the school of Vega in May 2021.", "en", Happening.PURCHASE, False),
        ("Inès Morel took over as head of Vega in May 2021.", "en", Happening.PURCHASE, False),
        ("Vega took over Lyra in May 2021.", "en", Happening.PURCHASE, True),
        ("Two banks refused Vega in May 2021.", "en", Happening.RULING, False),
        ("The regulator refused Orion in May 2021.", "en", Happening.RULING, True),
        ("Vega refused to comment in May 2021.", "en", Happening.RULING, False),
        ("Deux banques avaient refusé Vega en mai 2021.", "fr", Happening.RULING, False),
        ("L’agence a refusé d’autoriser Orion en mai 2021.", "fr", Happening.RULING, True),
        ("Vega a annulé le concert en mai 2021.", "fr", Happening.RULING, False),
    ],
)
def test_a_purchase_and_a_ruling_are_told_by_what_they_are_done_to(
    text: str, lang: str, kind: Happening, wanted: bool
) -> None:
    assert (kind in happenings(told(text, lang))) is wanted
