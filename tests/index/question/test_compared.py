"""Which questions compare two things in time, and what is asked of each."""

from __future__ import annotations

import pytest

from index.question.forms.compared import comparison


@pytest.mark.parametrize(
    ("question", "lang", "names"),
    [
        ("Lequel a fermé en premier, Amazon Care ou Haven ?", "fr", ("Amazon Care", "Haven")),
        ("which is older, Fitbit or Verily?", "en", ("Fitbit", "Verily")),
        ("Did Haven close before Amazon Care?", "en", ("Haven", "Amazon Care")),
        ("Verily est-elle plus ancienne que Calico ?", "fr", ("Verily", "Calico")),
        ("Was Haven launched before or after Amazon Care?", "en", ("Haven", "Amazon Care")),
        ("Entre Haven et Amazon Care, lequel a été fermé d'abord ?", "fr", ("Haven", "Amazon Care")),
    ],
)
def test_two_that_are_compared_are_named_as_they_are_typed(question: str, lang: str, names: tuple[str, str]) -> None:
    found = comparison(question, lang)
    assert found is not None
    assert found.names == names
    assert all(name in asked for name, asked in zip(found.names, found.questions, strict=True))


@pytest.mark.parametrize(
    "question",
    [
        "Where did Grace Adeyemi work before she became commissioner?",
        "Combien de castors ont été abattus après l'autorisation de chasse de 2024 ?",
        "which cost cvs more, signify or oak street?",
        "Qui a fondé Haven ?",
    ],
)
def test_what_compares_no_two_things_in_time_is_left_alone(question: str) -> None:
    assert comparison(question, "fr") is None


def test_who_is_older_is_asked_by_when_each_began() -> None:
    found = comparison("which is older, Fitbit or Verily?", "en")
    assert found is not None
    assert found.questions[0] == "When was Fitbit founded?"


def test_what_came_first_is_asked_in_the_same_way() -> None:
    found = comparison("Which came first, HIPAA or the GDPR?", "en")
    assert found is not None
    assert found.questions == ("When was HIPAA founded?", "When was the GDPR founded?")


def test_what_somebody_did_is_asked_in_the_order_of_a_question() -> None:
    found = comparison("Which did Amazon launch first, Halo or Amazon Clinic?", "en")
    assert found is not None
    assert found.questions[0] == "When did Amazon launch Halo?"


def test_what_happened_is_asked_when_it_was_and_whose_it_is() -> None:
    found = comparison("Which came first, the launch of Halo or its closure by Amazon?", "en")
    assert found is not None
    assert found.questions == ("When was the launch of Halo?", "When was its closure by Amazon (Halo)?")


def test_the_same_of_another_is_asked_by_its_noun() -> None:
    found = comparison("Lequel est venu en premier, le rachat de One Medical ou celui de PillPack ?", "fr")
    assert found is not None
    assert found.questions[1] == "Quand le rachat de PillPack a-t-il eu lieu ?"
