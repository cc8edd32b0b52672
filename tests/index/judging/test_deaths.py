"""What somebody died of, and sentences that only tell that they died."""

from __future__ import annotations

import pytest

from index.judging.objections.other_deed.deaths import asks_cause_of_death, tells_cause_of_death


@pytest.mark.parametrize(
    "asked", ["what did Ada Lund die of?", "de quoi est mort le gardien", "comment est-elle morte ?"]
)
def test_a_cause_of_death_is_asked_for(asked: str) -> None:
    assert asks_cause_of_death(asked)


@pytest.mark.parametrize("asked", ["when did Ada Lund die?", "où est mort le gardien ?", "who died in the fire?"])
def test_when_or_where_somebody_died_is_no_cause(asked: str) -> None:
    assert not asks_cause_of_death(asked)


@pytest.mark.parametrize(
    "told",
    [
        "He died in hospital of pneumonia.",
        "Elle est morte d'une pneumonie.",
        "Il est mort des suites d'une chute.",
        "The warden drowned off the point.",
    ],
)
def test_a_cause_is_told(told: str) -> None:
    assert tells_cause_of_death(told)


@pytest.mark.parametrize(
    "told", ["Il est mort en mai 2021, à 70 ans.", "She died on 3 May, aged 90.", "His niece wept."]
)
def test_that_somebody_died_is_no_cause(told: str) -> None:
    assert not tells_cause_of_death(told)
