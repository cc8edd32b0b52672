"""Who owned a thing until they let it go, when what is asked about was done, which of several, and what was offered."""

from __future__ import annotations

import pytest

from index.judging.objections.numbered import are_told, one_of_several
from index.judging.objections.other_deed.let_go import tells_only_who_let_go
from index.judging.objections.other_deed.yet_to_come import when_done
from index.judging.objections.sums import is_only_offered


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who owns the mill?", "Two years after a couple who had owned it for ages let it go, the mill grinds again."),
        ("À qui appartient la tour ?", "Une famille qui l'avait possédée, et s'en est séparée, y venait l'été."),
    ],
)
def test_who_let_a_thing_go_does_not_own_it(question: str, sentence: str) -> None:
    assert tells_only_who_let_go(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "Who owns the mill?",
            "Marden Group, which bought it from a family that had owned it for ages, is Dutch.",
        ),
        ("Who owned the mill in 1900?", "A couple who had owned it for ages let it go."),
        ("Qui possède la tour ?", "La tour appartient à la commune."),
    ],
)
def test_who_owns_it_or_owned_it_when_that_is_asked_stays(question: str, sentence: str) -> None:
    assert not tells_only_who_let_go(question, sentence)


def test_when_it_was_decided_is_not_from_when_on_it_will_be() -> None:
    sentence = "Le syndicat a tranché mardi soir : à partir du 1er mars, le bac sera tenu par deux matelots."
    start = sentence.index("1er mars")
    found = when_done("Quand le syndicat a tranché pour le bac ?", sentence, (start, start + 8))
    assert found is not None
    assert sentence[slice(*found)] == "mardi soir"
    assert when_done("Quand le bac sera-t-il tenu par deux matelots ?", sentence, (start, start + 8)) is None


def test_which_of_several_is_asked_about_is_told_in_either_language() -> None:
    third = one_of_several("was the third barge delivered?", "en", "fr")
    assert are_told(third, "Le troisième chaland est parti en mai.", "fr")
    assert not are_told(third, "C'est la plus grosse commande du chantier.", "fr")
    assert not one_of_several("who won the Second World War medal?", "en", "en")
    assert not one_of_several("was the first barge delivered?", "en", "en")


@pytest.mark.parametrize(
    ("question", "sentence", "offered"),
    [
        ("How much did Marden pay for the yard?", "Marden yesterday offered 30 million euros for the yard.", True),
        ("Combien Marden a payé le chantier ?", "Marden a retiré son offre de 30 millions, pourtant acceptée.", True),
        ("How much did Marden pay for the yard?", "Marden bought the yard for 30 million euros.", False),
        ("How much did Marden offer for the yard?", "Marden yesterday offered 30 million euros for the yard.", False),
    ],
)
def test_an_offer_is_no_price(question: str, sentence: str, offered: bool) -> None:
    assert is_only_offered(question, sentence) is offered
