"""Whose death or departure a sentence tells, and what a question wrongly takes for granted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.answer import Verdict
from index.engine import Engine, EngineOptions
from index.judging.objections.other_deed.deeds import deeds_asked
from index.judging.objections.other_deed.whose_deed import deeds_of_one, is_of_another, may_be_of
from tests.conftest import write_articles

DIED = deeds_of_one(deeds_asked("When did Odile Varenne die?", "en"))
LEFT = deeds_of_one(deeds_asked("When did Odile Varenne resign?", "en"))
NAME = frozenset({"odile", "varenne"})


@pytest.mark.parametrize(
    ("deeds", "before", "sentence", "lang"),
    [
        (LEFT, "", "Elle succède à Bruno Castel, qui se retire après neuf ans.", "fr"),
        (DIED, "Le moulin doit tout à l'abbé Hugues Morvan.", "Son bâtisseur y mourut trois ans plus tard.", "fr"),
        (DIED, "", "The widow of Piers Onslow, who died in 1980, cut the ribbon.", "en"),
    ],
)
def test_what_is_told_of_another_is_not_of_the_one_named(
    deeds: frozenset[int], before: str, sentence: str, lang: str
) -> None:
    assert is_of_another(deeds, sentence, before, lang, NAME)


@pytest.mark.parametrize(
    ("deeds", "before", "sentence", "lang"),
    [
        (DIED, "", "Odile Varenne est morte en mai.", "fr"),
        (DIED, "Odile Varenne ne verra pas la fête.", "L'ancienne meunière s'est éteinte en mai.", "fr"),
        (LEFT, "", "Odile Varenne stepped down after a quarrel with Piers Onslow.", "en"),
        (LEFT, "", "After meeting Piers Onslow, she resigned.", "en"),
    ],
)
def test_what_may_be_told_of_the_one_named_is_left(
    deeds: frozenset[int], before: str, sentence: str, lang: str
) -> None:
    assert not is_of_another(deeds, sentence, before, lang, NAME)
    assert may_be_of(deeds, sentence, before, lang, NAME)


def test_what_leaves_and_is_nobody_is_not_of_the_one_named() -> None:
    assert not may_be_of(LEFT, "Deux navires doivent partir avant la fin de l'année.", "", "fr", NAME)


def article(title: str, date: str, lang: str, text: str) -> str:
    return f"---\ntitle: {title}\ndate: {date}\nlang: {lang}\n---\n\n{text}\n"


THRIVING = (
    "Brindle Optics makes lenses in Ashcombe. Brindle Optics was fined 40,000 pounds in March for losing a lorry of"
    " mirrors. It has sixty workers and an order book full until 2026."
)
RUINED = (
    "Corvel Glass is no more. The glass works of Corvel went bankrupt in June, because its furnace had burst and the"
    " insurers would not pay. Brindle Optics bought its kilns."
)
CHAIR = (
    "La coopérative du Val d'Ombre a élu samedi Solène Marquis à sa présidence. Entrée comme peseuse en 1994, elle a"
    " dirigé le chai en 2008. Elle succède à Lucien Farge, qui se retire après douze ans de mandat."
)


FLIERS = (
    "Gannet Air carries letters. It was set up in 2016 by Hugh Tolley, a roofer. His partner, the coder Ines Vadim,"
    " had just left Ostler, which went bankrupt the following year. Gannet Air lost two parcels in a pond. Tolley"
    " resigned that May. He now keeps bees."
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    home: Path = tmp_path_factory.mktemp("firms")
    (home / "articles").mkdir()
    write_articles(
        home / "articles",
        {
            "brindle.md": article("Lenses from Ashcombe", "2024-05-02", "en", THRIVING),
            "corvel.md": article("Corvel Glass shuts", "2024-09-12", "en", RUINED),
            "fliers.md": article("Letters by air", "2022-09-12", "en", FLIERS),
            "chair.md": article("Une femme à la tête du Val d'Ombre", "2022-05-20", "fr", CHAIR),
        },
    )
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


def test_why_a_firm_was_ruined_that_never_was_is_refused(base: Engine) -> None:
    assert base.ask("why did Brindle Optics go bankrupt?").verdict is Verdict.NONE


def test_why_a_firm_was_ruined_that_was_is_told(base: Engine) -> None:
    answer = base.ask("why did Corvel Glass go bankrupt?")
    assert answer.verdict is not Verdict.NONE
    assert answer.quotes[0].article.id == "corvel"


def test_why_somebody_left_is_not_told_by_why_another_did(base: Engine) -> None:
    assert base.ask("why did Hugh Tolley resign?").verdict is not Verdict.FOUND


def test_when_somebody_resigned_who_never_did_is_not_found(base: Engine) -> None:
    assert base.ask("when did Solène Marquis resign from the cooperative?").verdict is not Verdict.FOUND
