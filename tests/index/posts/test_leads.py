"""Who leads, in either language."""

from __future__ import annotations

import pytest

from index.posts.leads import asks_for_posts, tells_a_post


@pytest.mark.parametrize("question", ["Qui a présidé le club ?", "Which general secretaries has the union had?"])
def test_a_question_for_those_who_lead_is_known(question: str) -> None:
    assert asks_for_posts(question)


def test_a_question_for_what_was_bought_asks_for_nobody_who_leads() -> None:
    assert not asks_for_posts("Quelles entreprises Amazon a-t-elle rachetées ?")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Thomas Lestrade a succédé au directeur en 2021.", True),
        ("Ailsa Petrie, who gave up teaching, is its chief executive.", True),
        ("The bridge cost 41 million euros.", False),
    ],
)
def test_a_sentence_says_that_somebody_leads_or_does_not(sentence: str, told: bool) -> None:
    assert tells_a_post(sentence) is told
