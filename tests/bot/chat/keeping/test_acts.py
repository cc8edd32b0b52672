"""What was changed, in the words of whoever reads it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from bot.catalogue import LANGUAGES, words_in
from bot.chat.keeping.acts import act_line
from bot.state.audit import Act
from index.faults import FaultCode

CHAT = Path(__file__).parents[4] / "bot" / "chat"


def line(action: str, detail: str = "", result: str = "done", lang: str = "fr") -> str:
    return act_line(Act(1_760_000_000, 42, 7, action, detail, result), words_in(lang))


@pytest.mark.parametrize(
    ("action", "detail", "told"),
    [
        ("reindex", "generation 3 shared", "a relu les articles (version 3) (articles que tous partagent)"),
        ("reindex", "joined", "a relu les articles (déjà en cours)"),
        ("settings", "private=True", "a réglé Privé par défaut : Activé"),
        ("settings", "lang=None", "a réglé Langue : Celle de chaque lecteur"),
        ("settings", "team_channel=55", "a réglé L’équipe : <#55>"),
        ("settings", "reindex_roles=5 6", "<@&5> <@&6>"),
        ("settings", "reset", "Revenir aux valeurs par défaut"),
        ("add", "notre-hopital", "a ajouté **notre-hopital**"),
        ("add", "shared", "a ajouté (articles que tous partagent)"),
        ("preview", "message 123456", "a regardé avant d’ajouter ·"),
    ],
)
def test_an_act_is_told_in_plain_words(action: str, detail: str, told: str) -> None:
    assert told in line(action, detail)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_code_is_shown_of_what_failed(lang: str) -> None:
    for code in FaultCode:
        told = line("add", "x", code.value, lang)
        assert f"({code.value})" not in told
        assert not told.endswith(f" {code.value}")
        assert "« ? »" not in told
        assert "“?”" not in told


def test_markdown_in_what_was_changed_stays_inert() -> None:
    assert r"\*\*bold\*\*" in line("add", "**bold**")


def test_every_act_that_is_noted_has_its_words() -> None:
    noted = set()
    for file in CHAT.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "attr", "")
            in_thread = called == "to_thread" and "note" in ast.unparse(node.args[0])
            texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if texts and (called == "acting" or in_thread):
                noted.add(texts[0])
    assert len(noted) > 8
    assert all(words_in(lang).knows(f"act-did-{action}") for lang in LANGUAGES for action in noted)
