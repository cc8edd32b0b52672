"""Which lines of the console are commands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.catalogue import LANGUAGES, words_in
from bot.console.completion import ConsoleCompleter
from bot.console.words import NAMES, OF_SOMETHING, Order, Unknown, order_in
from index.article import ArticleCard


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_catalogue_is_a_command_with_and_without_its_slash(name: str, lang: str) -> None:
    for word in words_in(lang)(f"console-names-{name}").split(", "):
        assert order_in(word) == Order(name, "", bare=True)
        assert order_in(f" /{word.upper()} ") == Order(name, "", bare=False)
        expected = Order(name, "haven", bare=True) if name in OF_SOMETHING else None
        assert order_in(f"{word} haven") == expected


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("timeline of Haven", "Haven"),
        ("frise chronologique d’Amazon Care", "Amazon Care"),
        ("/frise Haven --limit 2", "Haven --limit 2"),
        ("Timeline: haven", "haven"),
    ],
)
def test_what_a_timeline_is_of_is_understood(line: str, rest: str) -> None:
    order = order_in(line)
    assert isinstance(order, Order)
    assert (order.name, order.rest) == ("timeline", rest)


@pytest.mark.parametrize(
    ("typed", "closest"), [("/aks x", "/ask"), ("/reindx", "/reindex"), ("/aid", "/help"), ("/xyzzy", None)]
)
def test_a_slip_is_told_with_what_it_resembles(typed: str, closest: str | None) -> None:
    assert order_in(typed) == Unknown(typed.split()[0], closest)


@pytest.mark.parametrize(
    "line", ["pourquoi Haven a fermé ?", "Why did it close?", "plus de 200 articles", "helping hands"]
)
def test_questions_stay_questions(line: str) -> None:
    assert order_in(line) is None


@given(st.text(max_size=60))
def test_any_line_is_read(line: str) -> None:
    order_in(line)
    order_in(f"/{line}")


class _Known:
    def suggest(self, typed: str, most: int) -> tuple[str, ...]:
        return tuple(name for name in ("Amazon", "Amazon Care") if name.lower().startswith(typed.lower()))[:most]

    def sources(self, search: str = "") -> tuple[ArticleCard, ...]:
        card = ArticleCard("haven", "Trois ans", None, None, None, "haven.md", "fr")
        return (card,) if search in ("", "trois") else ()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("/ti", ["/timeline"]),
        ("/timeline amaz", ["Amazon", "Amazon Care"]),
        ("frise ama", ["Amazon", "Amazon Care"]),
        ("/article hav", ["haven"]),
        ("/article trois", ["haven"]),
        ("why did", []),
        ("wh", []),
    ],
)
def test_commands_subjects_and_articles_are_completed(typed: str, offered: list[str]) -> None:
    completions = ConsoleCompleter(_Known()).get_completions(Document(typed), CompleteEvent())
    assert [one.text for one in completions] == offered
