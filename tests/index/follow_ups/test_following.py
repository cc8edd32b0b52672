"""What a question that follows another takes from it, and what takes nothing."""

from __future__ import annotations

import pytest

from index.entities.book.entity import Entity, EntityBook, Kind
from index.entities.wording import Wording
from index.follow_ups.before import Before
from index.follow_ups.following import followed, names_its_subject
from index.follow_ups.names import Names
from index.question.spelling import Spelling, surface_words

TEXTS = (
    ("Nadia Farel a fondé Brumelle à Lannoy en 2011. La société Brumelle a ouvert un atelier à Tarmont.", "fr"),
    ("Hugo Estran took over from Nadia Farel. The Kerwin law passed in 2019, and Brumelle closed its plant.", "en"),
)
NAMES = Names(
    [Wording(EntityBook([Entity("brumelle", "Brumelle", Kind.COMPANY, None, ())]))],
    [Spelling(surface_words(TEXTS), lambda stem, lang: False)],
)


def understood(question: str, before: str, answered: str = "", lang: str = "fr") -> str | None:
    found = followed(question, Before(before, answered), NAMES, lang)
    return found.understood if found else None


@pytest.mark.parametrize(
    ("before", "question", "lang", "expected"),
    [
        (
            "Combien Brumelle a-t-elle gagné en 2011 ?",
            "et en 2019 ?",
            "fr",
            "Combien Brumelle a-t-elle gagné en 2019 ?",
        ),
        ("How much did Brumelle earn in 2011?", "And in 2019?", "en", "How much did Brumelle earn in 2019?"),
        ("Que fait Nadia Farel ?", "et Hugo Estran ?", "fr", "Que fait Hugo Estran ?"),
        ("Combien coûte l'eau à Lannoy ?", "et à Tarmont ?", "fr", "Combien coûte l'eau à Tarmont ?"),
        ("Qui a fondé Brumelle ?", "et quand ?", "fr", "Qui a fondé Brumelle, et quand ?"),
        ("Who bought Brumelle?", "what did it cost?", "en", "what did it cost (bought Brumelle)?"),
        ("what did it cost (bought Brumelle)?", "and when?", "en", "bought Brumelle, and when?"),
        ("qui a racheté Brumelle ?", "ça a coûté combien ?", "fr", "ça a coûté combien (racheté Brumelle) ?"),
        ("ça a coûté combien (racheté Brumelle) ?", "et quand ?", "fr", "racheté Brumelle, et quand ?"),
        ("Who founded Brumelle?", "what did it cost?", "en", "what did it cost (Brumelle)?"),
        ("what did it cost (Brumelle)?", "and when?", "en", "what did it cost (Brumelle), and when?"),
        ("When did the Kerwin law pass?", "why?", "en", "When did the Kerwin law pass, and why?"),
        (
            "Qui a fondé Brumelle ?",
            "c'était en quelle année ?",
            "fr",
            "Qui a fondé Brumelle, et c'était en quelle année ?",
        ),
        ("Qui a fondé Brumelle, et quand ?", "et où ?", "fr", "Qui a fondé Brumelle, et où ?"),
        ("je voudrais savoir qui a fondé Brumelle", "ok et quand", "fr", "qui a fondé Brumelle, et quand ?"),
        ("Que fait Nadia Farel ?", "et qu'en est-il de Hugo Estran ?", "fr", "Que fait Hugo Estran ?"),
        ("When was Brumelle founded?", "what about Nadia Farel then?", "en", "When was Nadia Farel founded?"),
        (
            "Où sont les machines (Brumelle) ?",
            "et celles de Hugo Estran ?",
            "fr",
            "Où sont les machines (Hugo Estran) ?",
        ),
        ("Que vaut l'atelier de Lannoy ?", "et celui de Tarmont ?", "fr", "Que vaut l'atelier de Tarmont ?"),
        ("Who runs the plant of Brumelle?", "and that of Nadia Farel?", "en", "Who runs the plant of Nadia Farel?"),
        (
            "Quelles usines Brumelle a-t-elle fermées ?",
            "laquelle a coûté le plus cher ?",
            "fr",
            "Quelles usines Brumelle a-t-elle fermées, et laquelle a coûté le plus cher ?",
        ),
        (
            "Which plants did Brumelle close?",
            "which one cost most?",
            "en",
            "Which plants did Brumelle close, and which one cost most?",
        ),
        (
            "Combien va coûter la rénovation de la halle aux grains ?",
            "et le moulin de Tarmont ?",
            "fr",
            "Combien va coûter la rénovation du moulin de Tarmont ?",
        ),
        ("Qui a gagné la finale de la coupe ?", "et la vente du moulin ?", "fr", "Qui a gagné la vente du moulin ?"),
        ("Quand a fermé la piscine des Tilleuls ?", "et la ligne du haut ?", "fr", "Quand a fermé la ligne du haut ?"),
        ("When did the Kerwin pool close?", "and Brumelle Mill?", "en", "When did Brumelle Mill close?"),
        ("Quand ferme la piscine ?", "et les urgences ?", "fr", "Quand ferme les urgences ?"),
        ("Quand ferme la piscine ?", "et le prix ?", "fr", "Quand ferme la piscine, et le prix ?"),
        ("When was the corn hall built?", "and the bridge?", "en", "When was the bridge built?"),
        (
            "Combien de licenciés dans la ligue du bocage ?",
            "et dans la ligue de Tarmont ?",
            "fr",
            "Combien de licenciés dans la ligue de Tarmont ?",
        ),
        (
            "Pourquoi la piscine a-t-elle fermé ?",
            "et le tournoi 2025 ?",
            "fr",
            "Pourquoi le tournoi 2025 a-t-elle fermé ?",
        ),
        (
            "how much did it cost (Brumelle)?",
            "and the new clubhouse?",
            "en",
            "how much did it cost (the new clubhouse)?",
        ),
        ("Who chairs the Kerwin league?", "and the mayor of Tarmont?", "en", "Who is the mayor of Tarmont?"),
        ("Qui est l'entraîneur du Stade Kerwin ?", "et de Tarmont ?", "fr", "Qui est l'entraîneur de Tarmont ?"),
        ("How many plants has Brumelle?", "and the director?", "en", "Who is the director (Brumelle)?"),
        ("Who is the director (Brumelle)?", "and the captain?", "en", "Who is the captain (Brumelle)?"),
        ("Qui est le maire de Tarmont ?", "et la directrice ?", "fr", "Qui est la directrice (Tarmont) ?"),
        ("Combien vaut Brumelle ?", "et le maire de Tarmont ?", "fr", "Qui est le maire de Tarmont ?"),
        ("How many plants has Brumelle?", "and the price?", "en", "How many plants has Brumelle, and the price?"),
        ("When was the Brumelle takeover?", "and Kerwin?", "en", "When was the Kerwin takeover?"),
    ],
)
def test_a_fragment_takes_its_place_in_the_question_before(
    before: str, question: str, lang: str, expected: str
) -> None:
    assert understood(question, before, lang=lang) == expected


