"""What a text says that somebody did, dated or not, in either language alike."""

from __future__ import annotations

from index.events.acts import acts_in
from index.events.languages.action import Action
from tests.index.events.telling import told


def test_a_question_and_a_sentence_in_the_other_language_tell_the_same_act() -> None:
    asked = acts_in("Quelles entreprises Vastrel a-t-elle rachetées ?", "fr")
    assert Action.BUY in asked & acts_in("Vastrel acquired Osier.", "en")


def test_to_announce_is_no_act_of_its_own() -> None:
    assert not acts_in("Vastrel announced it on Monday.", "en")


def test_a_language_without_a_grammar_tells_none() -> None:
    assert acts_in("Vastrel hat Osier gekauft.", "de") == frozenset()


def test_a_birth_is_no_launch_but_a_firm_may_be_born() -> None:
    def actions(text: str, lang: str) -> tuple[str, ...]:
        return told(text, lang)[0].actions

    assert actions("Née en 1976 à Brest d'un père éclusier, Inès Morel chante.", "fr") == ()
    assert actions("Inès Morel was born in 1976 to a mining family.", "en") == ()
    assert actions("Vega est née en 2014 à Brest.", "fr") == (Action.LAUNCH.value,)
    assert actions("Vega was born in 2014 in a garage.", "en") == (Action.LAUNCH.value,)


def test_what_goes_on_sale_is_launched_not_sold() -> None:
    acts = acts_in("The watch went on general sale in May.", "en")
    assert Action.LAUNCH in acts
    assert Action.SELL not in acts
