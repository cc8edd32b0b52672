"""Whatever the answer, its message stays within every limit of Discord, and quotes word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue import words_in
from bot.chat.messages.excerpt import CUT
from bot.chat.messages.limits import measure
from bot.chat.messages.message import ROOM
from index.answer import Answer, Quote, Verdict
from index.article import ArticleCard
from index.passages.sentences import sentences
from tests.bot.chat.asking.answers_shown import (
    PROSE,
    SENTENCES,
    answer,
    card,
    descriptions,
    offences,
    quote,
    shown,
)
from tests.bot.chat.messages.test_markdown import texts
from tests.bot.chat.standin.reading import quoted

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
@pytest.mark.slow
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
