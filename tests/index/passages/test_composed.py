"""Texts with their accents apart, unseen characters in their words, or words cut at line ends: found and dated like
their composed twins, and quoted as they are."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.dates.finder import find_time_expressions
from index.engine import Engine, EngineOptions
from index.passages.composed import compose

ARTICLE = """---
title: Le phare de Kérézel
date: 2020-03-02
---

Le phare de Kérézel a été allumé le 3 août 1887 par l’ingénieur Émile Le Goué. Sa lanterne porte à vingt milles.

La société Kérézel-Énergie l’a électrifié en février 1954. Le gardien, Théo Guéguen, l’a quitté l’année dernière.
"""


def spread(text: str) -> str:
    """The same words with accents apart, and a soft hyphen or a zero-width space within each long one."""
    words = [
        f"{word[:3]}\u00ad{word[3:5]}\u200b{word[5:]}" if len(word) > 6 and word.isalpha() else word
        for word in text.split(" ")
    ]
    return unicodedata.normalize("NFD", " ".join(words))


@pytest.fixture(params=["as people write", "spread"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    head, _, body = ARTICLE.rpartition("---\n")
    text = f"{head}---\n{spread(body)}" if request.param == "spread" else ARTICLE
    (folder / unicodedata.normalize("NFD", "phare-kérézel.md")).write_text(text, encoding="utf-8")
    made = Engine(EngineOptions(knowledge_dir=folder, data_dir=tmp_path / "data"))
    made.prepare()
    return made


def test_both_twins_are_found_dated_and_quoted_as_they_are(engine: Engine) -> None:
    (card,) = engine.sources()
    assert card.id == "phare-kerezel"
    body = engine.article(card.id).body
    answer = engine.ask("Qui a allumé le phare de Kérézel ?", limit=1)
    quote = answer.quotes[0]
    assert quote.text == body[quote.start : quote.end]
    timeline = engine.timeline("Kérézel-Énergie")
    (named,) = (event for event in timeline.events if event.date == "1954-02")
    said = named.tellings[0].quote
    assert said.text == body[said.start : said.end]
    assert compose(said.text).text.startswith("La société Kérézel-Énergie l’a électrifié en février 1954.")
    assert timeline.events == engine.timeline(unicodedata.normalize("NFD", "Kérézel-Énergie")).events


@given(st.text(st.sampled_from("aeéßıœ-\n .\u0301\u0308\u0327\u00ad\u200b\u200d😀한"), max_size=40))
@example("e\u0301te\u0301 sus-\npendu")
def test_places_in_a_composed_text_lead_back_in_order(text: str) -> None:
    composed = compose(text)
    places = [composed.at(place) for place in range(len(composed.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)
    assert compose(composed.text).text in (composed.text, compose(compose(composed.text).text).text)
    whole = "".join(text[start:end] for start, end in pairwise(places))
    assert whole == text[places[0] :]


@pytest.mark.parametrize(
    ("written", "composed"),
    [
        ("La circu-\nlation est inter-\n  rompue.", "La circulation est interrompue."),
        ("Le porte-\nparole et le garde-\nchasse", "Le porte-parole et le garde-chasse"),
        ("Vingt-\nDeux, page 3-\n4", "Vingt-\nDeux, page 3-\n4"),
        ("in\u00advi\u00adsi\u00adble\ufeff e\u0301", "invisible é"),
    ],
)
def test_words_are_made_whole(written: str, composed: str) -> None:
    assert compose(written).text == composed


def test_dates_are_found_where_they_stand_in_the_text_as_it_is() -> None:
    text = unicodedata.normalize(
        "NFD", "Né le 3 août 1887, il fut arrê\u00adté le 9 dé\u00adcem-\nbre 1912, l’année dernière."
    )
    found = find_time_expressions(text, "fr", "2020-03-02")
    assert [one.value for one in found] == ["1887-08-03", "1912-12-09", "2019"]
    assert compose(text[found[1].start : found[1].end]).text == "le 9 décembre 1912"


def test_a_text_whose_lines_cut_words_is_found_by_the_whole_word(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "presse.txt").write_text(
        "date 1924-06-11\n\nLE MARCHÉ DE SAVEUSE\n\nLe maraî-\ncher Honoré Plessis a expo-\nsé hier une citrouille de "
        "quatre-\nvingt livres, qui fait l’admi-\nration de tous.\n",
        encoding="utf-8",
    )
    engine = Engine(EngineOptions(knowledge_dir=folder, data_dir=tmp_path / "data"))
    engine.prepare()
    answer = engine.ask("Quel maraîcher a exposé une citrouille de quatre-vingt livres ?", limit=1)
    assert answer.quotes[0].article.id == "presse"
    assert "maraî-\ncher" in answer.quotes[0].text
