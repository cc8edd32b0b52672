"""What is said of the conversation and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.talk.remarks import Remark, remark_of


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("bonjour", Remark.GREETING),
        ("Bonjour, ça va ?", Remark.GREETING),
        ("Hi there!", Remark.GREETING),
        ("good evening everyone", Remark.GREETING),
        ("merci", Remark.THANKS),
        ("ok, thank you so much! 😊", Remark.THANKS),
        ("Merci infiniment pour votre aide", Remark.THANKS),
        ("Bravo !", Remark.THANKS),
        ("merci et bonne journée", Remark.FAREWELL),
        ("au revoir", Remark.FAREWELL),
        ("see you later", Remark.FAREWELL),
        ("Good bye!", Remark.FAREWELL),
        ("merci bcp, bonne soirée à tous !", Remark.FAREWELL),
        ("ok", Remark.NOTED),
        ("lol ok", Remark.NOTED),
        ("wow, that's a lot of money", Remark.NOTED),
        ("ah d'accord, je ne savais pas", Remark.NOTED),
        ("t’es sûr ?", Remark.DOUBT),
        ("are you sure about that?", Remark.DOUBT),
        ("c'est faux", Remark.DOUBT),
        ("I don't think that's right", Remark.DOUBT),
        ("mais c'est pas ce que je demandais !", Remark.MISSED),
        ("That doesn't answer my question.", Remark.MISSED),
        ("j'ai rien compris", Remark.MISSED),
        ("qui a dit ça ?", Remark.SOURCE),
        ("ok merci, et la source ?", Remark.SOURCE),
        ("where does that come from?", Remark.SOURCE),
        ("donne-moi plus de détails stp", Remark.MORE),
        ("what else?", Remark.MORE),
        ("t’as d’autres citations ?", Remark.MORE),
        ("tu peux résumer ?", Remark.SHORTER),
        ("tl;dr", Remark.SHORTER),
        ("en anglais stp", Remark.LANGUAGE),
        ("Can you translate that into French?", Remark.LANGUAGE),
        ("are you a bot?", Remark.WHO),
        ("comment ça marche ?", Remark.WHO),
    ],
)
def test_a_remark_is_known(text: str, remark: Remark) -> None:
    assert remark_of(text) is remark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "qui a racheté ça ?",
        "how did it work?",
        "tell me more about Brumelle",
        "who else?",
        "qui a dit que Brumelle fermerait ?",
        "is it legal?",
        "et eux ?",
        "Is Brumelle real?",
        "Bonjour Amazon",
        "Hello Health",
        "merci Alphabet",
        "Thanks for what Amazon did",
        "Hi, why?",
    ],
)
def test_what_says_more_is_none(text: str) -> None:
    assert remark_of(text) is None


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    remark_of(text)
    remark_of(f"bonjour {text}")
