"""What a question demands by name, against articles that answer all of it but that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.answer import Verdict
from index.demands import told
from index.demands.demands import demands_of
from index.demands.met import says_only_origin
from index.demands.told import Fit
from index.engine import Engine, EngineOptions
from index.judging.fitting.order import first_fitting

VASTREL = """---
title: Vastrel closes its clinics
date: 2024-03-05
lang: en
---
Vastrel, the American chain of eye clinics, will shut all 51 of its clinics, it said on Monday.

Vastrel opened its first clinic in Ohio in 2019. Its screening plan cost $12 a month, and was sold in Canada from 2021.
In 2022 Vastrel posted a loss of $40 million. The closure will cost 395 jobs in Florida, Texas and Georgia.
"""
OSIER = """---
title: Osier, une plateforme de rendez-vous
date: 2023-06-01
lang: fr
---
Osier, la plateforme de rendez-vous de Tarmont, compte 17 millions d'utilisateurs. Osier a été fondée en 2015 par
Jeanne Mirval. Son abonnement coûte 30 euros par mois aux médecins.
"""
MARVANE = """---
title: Marvane, maker of hearing aids
date: 2024-03-05
lang: en
---
Marvane was founded in 2009 by Edda Kolstrup, who still runs it. Its hearing aids are sold by opticians.

## In the workshop

""" + " ".join(
    f"Bench {number} mends the shells that came in by post on day {number} of the month." for number in range(40)
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "vastrel.md").write_text(VASTREL, encoding="utf-8")
    (folder / "osier.md").write_text(OSIER, encoding="utf-8")
    (folder / "marvane.md").write_text(MARVANE, encoding="utf-8")
    engine = Engine(EngineOptions(folder, tmp_path_factory.mktemp("data"), reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


@pytest.mark.parametrize(
    "question",
    [
        "how much did the Vastrel screening plan cost in Belgium?",
        "combien coûtait le plan de dépistage Vastrel en Allemagne",
        "how many clinics did Brelmont close?",
        "what was Vastrel's loss in 2013?",
        "combien coûte l'abonnement Osier au Japon",
    ],
)
def test_a_place_a_name_or_a_year_that_no_article_tells_of_is_refused(engine: Engine, question: str) -> None:
    assert engine.ask(question).verdict is Verdict.NONE


@pytest.mark.slow
def test_what_the_rest_of_a_long_article_may_tell_is_not_refused(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "who founded Marvane in Belgium?"
    assert engine.ask(asked).verdict is Verdict.NONE
    monkeypatch.setattr(told, "LOOKED_THROUGH", 20)
    assert engine.ask(asked).verdict is Verdict.WEAK
    assert engine.ask("how many clinics did Brelmont close?").verdict is Verdict.NONE


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how much did the Vastrel screening plan cost?", "12"),
        ("how many clinics did Vastrel close?", "51"),
        ("what was Vastrel's loss in 2022?", "40 million"),
        ("combien coûte l'abonnement Osier", "30 euros"),
        ("qui a fondé osier en 2015", "Mirval"),
    ],
)
def test_what_is_there_is_found_as_before(engine: Engine, question: str, answer: str) -> None:
    found = engine.ask(question)
    assert found.verdict is not Verdict.NONE
    assert any(answer in quote.text for quote in found.quotes[:1])


def test_what_is_told_of_a_namesake_is_not_found(engine: Engine) -> None:
    assert engine.ask("Who founded Marvane in 2009?").verdict is Verdict.FOUND
    assert engine.ask("When did Edda Kolstrup found Marvane?").verdict is Verdict.FOUND
    assert engine.ask("When did Ilka Kolstrup found Marvane?").verdict is not Verdict.FOUND


def test_where_somebody_comes_from_is_not_where_a_thing_is(engine: Engine) -> None:
    assert engine.ask("how many clinics does Vastrel have?").verdict is not Verdict.NONE
    assert says_only_origin("PT", "Halden, a Portugal maker of clocks, bought the mill.")
    assert says_only_origin("PT", "Halden, une société du Portugal, a racheté la filature.")
    assert not says_only_origin("PT", "Halden employs forty people in Portugal.")


def test_a_sum_is_no_number_of_people(engine: Engine) -> None:
    assert engine.ask("how many patients did Vastrel's closure affect in Florida").verdict is not Verdict.FOUND


@pytest.mark.parametrize(
    "question", ["Did Vastrel open in 2019 or 2020?", "Vastrel a-t-il ouvert en 2018 ou en 2019 ?"]
)
def test_of_two_years_asked_about_no_passage_has_to_tell_both(engine: Engine, question: str) -> None:
    assert engine.ask(question).verdict is not Verdict.NONE


def first(*told: tuple[float | None, Fit]) -> int:
    return first_fitting([answers for answers, _ in told], lambda place: told[place][1])


def test_the_first_that_likely_answers_and_has_what_is_demanded_comes_first() -> None:
    assert first((5.0, Fit.LACKS), (-1.0, Fit.MEETS), (2.0, Fit.BESIDE), (1.0, Fit.DOUBTFUL)) == 3
    assert first((-4.0, Fit.MEETS), (5.0, Fit.MEETS)) == 0
    assert first((5.0, Fit.LACKS), (-1.0, Fit.MEETS)) == 0
    assert first((5.0, Fit.LACKS), (None, Fit.MEETS), (4.0, Fit.MEETS)) == 0


TOWN = """---
title: The mayor of Corvel to stand down
date: 2025-10-03
lang: en
---
Ada Lund will not seek a third term. The mayor of Corvel told the council on 2 October that she would leave in the
spring, "to sleep". She beat Piet Vos by 94 votes in 2014. She has chosen her first deputy, Nadia Brandt, to lead the
list.
"""
CLUB = """---
title: Rugby : la saison de Lowmoor
date: 2024-06-10
lang: fr
---
La saison s'est achevée samedi à Tarmont par la finale de la coupe. Devant 1 850 spectateurs, le Stade de Lowmoor a
battu Corvel 24 à 19. Son entraîneur, Yann Le Bris, quitte le club après neuf saisons. Il sera remplacé par l'ancien
pilier Sven Roux.
"""
BATHS = """---
title: The story of the Lowmoor baths
date: 2025-11-01
lang: en
---
Here is what our archive knows of the baths.

