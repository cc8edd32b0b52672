"""Text from articles stays itself in Discord's Markdown: inert, and the same once un-escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import block_quote, escape, for_display, link, safe_url, shorten
from tests.bot.chat.standin.reading import quoted

LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
HOSTILE = (
    "@everyone",
    "@here",
    "<@1>",
    "<@&2>",
    "<#3>",
    "<t:0:R>",
    "</ask:1>",
    "<:smile:4>",
    "<id:guide>",
    ":smile:",
    "[x](http://evil.example)",
    "http://evil.example",
    "<https://evil.example>",
    "**bold**",
    "__under__",
    "_slanted_",
    "~~gone~~",
    "||spoiler||",
    "`code`",
    "```\nblock\n```",
    "# head",
    "-# small",
    "- item",
    "* item",
    "+ item",
    "1. first",
    "2018. A year begins",
    "2) second",
    "> quote",
    ">>> all",
    "\\",
    "\\*",
    "a\u202eb",
    "« dit-il »\u00a0!",
    "\u202f",
    "l’élan",
    "\r\n",
    "\n\n",
    " \n - nested",
)
pieces = st.one_of(
    st.sampled_from(HOSTILE), st.text(max_size=8), st.sampled_from([*"\\*_~|`<>[]()@#:-+.>1 \t", *LINE_BREAKS])
)
texts = st.lists(pieces, max_size=12).map("".join)


@st.composite
def texts_with_bold(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(texts)
    ends = draw(st.lists(st.integers(0, len(text)), max_size=6))
    spans = [tuple(sorted(pair)) for pair in zip(ends[::2], ends[1::2], strict=False)]
    return text, [(start, end) for start, end in spans]


@settings(deadline=None)
@given(texts_with_bold())
def test_a_block_quote_reads_as_the_same_text_with_the_same_words_in_bold(
    given_: tuple[str, list[tuple[int, int]]],
) -> None:
    text, bold = given_

    shown = quoted(block_quote(text, bold))

    assert shown.text == text
    wanted = {at for start, end in bold for at in range(start, end) if not text[at].isspace()}
    got = {at for start, end in shown.bold for at in range(start, end) if not text[at].isspace()}
    assert got == wanted


def covered(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The offsets in ``spans`` of what is not blank."""
    return {at for start, end in spans for at in range(start, end) if not text[at].isspace()}


@settings(deadline=None)
@given(texts_with_bold(), st.data())
def test_a_block_quote_reads_as_the_same_text_with_the_same_words_underlined_in_bold(
    given_: tuple[str, list[tuple[int, int]]], data: st.DataObject
) -> None:
    text, bold = given_
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))

    markdown = block_quote(text, bold, [(start, end)])

    shown = quoted(markdown)
    assert shown.text == text
    assert covered(text, shown.underlined) == covered(text, [(start, end)])
    assert covered(text, shown.bold) == covered(text, [*bold, (start, end)])
    for part in shown.underlined_text:
        assert part == part.strip()
        assert not set(part) & set(LINE_BREAKS)
    unescaped = re.sub(r"\\([!-/:-@\[-`{-~])|\*\*|__", r"\1", markdown)
    assert re.sub(rf"(\A|\r\n|[{LINE_BREAKS}])> ", r"\1", unescaped) == text


@pytest.mark.parametrize(
    ("text", "underlined", "markdown"),
    [
        ("Il coûte 3,9 milliards.", (9, 22), "> **Il coûte __3,9 milliards__.**"),
        ("snake_case_", (0, 11), "> **__snake\\_case\\___**"),
        ("__init__", (2, 6), "> **\\_\\___init__\\_\\_**"),
        ("a\nb", (0, 3), "> **__a__**\n> **__b__**"),
    ],
)
def test_underlining_lies_inside_bold_beside_whatever_the_text_has(
    text: str, underlined: tuple[int, int], markdown: str
) -> None:
    assert block_quote(text, [(0, len(text))], [underlined]) == markdown


@settings(deadline=None)
@given(texts_with_bold())
def test_bold_never_begins_or_ends_on_a_blank_nor_crosses_a_line(given_: tuple[str, list[tuple[int, int]]]) -> None:
    for part in quoted(block_quote(*given_)).bold_text:
        assert part
        assert part == part.strip()
        assert not set(part) & set(LINE_BREAKS)


