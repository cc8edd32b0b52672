"""Of several quotes, those are shown first that may well answer; none is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.answer import FAR, Answer, Quote, Verdict
from index.article import ArticleCard

CARD = ArticleCard("a", "A", None, None, None, "a.md", "en")
scores = st.lists(st.floats(-50, 50), max_size=6).map(lambda found: sorted(found, reverse=True))


def answer(quotes: list[float], further: list[float] = []) -> Answer:  # noqa: B006 - never changed
    told = [Quote(f"{place}", place, place + 1, (), score, None, CARD) for place, score in enumerate(quotes + further)]
    shown = len(quotes)
    return Answer("?", "en", Verdict.FOUND, 0.9, 1, 0.0, tuple(told[:shown]), tuple(told[shown:]))


@given(quotes=scores, further=scores, most=st.integers(1, 6))
def test_the_first_stays_nothing_is_lost_and_the_order_holds(
    quotes: list[float], further: list[float], most: int
) -> None:
    whole = answer(quotes, further)
    shown = whole.likeliest(most)
    assert (*shown.quotes, *shown.further) == (*whole.quotes, *whole.further)
    assert shown.quotes[:1] == whole.quotes[:1]
    assert len(shown.quotes) <= most


def test_what_is_far_behind_comes_later() -> None:
    assert [quote.score for quote in answer([20.0, 20 - FAR, 19 - FAR]).likeliest(3).quotes] == [20.0, 20 - FAR]
    assert [quote.score for quote in answer([20.0, 19.5, 19.0]).likeliest(2).further] == [19.0]
