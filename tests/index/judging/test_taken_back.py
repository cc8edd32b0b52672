"""Values that a text takes back itself, and questions that want just these."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.engine import Engine, EngineOptions
from index.judging.objections.taken_back import is_denied, is_taken_back

FAIR = """---
title: La foire de Brume-sur-Orle fait le plein
date: 2024-10-02
lang: fr
---
La foire aux oignons de Brume-sur-Orle s'est tenue tout le week-end sous la halle, malgré la pluie.

Cette année, la caisse affiche 12 400 entrées, un record. Les organisateurs en avaient d'abord annoncé 15 000.
La prochaine édition durera un jour de plus.
"""


def _told(question: str, sentence: str, words: str) -> bool:
    start = sentence.index(words)
    return is_taken_back(question, sentence, (start, start + len(words)))


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Combien d'entrées ?", "Les organisateurs en avaient d'abord annoncé 44 000.", "44 000"),
        ("Combien de morts ?", "C'est le bilan, longtemps fixé à 214 morts, revu en juillet.", "214"),
        ("How much did it cost?", "It cost 14 million euros; the county had planned for 11.", "11"),
        ("How many came?", "First put at 3,000, the crowd was of 2,400.", "3,000"),
        ("combien de trains", "Neuf trains circulent, au lieu des douze promis.", "douze"),
    ],
)
def test_a_value_that_gave_way_to_another_is_known(question: str, sentence: str, words: str) -> None:
    assert _told(question, sentence, words)


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Combien était d'abord annoncé ?", "Les organisateurs en avaient d'abord annoncé 44 000.", "44 000"),
        ("How much was planned?", "It cost 14 million euros; the county had planned for 11.", "11"),
        ("How much did it cost?", "It cost 14 million euros; the county had planned for 11.", "14 million"),
        ("combien de trains", "Neuf trains circulent, au lieu des douze promis.", "Neuf"),
        ("How does it work?", "It is computed on the phone instead of the watch.", "on the phone"),
    ],
)
def test_a_value_that_holds_or_that_is_asked_for_as_it_was_stays(question: str, sentence: str, words: str) -> None:
    assert not _told(question, sentence, words)


def test_what_is_only_asked_and_denied_is_no_answer() -> None:
    assert is_denied("The prize went to Kirkwall?", "No: that was a joke.")
    assert not is_denied("The prize went to Kirkwall?", "It did.")
    assert not is_denied("The prize went to Kirkwall.", "No one clapped.")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "fair.md").write_text(FAIR, encoding="utf-8")
    engine = Engine(EngineOptions(folder, tmp_path_factory.mktemp("data"), reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


def test_the_sentence_with_the_value_that_holds_is_marked(engine: Engine) -> None:
    (quote, *_) = engine.ask("Combien d'entrées la foire de Brume-sur-Orle a-t-elle faites ?").quotes
    (marked, *_) = quote.highlights
    assert "12 400" in quote.text[marked[0] - quote.start : marked[1] - quote.start]
