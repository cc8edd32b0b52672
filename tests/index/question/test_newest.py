"""Questions that ask for the newest of several statements."""

from __future__ import annotations

import pytest

from index.question.forms.newest import asks_for_newest, asks_for_the_new, asks_of_the_end, says_now


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


@pytest.mark.parametrize(
    "question", ["combien coûte le nouveau bac ?", "who is the new warden", "l'ancien et la nouvelle halle"]
)
def test_what_took_the_place_of_an_older_one_is_asked_for(question: str) -> None:
    assert asks_for_the_new(question)


@pytest.mark.parametrize("question", ["quoi de nouveau à la halle", "the New York office", "what is new in the mill"])
def test_news_and_places_are_no_new_thing(question: str) -> None:
    assert not asks_for_the_new(question)


@pytest.mark.parametrize(
    "question", ["ils étaient combien à la fin dans la chorale", "how many singers were left at the end?"]
)
def test_how_many_there_were_last_is_asked_for(question: str) -> None:
    assert asks_of_the_end(question)


@pytest.mark.parametrize("question", ["combien de bus à la fin de la semaine", "how many seats at the end of the pier"])
def test_the_end_of_something_else_is_not_the_last_count(question: str) -> None:
    assert not asks_of_the_end(question)


@pytest.mark.parametrize(
    "question", ["combien de disques vendus en tout", "how much did the roof end up costing", "how many sold in total"]
)
def test_who_asks_for_the_whole_of_it_asks_for_the_newest(question: str) -> None:
    assert asks_for_newest(question)
    assert not says_now(question)


def test_who_says_in_any_case_asks_for_no_whole() -> None:
    assert not asks_for_newest("qui a gagné, en tout cas ?")