def test_another_product_of_whoever_was_named_takes_the_place_of_the_product() -> None:
    book = EntityBook(
        [
            Entity("brumelle", "Brumelle", Kind.COMPANY, None, ()),
            Entity("kerwin", "Kerwin", Kind.COMPANY, "brumelle", ()),
            Entity("osier", "Osier", Kind.COMPANY, "brumelle", ()),
        ]
    )
    names = Names([Wording(book)], [])
    found = followed("et Osier ?", Before("Combien Brumelle a-t-elle payé Kerwin ?"), names, "fr")
    assert found is not None
    assert found.understood == "Combien Brumelle a-t-elle payé Osier ?"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("et la machine qui a brûlé, c'était laquelle ?", "la machine qui a brûlé, c'était laquelle (Brumelle) ?"),
        ("c'est pour quand le déménagement ?", "c'est pour quand le déménagement (Brumelle) ?"),
    ],
)
def test_it_may_stand_for_what_the_question_itself_speaks_of(question: str, expected: str) -> None:
    assert understood(question, "Combien Brumelle a-t-elle coûté ?") == expected


def test_what_something_reached_at_its_height_is_not_what_is_spoken_of() -> None:
    found = understood("who bought it in the end?", "What was Brumelle worth at its peak?", lang="en")

    assert found == "who bought it in the end (Brumelle)?"


