"""An answer as a Discord message: verbatim, sourced, within every limit, honest when nothing answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue import words_in
from bot.chat.asking.answer_message import Manner, answer_message, further_message
from bot.chat.messages.excerpt import CUT
from bot.chat.messages.limits import measure
from bot.chat.messages.message import ROOM, Message
from bot.chat.replies.buttons import ButtonMaker
from bot.chat.replies.signing import SigningKey
from index.answer import Answer, Quote, Verdict
from index.article import ArticleCard, CitedSource
from index.passages.sentences import sentences
from index.question.filters import Filters
from tests.bot.chat.messages.test_markdown import texts
from tests.bot.chat.standin.reading import Reply, quoted
from tests.bot.chat.standin.rules import violations

SENTENCES = (
    "Amazon fermera Amazon Care le 31 décembre 2022.",
    "Neil Lindsay l’a écrit au personnel.",
    "« Ce n’était pas la bonne solution », dit-il\u00a0!",
)
PROSE = " ".join(SENTENCES)


def card(identifier: str = "care", **more: str | None) -> ArticleCard:
    usual: dict[str, str | None] = {
        "id": identifier,
        "title": "La fin d’Amazon Care",
        "date": "2022-08",
        "publisher": "Le Journal",
        "url": "https://example.org/care",
        "path": f"{identifier}.md",
        "lang": "fr",
    }
    return ArticleCard(**usual | more)  # type: ignore[arg-type]


def quote(
    text: str = PROSE,
    *highlights: tuple[int, int],
    of: ArticleCard | None = None,
    start: int = 100,
    section: str | None = None,
    answer: tuple[int, int] | None = None,
) -> Quote:
    spans = tuple((start + low, start + high) for low, high in highlights)
    words = (start + answer[0], start + answer[1]) if answer else None
    return Quote(text, start, start + len(text), spans, 0.9, section, of or card(), words)


def answer(*quotes: Quote, verdict: Verdict = Verdict.FOUND, question: str = "Quand ferme Amazon Care ?") -> Answer:
    return Answer(question, "fr", verdict, 0.9, 1, 0.1, quotes)


MAKER = ButtonMaker(SigningKey(bytes(32)))
SHOWN_WITH = Manner(shareable=True, feedback=True)


def shown(result: Answer, lang: str = "fr", *, echo: bool = False) -> Reply:
    return read(answer_message(result, words_in(lang), MAKER, replace(SHOWN_WITH, echo=echo)))


def read(message: Message) -> Reply:
    """The message as Discord would be sent it."""
    assert message.layout is not None
    return Reply({"components": message.layout.to_components(), "flags": 1 << 15})


def descriptions(reply: Reply) -> list[str]:
    """The text of each quote with its source; the footer stands by itself."""
    too_long = tuple(words_in(lang)("discord-quote-too-long") for lang in ("fr", "en"))
    return [text for text in reply.texts if "\n> " in text or text.startswith(("> ", *too_long))]


def offences(reply: Reply) -> list[str]:
    return violations("POST", "/channels/1/messages", reply.payload)


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


long_texts = st.builds(lambda text, times: text * times, texts, st.integers(1, 200))
names = st.one_of(st.none(), texts, st.text(max_size=5).map(lambda text: text * 400))
cards = st.builds(
    ArticleCard,
    id=st.sampled_from(["a", "b", "c"]),
    title=names.map(lambda name: name or ""),
    date=st.one_of(st.none(), st.sampled_from(["2022-08", "2022-12-31", "2019/2021", "20XX"])),
    publisher=names,
    url=st.one_of(st.none(), names.map(lambda path: f"https://example.org/{path}")),
    path=st.just("notes/a.md"),
    lang=st.sampled_from(["fr", "en", "de", "zz"]),
)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    text = draw(long_texts.filter(lambda text: bool(text.strip())))
    spans = draw(st.lists(st.sampled_from(sentences(text, 0, len(text))), max_size=3))
    answer = None
    if spans:
        low, high = draw(st.sampled_from(spans))
        begin = draw(st.integers(low, high - 1))
        answer = draw(st.sampled_from([None, (begin, draw(st.integers(begin + 1, high)))]))
    return quote(text, *spans, of=draw(cards), section=draw(names), answer=answer)


answers = st.builds(
    Answer,
    question=st.one_of(texts, long_texts),
    lang=st.sampled_from(["fr", "en"]),
    verdict=st.sampled_from(Verdict),
    confidence=st.just(0.5),
    generation=st.just(1),
    seconds=st.just(0.1),
    quotes=st.lists(quotes(), max_size=4, unique_by=lambda quote: (quote.article.id, quote.text)).map(tuple),
    further=st.lists(quotes(), max_size=4).map(tuple),
)


@settings(deadline=None)
@given(answers, st.sampled_from(["fr", "en"]), st.booleans())
def test_no_message_exceeds_a_limit_and_every_quote_is_a_slice(result: Answer, lang: str, echo: bool) -> None:
    message = shown(result, lang, echo=echo)

    assert offences(message) == []
    assert sum(map(measure, message.texts)) <= ROOM  # a line may be added when it is shared
    too_long = words_in(lang)("discord-quote-too-long")
    for description, given_ in zip(descriptions(message), result.quotes, strict=False):
        if not description.startswith(too_long):
            block = quoted(description)
            assert block.text in given_.text
            if CUT not in description.split("\n"):
                assert block.text == given_.text


@pytest.mark.parametrize(("lang", "told"), [("fr", "8 éléments"), ("en", "8 items")])
def test_a_list_of_eight_quotes_is_whole_says_how_many_and_stays_within_every_limit(lang: str, told: str) -> None:
    quotes = [quote(PROSE, (0, len(SENTENCES[0])), of=card(f"article-{at}"), start=100 + at) for at in range(8)]
    reply = shown(replace(answer(*quotes), items=8), lang)

    assert len(descriptions(reply)) == 8
    assert any(told in text for text in reply.texts)
    assert not offences(reply)


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
