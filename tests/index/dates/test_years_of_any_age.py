"""Years before 1500 and after 2199, before our era, in two figures, in words: read, or nothing said, never replaced by
the article's own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates.finder import find_time_expressions
from index.dates.rules.spelled import spelled_number
from index.edtf import Day, first_day, is_edtf, last_day, year_text

REFERENCE = "2019-11-20"


def values(text: str, lang: str) -> list[str]:
    return [one.value for one in find_time_expressions(text, lang, REFERENCE)]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "Le duc meurt le 9 avril 1137 à Compostelle.", ["1137-04-09"]),
        ("fr", "Elle est couronnée le 1er août 1137.", ["1137-08-01"]),
        ("fr", "Le sacre a lieu le 28 janvier 754, à Saint-Denis.", ["0754-01-28"]),
        ("fr", "En août 1096, les croisés partent.", ["1096-08"]),
        ("fr", "Le traité de l’été 1259.", ["1259-22"]),
        ("fr", "Elle naît en 1364 et meurt vers 1430.", ["1364", "1430~"]),
        ("fr", "Le siège dura de 1208 à 1229, puis entre 1240 et 1244.", ["1208/1229", "1240/1244"]),
        ("fr", "Christine de Pizan (1364–1430) écrit.", ["1364/1430"]),
        ("fr", "En 496, le roi se fait baptiser. En l’an 1000, le monde tient.", ["0496", "1000"]),
        ("fr", "La comète reviendra le 28 juillet 2061 puis le 27 mars 2634.", ["2061-07-28", "2634-03-27"]),
        ("fr", "Le 2 septembre 31 av. J.-C., la flotte brûle.", ["-0030-09-02"]),
        ("fr", "En janvier 49 avant notre ère, il passe le fleuve.", ["-0048-01"]),
        ("fr", "La ville est prise en 390 av. J.-C. et fondée vers 753 avant Jésus-Christ.", ["-0389", "-0752~"]),
        ("fr", "De 218 à 201 av. J.-C., la guerre dure.", ["-0217/-0200"]),
        ("fr", "Le port décline du Ve au Xe siècle, au IIIe siècle av. J.-C. aussi.", ["04XX/09XX", "-02XX"]),
        ("fr", "Le volcan gronde en 79 apr. J.-C.", ["0079"]),
        ("en", "He was murdered on 29 December 1170 in Kent.", ["1170-12-29"]),
        ("en", "The abbey burned on February 2, 865, at night.", ["0865-02-02"]),
        ("en", "In August 1485 the king fell.", ["1485-08"]),
        (
            "en",
            "It stood from 1348 to 1351, and in 1381, and between 1453 and 1460.",
            ["1348/1351", "1381", "1453/1460"],
        ),
        ("en", "Eleanor (1122–1204) ruled.", ["1122/1204"]),
        ("en", "On 10 January 49 BC he crossed; by 30 BCE it was over.", ["-0048-01-10", "-0029"]),
        ("en", "From 149 to 146 BC, and in AD 70.", ["-0148/-0145", "0070"]),
        (
            "en",
            "The 3rd century BC, the 5th century, the tenth to thirteenth centuries.",
            ["-02XX", "04XX", "09XX/12XX"],
        ),
        ("en", "The probe arrives on 4 July 2304.", ["2304-07-04"]),
    ],
)
def test_years_of_any_age_are_read_where_they_stand(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "L’empereur est tué le 24 janvier 41."),
        ("fr", "Le 24 janvier 41 marque la fin du règne."),
        ("fr", "En juin 40, l’exode commence."),
        ("fr", "Le 3 mars -12, la ville brûle."),
        ("en", "The volcano erupted on 24 October 79."),
        ("en", "He died on September 17, 14, they say."),
        ("en", "In June 40 the exodus began."),
    ],
)
def test_a_year_that_can_be_of_several_centuries_gives_no_date_at_all(lang: str, text: str) -> None:
    assert values(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "fr",
            "Le 3 mars, 120 pompiers sont venus. Le 4 mars 250 000 foyers attendaient.",
            ["2019-03-03", "2019-03-04"],
        ),
        ("fr", "Le 5 mars 12 élèves sont absents ; le 6 mars 21 h 30.", ["2019-03-05", "2019-03-06"]),
        ("fr", "Il passe de 1200 à 1400 salariés, en 1100 pages, à 1250 euros, pour 1300 mètres.", []),
        ("fr", "La loi n° 2016-41, la mission Mars 2020, en deux mille morceaux.", []),
        ("en", "On March 3, 120 firefighters came. On March 4, 250 more did.", ["2019-03-03", "2019-03-04"]),
        ("en", "It went from 1200 to 1400 pupils, in 1100 rooms, with 1250 desks and a CE mark.", []),
    ],
)
def test_what_counts_something_is_no_year(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28), st.sampled_from([" av. J.-C.", " apr. J.-C."]))
def test_a_day_of_any_year_means_that_very_year(year: int, month: int, day: int, era: str) -> None:
    names = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    meant = 1 - year if "av." in era else year
    assert values(f"Elle meurt le {day} {names[month - 1]} {year}{era}", "fr") == [
        f"{year_text(meant)}-{month:02d}-{day:02d}"
    ]


@given(st.integers(100, 9999), st.integers(1, 12), st.integers(1, 28))
def test_no_date_with_a_year_is_given_another_year(year: int, month: int, day: int) -> None:
    names = "January February March April May June July August September October November December".split()
    for text in (f"It fell on {day} {names[month - 1]} {year}.", f"It fell on {names[month - 1]} {day}, {year}."):
        assert values(text, "en") == [f"{year:04d}-{month:02d}-{day:02d}"]


@given(st.dates())
def test_days_are_counted_as_the_calendar_counts_them(one: date) -> None:
    day = Day(one.year, one.month, one.day)
    assert (day.toordinal(), day.weekday(), day.isoformat()) == (one.toordinal(), one.weekday(), one.isoformat())
    assert Day.fromordinal(one.toordinal()) == day


@given(st.integers(-9998, 9998), st.integers(1, 12), st.integers(1, 28))
def test_days_before_our_era_follow_each_other(year: int, month: int, day: int) -> None:
    one = Day(year, month, day)
    assert Day.fromordinal(one.toordinal()) == one
    following = Day.fromordinal(one.toordinal() + 1)
    assert one < following
    assert is_edtf(following.isoformat())


def test_events_before_our_era_come_in_order() -> None:
    told = ["2019", "0000", "-0030-09-02", "0014-08-19", "-0043-03-15", "-0048-01"]
    in_order = ["-0048-01", "-0043-03-15", "-0030-09-02", "0000", "0014-08-19", "2019"]
    assert sorted(told, key=lambda value: (first_day(value), last_day(value))) == in_order


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("deux mille dix-sept", 2017),
        ("mille neuf cent quatre-vingt-onze", 1991),
        ("dix-huit cent soixante et onze", 1871),
        ("seventeen eighty-nine", 1789),
        ("two thousand and eight", 2008),
        ("nineteen oh five", 1905),
        ("eighteen hundred and twelve", 1812),
    ],
)
def test_a_year_in_words_is_the_number_it_spells(written: str, number: int) -> None:
    assert spelled_number(written) == number
