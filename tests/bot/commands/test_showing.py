"""An answer shown to a person by the command line: no more quotes than are worth reading."""

from __future__ import annotations

import pytest

from bot.commands.invocation import Invocation
from index.answer import FAR, Answer, Quote, Verdict
from index.article import ArticleCard

CARD = ArticleCard("a", "Titre", "2020-01-01", "Le Journal", None, "a.md", "fr")


def shown(scores: list[float], capsys: pytest.CaptureFixture[str]) -> str:
    quotes = tuple(Quote(f"Texte {number}.", 0, 8, (), score, None, CARD) for number, score in enumerate(scores))
    Invocation({"lang": "fr"}).show(Answer("Question ?", "fr", Verdict.FOUND, 0.9, 1, 0.01, quotes))
    return capsys.readouterr().out


def test_quotes_far_behind_the_first_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown([10.0, 10.0 - FAR / 2, 9.0 - FAR], capsys)
    assert "Texte 0." in out
    assert "Texte 1." in out
    assert "Texte 2." not in out
