"""What the next sentence takes back is no answer: the one that holds is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.engine import Engine, EngineOptions
from index.judging.objections.retracted import holds_nothing, is_retracted, what_holds

MILL = """---
title: The mill of Ondreval and its wing
date: 2022-04-11
lang: en
---
In our issue of 4 April we wrote that the mill of Ondreval had cost 3.2 million euros. That was wrong. It was the
estimate of 2019. The account that came on Friday comes to 4.5 million.

The north wing of the mill, where the bakers were to move, was to be opened in 2023. It will not be. The baker has left.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "mill.md").write_text(MILL, encoding="utf-8")
    engine = Engine(EngineOptions(folder, tmp_path_factory.mktemp("data"), reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


@pytest.mark.parametrize(
    ("question", "bold"),
    [
        ("how much did the mill of Ondreval cost?", "comes to 4.5 million"),
        ("is the north wing of the mill still going to be opened?", "It will not be."),
    ],
)
def test_what_holds_is_marked_instead(engine: Engine, question: str, bold: str) -> None:
    (quote, *_) = engine.ask(question).quotes
    (marked, *_) = quote.highlights
    assert bold in quote.text[marked[0] - quote.start : marked[1] - quote.start]


@pytest.mark.parametrize(
    ("sentence", "behind"),
    [
        ("Last week we wrote that the mill was sold for 3 million euros.", "That was wrong."),
        ("The paper reported that Ada Lund had left.", "It was an error, and we regret it."),
        ("The pier was said to be 90 metres long.", "In fact, that figure was mistaken."),
        ("The pool was to open in June 2019.", "It will not."),
        ("The treasurer said that 900 had signed.", "He was wrong."),
        ("A second wing was due in 2021.", "But it never happened."),
        ("The council meant to move in spring.", "They didn't."),
        ("Nous avions écrit que le moulin avait coûté 3 millions.", "C'était une erreur."),
        ("La halle mesurerait 90 mètres.", "Ce chiffre est faux."),
        ("La piscine devait ouvrir en juin 2019.", "Il n'en sera rien."),
        ("Une seconde aile était prévue pour 2021.", "Elle ne verra pas le jour."),
        ("Le marché serait déplacé au printemps.", "Ce ne sera pas le cas."),
    ],
)
def test_what_the_next_sentence_takes_back_is_known(sentence: str, behind: str) -> None:
    assert is_retracted(sentence, behind)


@pytest.mark.parametrize(
    ("sentence", "behind"),
    [
        ("The council sold the mill in 2011.", "It was a mistake, Ada Lund thinks."),
        ("The mill was sold in 2011.", "It was not cheap."),
        ("The mill was sold in 2011.", "Her brother did not."),
        ("The mill was not sold.", "It will not be."),
        ("The mill was sold in 2011.", "They did not say why."),
        ("La commune a vendu le moulin en 2011.", "C'était une erreur, pense Ada Lund."),
        ("Le moulin a été vendu en 2011.", "Il n'a pas dit pourquoi."),
        ("Le moulin n'est pas vendu.", "Il ne le sera pas."),
    ],
)
def test_what_goes_on_or_judges_takes_nothing_back(sentence: str, behind: str) -> None:
    assert not is_retracted(sentence, behind)


def test_the_value_behind_holds_in_its_place() -> None:
    told = (
        "We wrote in May that the mill had cost 3 million euros.",
        "That was wrong.",
        "It was the figure of last year.",
        "The account that came on Monday comes to 4.5 million.",
    )
    assert what_holds("How much did the mill cost?", told, 0) == 3
    assert what_holds("How much did you say that the mill cost?", told, 0) is None
    assert what_holds("How much did the mill cost?", told, 3) is None


def test_what_never_will_be_has_nothing_in_its_place() -> None:
    told = ("The pool was to open in June 2019.", "It will not.", "The mayor said so in January 2020.")
    assert what_holds("When did the pool open?", told, 0) == 1
    assert holds_nothing("When did the pool open?", told[1])
    assert what_holds("Is the pool still going to open?", told, 0) == 1
    assert not holds_nothing("Is the pool still going to open?", told[1])
    assert what_holds("When was the pool to open?", told, 0) is None


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        (
            "in how many schools was the reading test held?",
            ("Our article of 2 May said that the test had been held in nine schools.", "There were seven."),
        ),
        (
            "When was the weir built?",
            ("An earlier version of this story said that the weir was built in 1906.", "It was 1907."),
        ),
        (
            "De quand date le barrage ?",
            ("Un confrère a écrit que le barrage datait de 1901.", "La plaque dit bien cela.", "Il remonte à 1898."),
        ),
    ],
)
def test_what_was_once_written_gives_way_to_what_the_article_says_next(
    question: str, sentences: tuple[str, ...]
) -> None:
    assert what_holds(question, sentences, 0) == len(sentences) - 1


def test_a_sentence_that_corrects_itself_what_was_written_holds() -> None:
    told = ("Contrairement à ce que nous écrivions, le bac n'a pas coulé en 2021 mais en 2022.", "Il avait 33 ans.")
    assert what_holds("Quand le bac a-t-il coulé ?", told, 0) is None


def test_who_somebody_is_is_not_taken_back_by_what_never_came() -> None:
    told = ["Its first keeper, Ann Harrow, thought that the ferry would stop.", "It did not.", "She kept a goat."]
    assert what_holds("who was the first keeper?", told, 0) is None
    assert what_holds("did the ferry stop?", told, 0) == 1


def test_a_figure_that_was_lowered_since_gives_way_to_the_lower_one() -> None:
    told = ("The mill said that it would cut 90 jobs.", "The number was lowered to 60 in May.")
    assert what_holds("how many jobs will the mill cut", told, 0) == 1
    assert what_holds("how many jobs did the mill first announce", told, 0) is None
    fr = ("Le moulin supprimera 90 postes.", "Ce chiffre a été ramené à 60 en mai.")
    assert what_holds("combien de postes le moulin va supprimer", fr, 0) == 1
    assert what_holds("qui dirige le moulin", fr, 0) is None
