"""Questions that ask for an opinion."""

from __future__ import annotations

import pytest

from index.judging.objections.opinions import asks_an_opinion, gives_an_opinion


@pytest.mark.parametrize(
    "question",
    [
        "Should the mill be allowed to close the road?",
        "Fallait-il fermer la gare de Brume ?",
        "Vaut-il mieux acheter un vélo Orle ou un vélo Brume ?",
        "Is the Orle a better river than the Brume?",
        "« La Crue » est-elle la meilleure pièce d'Ada Vance ?",
        "La grève en valait-elle la peine ?",
        "would you buy an Orle bicycle",
        "tu penses quoi de la foire",
        "is it a good festival?",
        "Is removing the dam the right decision?",
        "Was the judge too harsh on Vance?",
    ],
)
def test_an_opinion_is_known_as_one(question: str) -> None:
    assert asks_an_opinion(question)


@pytest.mark.parametrize(
    "question",
    [
        "What did her note recommend?",
        "Which film won the prize for the best photography?",
        "faut-il une démarche pour ouvrir un compte",
        "When should the bridge have opened?",
        "Was the crowd of 2019 larger than that of 2020?",
        "Is the bridge open again?",
    ],
)
def test_what_is_a_fact_is_no_opinion(question: str) -> None:
    assert not asks_an_opinion(question)


def test_a_sentence_may_give_one() -> None:
    assert gives_an_opinion("Mieux vaut la fermer, dit le préfet.")
    assert not gives_an_opinion("The gate was closed for good on Monday.")
    assert not gives_an_opinion("It was a deal worth $18 million.")
