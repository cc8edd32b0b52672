"""Questions that ask for the newest of several statements."""

from __future__ import annotations

import pytest

from index.question.newest import asks_for_newest


@pytest.mark.parametrize(
    "question",
    [
        "Who runs the tannery now?",
        "how many members has the choir got left",
        "Combien de magasins reste-t-il ?",
        "il en reste combien",
        "elle coute combien mtn ?",
        "current price of a seat atm",
        "Où en est-on à ce jour ?",
        "Qu'est devenue la coopérative ?",
        "que va devenir le vieux chai",
        "What has become of the ferry?",
        "what became of the plan in the end",
        "Combien le pont a-t-il finalement coûté ?",
        "bilan définitif de la tempête",
    ],
)
def test_asks_for_the_newest(question: str) -> None:
    assert asks_for_newest(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who left the company?",
        "Who has left the board in 2019?",
        "Où reste-t-on dormir ?",
        "Qui a gagné la finale ?",
        "When did she become mayor?",
        "Comment devient-on juge ?",
        "Combien de jours le port est-il resté bloqué ?",
    ],
)
def test_does_not_ask_for_the_newest(question: str) -> None:
    assert not asks_for_newest(question)
