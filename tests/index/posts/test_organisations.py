"""Who leads one kind of organisation does not lead another."""

from __future__ import annotations

import pytest

from index.posts.holders import names_holder, post_asked


@pytest.mark.parametrize(
    ("question", "sentence", "holds"),
    [
        ("who leads the harbour agency", "Not so, said Una Brandt, who leads the group.", False),
        ("who leads the harbour agency", "Not so, said Una Brandt, the agency's head.", True),
        ("qui dirige l'agence du port", "Non, dit Una Brandt, directrice de l'hôpital.", False),
        ("qui dirige l'agence du port", "Non, dit Una Brandt, directrice de l'agence.", True),
        ("qui dirige l'agence du port", "L'agence a d'abord été dirigée par Una Brandt.", False),
        ("qui dirige l'agence du port", "Una Brandt vient d'être nommée au conseil de l'agence.", False),
        ("c qui le patron de l'agence du port", "Le patron de l'agence, Carl Voss, se tait.", True),
        ("who runs Tarn Energy", "Jo Pike, the energy minister, agreed.", False),
        ("who runs the ministry of energy", "Jo Pike, the energy minister, agreed.", True),
    ],
)
def test_who_holds_a_post_is_of_what_is_asked(question: str, sentence: str, holds: bool) -> None:
    asked = post_asked(question)
    assert asked is not None
    assert names_holder(asked, sentence) is holds
