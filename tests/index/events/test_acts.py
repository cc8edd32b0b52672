"""What a text says that somebody did, dated or not, in either language alike."""

from __future__ import annotations

from index.events.acts import acts_in
from index.events.languages.action import Action


def test_a_question_and_a_sentence_in_the_other_language_tell_the_same_act() -> None:
    asked = acts_in("Quelles entreprises Vastrel a-t-elle rachetées ?", "fr")
    assert Action.BUY in asked & acts_in("Vastrel acquired Osier.", "en")


def test_to_announce_is_no_act_of_its_own() -> None:
    assert not acts_in("Vastrel announced it on Monday.", "en")


def test_a_language_without_a_grammar_tells_none() -> None:
    assert acts_in("Vastrel hat Osier gekauft.", "de") == frozenset()
