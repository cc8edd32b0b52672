"""Words, and BM25 over them."""

from pathlib import Path

import numpy as np
import pytest
from bm25s import BM25
from hypothesis import given
from hypothesis import strategies as st

from index.terms.asked import asked_terms
from index.terms.bm25 import K1, METHOD, B, TermIndex
from index.terms.tokens import asked_words, fold, stems, terms
from index.terms.translations import words_across

TEXTS = [
    "Amazon a racheté One Medical pour 3,9 milliards de dollars.",
    "Haven a été dissoute en 2021.",
    "Amazon Care closed on December 31, 2022.",
    "!!!",
]
LANGS = ["fr", "fr", "en", "en"]


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("l’entreprise", "entreprises", "fr"),
        ("Télémédecine", "telemedecine", "fr"),
        ("836\u202f000 membres", "836,000 membre", "fr"),
        ("3,9 milliards", "3.9 milliards", "fr"),
        ("the buyers", "a buyer", "en"),
    ],
)
def test_forms_of_one_word_are_one_term(one: str, other: str, lang: str) -> None:
    assert stems(one, lang) == stems(other, lang)


def test_a_common_word_that_a_small_base_lacks_weighs_less_than_a_rare_one() -> None:
    index = TermIndex.build(TEXTS, LANGS)
    common, rare = asked_terms("available saturn", "en", "en")
    assert index.idf(common, "en") < index.idf(rare, "en")


def test_names_that_look_like_halves_of_contractions_are_kept() -> None:
    assert stems("Haven closed", "en")[0] == "haven"


def test_asking_words_are_not_asked_about() -> None:
    assert asked_words("Combien Amazon a-t-il payé One Medical ?", "fr") == ["amazon", "paye", "one", "medical"]
    assert asked_words("When did Haven close?", "en") == ["haven", "close"]


def test_in_the_other_language_a_word_stands_beside_its_translations() -> None:
    haven, close = asked_terms("When did Haven close?", "en", "fr")
    assert haven.found_in({"haven"}) == 1.0
    assert 1.0 > close.found_in(stems("Haven fermera", "fr")) > close.found_in({"autre"}) == 0.0


def test_in_its_own_language_a_word_stands_for_itself() -> None:
    assert [dict(term.stems) for term in asked_terms("l’hôpital vend des montres", "fr", "fr")] == [
        {stem: 1.0} for stem in stems("hôpital vend montres", "fr")
    ]


def test_a_translated_word_finds_less_than_the_word_itself() -> None:
    (hospital,) = asked_terms("hôpital", "fr", "en")
    assert 0.5 < hospital.found_in(stems("hospitals", "en")) < 1.0


def test_every_translation_is_a_folded_word_with_a_weight() -> None:
    for lang in ("fr", "en"):
        for word, others in words_across(lang).items():
            assert others
            assert word == fold(word)
            assert all(other == fold(other) and 0 < weight <= 1 for other, weight in others.items())
    assert not words_across("de")


@given(st.text(), st.sampled_from(["fr", "en", "de", "xx"]))
def test_terms_stand_where_they_say(text: str, lang: str) -> None:
    found = list(terms(text, lang))
    assert all(fold(text[term.start : term.end]) for term in found)
    assert [term.start for term in found] == sorted(term.start for term in found)


def test_each_field_reads_the_question_in_its_own_language() -> None:
    index = TermIndex.build(TEXTS, LANGS)
    assert int(np.argmax(index.scores("Combien Amazon a-t-il payé One Medical ?", "fr"))) == 0
    assert int(np.argmax(index.scores("When was Haven dissolved?", "en"))) == 1
    assert int(np.argmax(index.scores("when did Amazon Care close", "en"))) == 2


def test_scores_are_those_of_bm25s() -> None:
    index = TermIndex.build(TEXTS[:2], LANGS[:2])
    reference = BM25(method=METHOD, k1=K1, b=B)
    reference.index([stems(text, "fr") for text in TEXTS[:2]], show_progress=False)
    for question in ("Amazon a racheté One Medical", "haven dissoute en 2021", "milliards de haven"):
        expected = reference.get_scores([stem for stem in stems(question, "fr") if stem in reference.vocab_dict])
        assert index.scores(question, "fr") == pytest.approx(expected)


def test_a_rare_word_weighs_more_and_an_unknown_one_most() -> None:
    index = TermIndex.build(["haven vega", "vega", "vega orion"], ["fr"] * 3)
    everywhere, once, nowhere = asked_terms("vega haven quaggatron", "fr", "fr")
    assert index.idf(everywhere, "fr") < index.idf(once, "fr") < index.idf(nowhere, "fr")


def test_a_saved_index_gives_the_same_scores(tmp_path: Path) -> None:
    index = TermIndex.build(TEXTS, LANGS)
    index.save(tmp_path / "terms")
    loaded = TermIndex.load(tmp_path / "terms")
    for question in ("Amazon", "haven 2021", "nothing of that"):
        assert np.array_equal(index.scores(question, "fr"), loaded.scores(question, "fr"))
        for term in asked_terms(question, "fr", "fr"):
            assert index.idf(term, "fr") == loaded.idf(term, "fr")


@given(st.lists(st.tuples(st.text(), st.sampled_from(["fr", "en"])), min_size=1, max_size=6), st.text())
def test_any_text_can_be_indexed_and_asked_about(passages: list[tuple[str, str]], question: str) -> None:
    texts, langs = zip(*passages, strict=True)
    index = TermIndex.build(texts, langs)
    scores = index.scores(question, "fr")
    assert scores.shape == (len(texts),)
    assert np.isfinite(scores).all()
