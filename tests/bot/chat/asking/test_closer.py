"""What stands around a quote is shown in whole sentences, whatever their length and wherever the room ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.asking.closer import surroundings
from index.passages.sentences import sentences

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
