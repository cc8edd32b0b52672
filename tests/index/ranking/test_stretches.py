"""What is kept of a passage for ranking, and how far it says what is asked."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.encoder.pieces import UNIT, QuestionPieces
from index.generation.stretches import PassageInContext, StretchIndex, gram_numbers
from index.passages.passage import Passage
from index.question.expectation import Expectation, bit_of
from index.ranking.matching import match_words, weakest_words
from index.terms.asked import asked_terms
from index.terms.bm25 import TermIndex
from index.terms.numbers import stem_number
from index.terms.tokens import stems

SENTENCES = st.lists(st.text(st.sampled_from("aeiouénrst 12"), min_size=1, max_size=30), min_size=1, max_size=4)


def passage_of(sentences: list[str], section: str | None = None) -> Passage:
    text, spans = "", []
    for sentence in sentences:
        text += " " if text else ""
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return Passage("article", 0, len(text), text, section, tuple(spans))


def index_of(passages: list[PassageInContext]) -> tuple[StretchIndex, TermIndex]:
    terms = TermIndex.build([f"{p.heading} {p.passage.text}" for p in passages], [p.lang for p in passages])
    return StretchIndex.build(passages), terms


CARE = PassageInContext(
    passage_of(["Le service ferme le 31 décembre 2022.", "Il avait coûté 40 millions à Amazon.", "Rien d’autre."]),
    "fr",
    "Amazon Care\n",
)
HAVEN = PassageInContext(passage_of(["Haven closed in 2021."]), "en", "Haven\n")


def test_each_stretch_keeps_its_stems_and_the_kinds_of_answer_it_holds() -> None:
    index, _ = index_of([CARE, HAVEN])
    its = index.of([0])
    assert its.ends.tolist() == [4]
    number = stem_number(stems("millions", "fr")[0])
    assert its.stretch_of_stem[its.stems == number].tolist() == [2]
    date, figure = bit_of(Expectation.DATE), bit_of(Expectation.FIGURE)
    assert [bool(kind & date) for kind in its.kinds] == [False, True, False, False]
    assert [bool(kind & figure) for kind in its.kinds] == [False, False, True, False]


def test_passages_are_told_in_the_order_asked_for_wherever_they_stand() -> None:
    index, _ = index_of([CARE, HAVEN, CARE])
    its = index.of([1, 2])
    alone = [index.of([row]) for row in (1, 2)]
    assert its.ends.tolist() == [2, 6]
    for name in ("stems", "kinds", "grams"):
        assert np.array_equal(getattr(its, name), np.concatenate([getattr(each, name) for each in alone]))
    assert its.headings.tolist() == [0, 2]


@given(st.lists(SENTENCES, min_size=1, max_size=4))
def test_what_is_saved_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, told: list[list[str]]) -> None:
    index, _ = index_of([PassageInContext(passage_of(sentences), "fr", "titre\n") for sentences in told])
    folder = tmp_path_factory.mktemp("saved") / "stretches"
    index.save(folder)
    rows = list(reversed(range(len(told))))
    before, after = index.of(rows), StretchIndex.load(folder).of(rows)
    for name in before.__dataclass_fields__:
        assert np.array_equal(getattr(before, name), getattr(after, name))


def test_a_base_without_passages_is_saved_and_read(tmp_path: Path) -> None:
    StretchIndex.build([]).save(tmp_path / "none")
    assert len(StretchIndex.load(tmp_path / "none").of([]).ends) == 0


def test_words_are_weighed_stretch_by_stretch_and_together() -> None:
    index, terms = index_of([CARE, HAVEN])
    match = match_words(asked_terms("amazon millions saturne", "fr", "fr"), index.of([0]), terms, "fr")
    amazon, millions, saturne = match.weights
    assert match.by_stretch() == pytest.approx([amazon, 0, amazon + millions, 0])
    assert match.by_passage() == pytest.approx([amazon + millions])
    assert match.by_passage()[0] == pytest.approx(1 - saturne)
    assert (match.under_heading() @ match.weights).tolist() == pytest.approx(
        [amazon, amazon, amazon + millions, amazon]
    )


def test_two_sentences_that_follow_each_other_count_together_but_not_with_the_passage_before() -> None:
    index, terms = index_of([HAVEN, HAVEN])
    match = match_words(asked_terms("haven", "en", "en"), index.of([0, 1]), terms, "en")
    assert match.best_sentence(match.with_sentence_before()).tolist() == [1, 1]
    index, terms = index_of([CARE, CARE])
    match = match_words(asked_terms("service amazon", "fr", "fr"), index.of([0, 1]), terms, "fr")
    service, amazon = match.weights
    assert match.with_sentence_before() == pytest.approx([amazon, service, 1, amazon] * 2)


def test_a_question_without_a_word_finds_nothing_said() -> None:
    index, terms = index_of([CARE])
    match = match_words((), index.of([0]), terms, "fr")
    assert match.by_passage().tolist() == [0]


def test_the_nearest_piece_of_each_stretch_speaks_for_it() -> None:
    asked = QuestionPieces(np.eye(2, dtype=np.float32), np.array([0.5, 0.5], np.float32), np.array([0, 1]))
    told = np.array([[UNIT, 0], [0, UNIT], [UNIT // 2, 0]], dtype=np.int8)
    nearest = asked.nearest(told, np.array([1, 1, 3]))
    assert nearest == pytest.approx(np.array([[1, 0], [0, 0], [0.5, 1]]), abs=0.01)


def test_the_word_said_least_is_that_of_whole_words() -> None:
    index, terms = index_of([HAVEN])
    match = match_words(asked_terms("haven close saturn", "en", "en"), index.of([0]), terms, "en")
    assert weakest_words(match, np.array([0, 0, -1]), 1).tolist() == pytest.approx([0.5, 1])
    assert weakest_words(match, np.array([0, 1, 2]), 1).tolist() == [0, 0]
    assert weakest_words(match, np.array([-1, -1, -1]), 1).tolist() == [0, 0]


def test_a_slip_of_the_keyboard_leaves_most_grams_in_place() -> None:
    right, slip, other = map(gram_numbers, ("télémédecine", "telemedcine", "hippopotame"))
    shared = np.intersect1d(right, slip)
    assert len(shared) > len(slip) / 2
    assert len(np.intersect1d(right, other)) <= 1
