"""Slips of the keyboard are set right from the words of the base; whatever is a word stays as it was typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engine import Engine, EngineOptions
from index.question.spelling import Spelling, load_words, surface_words, write_words
from tests.conftest import write_articles

TEXTS = [
    ("Masimo accuse Apple. La télémédecine progresse dans le pays, contre toute attente.", "fr"),
    ("Doctolib achète Tanker, spécialiste du chiffrement.", "fr"),
    ("Apple paid Masimo in that country. Apple was founded in California.", "en"),
]


def spelling() -> Spelling:
    return Spelling(surface_words(*zip(*TEXTS, strict=True)), lambda stem, lang: stem in {"progress", "pai"})


@pytest.mark.parametrize(
    ("typed", "lang", "meant"),
    [
        ("combien aple doit a masimmo", "fr", "combien apple doit a masimo"),
        ("c koi la telemedcine", "fr", "c koi la telemedecine"),
        ("docotlib et tankre", "fr", "doctolib et tanker"),
        ("who fonded aplle", "en", "who founded apple"),
        ("in what contry", "en", "in what country"),
        ("Masimmo et Doctlib", "fr", "masimo et doctolib"),
    ],
)
def test_a_slip_is_read_as_the_nearest_word_of_the_base(typed: str, lang: str, meant: str) -> None:
    assert spelling().corrected(typed, lang) == meant


@pytest.mark.parametrize(
    ("typed", "lang"),
    [
        ("Qui a fondé Apple ?", "fr"),
        ("une recette de tarte aux pommes", "fr"),
        ("le prix du bitcoin", "fr"),
        ("elon Musk", "en"),
        ("Quaggatron", "fr"),
        ("AirPods Pro 2, 3,9 Md$ & co.", "fr"),
        ("progresser", "fr"),
        ("qsdfghjklm", "fr"),
        ("", "fr"),
    ],
)
def test_what_is_a_word_or_near_none_stays(typed: str, lang: str) -> None:
    assert spelling().corrected(typed, lang) == typed


@given(st.text(max_size=80), st.sampled_from(["fr", "en", "de"]))
def test_only_words_change(typed: str, lang: str) -> None:
    meant = spelling().corrected(typed, lang)
    assert [c for c in meant if not c.isalpha()] == [c for c in typed if not c.isalpha()]


def test_words_are_read_as_they_were_written(tmp_path: Path) -> None:
    words = surface_words(*zip(*TEXTS, strict=True))
    write_words(tmp_path / "words.json", words)
    assert load_words(tmp_path / "words.json") == words
    assert words["apple"].is_name
    assert not words["country"].is_name
    assert words["apple"].langs == ("en", "fr")


def test_a_question_with_slips_finds_what_it_means_and_is_given_back_as_typed(tmp_path: Path) -> None:
    body = "Masimo accuse Apple d’avoir copié ses capteurs. Un jury a condamné Apple à payer 634 millions de dollars."
    write_articles(tmp_path / "knowledge", {"a.md": f"---\ntitle: Le procès\nlang: fr\n---\n{body}\n"})
    engine = Engine(EngineOptions(tmp_path / "knowledge", tmp_path / "data"))
    engine.prepare()
    question = "combien aple doit payer a masimmo ?"
    assert engine.find(question).query.text == "combien apple doit payer a masimo ?"
    assert engine.ask(question).question == question
