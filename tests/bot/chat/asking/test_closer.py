"""What stands around a quote is shown in whole sentences, whatever their length and wherever the room ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import words_in
from bot.chat.asking.closer import context_message, surroundings
from bot.chat.replies.buttons import ButtonMaker
from bot.chat.replies.signing import SigningKey
from index.answer import Quote
from index.article import Article, ArticleCard
from index.passages.passage import Span
from index.passages.sentences import sentences
from index.reference import QuoteReference, locate
from tests.bot.chat.standin.reading import Reply, Shown

words = st.sampled_from(["a", "la", "vega", "clinique", "constitutionnellement", "2021", "Orion"])
told = st.lists(st.lists(words, min_size=1, max_size=40), min_size=1, max_size=40)


@given(told=told, quoted=st.integers(0, 39), gap=st.sampled_from([" ", "\n\n"]), room=st.integers(200, 4000))
def test_no_sentence_around_a_quote_is_cut(told: list[list[str]], quoted: int, gap: str, room: int) -> None:
    body = gap.join(" ".join(sentence).capitalize() + "." for sentence in told)
    spans = list(sentences(body, 0, len(body)))
    span = spans[quoted % len(spans)]
    start, end = surroundings(body, span, room)
    assert start <= span[0] < span[1] <= end
    assert start in {first for first, _ in spans}
    assert end in {last for _, last in spans}


def test_a_word_where_the_room_ends_is_not_taken_for_a_sentence() -> None:
    quote = "Vega ferme."
    body = f"{quote} {'Orion dort. ' * 48}Lyra se tait aussi. La {'très ' * 200}longue phrase."
    start, end = surroundings(body, (0, len(quote)), 3000)
    assert body[start:end].endswith("Lyra se tait aussi.")


BODY = "Avant tout. CVS Health change de tête. David Joyner la dirige. Le reste suit. Après tout."
CARD = ArticleCard("cvs", "CVS", None, None, None, "cvs.md", "fr")


def in_context(*highlights: Span, answer: Span | None = None) -> Shown:
    """The quote between the first and the last sentence, looked at closer by the button beneath it."""
    low, high = BODY.index("CVS"), BODY.index(" Après")
    quote = Quote(BODY[low:high], low, high, highlights, 1.0, None, CARD, answer)
    reference = QuoteReference.to(quote)
    assert reference is not None
    located = locate(QuoteReference.unpacked(reference.packed_with_answer()), Article(CARD, BODY))
    assert located is not None
    message = context_message(located, words_in("fr"), ButtonMaker(SigningKey(bytes(32))))
    assert message.layout is not None
    [shown] = Reply({"components": message.layout.to_components(), "flags": 1 << 15}).quotes
    assert shown.text == BODY
    return shown


def span(text: str) -> Span:
    return BODY.index(text), BODY.index(text) + len(text)


def test_in_context_both_sentences_of_an_answer_are_bold_and_its_words_underlined() -> None:
    shown = in_context(span("CVS Health change de tête."), span("David Joyner la dirige."), answer=span("David Joyner"))

    assert shown.bold_text == ("CVS Health change de tête. David Joyner la dirige.",)
    assert shown.underlined_text == ("David Joyner",)


def test_in_context_a_quote_in_which_nothing_is_marked_is_bold() -> None:
    shown = in_context()

    assert shown.bold_text == ("CVS Health change de tête. David Joyner la dirige. Le reste suit.",)
    assert shown.underlined_text == ()


def test_in_context_of_sentences_apart_the_one_with_the_answer_is_marked() -> None:
    shown = in_context(span("CVS Health change de tête."), span("Le reste suit."), answer=span("Le reste"))

    assert shown.bold_text == ("Le reste suit.",)
    assert shown.underlined_text == ("Le reste",)
