"""What is a courtesy and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.talk.courtesy import Courtesy, courtesy_of


@pytest.mark.parametrize(
    ("text", "courtesy"),
    [
        ("bonjour", Courtesy.GREETING),
        ("Bonjour, ça va ?", Courtesy.GREETING),
        ("Hi there!", Courtesy.GREETING),
        ("good evening everyone", Courtesy.GREETING),
        ("merci", Courtesy.THANKS),
        ("ok, thank you so much! 😊", Courtesy.THANKS),
        ("Merci infiniment pour votre aide", Courtesy.THANKS),
        ("Bravo !", Courtesy.THANKS),
        ("merci et bonne journée", Courtesy.FAREWELL),
        ("au revoir", Courtesy.FAREWELL),
        ("see you later", Courtesy.FAREWELL),
        ("Good bye!", Courtesy.FAREWELL),
    ],
)
def test_a_courtesy_is_known(text: str, courtesy: Courtesy) -> None:
    assert courtesy_of(text) is courtesy


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "ok",
        "oui",
        "Bonjour Amazon",
        "Hello Health",
        "merci Alphabet",
        "Thanks for what Amazon did",
        "Hi, why?",
    ],
)
def test_what_says_more_is_none(text: str) -> None:
    assert courtesy_of(text) is None


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    courtesy_of(text)
    courtesy_of(f"bonjour {text}")
