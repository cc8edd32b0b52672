"""Reasons, and what only repeats what one is asked for."""

from __future__ import annotations

import pytest

from index.judging.objections.reasons import asks_why, only_repeats, tells_a_reason


@pytest.mark.parametrize(
    "question",
    ["Why did the mill close?", "Pourquoi la gare a-t-elle fermé ?", "pk la halle a brulé", "cause of the fire"],
)
def test_a_reason_is_asked_for(question: str) -> None:
    assert asks_why(question)


@pytest.mark.parametrize("question", ["When did the mill close?", "Who knows the miller?", "Combien coûte la halle ?"])
def test_anything_else_is_no_reason(question: str) -> None:
    assert not asks_why(question)


def test_what_was_asked_about_is_no_reason() -> None:
    question = "Pourquoi le tribunal a-t-il annulé la vente de la brasserie à Orle ?"
    repeated = "le tribunal de commerce de Brume a annulé la vente de la brasserie Vance à Orle, votée en juin"
    assert only_repeats(question, "fr", repeated, "fr")
    assert not only_repeats(question, "fr", f"{repeated}, faute d'accord", "fr")
    assert not only_repeats(question, "fr", "La marque ne peut quitter la famille", "fr")
    assert only_repeats("Why did the mill close?", "en", "the mill closed", "en")


def test_a_sentence_that_leads_to_a_reason_is_known_by_its_words() -> None:
    assert tells_a_reason("The mill closed because the river froze.")
    assert tells_a_reason("La halle a fermé faute de clients.")
    assert not tells_a_reason("Le conseil a voté l'abandon du kiosque, promis en 2011.")