## The beginning

The Lowmoor baths were opened on 6 July 1974 by Marcel Soubry. They were covered in 1991.

## What now

The old baths shut for good on 31 August 2025. Swimmers must drive to Corvel. A club of 410 members has lost half of
them.
"""


TEAM = """---
title: À Vernac, les filles ont pris le pouvoir
date: 2025-05-22
lang: fr
---
Elles étaient sept au premier entraînement. Trois ans plus tard, l'équipe de Vernac comptait 42 joueuses. Elles sont
aujourd'hui 68, plus que les hommes.
"""
TRAIN = """---
title: Le train de Vernac
date: 2022-03-01
lang: fr
---
La Région a signé lundi : 94 millions d'euros pour rouvrir les 41 kilomètres entre Vernac et Lunaret.

## Ce qui est prévu

Cinq gares seront refaites. Le trajet durera 38 minutes, contre 55 en autocar.
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("town")
    for name, text in (("mayor", TOWN), ("club", CLUB), ("baths", BATHS), ("team", TEAM), ("train", TRAIN)):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    engine = Engine(EngineOptions(folder, tmp_path_factory.mktemp("data"), reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


def bold_and_words(engine: Engine, question: str) -> tuple[str, str]:
    """The marked sentences of the first quote, and the words in them that answer."""
    first = engine.ask(question).quotes[0]
    bold = " ".join(first.text[start - first.start : end - first.start] for start, end in first.highlights)
    answer = first.answer or (first.start, first.start)
    return bold, first.text[answer[0] - first.start : answer[1] - first.start]


def test_who_holds_a_post_is_marked_with_the_sentence_that_names_them(town: Engine) -> None:
    bold, words = bold_and_words(town, "who is the mayor of Corvel?")
    assert bold.startswith("Ada Lund will not seek a third term. The mayor of Corvel told")
    assert words == "Ada Lund"


def test_who_comes_after_the_one_who_leaves_holds_the_post_now(town: Engine) -> None:
    bold, words = bold_and_words(town, "Qui est l'entraîneur du Stade de Lowmoor maintenant ?")
    assert "Le Bris" in bold
    assert "Sven Roux" in words
    assert "Le Bris" not in words


def test_who_was_there_before_somebody_is_somebody_else(town: Engine) -> None:
    assert town.ask("Who was mayor of Corvel before Ada Lund?").verdict is not Verdict.FOUND
    _, words = bold_and_words(town, "qui était l'entraîneur de Lowmoor avant Sven Roux ?")
    assert "Yann Le Bris" in words


def test_what_tells_the_contrary_comes_behind_what_tells_the_deed(town: Engine) -> None:
    bold, _ = bold_and_words(town, "When did the Lowmoor baths close?")
    assert "31 August 2025" in bold


def test_the_sentence_that_tells_the_deed_is_marked_though_another_repeats_the_question(town: Engine) -> None:
    bold, _ = bold_and_words(town, "Qui a gagné la finale de la coupe ?")
    assert "a battu Corvel" in bold.replace("\n", " ")


@pytest.mark.parametrize(
    "question", ["did brelmont buy the Lowmoor baths?", "les bains ont été achetés par brelmont ?"]
)
def test_a_name_in_small_letters_that_nobody_knows_is_asked_for_but_need_not_be_named(
    town: Engine, question: str
) -> None:
    generation = town.find(question).generation
    (name,) = (its for its in demands_of(question, "en", generation).names if its.words == ("brelmont",))
    assert not name.must
    assert town.ask(question).verdict is not Verdict.FOUND


@pytest.mark.parametrize("question", ["was the brouhaha near the Lowmoor baths?", "when did anyone drive to Corvel"])
def test_ordinary_words_are_no_names(town: Engine, question: str) -> None:
    names = demands_of(question, "en", town.find(question).generation).names
    assert not any(word in name.words for name in names for word in ("brouhaha", "anyone", "drive"))


def test_of_two_figures_the_one_of_today_is_marked_where_that_is_asked(town: Engine) -> None:
    assert "68" in bold_and_words(town, "How many players does the Vernac team have?")[1]
    assert "42" in bold_and_words(town, "combien de joueuses l'équipe de Vernac comptait trois ans plus tard ?")[1]


def test_kilometres_are_no_time_even_where_the_time_hardly_looks_like_an_answer(town: Engine) -> None:
    assert "38 minutes" in bold_and_words(town, "How long does the train take between Vernac and Lunaret?")[1]


HARBOUR = """---
title: Le port de Brisemer change de main
date: 2022-05-10
lang: fr
---
Gaston Ollier quitte la capitainerie de Brisemer après trente ans. Ollier, qui a 61 ans, y était entré comme mousse.
Il gardera son bateau, et les clés du phare.
"""
FERRY = """---
title: Une ligne de plus vers les îles
date: 2023-02-04
lang: fr
---
La compagnie des îles ouvre une ligne depuis Brisemer. Ugo Ollier en tiendra la barre. Sa sœur, Ada Ollier, s'occupera
des billets au guichet du quai.
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    home = tmp_path_factory.mktemp("port")
    (home / "articles").mkdir()
    (home / "articles" / "port.md").write_text(HARBOUR, encoding="utf-8")
    (home / "articles" / "ligne.md").write_text(FERRY, encoding="utf-8")
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


@pytest.mark.parametrize("asked", ["quel âge a Ugo Ollier ?", "quel age a ugo ollier", "how old is Ada Ollier?"])
def test_what_is_told_of_one_alone_is_told_of_nobody_else_of_that_family(port: Engine, asked: str) -> None:
    assert not any("61" in quote.text for quote in port.ask(asked).quotes)


def test_whoever_is_the_only_one_of_a_family_in_an_article_may_go_by_the_surname(port: Engine) -> None:
    first = port.ask("quel age a gaston ollier").quotes[0]
    assert first.answer is not None
    assert "61" in first.text[first.answer[0] - first.start : first.answer[1] - first.start]
