"""Arithmetic on EDTF dates at their own precision."""

import re
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from index.edtf import Unit, first_day, is_edtf, last_day, shift

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("value", "begin", "finish"),
    [
        ("2022-08-17", "2022-08-17", "2022-08-17"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("2022-34", "2022-04-01", "2022-06-30"),
        ("2022-41", "2022-07-01", "2022-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2012~", "2012-01-01", "2012-12-31"),
        ("2018/2020-03", "2018-01-01", "2020-03-31"),
        ("../2020", "-9999-01-01", "2020-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("0000-02", "0000-02-01", "0000-02-29"),
        ("-01XX", "-0199-01-01", "-0100-12-31"),
        ("-0001-24", "-0001-12-01", "0000-02-29"),
        ("2020/..", "2020-01-01", "9999-12-31"),
    ],
)
def test_a_date_begins_and_ends_with_its_precision(value: str, begin: str, finish: str) -> None:
    assert (first_day(value).isoformat(), last_day(value).isoformat()) == (begin, finish)


@pytest.mark.parametrize(
    ("value", "count", "unit", "moved"),
    [
        ("2022-01-31", -1, Unit.MONTH, "2021-12"),
        ("2022-08", -1, Unit.YEAR, "2021"),
        ("2022-08", -3, Unit.WEEK, "2022-08"),
        ("2022-08-17", -2, Unit.WEEK, "2022-08-03"),
        ("2022", -6, Unit.MONTH, "2022"),
        ("2022-08-17", 1, Unit.DECADE, "2032"),
        ("0001", -1, Unit.YEAR, None),
        ("9999-12-31", 1, Unit.DAY, None),
    ],
)
def test_a_shifted_date_is_no_more_precise_than_its_unit_or_itself(
    value: str, count: int, unit: Unit, moved: str | None
) -> None:
    assert shift(value, count, unit) == moved


@given(DAYS, st.integers(-90, 90), st.sampled_from(list(Unit)))
def test_what_a_shift_gives_is_edtf_that_moves_in_its_direction(day: date, count: int, unit: Unit) -> None:
    moved = shift(day.isoformat(), count, unit)
    assert moved is not None
    parse_edtf(moved)
    assert (first_day(moved) - first_day(shift(day.isoformat(), 0, unit) or "")).days * count >= 0


@pytest.mark.parametrize("value", ["", "x", "2022-13", "2022-02-30", "2022-8", "22", "2022-08-17T10:00", "٢٠٢٢"])
def test_what_is_no_date_is_told_apart(value: str) -> None:
    assert not is_edtf(value)


@given(st.from_regex(re.compile(r"\d{4}(-\d\d){0,2}(/\d{4})?", re.ASCII), fullmatch=True))
def test_any_figures_are_a_date_or_not_but_no_error(value: str) -> None:
    assert is_edtf(value) in (True, False)


def test_months_beyond_a_year_lead_to_one_of_two_years() -> None:
    assert shift("2021", 18, Unit.MONTH) == "2022/2023"
    assert shift("2021", 24, Unit.MONTH) == "2023"
    assert shift("2021", 6, Unit.MONTH) == "2021"
    assert shift("2021", -18, Unit.MONTH) == "2019/2020"
