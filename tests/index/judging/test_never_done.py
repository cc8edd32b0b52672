"""What was meant and did not come about answers nobody who asks when, or why, it was done."""

from __future__ import annotations

import pytest

from index.judging.objections.never_done import is_dropped_there, is_of_another_court, is_offered
from index.judging.objections.other_deed.deeds import deeds_in

DROPPED = "L'institut avait envisagé un second site à Brest pour l'hiver ; le projet a été abandonné en mai."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("quand est-ce que le second site a ouvert", DROPPED),
        ("when was the second site opened", "A second site was planned for the winter, then dropped in May."),
    ],
)
def test_a_plan_that_was_dropped_tells_no_date(question: str, sentence: str) -> None:
    assert is_dropped_there(question, sentence)


@pytest.mark.parametrize(
    "question",
    [
        "quand le projet de second site a-t-il été abandonné",
        "pourquoi le second site n'a pas ouvert",
        "did the second site open?",
    ],
)
def test_who_asks_of_the_plan_is_told_of_it(question: str) -> None:
    assert not is_dropped_there(question, DROPPED)


def test_a_deed_only_offered_was_not_done() -> None:
    asked = deeds_in("why did the curator resign", "en")
    assert is_offered(asked, "She has offered to resign.", "en")
    assert is_offered(asked, "Elle menace de démissionner.", "fr")
    assert not is_offered(asked, "She resigned in June.", "en")
    assert not is_offered(asked, "She offered to sing.", "en")


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        (
            "did the court of appeal side with the mill",
            "A court in Ghent threw the case out; the judge was brief.",
            True,
        ),
        ("qu'a décidé la cour d'appel", "Le tribunal a donné raison au moulin le 3 mai.", True),
        ("qu'a décidé la cour d'appel", "En appel, le moulin a eu gain de cause devant les juges.", False),
        ("what did the court decide", "A court in Ghent threw the case out.", False),
    ],
)
def test_a_first_judgment_is_not_that_of_the_court_of_appeal(question: str, sentence: str, another: bool) -> None:
    assert is_of_another_court(question, sentence) is another
