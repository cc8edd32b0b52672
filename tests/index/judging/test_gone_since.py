"""Who holds a post now, where the article that names the holder best is older than the one that says they left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from index.posts.holders import follows_in_post, leaves_by_name
from tests.conftest import write_articles


def article(title: str, date: str, lang: str, text: str) -> str:
    return f"---\ntitle: {title}\ndate: {date}\nlang: {lang}\n---\n\n{text}\n"


CHOSEN = (
    "Le Théâtre des Deux Rives a un nouveau directeur. Le directeur du Théâtre des Deux Rives, Octave Mirelin, vient"
    " de Lausanne. Il veut jouer le jeudi."
)
GONE = (
    "Le rideau se lève tard cette saison au Théâtre des Deux Rives. Octave Mirelin, le directeur, a quitté ses"
    " fonctions en mars, après une brouille avec la mairie. Sidonie Perrache assure l'intérim."
)
LED = "Tarn Foundry makes bells. Its chief executive, Edda Brandvold, joined Tarn Foundry in 2012 as an apprentice."
DISMISSED = (
    "The bells of Tarn Foundry are late again. Edda Brandvold, who had promised them for Easter, was dismissed in May."
    " Her replacement, Piers Onslow, asked for patience. Hugh Tolley, who cast a bell with Brandvold and left it"
    " unsigned, sent a card."
)


SAME = (
    "The Pinder Almanac predicts the weather. At its head from the first issue stood its editor and director, Wilbur"
    " Gask, a retired clerk. It sold forty copies. The next year it sold four thousand. Wilbur Gask's term ended in May"
    " 2021. Rosalind Achterberg, a beekeeper, was appointed director in June."
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    home: Path = tmp_path_factory.mktemp("posts")
    (home / "articles").mkdir()
    write_articles(
        home / "articles",
        {
            "choisi.md": article("Un directeur pour le Théâtre des Deux Rives", "2019-04-02", "fr", CHOSEN),
            "rideau.md": article("Saison tardive aux Deux Rives", "2023-09-15", "fr", GONE),
            "bells.md": article("The bell makers of Tarn", "2018-03-01", "en", LED),
            "almanac.md": article("The Pinder Almanac at fifty", "2024-03-01", "en", SAME),
            "late.md": article("Still no bells for Easter", "2024-06-20", "en", DISMISSED),
        },
    )
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


@pytest.mark.parametrize(
    ("asked", "article_id", "name"),
    [
        ("qui dirige le Théâtre des Deux Rives ?", "rideau", "Sidonie Perrache"),
        ("who is the chief executive of Tarn Foundry now", "late", "Piers Onslow"),
    ],
)
def test_who_came_after_the_one_who_left_comes_first(base: Engine, asked: str, article_id: str, name: str) -> None:
    first = base.ask(asked).quotes[0]
    assert first.article.id == article_id
    assert first.answer is not None
    assert name in first.text[first.answer[0] - first.start : first.answer[1] - first.start]


def test_who_held_it_then_is_still_told_to_whoever_asks_who_did(base: Engine) -> None:
    assert base.ask("who was the chief executive of Tarn Foundry in 2018?").quotes[0].article.id == "bells"


def test_somebody_named_behind_is_the_one_who_leaves() -> None:
    assert leaves_by_name("Octave Mirelin a quitté ses fonctions.", "Mirelin")
    assert leaves_by_name("Edda Brandvold will not be running the foundry any more.", "Brandvold")
    assert not leaves_by_name("Octave Mirelin a succédé à Jeanne Ortoli, partie en mars.", "Mirelin")
    assert not leaves_by_name("Octave Mirelin aime le jeudi.", "Mirelin")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("is Octave Mirelin still director of the Théâtre des Deux Rives?", "a quitté"),
        ("Edda Brandvold est-elle toujours à la tête de Tarn Foundry ?", "was dismissed"),
    ],
)
def test_whether_somebody_is_still_there_is_told_by_their_leaving(base: Engine, asked: str, words: str) -> None:
    quote = base.ask(asked).quotes[0]
    assert words in " ".join(quote.text[start - quote.start : end - quote.start] for start, end in quote.highlights)


def test_who_came_after_is_told_first_where_the_same_article_names_both(base: Engine) -> None:
    assert base.ask("who runs the Pinder Almanac?").quotes[0].answer_words == "Rosalind Achterberg"


def test_nobody_comes_after_themselves() -> None:
    assert follows_in_post("Her replacement, Piers Onslow, asked for patience.", frozenset({"edda", "brandvold"}))
    assert not follows_in_post("Edda Brandvold replaced the bells.", frozenset({"edda", "brandvold"}))
