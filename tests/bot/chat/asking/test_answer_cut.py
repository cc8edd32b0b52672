"""What is shown of a quote that is long: the sentences that answer, never cut."""

from __future__ import annotations

import pytest

from bot.catalogue import words_in
from bot.chat.messages.excerpt import CUT
from tests.bot.chat.asking.answers_shown import (
    PROSE,
    answer,
    descriptions,
    offences,
    quote,
    shown,
)
from tests.bot.chat.standin.reading import quoted


def test_a_long_quote_loses_whole_sentences_around_the_one_that_answers() -> None:
    lines = [f"Phrase numéro {number} du texte_{number} *." for number in range(200)]
    text = " ".join(lines)
    at = text.index(lines[120])

    message = shown(answer(quote(text, (at, at + len(lines[120])))))

    assert offences(message) == []
    [description] = descriptions(message)
    block = quoted(description)
    assert block.bold_text == (lines[120],)
    assert block.text in text
    assert block.text.startswith("Phrase numéro ")
    assert block.text.endswith("*.")
    assert description.startswith(f"{CUT}\n> ")
    assert f"\n{CUT}\n" in description


def test_a_quote_is_never_cut_inside_the_part_that_answers() -> None:
    long = "Le mot " + "très " * 450 + "long."
    text = f"{long} {long} {long}"

    [description] = descriptions(shown(answer(quote(text, (len(long) - 5, len(long) + 20)))))

    assert description.startswith(words_in("fr")("discord-quote-too-long"))


def test_nothing_marks_a_cut_where_the_quote_begins_or_ends_by_itself() -> None:
    text = " ".join(f"Phrase numéro {number} du texte." for number in range(300))
    end = text.index("1 du")

    [description] = descriptions(shown(answer(quote(text, (0, end)))))

    assert description.startswith("> **Phrase numéro 0")
    assert f"\n{CUT}\n" in description


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_sentence_longer_than_a_message_is_not_cut_but_pointed_to(lang: str) -> None:
    message = shown(answer(quote("*" * 5000)), lang)

    [description] = descriptions(message)
    assert description.startswith(words_in(lang)("discord-quote-too-long"))
    assert "https://example.org/care" in description
    assert offences(message) == []


def test_each_quote_shows_what_answers_with_a_few_sentences_around_it_and_tells_what_is_left_out() -> None:
    lines = [f"Phrase numéro {number} du texte." for number in range(40)]
    long = " ".join(lines)
    at = long.index(lines[20])
    answering = (at, at + len(lines[20]))

    reply = shown(answer(*(quote(long, answering) for _ in range(2)), quote()))

    for shown_, description in zip(reply.quotes[:2], descriptions(reply), strict=False):
        assert shown_.text == " ".join(lines[15:26])
        assert len(shown_.text) <= 300
        assert shown_.bold_text == (lines[20],)
        assert description.startswith(f"{CUT}\n> ")
        assert f"\n{CUT}\n" in description
    assert reply.quotes[2].text == PROSE


def test_a_quote_hardly_longer_than_what_is_shown_of_one_is_shown_whole() -> None:
    text = " ".join(f"Phrase numéro {number} du texte." for number in range(14))

    [description] = descriptions(shown(answer(quote(text, (0, 20)))))

    assert 300 < len(text) < 400
    assert quoted(description).text == text


def test_both_sentences_of_an_answer_are_shown_however_long_they_are() -> None:
    named, told = "David Joyner " + "très " * 50 + "connu.", "Il " + "très " * 50 + "dirige CVS."
    text = " ".join(["Avant."] * 60 + [named, told] + ["Après."] * 60)
    first, second = text.index(named), text.index(told)
    spans = (first, first + len(named)), (second, second + len(told))

    [description] = descriptions(shown(answer(quote(text, *spans, answer=(first, first + 12)))))

    assert quoted(description).text == f"{named} {told}"
    assert quoted(description).underlined_text == ("David Joyner",)


def test_of_marked_sentences_too_far_apart_the_one_with_the_answer_is_shown() -> None:
    far = "Amazon Care ouvre." + " Un mot." * 150
    text = f"{far} Elle ferme en 2022."
    at = text.index("Elle")

    [description] = descriptions(
        shown(answer(quote(text, (0, 18), (at, len(text)), answer=(len(text) - 8, len(text)))))
    )

    assert quoted(description).bold_text == ("Elle ferme en 2022.",)
    assert quoted(description).underlined_text == ("en 2022.",)
    assert len(quoted(description).text) <= 300
