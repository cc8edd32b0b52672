"""Whether a figure counts just what a question asks how many there are of."""

from __future__ import annotations

import pytest

from index.figures.sought import Sought


@pytest.mark.parametrize(
    ("question", "lang", "text", "told_in", "counted"),
    [
        ("how many flight hours does Ada Vance have?", "en", "She has flown 1,900 hours.", "en", True),
        ("combien d'heures de vol a Ada Vance ?", "fr", "She has flown 1,900 hours.", "en", True),
        ("how many trees are there?", "en", "Il y a 520 arbres.", "fr", True),
        ("how many trees are there?", "en", "There were 40 nights of frost.", "en", False),
        ("how tall is the tower?", "en", "The tower has 40 steps.", "en", False),
    ],
)
def test_a_figure_counts_what_is_asked_for(question: str, lang: str, text: str, told_in: str, counted: bool) -> None:
    sought = Sought.by(question, lang)
    assert sought.is_counted_in(sought.told_in(text, told_in)) is counted


def test_of_several_figures_one_may_count_what_is_asked_for() -> None:
    sought = Sought.by("combien de disques vendus en tout", "fr")
    told = sought.told_in("Vendu à 50 000 disques dès 2011, il dépasse maintenant les 90 000.", "fr")
    assert sought.counts_some_of(told)
    assert not sought.counts_some_of(sought.told_in("Trente ouvriers y travaillent.", "fr"))
