"""Who came after somebody, and not whom that one came after."""

from __future__ import annotations

import pytest

from index.posts.succession import may_tell_successor, succeeded_asked, tells_successor, tells_successor_of_one


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("qui a succédé à Ada Lund ?", "lund"),
        ("who replaced ada lund as coach", "lund"),
        ("qui va remplacer Ada Lund ?", "lund"),
        ("who is Ada Lund's successor?", "lund"),
        ("qui est le successeur de Lund ?", "lund"),
        ("par qui Ada Lund a-t-elle été remplacée ?", "lund"),
        ("who took over from Lund at the head of the club?", "lund"),
        ("who did Ada Lund replace?", None),
        ("à qui a succédé Ada Lund ?", None),
        ("who is Ada Lund?", None),
    ],
)
def test_whose_successor_is_asked_for(question: str, name: str | None) -> None:
    assert succeeded_asked(question) == name


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Il remplace Ada Lund, partie en mars.", True),
        ("Ada Lund a été remplacée par Jo Pike.", True),
        ("She took over from Ada Lund in May.", True),
        ("Lund's successor is Jo Pike.", True),
        ("Ada Lund remplace Jo Pike.", False),
        ("Ada Lund took over from Jo Pike.", False),
    ],
)
def test_a_sentence_tells_who_came_after_somebody(sentence: str, tells: bool) -> None:
    assert tells_successor(sentence, "lund") is tells


def test_a_pronoun_stands_for_whom_was_named_before_it() -> None:
    told = ("Maud Kessler s'en va.", "Celui qui lui succédera vient de Dijon.", "Ivo Brandt a 39 ans.")
    assert may_tell_successor(told, 1, "Un départ", "kessler")
    assert not may_tell_successor(told, 1, "Un départ", "brandt")


@pytest.mark.parametrize(
    ("sentences", "tells"),
    [
        (("Sa fondatrice a quitté la maison en mai.", "Jo Pike, un géomètre, lui a succédé."), True),
        (("The founder left in May.", "Jo Pike, a surveyor, succeeded her."), True),
        (("Sa fondatrice aime la mer.", "Jo Pike, un géomètre, lui a succédé."), False),
        (("The founder left in May.", "Jo Pike, a surveyor, liked her."), False),
    ],
)
def test_who_came_after_one_not_named_is_told_behind_who_left(sentences: tuple[str, str], tells: bool) -> None:
    assert tells_successor_of_one(sentences, 1) is tells
