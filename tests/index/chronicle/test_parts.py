"""Where the part of a sentence that tells one of its dates ends."""

from __future__ import annotations

import pytest

from index.chronicle.labelling.parts import border


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "In May 2022 Ada Vance, the head of Osier, told staff in a memo that it would shut after 31 December",
            "In May 2022 Ada Vance, the head of Osier, told staff in a memo that it would shut",
        ),
        (
            "Le 3 mai 2021, Ada Vance, la directrice d'Osier, annonce un plan, puis le retire le 9 juin",
            "Le 3 mai 2021, Ada Vance, la directrice d'Osier, annonce un plan",
        ),
        ("The hall burned in 1911, its roof gone, and reopened in 1920", "The hall burned in 1911, its roof gone"),
    ],
)
def test_a_comma_that_closes_who_somebody_is_ends_no_part(text: str, part: str) -> None:
    low = max(text.find(end) + len(end) for end in ("2022", "2021", "1911") if end in text)
    high = max(text.find(last) for last in ("31 December", "9 juin", "1920"))
    assert text[: border(text, low, high, default=len(text))] == part
