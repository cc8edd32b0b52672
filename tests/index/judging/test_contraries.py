"""Who asks of an event is not answered by the sentence that tells of its contrary."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.answer import Verdict
from index.engine import Engine, EngineOptions
from index.judging.objections.other_deed.contraries import tells_the_contrary
from tests.conftest import write_articles


@pytest.mark.parametrize(
    ("question", "asked_in", "sentence", "lang"),
    [
        ("Quand la piscine a-t-elle été démolie ?", "fr", "La piscine a été construite en 1974.", "fr"),
        ("When was the pool demolished?", "en", "La piscine a été construite en 1974.", "fr"),
        ("De combien le loyer a-t-il diminué ?", "fr", "Rents rose by 4 percent in May.", "en"),
        ("Combien d’ouvriers ont été licenciés ?", "fr", "Le chantier a embauché 40 ouvriers.", "fr"),
        ("Who banned the parade?", "en", "The prefect authorised the parade.", "en"),
    ],
)
def test_the_contrary_of_what_is_asked_is_seen(question: str, asked_in: str, sentence: str, lang: str) -> None:
    assert tells_the_contrary(question, asked_in, sentence, (), lang)


@pytest.mark.parametrize(
    ("question", "sentence", "around"),
    [
        ("Quand la piscine a-t-elle été construite ?", "La piscine, bâtie en 1974, a été démolie en 2019.", ""),
        ("Quand la piscine a-t-elle fermé ?", "La piscine a fermé en 2019, trente ans après son ouverture.", ""),
        ("Quand la piscine a-t-elle fermé ?", "Ouverte en 1974, elle n’a pas survécu à 2019.", ""),
        ("Quand la piscine a-t-elle fermé ?", "Elle avait ouvert en 1974.", "La fermeture date de 2019."),
        ("Pourquoi la piscine n’a-t-elle pas ouvert ?", "La piscine a fermé faute de moyens.", ""),
        ("Qui a vendu la piscine ?", "La mairie a acheté la piscine au club.", ""),
        ("Quand la piscine a-t-elle fermé ou ouvert ?", "La piscine a ouvert en 1974.", ""),
    ],
)
def test_what_may_answer_is_no_contrary(question: str, sentence: str, around: str) -> None:
    assert not tells_the_contrary(question, "fr", sentence, (around,), "fr")


def test_what_is_said_around_to_be_denied_tells_nothing_of_the_event() -> None:
    question, sentence = "When did the pool close?", "The pool opened in 1974."
    assert tells_the_contrary(question, "en", sentence, ("The council will not close the library.",), "en")


TOLD = {
    "atelier.md": "---\ntitle: L’atelier Sarmel de Vaubrun\ndate: 2021-02-03\nlang: fr\n---\n"
    "Le groupe Sarmel a inauguré son atelier de Vaubrun le 9 octobre 2020. Il y tisse des voiles et des filets, "
    "et y emploie 85 personnes.\n\nLa directrice, Ines Calvet, a d’abord cherché un terrain à Lisse.\n",
    "pont.md": "---\ntitle: Le pont de Lisse\ndate: 2022-05-01\nlang: fr\n---\n"
    "Le pont de Lisse a coûté 14 millions d’euros à la région. Les camions n’y passent pas.\n",
}


def test_a_false_premise_is_near_and_the_true_one_is_found(tmp_path: Path) -> None:
    write_articles(tmp_path / "knowledge", TOLD)
    engine = Engine(EngineOptions(tmp_path / "knowledge", tmp_path / "data"))
    engine.prepare()
    opened = engine.ask("Quand Sarmel a-t-il ouvert son atelier de Vaubrun ?")
    closed = engine.ask("Quand Sarmel a-t-il fermé son atelier de Vaubrun ?")
    assert opened.verdict is Verdict.FOUND
    assert closed.verdict is not Verdict.FOUND
    assert closed.confidence < opened.confidence


def test_who_stops_work_begins_a_strike() -> None:
    told = "The dockers had stopped work on 3 May."
    assert not tells_the_contrary("when did the strike begin", "en", told, (), "en")
    assert tells_the_contrary("when did the race begin", "en", "The race stopped on 3 May.", (), "en")
