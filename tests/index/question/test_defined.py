"""What a thing is, asked in any of the ways people type it."""

from __future__ import annotations

import pytest

from index.question.defined import defines_thing, names_thing, thing_asked
from index.question.forms.listed import wants_list


@pytest.mark.parametrize(
    "question",
    [
        "c quoi le vieux lavoir ?",
        "cest quoi le vieux lavoir",
        "c'est quoi le vieux lavoir ?",
        "kesako le vieux lavoir",
        "qu'est-ce que le vieux lavoir ?",
        "qu'est-ce que c'est que le vieux lavoir ?",
        "le vieux lavoir c quoi ?",
        "Le vieux lavoir, c'est quoi ?",
        "what is le vieux lavoir",
        "whats le vieux lavoir?",
    ],
)
def test_the_thing_is_the_same_however_it_is_asked(question: str) -> None:
    assert thing_asked(question) == ("vieux", "lavoir")


@pytest.mark.parametrize(
    "question",
    [
        "c'est quoi le prix du pain",
        "what is the price of bread",
        "what is she doing",
        "qu'est-ce qui a brûlé ?",
        "c'est quoi le problème avec le lavoir",
        "who is Ada Lund?",
    ],
)
def test_what_asks_for_more_than_what_a_thing_is_names_none(question: str) -> None:
    assert thing_asked(question) == ()


def test_a_thing_is_named_by_its_words_in_a_row() -> None:
    thing = thing_asked("c quoi le vieux lavoir ?")
    assert names_thing(thing, "L’association du Vieux-Lavoir compte 40 membres.")
    assert not names_thing(thing, "Le lavoir est vieux.")


def test_a_name_in_the_plural_is_no_list() -> None:
    assert not wants_list("c'est quoi Les Vieux Fours ?")
    assert wants_list("c'est quoi les sponsors du club ?")


@pytest.mark.parametrize(
    "text",
    [
        "They unveiled the Tidewheel, which grinds corn at night.",
        "Le Tidewheel est une roue qui moud la nuit.",
        "The Tidewheel, a mill that floats, opened in May.",
        "Le « Tidewheel », qui moud la nuit, ouvre en mai.",
    ],
)
def test_what_a_thing_is_stands_behind_its_name(text: str) -> None:
    assert defines_thing(("tidewheel",), text)


@pytest.mark.parametrize("text", ["It opened the same day as the Tidewheel show.", "The wheel is a mill."])
def test_a_thing_that_is_only_named_is_not_defined(text: str) -> None:
    assert not defines_thing(("tidewheel",), text)