@pytest.mark.parametrize(
    ("before", "question", "sought"),
    [
        ("Combien d'usines Brumelle a fermées ?", "pourquoi ?", "usines Brumelle a fermées, pourquoi ?"),
        ("Which plants did Brumelle close?", "which one cost most?", "plants did Brumelle close, which one cost most?"),
    ],
)
def test_what_is_sought_counts_and_chooses_no_more(before: str, question: str, sought: str) -> None:
    found = followed(question, Before(before), NAMES, "fr" if before.startswith("Combien") else "en")

    assert found is not None
    assert found.sought == sought


@pytest.mark.parametrize(
    "before", ["changement de sujet : que vaut Brumelle ?", "rien à voir, mais que vaut Brumelle ?"]
)
def test_what_said_that_the_subject_changes_is_not_taken_along(before: str) -> None:
    assert understood("et Hugo Estran ?", before) == "que vaut Hugo Estran ?"


def test_what_is_sought_of_a_second_thing_asked_leaves_the_first_out() -> None:
    found = followed("et quand ?", Before("Qui a fondé Brumelle ?"), NAMES, "fr")

    assert found is not None
    assert found.sought == "a fondé Brumelle, quand ?"


@pytest.mark.parametrize(
    ("before", "question", "lang", "expected"),
    [
        ("Qui aide Brumelle ?", "non, je parlais de Hugo Estran", "fr", "Qui aide Hugo Estran ?"),
        ("When did it close (Brumelle)?", "sorry I meant Nadia Farel", "en", "When did it close (Nadia Farel)?"),
        ("combien y travaillent", "euh je voulais dire Brumelle", "fr", "combien y travaillent (Brumelle) ?"),
        ("Who runs Brumelle?", "not Brumelle, Hugo Estran", "en", "Who runs Hugo Estran?"),
    ],
)  # fmt: skip
def test_a_correction_takes_the_place_of_what_was_named(before: str, question: str, lang: str, expected: str) -> None:
    assert understood(question, before, lang=lang) == expected


def test_somebody_who_is_meant_in_a_fragment_is_named() -> None:
    asked = understood("et avant elle ?", "Qui dirige Brumelle ?", "Nadia Farel")

    assert asked == "Qui dirige Brumelle, et avant elle (Nadia Farel) ?"


def test_what_begins_with_a_link_and_names_nothing_surely_goes_on() -> None:
    found = followed("et combien de gens ont voté ?", Before("Que fait Brumelle ?"), NAMES, "fr")

    assert found is not None
    assert found.surely


def test_a_question_that_names_its_subject_is_what_the_next_one_follows() -> None:
    assert names_its_subject("Combien Brumelle a-t-elle perdu ?", NAMES, "fr")
    assert not names_its_subject("combien de gens ont voté ?", NAMES, "fr")
    assert not names_its_subject("merci Brumelle", NAMES, "fr")


@pytest.mark.parametrize(
    ("before", "question", "lang", "taken"),
    [
        ("Combien Brumelle a-t-elle coûté ?", "elle a fermé quand ?", "fr", "Brumelle"),
        ("How much did Brumelle cost?", "and when did it close?", "en", "Brumelle"),
        ("When did the Kerwin law pass?", "who voted for it?", "en", "Kerwin law"),
        ("Quand l'atelier de Tarmont a-t-il ouvert ?", "combien de gens y travaillent ?", "fr", "atelier de Tarmont"),
    ],
)
def test_a_question_that_points_back_takes_what_the_one_before_was_about(
    before: str, question: str, lang: str, taken: str
) -> None:
    found = understood(question, before, lang=lang)

    assert found is not None
    assert taken in found


