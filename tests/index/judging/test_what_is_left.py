"""How many are left is not how many were taken away."""

from __future__ import annotations

import pytest

from index.judging.objections.what_is_left import is_what_is_left


@pytest.mark.parametrize(
    ("question", "sentence", "words", "left"),
    [
        ("combien de postes la fonderie a-t-elle supprimés", "La fonderie ne compte plus que 48 ouvriers.", "48", True),
        ("how many jobs did the foundry cut", "The foundry is down to 48 workers.", "48", True),
        ("how many trees were felled", "Of the grove, 12 are left.", "12", True),
        ("combien de postes la fonderie a-t-elle supprimés", "La fonderie a supprimé 20 postes.", "20", False),
        ("combien d'ouvriers compte la fonderie", "La fonderie ne compte plus que 48 ouvriers.", "48", False),
        ("how many trees are left after the felling", "Of the grove, 12 are left.", "12", False),
    ],
)
def test_what_is_left_is_not_what_was_taken_away(question: str, sentence: str, words: str, left: bool) -> None:
    start = sentence.index(words)
    assert is_what_is_left(question, sentence, (start, start + len(words))) is left
