"""Which language a question of key words is in."""

from __future__ import annotations

import pytest

from index.question.language import language_asked


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("amende vance-morel montant 2021", "fr"),
        ("lighthouse fitbit devices sold 2021", "en"),
        ("combien de marches", "fr"),
        ("who keeps the lighthouse", "en"),
    ],
)
def test_key_words_tell_their_language(question: str, lang: str) -> None:
    assert language_asked(question) == lang