def test_somebody_may_be_who_answers_the_question_before() -> None:
    found = understood("and how old is she?", "Who founded Brumelle?", "Nadia Farel", "en")

    assert found is not None
    assert "Nadia Farel" in found
    assert "Brumelle" in found


@pytest.mark.parametrize(
    "question",
    [
        "Qui a fondé Brumelle ?",
        "When did the Kerwin law pass?",
        "Changement de sujet : il fait quel temps ?",
        "What does Brumelle do with its plant?",
        "brumelle a fermé quand",
    ],
)
def test_a_question_that_names_what_it_is_about_takes_nothing(question: str) -> None:
    assert understood(question, "Combien coûte l'eau à Lannoy ?") is None


@pytest.mark.parametrize(
    "question",
    [
        "merci !",
        "ok super",
        "thanks, that's great",
        "ah bon ?",
        "really?",
        "lol",
        "what time is it?",
        "il est quelle heure là ?",
        "are you a bot?",
        "t'es sûr ?",
        "👍",
        "",
    ],
)
def test_small_talk_takes_nothing(question: str) -> None:
    assert understood(question, "Qui a fondé Brumelle ?") is None


def test_what_may_stand_alone_is_not_surely_lacking_something() -> None:
    found = followed("combien de gens ont voté ?", Before("Que fait Brumelle ?"), NAMES, "fr")

    assert found is not None
    assert not found.surely


def test_a_follow_up_is_followed_as_it_was_understood() -> None:
    first = understood("et en 2019 ?", "Combien Brumelle a-t-elle gagné en 2011 ?")
    assert first is not None

    assert understood("et en 2020 ?", first) == "Combien Brumelle a-t-elle gagné en 2020 ?"


@pytest.mark.parametrize(
    "question",
    [
        "Pourquoi les patients sont-ils inquiets ?",
        "Où les médecins travaillent-ils ?",
        "Combien l'atelier a-t-il coûté ?",
        "Le service existe-t-il encore ?",
    ],
)
def test_a_pronoun_that_takes_up_the_questions_own_subject_does_not_surely_point_back(question: str) -> None:
    found = followed(question, Before("Qui a fondé Brumelle ?", ""), NAMES, "fr")
    assert found is None or not found.surely


@pytest.mark.parametrize(
    "question", ["Quand l'a-t-elle racheté ?", "Pourquoi les a-t-il vendus ?", "Ses clients sont-ils contents ?"]
)
def test_a_pronoun_that_stands_for_what_was_named_before_still_points_back(question: str) -> None:
    found = followed(question, Before("Qui a fondé Brumelle ?", ""), NAMES, "fr")
    assert found is not None
    assert found.surely


def test_another_date_takes_the_place_of_the_one_before() -> None:
    asked = understood("et combien pour les adultes en 2024 ?", "Quel quota était fixé pour Brumelle en 2019 ?")

    assert asked is not None
    assert "2024" in asked
    assert "2019" not in asked


def test_who_is_meant_is_found_beside_the_words_that_answered_where_those_name_nobody() -> None:
    said = "En 2013, Maud Chérier a repris Brumelle."
    found = followed(
        "elle venait d'où ?", Before("Qui a repris Brumelle ?", "2013", said, said.index("2013")), NAMES, "fr"
    )

    assert found is not None
    assert "Maud Chérier" in found.understood


def test_what_somebody_owns_is_taken_whole() -> None:
    asked = understood("what was it worth?", "Who led Brumelle's seed round?", lang="en")

    assert asked is not None
    assert "Brumelle's seed round" in asked


def test_a_name_with_an_owner_in_the_plural_is_one_name() -> None:
    asked = understood("when did it last strike?", "When was the Quayworkers' Union founded?", lang="en")

    assert asked == "when did it last strike (Quayworkers' Union)?"
