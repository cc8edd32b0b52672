"""A number by which a thing is called counts nothing."""

from __future__ import annotations

import pytest

from index.figures.designations import is_designation
from index.figures.figures import figures_in
from index.figures.rates import is_rate


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("La loi n° 2016-884 encadre la pêche.", "884"),
        ("Regulation (EU) 2017/745 applies.", "745"),
        ("La ligne 27 s'arrête au port.", "27"),
        ("Article 9 forbids it.", "9"),
    ],
)
def test_a_number_in_a_name_counts_nothing(text: str, number: str) -> None:
    start = text.index(number)
    assert is_designation(text, (start, start + len(number)))
    assert not [one for one in figures_in(text, "en") if one.span == (start, start + len(number))]


@pytest.mark.parametrize(
    "text", ["The law cost 40 jobs.", "La ligne compte 27 arrêts.", "In all, 9 articles were cut."]
)
def test_a_number_of_things_counts(text: str) -> None:
    assert figures_in(text, "en")


def test_a_figure_for_each_day_is_a_rate() -> None:
    assert is_rate("Some 90 readers come each day.")
    assert is_rate("Le phare reçoit 90 visiteurs par jour.")
    assert not is_rate("Some 90 readers came on Monday.")
