"""Signs that belong to a name, and sums in another scale."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engine import Engine, EngineOptions
from index.entities.proper_names import unlisted_key
from index.terms.sums import sums_in, with_sums_as_told
from index.terms.tokens import GROUPED_DIGITS, asked_words, searched_stems, stems


def test_words_with_signs_are_words_of_their_own() -> None:
    assert stems("C++, C#, C, F#, .NET, net, R&D, AT&T, at", "en") == [
        *("cplusplus", "csharp", "fsharp", "dotnet", "net", "randd", "atandt"),
    ]
    assert asked_words("Qui utilise C++ et R&D ?", "fr") == ["utilise", "c++", "r&d"]


def test_signs_around_words_are_no_part_of_them() -> None:
    assert stems("Voir page#3, a+b, fin.Le chat, marks & spencer, prix+++", "fr") == stems(
        "Voir page 3, a b, fin Le chat, marks spencer, prix", "fr"
    )


def test_names_with_signs_are_told_apart_in_timelines() -> None:
    assert len({unlisted_key(name) for name in ("C", "C++", "C#", "F#", ".NET", "NET")}) == 6


TEXTS = {
    "fr": ["4,2 milliards", "4 200 millions", "4,2 Md€", "4 200 M€", "4 200 000 000", "4200 mn"],
    "en": ["4.2 billion", "4,200 million", "$4.2bn", "$4200m", "4,200,000,000", "£4.2B"],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in TEXTS.items() for text in texts])
def test_a_sum_is_one_word_in_whatever_scale(lang: str, text: str) -> None:
    assert "s4200000000" in searched_stems(f"Le prix {text} net", lang)
    assert "s4200000000" in asked_words(f"{text} ?", lang)


@pytest.mark.parametrize("text", ["12 m", "12m", "2,5 fois", "2019", "48 000 batteries", "3,14159 millions", "B2B 4K"])
def test_what_is_no_sum_gives_none(text: str) -> None:
    assert list(sums_in(GROUPED_DIGITS.sub("", text), "fr")) in ([], [("s3141590", 0, 16)])


def test_a_french_billion_is_a_thousand_english_ones() -> None:
    assert searched_stems("deux billions", "fr")[-1] == "s2000000000000"
    assert searched_stems("two billion", "en")[-1] == "s2000000000"


@given(st.integers(1, 999_999))
def test_millions_and_figures_written_out_are_one_sum(count: int) -> None:
    spaced = f"{count * 1_000_000:,}".replace(",", "\u202f")
    assert set(asked_words(spaced, "fr")) & set(searched_stems(f"{count} millions", "fr"))


def test_a_sum_is_found_in_the_other_scale_and_a_sign_in_its_own_article(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "port.md").write_text(
        "---\nlang: fr\n---\nLe port de Morlande a coûté 1,35 milliard d’euros. La grue F# y tourne depuis 2011.",
        encoding="utf-8",
    )
    (folder / "gare.md").write_text(
        "---\nlang: fr\n---\nLa gare de Tilly a coûté 96 millions d’euros. Le pont F++ y a été posé en 2014.",
        encoding="utf-8",
    )
    engine = Engine(EngineOptions(folder, tmp_path / "data"))
    engine.prepare()
    assert engine.ask("Quel port a coûté 1350 millions d’euros ?", limit=1).quotes[0].article.id == "port"
    assert engine.ask("Quelle gare a coûté 0,096 milliard d’euros ?", limit=1).quotes[0].article.id == "gare"
    assert [event.date for event in engine.timeline("F++").events] == ["2014"]


@pytest.mark.parametrize(
    ("question", "asked_in", "told", "lang", "wording"),
    [
        ("Qui a 2,5 milliards ?", "fr", "Vega raised $2.5bn.", "en", "Qui a $2.5bn ?"),
        ("Who has 7 000 million?", "en", "Il a 7 milliards.", "fr", "Who has 7 milliards?"),
        ("4 200 000 francs", "fr", "Elle vaut 4,2 millions.", "fr", "4,2 millions francs"),
        ("4.2 million people", "en", "They are 4 200 000 now.", "en", "4 200 000 people"),
        ("2 500 millions", "fr", "2 500 millions, puis 2,5 milliards", "fr", "2 500 millions"),
        ("Who has 7 billion?", "en", "Il a 7 billions.", "fr", "Who has 7 billion?"),
    ],
)
def test_a_question_takes_the_writing_of_its_sums_from_what_is_read(
    question: str, asked_in: str, told: str, lang: str, wording: str
) -> None:
    assert with_sums_as_told(question, asked_in, told, lang) == wording


@given(st.text("0123456789 ,.millonrdsbtk$€", max_size=30), st.text("0123456789 ,.millonrdsbtk$€", max_size=60))
def test_a_question_that_shares_no_sum_stays_as_it_is(question: str, told: str) -> None:
    shared = set(searched_stems(question, "fr")) & set(searched_stems(told, "fr"))
    wording = with_sums_as_told(question, "fr", told, "fr")
    assert wording == question or any(stem.startswith("s") for stem in shared)
