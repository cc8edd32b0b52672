"""The reliability diagram: a picture in either language, that changes with what it shows."""

import io

import pytest
from PIL import Image

from bot.catalogue import words_in
from bot.picture.reliability import SIDE, reliability_png
from index.measuring.reliability import reliability


def drawn(right: list[bool], lang: str = "fr") -> Image.Image:
    bins = reliability([place / len(right) for place in range(len(right))], right)
    picture = Image.open(io.BytesIO(reliability_png(bins, words_in(lang))))
    picture.load()
    return picture


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("right", [[True] * 20, [False] * 20, [True, False, True] * 100])
def test_it_is_drawn_whatever_the_shares(right: list[bool], lang: str) -> None:
    assert drawn(right, lang).size == (SIDE, SIDE)


def test_it_shows_the_shares() -> None:
    assert drawn([False] * 20 + [True] * 20).tobytes() != drawn([True] * 20 + [False] * 20).tobytes()
    assert drawn([True] * 40).tobytes() == drawn([True] * 40).tobytes()
