"""What a question demands by name, against articles that answer all of it but that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.answer import Verdict
from index.demands import met
from index.demands.met import Fit
from index.engine import Engine, EngineOptions
from index.judging.fitting import first_fitting

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


def test_what_the_rest_of_a_long_article_may_tell_is_not_refused(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "who founded Marvane in Belgium?"
    assert engine.ask(asked).verdict is Verdict.NONE
    monkeypatch.setattr(met, "LOOKED_THROUGH", 20)
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
