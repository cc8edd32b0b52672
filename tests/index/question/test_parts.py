"""What is taken for several questions at once, and what is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question.forms.parts import MOST, parts_of


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Qui a fondé Brumelle et quand ?", ("Qui a fondé Brumelle ?", "quand ?")),
        ("who bought Brumelle, when and for how much?", ("who bought Brumelle?", "when?", "for how much?")),
        ("When and where was it founded?", ("When was it founded?", "where was it founded?")),
        ("Quand et par qui a-t-elle été vendue ?", ("Quand a-t-elle été vendue ?", "par qui a-t-elle été vendue ?")),
        (
            "Combien coûte l'eau et qui a gagné la coupe ?",
            ("Combien coûte l'eau ?", "qui a gagné la coupe ?"),
        ),
    ],
)
def test_each_thing_asked_is_a_part(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Qu'ont racheté Amazon et Google ?",
        "How much do research and development cost?",
        "Que s'est-il passé avant et après ?",
        "Que se passe-t-il quand un patient et son médecin ne sont pas d'accord ?",
        "How did they explain when and why it closed?",
        "Combien coûte le pain ou le lait ?",
        "Où et quand ?",
        "merci et bonne journée",
    ],
)
def test_what_asks_one_thing_stays_whole(question: str) -> None:
    assert parts_of(question) == (question,)


@given(st.text(max_size=200))
def test_any_text_has_one_to_three_parts(text: str) -> None:
    assert 1 <= len(parts_of(text)) <= MOST


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Quel est le prix et la durée de l’abonnement ?",
            ("Quel est le prix de l’abonnement ?", "Quel est la durée de l’abonnement ?"),
        ),
        ("la date et le coût du chantier", ("la date du chantier", "le coût du chantier")),
        (
            "What is the price and length of the tour?",
            ("What is the price of the tour?", "What is length of the tour?"),
        ),
    ],
)
def test_two_things_asked_of_one_by_their_nouns_are_two_parts(question: str, expected: tuple[str, ...]) -> None:
    assert parts_of(question) == expected


@pytest.mark.parametrize("question", ["la recherche et le développement de Calico ?", "Le coût et le budget"])
def test_two_nouns_that_ask_nothing_of_one_are_one_part(question: str) -> None:
    assert parts_of(question) == (question,)
