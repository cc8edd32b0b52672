"""An answer as a Discord message: verbatim, sourced, honest when nothing answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.catalogue import words_in
from bot.chat.asking.answer_message import Manner, answer_message, further_message
from index.answer import Verdict
from index.article import CitedSource
from index.question.filters import Filters
from tests.bot.chat.asking.answers_shown import (
    MAKER,
    PROSE,
    SENTENCES,
    answer,
    card,
    descriptions,
    offences,
    quote,
    read,
    shown,
)
from tests.bot.chat.standin.reading import quoted


def test_a_quote_is_shown_word_for_word_with_the_sentence_that_answers_in_bold() -> None:
    [description] = descriptions(shown(answer(quote(PROSE, (0, len(SENTENCES[0]))))))

    assert quoted(description).text == PROSE
    assert quoted(description).bold_text == (SENTENCES[0],)


def test_the_words_that_answer_are_underlined_in_the_bold_sentence() -> None:
    at = PROSE.index("le 31")
    [description] = descriptions(shown(answer(quote(PROSE, (0, len(SENTENCES[0])), answer=(at, at + 19)))))

    assert description.startswith("> **Amazon fermera Amazon Care __le 31 décembre 2022__.** Neil")
    assert quoted(description).text == PROSE
    assert quoted(description).underlined_text == ("le 31 décembre 2022",)


def test_the_source_stands_under_the_quote_with_title_link_publisher_date_and_section() -> None:
    [description] = descriptions(shown(answer(quote(section="Un revirement"))))

    source = description.split("\n", 1)[1]
    assert source == (
        "**1.** [La fin d’Amazon Care](https://example.org/care)\nLe Journal · août 2022 · §\u00a0Un revirement"
    )


def test_a_source_without_publisher_date_and_link_names_its_file() -> None:
    [description] = descriptions(shown(answer(quote(of=card(publisher=None, date=None, url=None)))))

    assert description.endswith("**1.** La fin d’Amazon Care\ncare.md")


def test_the_publications_an_article_draws_on_are_named_and_linked_the_checkable_ones_first() -> None:
    cited = (
        CitedSource(publisher="CNBC", year="2020"),
        CitedSource(publisher="Le Monde", title="*Amazon*", year="2022", url="https://example.org/lemonde"),
        CitedSource(title="Rapport [2021]"),
        CitedSource(publisher="Reuters"),
        CitedSource(publisher="AP"),
    )
    [description] = descriptions(shown(answer(quote(of=replace(card(), sources=cited)))))

    assert description.split("\n")[-1] == (
        "-# D’après [Le Monde (2022)](https://example.org/lemonde), CNBC (2020), Rapport \\[2021\\] et 2 autres sources"
    )


def test_what_an_article_draws_on_is_told_once_however_many_quotes_it_gives() -> None:
    of = replace(card(), sources=(CitedSource(publisher="CNBC", year="2020"),))
    first, second = descriptions(shown(answer(quote(of=of), quote(of=of, start=300))))

    assert first.endswith("\n-# D’après CNBC (2020)")
    assert second.endswith("**2.** [La fin d’Amazon Care](https://example.org/care)\nLe Journal · août 2022")


def test_long_names_and_addresses_of_what_an_article_draws_on_leave_room_for_the_quotes() -> None:
    cited = tuple(
        CitedSource(publisher="*_" * 400, year=str(year), url=f"https://example.org/{'a' * 580}{year}")
        for year in range(2000, 2040)
    )
    of = replace(card(), sources=cited, title="T" * 900)
    message = shown(answer(*(quote(PROSE * 30, of=of, start=start) for start in range(3))))

    assert offences(message) == []
    assert all(quoted(description).text for description in descriptions(message))


@pytest.mark.parametrize(("lang", "tag"), [("en", "in French"), ("fr", None)])
def test_the_language_of_a_quote_is_named_only_to_readers_of_another(lang: str, tag: str | None) -> None:
    [description] = descriptions(shown(answer(quote()), lang))

    assert description.endswith(f" · {tag}" if tag else "août 2022")


@pytest.mark.parametrize(("lang", "tag"), [("en", "in English"), ("fr", "en anglais")])
def test_a_quote_in_another_language_than_its_question_says_so_to_every_reader(lang: str, tag: str) -> None:
    [description] = descriptions(shown(answer(quote(of=card(lang="en"))), lang))

    assert description.endswith(f" · {tag}")


@pytest.mark.parametrize(
    ("lang", "articles", "footer"),
    [
        ("fr", ["a"], "1 citation, mot pour mot"),
        ("fr", ["a", "a"], "2 citations d’un même article · mot pour mot"),
        ("fr", ["a", "b", "a"], "3 citations de 2 articles · mot pour mot"),
        ("en", ["a"], "1 quote, word for word"),
        ("en", ["a", "a"], "2 quotes from 1 article · word for word"),
        ("en", ["a", "b", "c"], "3 quotes from 3 articles · word for word"),
    ],
)
def test_the_footer_counts_quotes_and_articles(lang: str, articles: list[str], footer: str) -> None:
    message = shown(answer(*(quote(of=card(identifier)) for identifier in articles)), lang)

    assert message.footer == footer
    assert len(message.quotes) == len(articles)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_answer_shows_no_quote_and_no_source(lang: str) -> None:
    message = shown(answer(verdict=Verdict.NONE), lang)

    assert message.quotes == []
    assert message.content == "\n".join((words_in(lang)("discord-none"), words_in(lang)("discord-none-hint")))


def test_a_quote_that_comes_with_no_answer_is_not_shown() -> None:
    assert shown(answer(quote(), verdict=Verdict.NONE)).quotes == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_weak_answer_says_that_it_may_not_answer(lang: str) -> None:
    assert shown(answer(quote(), verdict=Verdict.WEAK), lang).content == words_in(lang)("discord-weak")


def test_a_found_answer_needs_no_words_of_the_bot() -> None:
    assert shown(answer(quote())).content == ""


def test_an_echoed_question_is_inert_on_one_line_and_short() -> None:
    message = shown(answer(question="@everyone **x**\n# y\u202e " + "mot " * 1500), echo=True)

    first = message.content.split("\n")[0]
    assert first.startswith("-# «\u00a0\\@everyone \\*\\*x\\*\\* \\# y mot mot")
    assert first.endswith("mot…\u00a0»")
    assert len(first) < 350


@pytest.mark.parametrize(
    ("since", "until", "line"),
    [
        ("juin 2021", "2022", "-# articles datés\u00a0: juin 2021 – 2022"),
        ("*2021*", None, "-# articles datés\u00a0: \\*2021\\* – …"),
        (None, "2022", "-# articles datés\u00a0: … – 2022"),
    ],
)
def test_the_period_of_a_question_stands_under_it(since: str | None, until: str | None, line: str) -> None:
    manner = Manner(echo=True, filters=Filters(since=since, until=until))

    found = read(answer_message(answer(quote()), words_in("fr"), MAKER, manner))
    none = read(answer_message(answer(verdict=Verdict.NONE), words_in("fr"), MAKER, manner))

    assert found.content.split("\n")[1] == line
    assert none.content.split("\n")[1:] == [line, words_in("fr")("discord-none-in-period")]


def test_a_hostile_title_stays_a_title() -> None:
    title = "a](http://evil.example) [b @everyone\u202e **c**\n# d"
    [description] = descriptions(shown(answer(quote(of=card(title=title)))))

    source = description.split("\n")[-2]
    assert source == ("**1.** [a)(http\\://evil.example) (b \\@everyone \\*\\*c\\*\\* \\# d](https://example.org/care)")


def test_each_quote_has_its_buttons_right_beneath_it_and_the_answer_its_own_at_the_end() -> None:
    close = quote("Autre chose.", start=900)
    reply = shown(replace(answer(quote(), quote(start=300)), further=(close,)))

    labels = [part.get("label") or part["emoji"]["name"] for part in reply.parts if part["type"] == 2]
    words = words_in("fr")
    of_a_quote = [words("discord-in-context"), words("discord-source")]
    of_the_answer = [words("discord-more"), words("discord-share"), "👍", "👎"]
    assert labels == [*of_a_quote, *of_a_quote, *of_the_answer]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_without_an_answer_the_closest_passages_are_behind_a_button(lang: str) -> None:
    reply = shown(replace(answer(verdict=Verdict.NONE), further=(quote(),)), lang)

    assert reply.quotes == []
    assert words_in(lang)("discord-show-closest") in reply.buttons
    assert words_in(lang)("discord-more") not in reply.buttons


@pytest.mark.parametrize(("verdict", "key"), [(Verdict.NONE, "discord-closest"), (Verdict.FOUND, "discord-further")])
def test_passages_further_down_say_what_they_are(verdict: Verdict, key: str) -> None:
    reply = read(further_message([quote(), quote(start=300)], verdict, words_in("en"), MAKER))

    assert reply.content == words_in("en")(key)
    assert len(reply.quotes) == 2
    assert offences(reply) == []


@pytest.mark.parametrize(("lang", "told"), [("fr", "dit aussi par 2 autres articles"), ("en", "by 2 other articles")])
def test_who_else_says_so_is_counted_and_a_click_away(lang: str, told: str) -> None:
    also = tuple(quote(of=card(name)) for name in ("one", "two"))
    reply = shown(answer(replace(quote(PROSE, (0, len(SENTENCES[0]))), also=also)), lang)

    assert any(told in text for text in reply.texts)
    assert words_in(lang)("discord-who-says-so") in str(reply.payload)
    assert not offences(reply)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_both_sides_of_a_contradiction_are_marked(lang: str) -> None:
    one = replace(quote(of=card("one")), contradicted_by=("two",))
    two = replace(quote(of=card("two")), contradicted_by=("one",))
    reply = shown(answer(one, two), lang)

    marked = [text for text in descriptions(reply) if words_in(lang)("quote-contradicted") in text]
    assert len(marked) == 2
    assert not offences(reply)
