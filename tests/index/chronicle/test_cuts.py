"""Words cut to a length: whole numbers with their units, whole names."""

from __future__ import annotations

import pytest

from index.chronicle.labelling.cuts import shortened


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Vega a vendu son école de Lyon pour environ 4,2 milliards d’euros", "4,2 milliards d’euros"),
        ("Vega a reçu de la ville et de la région 12 000 mètres carrés", "12 000 mètres"),
        ("Vega opened its first school in the north on 14 January", "14 January"),
        ("Vega sold its first school in the north for $13.7 billion", "$13.7 billion"),
        ("Le prix revient cette année au critique du Harbour Review", "Harbour Review"),
        ("The prize goes this year to the old Norwegian Anna Mary Roussel", "Anna Mary Roussel"),
    ],
)
def test_no_cut_leaves_a_number_without_its_unit_or_a_name_in_half(text: str, whole: str) -> None:
    first = whole.split()[0]
    for most in range(30, len(text) + 8):
        said = shortened(f"{text} hier.", most)
        assert whole in said or first not in said, said


@pytest.mark.parametrize("text", ["En 2019 la firme Vega ouvre", "Vega sold three boats for $12 to"])
def test_a_year_and_a_price_need_no_unit(text: str) -> None:
    said = shortened(f"{text} quelqu’un d’autre", len(text) + 2)
    assert "2019" in said or "$12" in said


def test_a_parenthesis_that_holds_half_a_number_goes() -> None:
    assert shortened("Vega a repris l’atelier Lyra (13,7 millions en tout)", 40) == "Vega a repris l’atelier Lyra…"
