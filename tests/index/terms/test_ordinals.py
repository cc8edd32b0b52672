"""Ordinals are one in figures and in words, in both languages."""

from __future__ import annotations

import pytest

from index.terms.as_told import as_told
from index.terms.asked import asked_terms
from index.terms.ordinals import also_written, ordinals_as_words
from index.terms.tokens import stems


@pytest.mark.parametrize(
    ("question", "lang", "told", "told_in"),
    [
        ("le 2e pont", "fr", "On bâtit un second pont.", "fr"),
        ("la 2ème rampe", "fr", "La deuxième rampe est fermée.", "fr"),
        ("la seconde rampe", "fr", "La 2e rampe est fermée.", "fr"),
        ("the 3rd ramp", "en", "The third ramp is shut.", "en"),
        ("the second ramp", "en", "The 2nd ramp is shut.", "en"),
        ("the 2nd ramp", "en", "La seconde rampe est fermée.", "fr"),
        ("la 3e rampe", "fr", "The third ramp is shut.", "en"),
        ("la 1re rampe", "fr", "La première rampe est fermée.", "fr"),
    ],
)
def test_an_ordinal_is_found_however_it_is_written(question: str, lang: str, told: str, told_in: str) -> None:
    said = stems(told, told_in)
    assert asked_terms(question, lang, told_in)[0].found_in(said) > 0


def test_a_question_is_read_with_the_ordinals_of_the_text() -> None:
    assert as_told("la 2e rampe", "fr", "Une seconde rampe.", "fr") == "la seconde rampe"
    assert as_told("la 2e rampe", "fr", "A second ramp.", "en") == "la deuxième rampe"
    assert as_told("the third ramp", "en", "The 3rd ramp.", "en") == "the 3rd ramp"
    assert as_told("the third ramp", "en", "The 2nd ramp.", "en") == "the third ramp"


@pytest.mark.parametrize("text", ["le 1er mai", "May 2nd", "the 2nd of May", "30 secondes", "12,2e"])
def test_days_and_durations_are_no_ordinals(text: str) -> None:
    assert ordinals_as_words(text, "fr") == text


def test_other_words_are_written_no_other_way() -> None:
    assert also_written("secondes", "fr") == ()
    assert also_written("rampe", "fr") == ()
    assert set(also_written("second", "en")) == {"2"}
