"""Money that came in is not what a thing cost."""

from __future__ import annotations

import pytest

from index.judging.objections.sums import is_of_another_sum


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how much did the new bell cost?", "The appeal had raised £5,200 by Sunday evening."),
        ("combien a coûté la cloche", "La cagnotte a réuni 3 400 euros."),
        ("what was the price of the bell", "The trust has £38,000 in the bank."),
    ],
)
def test_what_was_collected_is_not_what_it_cost(question: str, sentence: str) -> None:
    assert is_of_another_sum(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how much did the appeal raise?", "The appeal had raised £5,200."),
        ("how much did the new bell cost?", "The bell cost £9,000, half of it raised by the school."),
        ("combien a coûté la cloche", "La facture atteint 12 000 euros."),
    ],
)
def test_what_was_spent_or_is_asked_for_is_of_the_sum(question: str, sentence: str) -> None:
    assert not is_of_another_sum(question, sentence)
