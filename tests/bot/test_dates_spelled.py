"""EDTF dates spelled for a reader, in French and in English."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates import spell_date

SPELLED = [
    ("2022-08-24", "24 août 2022", "24 August 2022"),
    ("2020-01-01", "1er janvier 2020", "1 January 2020"),
    ("2022-08", "août 2022", "August 2022"),
    ("2022", "2022", "2022"),
    ("2022-08-XX", "août 2022", "August 2022"),
    ("2022-XX", "2022", "2022"),
    ("2020-21", "printemps 2020", "spring 2020"),
    ("2020-22", "été 2020", "summer 2020"),
    ("2020-23", "automne 2020", "autumn 2020"),
    ("2020-24", "hiver 2020", "winter 2020"),
    ("2020-33", "1er trimestre 2020", "1st quarter 2020"),
    ("2020-36", "4e trimestre 2020", "4th quarter 2020"),
    ("2020-40", "1er semestre 2020", "first half of 2020"),
    ("2020-41", "2e semestre 2020", "second half of 2020"),
    ("201X", "années 2010", "2010s"),
    ("19XX", "XXe siècle", "20th century"),
    ("20XX", "XXIe siècle", "21st century"),
    ("00XX", "Ier siècle", "1st century"),
    ("2019~", "vers 2019", "about 2019"),
    ("2019-08?", "août 2019 (date incertaine)", "August 2019 (uncertain)"),
    ("2019%", "vers 2019 (date incertaine)", "about 2019 (uncertain)"),
    ("2019/2022", "2019 – 2022", "2019 – 2022"),
    ("2019-08-03/2022-01", "3 août 2019 – janvier 2022", "3 August 2019 – January 2022"),
    ("2019/..", "depuis 2019", "since 2019"),
    ("2019-08-03/..", "depuis le 3 août 2019", "since 3 August 2019"),
    ("../2019", "jusqu’en 2019", "until 2019"),
    ("../2019-08-03", "jusqu’au 3 août 2019", "until 3 August 2019"),
    ("201X/..", "années 2010 – …", "since 2010s"),
    ("2019/", "2019 – ?", "2019 – ?"),
    ("/2019", "? – 2019", "? – 2019"),
    ("0814-01-28", "28 janvier 814", "28 January 814"),
    ("0987", "987", "987"),
    ("-0043-03-15", "15 mars 44 av. J.-C.", "15 March 44 BC"),
    ("-0051", "52 av. J.-C.", "52 BC"),
    ("0000", "1 av. J.-C.", "1 BC"),
    ("-01XX", "IIe siècle av. J.-C.", "2nd century BC"),
    ("-0217/-0200", "218 av. J.-C. – 201 av. J.-C.", "218 BC – 201 BC"),
]


@pytest.mark.parametrize(("edtf", "french", "english"), SPELLED)
def test_a_date_is_spelled_in_both_languages(edtf: str, french: str, english: str) -> None:
    assert spell_date(edtf, "fr") == french
    assert spell_date(edtf, "en") == english


@pytest.mark.parametrize(
    "text",
    [
        *("", "hier", "2022-02-30", "2022-13", "0000-13", "-0001-02-30", "/", "../..", "2019/2020/2021", "2022-XX-03"),
        *("2022-08-24T10:00:00Z", "Y17000", "[2019,2020]", "2019-~08", "２０２２", "2022\n", "2022-08/hier"),
    ],
)
def test_an_unknown_shape_comes_back_unchanged(text: str) -> None:
    assert spell_date(text, "fr") == text
    assert spell_date(text, "en") == text


@given(st.dates())
def test_every_day_is_spelled_with_its_year_and_day(day: date) -> None:
    for lang in ("fr", "en"):
        spelled = spell_date(day.isoformat(), lang)
        assert spelled != day.isoformat()
        assert str(day.day) in spelled
        assert str(day.year) in spelled


@given(st.text(alphabet="0123456789X-/~?%.T", max_size=20) | st.text(max_size=20))
def test_no_text_makes_spelling_fail(text: str) -> None:
    assert isinstance(spell_date(text, "fr"), str)
    assert isinstance(spell_date(text, "en"), str)


@pytest.mark.parametrize(
    ("edtf", "said", "french", "english"),
    [
        ("../2021-12-25", "by Christmas", "d’ici au 25 décembre 2021", "by 25 December 2021"),
        ("../2021-06-01", "d’ici au 1er juin", "d’ici au 1er juin 2021", "by 1 June 2021"),
        ("../2023", "d'ici à 2023", "d’ici à 2023", "by 2023"),
        ("../2023", "d'ici à la fin de 2023", "d’ici à fin 2023", "by the end of 2023"),
        ("../2023", "by the end of 2023", "d’ici à fin 2023", "by the end of 2023"),
        ("../2023", "until the start of 2023", "jusqu’à début 2023", "until the start of 2023"),
        ("../2023", "jusqu’à la fin de 2023", "jusqu’à fin 2023", "until the end of 2023"),
        ("../2023-08", "until the end of August", "jusqu’à fin août 2023", "until the end of August 2023"),
        ("../2023-08", "no later than August", "d’ici à août 2023", "by August 2023"),
        ("../2023-08", "Avant août", "avant août 2023", "before August 2023"),
        ("../2023-08", "avant la fin d’août", "d’ici à fin août 2023", "by the end of August 2023"),
        ("../2023-08", "before the end of August", "d’ici à fin août 2023", "by the end of August 2023"),
        ("../2021-12-25", "before Christmas", "avant le 25 décembre 2021", "before 25 December 2021"),
        ("../2021-12-25", "until Christmas", "jusqu’au 25 décembre 2021", "until 25 December 2021"),
        ("../2020-22", "by summer", "… – été 2020", "by summer 2020"),
        ("2021-12-25", "by Christmas", "25 décembre 2021", "25 December 2021"),
    ],
)
def test_what_is_due_by_a_date_is_not_spelled_as_going_on_until_then(
    edtf: str, said: str, french: str, english: str
) -> None:
    assert spell_date(edtf, "fr", said) == french
    assert spell_date(edtf, "en", said) == english
