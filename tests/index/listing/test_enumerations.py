"""What an article enumerates under a word that a list asks for is that list, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.answer import Answer
from index.articles.folder import read_article
from index.engine import Engine, EngineOptions
from index.listing.enumerations import enumerated, heads_of
from index.passages.windows import passages_of

BRIDGE = """---
title: Le pont de Morvilliers sera refait
date: 2024-03-05
lang: fr
---
Le pont de Morvilliers sera refait cette année.

## Qui paie quoi

| Financeur | Montant |
|---|---|
| Ville de Morvilliers | 1 500 000 € |
| Région | 900 000 € |
| Fondation des ponts | 300 000 € |

Le chantier a été confié à l'entreprise Bourrely, d'Aiguemont.

## Les étapes du chantier

- Avril : dépose des pavés
- Juin : nouvelle pile
- Octobre : réouverture
"""
TOURNAMENT = """The Marl Cup

The Marl Cup was played at Wexcombe on Sunday in front of two thousand people.

The clubs that took part:
- Harrowby Rovers
- Penlow Park
- Old Severians

Harrowby Rovers won it for the first time.
"""


RULES = """The Marl league

The season begins on 10 September.

New rules

1. Tackles above the chest are banned.
2. Teams of twelve may play.
"""


def items(asked: str, text: str, name: str) -> list[str]:
    article, _ = read_article(text.encode(), name)
    for passage in passages_of(article):
        found = enumerated(asked, passage)
        if found is not None:
            return [article.body[slice(*found.item(passage, row))] for row in found.rows]
    return []


@pytest.mark.parametrize(
    ("asked", "text", "wanted"),
    [
        (
            "Quels sont les financeurs du pont ?",
            BRIDGE,
            ["Ville de Morvilliers", "Région", "Fondation des ponts"],
        ),
        (
            "Quelles sont les étapes du chantier ?",
            BRIDGE,
            ["Avril : dépose des pavés", "Juin : nouvelle pile", "Octobre : réouverture"],
        ),
        ("Which clubs played in the Marl Cup?", TOURNAMENT, ["Harrowby Rovers", "Penlow Park", "Old Severians"]),
        (
            "Which stages will the works on the bridge have?",
            BRIDGE,
            ["Avril : dépose des pavés", "Juin : nouvelle pile", "Octobre : réouverture"],
        ),
        ("What changes this season?", RULES, ["Tackles above the chest are banned", "Teams of twelve may play"]),
        (
            "Quelles sont les nouveautés de la ligue ?",
            RULES,
            ["Tackles above the chest are banned", "Teams of twelve may play"],
        ),
        (
            "What are the new rules of the league?",
            RULES,
            ["Tackles above the chest are banned", "Teams of twelve may play"],
        ),
        ("Quels ouvriers ont travaillé au pont ?", BRIDGE, []),
    ],
)
def test_lines_under_the_word_that_is_asked_for_are_its_items(asked: str, text: str, wanted: list[str]) -> None:
    assert items(asked, text, "a.md" if text is BRIDGE else "a.txt") == wanted


def test_the_head_of_a_table_is_no_item() -> None:
    article, _ = read_article(BRIDGE.encode(), "a.md")
    heads = [article.body[slice(*head)] for passage in passages_of(article) for head in heads_of(passage)]
    assert heads == ["Financeur | Montant"]


def marked(answer: Answer) -> list[str]:
    return [quote.text[a - quote.start : b - quote.start] for quote in answer.quotes for a, b in quote.highlights]


def test_a_list_that_an_article_enumerates_is_shown_whole_and_alone(tmp_path: Path) -> None:
    knowledge = tmp_path / "knowledge"
    knowledge.mkdir()
    (knowledge / "pont.md").write_text(BRIDGE, encoding="utf-8")
    engine = Engine(EngineOptions(knowledge, tmp_path / "data", reading_seconds=60))
    engine.prepare()
    shown = marked(engine.ask("Quels sont les financeurs du pont de Morvilliers ?"))
    engine.close()
    assert [one.partition(" |")[0] for one in shown] == ["Ville de Morvilliers", "Région", "Fondation des ponts"]
