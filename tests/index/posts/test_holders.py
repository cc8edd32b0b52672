"""Who holds a post: what asks for it, and which sentences name somebody as its holder."""

from __future__ import annotations

import pytest

from index.posts.holders import (
    Post,
    PostAsked,
    asks_for_predecessor,
    mentions_post,
    names_holder,
    post_asked,
    successor_in,
    tells_of_predecessor,
)


@pytest.mark.parametrize(
    ("question", "post", "now"),
    [
        ("who is the mayor?", Post.MAYOR, True),
        ("Qui est la maire de Corvel ?", Post.MAYOR, True),
        ("Who chairs the Lowmoor league?", Post.CHAIR, True),
        ("salut, c'est qui le patron de Vastrel ?", Post.HEAD, True),
        ("et le maire de Corvel c'est qui", Post.MAYOR, True),
        ("Qui entraîne l'équipe maintenant ?", Post.COACH, True),
        ("who is Lowmoor's head coach", Post.COACH, True),
        ("Comment s'appelle le capitaine du Corvane ?", Post.CAPTAIN, True),
        ("vastrel ceo name", Post.HEAD, True),
        ("who is acting director of the gallery", Post.HEAD, True),
        ("Who was the director of the gallery in 2010?", Post.HEAD, False),
        ("Qui était le premier président du club ?", Post.CHAIR, False),
    ],
)
def test_who_holds_a_post_is_asked(question: str, post: Post, now: bool) -> None:
    asked = post_asked(question)
    assert asked is not None
    assert (asked.post, asked.now) == (post, now)


@pytest.mark.parametrize(
    "question",
    [
        "Who is suing the mayor?",
        "Who did the coach replace?",
        "Qui a remplacé la directrice ?",
        "When was the mayor elected?",
        "Qui est Ada Lund ?",
        "What did the director say?",
    ],
)
def test_what_asks_something_else_of_the_holder_asks_for_no_post(question: str) -> None:
    assert post_asked(question) is None


MAYOR, CHAIR, HEAD, COACH = (PostAsked(post, now=True) for post in (Post.MAYOR, Post.CHAIR, Post.HEAD, Post.COACH))


@pytest.mark.parametrize(
    ("asked", "sentence", "named"),
    [
        (MAYOR, "“It took years,” said the mayor, Ada Lund.", True),
        (MAYOR, "In January Mayor Lund announced a new pool.", True),
        (MAYOR, "Réuni sous la présidence de la maire, Ada Lund, le conseil a voté.", True),
        (MAYOR, "The mayor of Corvel told a packed chamber on 2 October that she would leave.", False),
        (MAYOR, "The mayor's deputy, Bram Toll, stepped down.", False),
        (MAYOR, "The pool was opened by the former mayor, Piet Vos.", False),
        (PostAsked(Post.MAYOR, now=False), "The pool was opened by the former mayor, Piet Vos.", True),
        (CHAIR, "Achebe, a surgeon, has led the league since 2017.", True),
        (HEAD, "La ligue est présidée par Rosa Denk.", True),
        (HEAD, "En 2022, la firme prend le nom de Merivel, sous la direction de Rosa Denk.", True),
        (COACH, "— Donna Pryce, head coach", True),
        (COACH, "Il sera remplacé par l'ancien pilier Sven Roux.", True),
        (COACH, "The coach promised a better season.", False),
    ],
)
def test_a_sentence_names_the_holder_or_does_not(asked: PostAsked, sentence: str, named: bool) -> None:
    assert names_holder(asked, sentence) is named


def test_a_name_that_the_question_has_names_no_holder() -> None:
    asked = "The Lowmoor Gallery, says its director, is closed."
    assert names_holder(HEAD, asked)
    assert not names_holder(HEAD, asked, frozenset({"lowmoor", "gallery"}))


def test_who_holds_the_post_elsewhere_is_another() -> None:
    asked = post_asked("qui est le patron de Vastrel ?")
    known = frozenset({"qui", "est", "le", "patron", "de", "vastrel"})
    assert asked is not None
    assert not names_holder(asked, "Piet Vos, le patron de Merivel Group, a ri.", known)
    assert names_holder(asked, "Piet Vos, le patron de Vastrel, a ri.", known)
    anybody = post_asked("qui est le patron ?")
    assert anybody is not None
    assert names_holder(anybody, "Piet Vos, le patron de Merivel Group, a ri.", known)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Le groupe a remplacé sa directrice, Ada Lund, par Piet Vos.", "Piet Vos."),
        ("Ada Lund, the chief executive, was to hand over to Piet Vos in January.", "Piet Vos in January."),
        ("Ada Lund will be succeeded by Piet Vos.", "Piet Vos."),
        (
            "Ada Lund hoped; it is Piet Vos, a smith, who was elected mayor.",
            "it is Piet Vos, a smith, who was elected mayor.",
        ),
        ("Ada Lund siégeait ; c'est Piet Vos qui est nommé.", "c'est Piet Vos qui est nommé."),
        ("Ada Lund replaced Piet Vos.", None),
        ("Ada Lund était remplacée par deux personnes.", None),
    ],
)
def test_who_comes_in_the_place_of_another_is_told_from_them(sentence: str, who: str | None) -> None:
    at = successor_in(sentence)
    assert (sentence[at:] if at is not None else None) == who


def test_a_deputy_is_not_whom_they_stand_in_for() -> None:
    assert mentions_post(MAYOR, "The mayor was late.")
    assert not mentions_post(MAYOR, "The deputy mayor was late.")
    assert not mentions_post(MAYOR, "L'adjoint au maire était en retard.")


def test_who_was_there_before_somebody_is_asked_by_their_name() -> None:
    asked = "Who was mayor of Corvel before Ada Lund?"
    name = (asked.index("Ada"), asked.index("?"))
    assert asks_for_predecessor(asked, [name])
    assert not asks_for_predecessor(asked, [(asked.index("Corvel"), asked.index(" before"))])
    assert not asks_for_predecessor("When was the pool built, before Ada Lund?", [(32, 40)])


def test_who_was_there_before_somebody_just_spoken_of_is_asked_for_without_a_name() -> None:
    assert asks_for_predecessor("qui garde le phare, et avant elle ?", [])
    assert asks_for_predecessor("who keeps the lighthouse, and before him (Lund)?", [(45, 49)])
    assert not asks_for_predecessor("when was the lighthouse built, before them?", [])


def test_a_predecessor_is_somebody_else_who_left() -> None:
    known = frozenset({"mayor", "ada", "lund"})
    assert tells_of_predecessor("She is the successor of Piet Vos, who died in office.", known)
    assert tells_of_predecessor("Piet Vos left the town hall in May.", known)
    assert not tells_of_predecessor("Ada Lund has left for Corvel.", known)
    assert not tells_of_predecessor("Until a successor is found, Piet Vos is in charge.", known)
    assert not tells_of_predecessor("She beat Piet Vos by 94 votes.", known)


def test_who_held_a_post_first_does_not_hold_it_now_and_a_first_minister_does() -> None:
    assert not mentions_post(MAYOR, "The first mayor, Ada Lund, was late.")
    minister = post_asked("who is the minister now?")
    assert minister is not None
    assert mentions_post(minister, "Le premier ministre, Piet Vos, était en retard.")