@settings(deadline=None)
@given(texts)
def test_every_line_of_a_block_quote_is_in_the_block(text: str) -> None:
    for line in re.split(rf"\r\n|[{LINE_BREAKS}]", block_quote(text)):
        assert line.startswith("> ")


@settings(deadline=None)
@given(texts)
def test_only_punctuation_is_escaped_and_nothing_else_is_added(text: str) -> None:
    escaped = escape(text)

    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped) == text


@settings(deadline=None)
@given(texts_with_bold())
def test_no_mark_is_left_that_discord_formats(given_: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = given_
    markdown = block_quote(text, spans, spans[:1])

    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", markdown)  # what an escape protects
    bare = bare.replace("**", "").replace("__", "")
    lines = [line.removeprefix("> ") for line in re.split(rf"\r\n|[{LINE_BREAKS}]", bare)]
    assert not re.search(r"[`*_~|<>\[\]@]|:\S", "\n".join(lines))
    shown_lines = re.split(rf"\r\n|[{LINE_BREAKS}]", markdown.replace("**", "").replace("__", ""))
    assert not any(re.match(r"> \s*(?:[-+*#>]|\d+[.)])", line) for line in shown_lines)


@pytest.mark.parametrize("mark", ["- item", "2018. A year", "+ item", "3) third"])
def test_a_list_mark_is_escaped_where_bold_opens(mark: str) -> None:
    text = f"Before {mark}"

    markdown = block_quote(text, [(7, len(text))])

    assert "**" + mark.replace("-", "\\-").replace("+", "\\+").replace(".", "\\.").replace(")", "\\)") in markdown


def test_plain_prose_is_left_alone() -> None:
    prose = "« C’est l’élan », dit-il (en 2022). Le coût\u202f: 3,9 milliards d’euros, soit 12,5\u00a0% de plus\u00a0!"

    assert escape(prose) == prose


@pytest.mark.parametrize(
    ("given_", "shown"),
    [
        ("A\u202etitle\u2066 \x07 of\n two  lines", "Atitle of two lines"),
        ("\u200f\u061c", ""),
        ("l’« été »\u00a0!", "l’« été » !"),
    ],
)
def test_a_title_is_shown_on_one_line_without_marks_of_direction(given_: str, shown: str) -> None:
    assert for_display(given_) == shown


@settings(deadline=None)
@given(texts.map(for_display), st.integers(2, 60))
def test_a_shortened_title_fits_and_is_the_beginning_of_it(title: str, room: int) -> None:
    shown = shorten(title, room)

    assert measure(escape(shown)) <= room
    assert shown == title or (shown.endswith("…") and title.startswith(shown[:-1]))


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a(b)c", "https://example.org/a%28b%29c"),
        ("https://example.org/wiki/[x]", "https://example.org/wiki/%5Bx%5D"),
        ("https://example.org/?q=é>&r=*|`", "https://example.org/?q=%C3%A9%3E&r=%2A%7C%60"),
        ("https://example.org/a%20b#part", "https://example.org/a%20b#part"),
        ("http://exämple.org:8080/", "http://xn--exmple-cua.org:8080/"),
        ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
    ],
)
def test_an_address_is_made_safe_for_a_masked_link(url: str, safe: str) -> None:
    assert safe_url(url) == safe
    assert link("A title", url) == f"[A title]({safe})"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "discord://-/channels",
        "//example.org",
        "example.org",
        "https://",
        "https://bank.example@evil.example/",
        "https://user:secret@example.org/",
        "https://exam ple.org/",
        "https://example.org/\u202egro.elpmaxe",
        "https://example.org:port/",
        "https://[::1/",
        "https://example.org/" + "a" * 2000,
        "https://" + "a" * 80 + ".org/",
    ],
)
def test_another_address_is_not_offered(url: str) -> None:
    assert safe_url(url) is None
    assert link("A title", url) == "A title"


@settings(deadline=None)
@given(texts, st.text(max_size=30))
def test_a_label_cannot_end_its_link(label: str, path: str) -> None:
    shown = link(for_display(label), f"https://example.org/{path}")

    if shown.endswith(")") and shown.startswith("["):
        inside, _, address = shown[1:-1].rpartition("](")
        assert not re.search(r"[\[\]]", inside)
        assert not re.search(r"[()\s<>\\]", address)
