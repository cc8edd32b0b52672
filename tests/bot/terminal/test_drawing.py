"""What reaches a person's screen: verbatim, harmless, without markup of anybody's making."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.catalogue import words_in
from bot.contract.answers import answer_object
from bot.contract.lines import json_line
from bot.plain.answer import answer_text
from bot.plain.emphasis import marked_text, stretches
from bot.printable import one_line, printable, web_link
from bot.terminal.drawing import draw_answer, draw_sources
from index.answer import Answer, Quote, Verdict
from index.article import ArticleCard, CitedSource

DANGEROUS = [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202e", "\u2066", "\u2069", "\u202a"]


def _card(title: str = "Titre", url: str | None = "https://example.org/a") -> ArticleCard:
    return ArticleCard("a", title, "2020-01-01", "Le Journal", url, "a.md", "fr")


def _answer(body: str, highlight: tuple[int, int], card: ArticleCard, verdict: Verdict = Verdict.FOUND) -> Answer:
    quote = Quote(body, 0, len(body), (highlight,), 1.0, "Section", card)
    return Answer("Question ?", "fr", verdict, 0.9, 1, 0.01, (quote,))


def _marked(body: str, highlight: tuple[int, int], words: tuple[int, int] | None) -> Answer:
    answer = _answer(body, highlight, _card())
    return replace(answer, quotes=(replace(answer.quotes[0], answer=words),))


def _drawn(answer: Answer, *, colours: bool = True) -> str:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=colours, width=90, color_system="standard" if colours else None)
    draw_answer(answer, words_in("fr"), console)
    return stream.getvalue()


def test_only_the_answering_sentence_is_bold() -> None:
    drawn = _drawn(_answer("Avant. Voici la réponse. Après.", (7, 24), _card()))
    assert "\x1b[1mVoici la réponse.\x1b[0m" in drawn
    assert "Avant. " in drawn
    assert "1er janvier 2020" in drawn


def test_the_words_that_answer_are_underlined_in_the_bold_sentence() -> None:
    drawn = _drawn(_marked("Avant. Voici la réponse. Après.", (7, 24), (13, 23)))
    assert "\x1b[1mVoici \x1b[0m\x1b[1;4mla réponse\x1b[0m\x1b[1m.\x1b[0m" in drawn


def test_on_a_pipe_the_sentence_that_answers_and_its_words_are_marked_in_plain_text() -> None:
    words = words_in("fr")
    assert "\n\nAvant. **Voici __la réponse__.** Après." in answer_text(
        _marked("Avant. Voici la réponse. Après.", (7, 24), (13, 23)), words
    )
    assert "\n\n**__Voici.__** Après." in answer_text(_marked("Voici. Après.", (0, 6), (0, 6)), words)
    assert "\n\n**Voici.** Après." in answer_text(_marked("Voici. Après.", (0, 6), None), words)


def test_marks_on_a_pipe_are_told_from_signs_of_the_text() -> None:
    answer = _marked("a**b __c__ d.", (0, 13), (5, 10))
    assert "\n\n***a**b _____c_____ d.***" in answer_text(answer, words_in("fr"))


@st.composite
def _marked_answers(draw: st.DrawFn) -> Answer:
    body = "".join(draw(st.lists(st.sampled_from(["*", "**", "_", "__", "a", "é", " ", ". "]), min_size=1)))
    low, high = sorted(draw(st.tuples(st.integers(0, len(body)), st.integers(0, len(body)))))
    start, end = sorted(draw(st.tuples(st.integers(low, high), st.integers(low, high))))
    return _marked(body, (low, high), (start, end))


@given(_marked_answers())
def test_on_a_pipe_a_quote_without_its_marks_is_the_text_word_for_word(answer: Answer) -> None:
    [quote] = answer.quotes
    shown = marked_text(quote)
    for sign in "*_":
        longest = max(map(len, re.findall(f"[{sign}]+", quote.text)), default=0)
        shown = shown.replace(sign * max(2, longest + 1), "")
    assert shown == quote.text
    assert "".join(text for text, _ in stretches(quote)) == quote.text


@pytest.mark.parametrize(
    ("lang", "asked_in", "shown_in", "note"),
    [
        ("fr", "fr", "fr", None),
        ("en", "fr", "fr", "en anglais"),
        ("fr", "en", "en", "in French"),
        ("fr", "en", "fr", "en français"),
        ("en", "en", "en", None),
    ],
)
def test_a_quote_in_another_language_than_its_question_says_so(
    lang: str, asked_in: str, shown_in: str, note: str | None
) -> None:
    answer = replace(_answer("Texte.", (0, 6), replace(_card(), lang=lang)), lang=asked_in)
    stream = io.StringIO()
    draw_answer(answer, words_in(shown_in), Console(file=stream, width=90))
    for shown in (stream.getvalue(), answer_text(answer, words_in(shown_in))):
        assert (f" · {note} · https://example.org/a" if note else "2020 · https://example.org/a") in shown


def test_what_an_article_draws_on_is_named_beneath_drawn_and_plain() -> None:
    card = replace(_card(), sources=tuple(CitedSource(publisher=name, year="2020") for name in "ABCD"))
    answer = _answer("Texte.", (0, 6), card)
    assert "D’après A (2020), B (2020), C (2020) et 1 autre source" in _drawn(answer, colours=False)
    assert "D’après A (2020), B (2020), C (2020) et 1 autre source" in answer_text(answer, words_in("fr"))


def test_markup_and_emoji_codes_of_an_article_are_shown_as_they_are() -> None:
    body = "Un [bold red]faux[/bold red] style, [link=http://x]un lien[/link] et :smile:."
    assert body in _drawn(_answer(body, (0, 2), _card("[b]T[/b]")), colours=False)
    assert "[b]T[/b]" in _drawn(_answer(body, (0, 2), _card("[b]T[/b]")), colours=False)


def test_a_link_that_is_not_a_web_address_is_not_shown() -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "https://x\x1b]8;;", "https://a b", "https://", "//x", ""):
        assert web_link(url) is None
        answer = _answer("Texte.", (0, 6), _card(url=url))
        assert "passwd" not in _drawn(answer)
        assert "alert" not in answer_text(answer, words_in("fr"))
    assert web_link("HTTPS://example.org/é?a=1#b") == "HTTPS://example.org/é?a=1#b"


def test_the_terminal_link_leads_where_its_text_says() -> None:
    drawn = _drawn(_answer("Texte.", (0, 6), _card(url="https://example.org/a")))
    assert "https://example.org/a\x1b\\" in drawn


@pytest.mark.parametrize("verdict", [Verdict.WEAK, Verdict.NONE])
def test_a_doubt_is_said_in_words(verdict: Verdict) -> None:
    sentence = words_in("fr")(f"verdict-{verdict.value}")
    answer = _answer("Texte.", (0, 6), _card(), verdict)
    assert answer_text(answer, words_in("fr")).startswith(sentence)
    assert sentence in _drawn(answer, colours=False)


@given(st.text(alphabet=st.one_of(st.sampled_from(DANGEROUS), st.characters())))
def test_nothing_that_drives_a_terminal_is_printable(text: str) -> None:
    shown = printable(text)
    assert not set(shown) & (set(DANGEROUS) - {"\t", "\n"})
    assert "\n" not in one_line(text)
    shown.encode()


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_ordinary_text_is_printed_word_for_word(text: str) -> None:
    assert printable(text) == text


@given(st.text(alphabet=st.one_of(st.sampled_from(DANGEROUS), st.characters())))
def test_a_hostile_quote_reaches_no_screen_raw(text: str) -> None:
    answer = _answer(f"a{text}b", (0, 1), _card(text))
    for shown in (answer_text(answer, words_in("fr")), _drawn(answer, colours=False)):
        assert not set(shown) & (set(DANGEROUS) - {"\t", "\n"})


@given(st.text(alphabet=st.one_of(st.sampled_from([*DANGEROUS, "\u2028", "\u2029"]), st.characters(codec=None))))
def test_json_is_one_line_of_utf8_that_reads_back_the_same(text: str) -> None:
    line = json_line(answer_object(_answer(text, (0, 0), _card(text))))
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode("utf-8"))["quotes"][0]["text"] == text
    assert not set(line) & set(DANGEROUS)


@given(st.text(alphabet="éà’«» \u202f—", min_size=1))
def test_json_keeps_accents_as_they_are(text: str) -> None:
    assert text in json_line({"text": text})


def test_the_list_of_articles_keeps_titles_whole_on_a_narrow_terminal() -> None:
    stream = io.StringIO()
    card = ArticleCard(
        "un-id", "Un titre [b]assez[/b] long pour deux lignes", "2022-07", "Le Journal", None, "a.md", "fr"
    )
    draw_sources([card], words_in("fr"), Console(file=stream, width=40))
    drawn = stream.getvalue()
    assert drawn.startswith("un-id")
    assert " ".join(drawn.split()).count("Un titre [b]assez[/b] long pour deux lignes Le Journal · juillet 2022") == 1
    assert max(map(len, drawn.splitlines())) <= 40
