"""French or English: articles, questions, careless words, nonsense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles.language import UNDECIDED_LANGUAGE, declared_language, detect_language, vote_on_language

FRENCH = [
    "c'est quoi haven",
    "C’est quoi, Haven ?",
    "prix de one medical",
    "Combien ?",
    "Pourquoi ?",
    "combien coûte Amazon Care",
    "qui a fondé One Medical ?",
    "Haven : quand la dissolution ?",
    "les amendes de la CNIL",
    "L’hébergement des données",
    "Le groupe a annoncé, jeudi, la fermeture de ses cliniques. « Nous n’avons pas trouvé de modèle », dit-elle.",
]
ENGLISH = [
    "when was haven dissolved",
    "What is Haven?",
    "amazon care price",
    "how much?",
    "Why?",
    "who bought One Medical and when",
    "Why didn't Google Health last?",
    "Haven's failure",
    "The company said on Thursday that it would close its clinics. Patients keep access to their records.",
]


@pytest.mark.parametrize("text", FRENCH)
def test_french_is_french(text: str):
    assert detect_language(text) == "fr"


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english(text: str):
    assert detect_language(text) == "en"


@pytest.mark.parametrize("text", FRENCH + ENGLISH)
def test_capitals_and_white_space_change_nothing(text: str):
    assert detect_language(f"  {text.upper()}\n") == detect_language(text)


@pytest.mark.parametrize("text", ["", "   ", "2021", "3,9 %", "🙂🎉", "???", "…", "😀 42"])
def test_a_text_without_a_letter_is_in_the_language_of_the_first_readers(text: str):
    assert detect_language(text) == UNDECIDED_LANGUAGE


@given(st.text(max_size=60))
def test_any_text_is_one_or_the_other(text: str):
    assert detect_language(text) in ("fr", "en")


def test_only_the_beginning_of_a_long_text_is_read():
    assert detect_language("Les patients gardent l’accès à leurs dossiers. " * 200 + "the the the " * 10_000) == "fr"


def test_words_of_both_languages_decide_nothing():
    assert vote_on_language("on a or me") is None
    assert vote_on_language("amazon haven") is None


@pytest.mark.parametrize(
    ("keywords", "lang"),
    [
        ("amende tellier-braun montant 2024", "fr"),
        ("chiffre affaires chantier", "fr"),
        ("fine tellier-braun amount 2024", "en"),
        ("foundry bell price", "en"),
    ],
)
def test_keywords_are_in_the_language_that_knows_them(keywords: str, lang: str):
    assert detect_language(keywords) == lang


def test_an_english_sentence_with_a_french_name_stays_english():
    assert detect_language("When did Ségolène Royal visit the Hôpital Européen?") == "en"
    assert detect_language("Que fait The New York Times ?") == "fr"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("fr-FR", "fr"),
        ("fr_CA.UTF-8", None),
        ("FR", "fr"),
        ("Français", "fr"),
        ("fra", "fr"),
        ("French", "fr"),
        ("English", "en"),
        (" en-US ", "en"),
        ("eng-GB", "en"),
        ("de", "de"),
        ("de-AT", "de"),
        ("zh-Hans-CN", "zh"),
        ("klingon", None),
        ("xx", None),
        ("deu", None),
        ("", None),
        ("12", None),
        (None, None),
    ],
)
def test_a_declared_language_is_a_code_or_nothing(declared: str | None, code: str | None):
    assert declared_language(declared) == code
