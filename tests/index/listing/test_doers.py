"""Whether somebody does a thing, or it befalls them."""

from __future__ import annotations

import pytest

from index.events.languages.action import Action
from index.listing.doers import befalls, does_to_another, who_does

LAUNCH = frozenset({Action.LAUNCH})


@pytest.mark.parametrize(
    ("name", "sentence", "lang"),
    [
        ("Vastrel", "In 2017 Vastrel launched the Osier study with two towns.", "en"),
        ("Vastrel", "In 2017 Vastrel began Osier Valley, a campaign against rust.", "en"),
        ("Vastrel", "En 2017, Vastrel a créé une filiale à Tarmont.", "fr"),
    ],
)
def test_who_founds_something_else_is_not_founded(name: str, sentence: str, lang: str) -> None:
    assert does_to_another(name, LAUNCH, sentence, lang)
    assert not befalls(name, LAUNCH, sentence, lang)


@pytest.mark.parametrize(
    ("name", "sentence", "lang"),
    [
        ("Vastrel", "Vastrel was created in 2015 by two engineers.", "en"),
        ("Vastrel", "Two engineers founded Vastrel in 2015.", "en"),
        ("Vastrel", "La ville annonce en 2013 la création de Vastrel.", "fr"),
        ("Vastrel", "Vastrel a été fondé en 2013.", "fr"),
        ("Vastrel", "Vastrel a ouvert le 8 juin 2011, après deux ans de chantier.", "fr"),
        ("Vastrel", "Vastrel opened Monday, after two years of work.", "en"),
    ],
)
def test_what_is_founded_is_founded_whoever_does_it(name: str, sentence: str, lang: str) -> None:
    assert befalls(name, LAUNCH, sentence, lang)


def test_who_ends_what_is_their_own_has_ended() -> None:
    assert befalls("Vastrel", frozenset({Action.CLOSE}), "Vastrel ended its service in 2019.", "en")


def test_a_name_far_from_what_is_said_is_not_what_it_befalls() -> None:
    sentence = "In 2019 Osier opened its voice assistant to all who sell what is made by Vastrel."
    assert not befalls("Vastrel", LAUNCH, sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "lang", "who"),
    [
        ("In 2019 Vastrel bought the mill at Kerrow.", "en", 1.0),
        ("En 2019, Vastrel rachète le moulin de Kerrow.", "fr", 1.0),
        ("In 2019 the Orlane group bought the mill at Kerrow.", "en", -1.0),
        ("Two years later it bought the mill at Kerrow.", "en", 0.0),
        ("Vastrel shut the mill at Kerrow.", "en", 0.0),
    ],
)
def test_who_is_asked_about_does_it_or_somebody_else_or_a_pronoun(sentence: str, lang: str, who: float) -> None:
    assert who_does({"vastrel"}, {Action.BUY}, sentence, lang) == who
