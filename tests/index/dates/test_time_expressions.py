"""Time expressions found in French and English text, with the dates they mean."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.dates.finder import find_time_expressions
from index.edtf import is_edtf

GOLD = Path(__file__).parents[4] / "shared" / "data" / "timex_dev.jsonl"
MONTHLY, DAILY = "2022-08", "2022-08-17"


def found(text: str, lang: str, reference: str | None = MONTHLY) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.value) for one in find_time_expressions(text, lang, reference)]


FRENCH = [
    (MONTHLY, "Clos le 31 décembre 2022, le service date de 2019.", ["2022-12-31", "2019"]),
    (MONTHLY, "Fin 2021, puis mi-2022, puis dans les années 2010, elle grandit.", ["2021", "2022", "201X"]),
    (
        MONTHLY,
        "Le T3 2021, le troisième trimestre de 2020, la seconde moitié de 2019.",
        ["2021-35", "2020-35", "2019-41"],
    ),
    (MONTHLY, "Entre mars et juin 2021, puis de mai à juillet 2022.", ["2021-03/2021-06", "2022-05/2022-07"]),
    (MONTHLY, "Du 28 décembre 2021 au 3 janvier 2022, tout ferme.", ["2021-12-28/2022-01-03"]),
    (MONTHLY, "En 2015, 2017 et 2021, mais pas en 2018, 2000 salariés.", ["2015", "2017", "2021", "2018"]),
    (
        MONTHLY,
        "Depuis 2019, jusqu’en 2025, d’ici à fin 2024, avant 2030.",
        ["2019/..", "../2025", "../2024", "../2030"],
    ),
    (MONTHLY, "En septembre dernier, en janvier prochain, ce mois-ci.", ["2021-09", "2023-01", "2022-08"]),
    (MONTHLY, "Créée en 2015, elle ferme deux ans plus tard.", ["2015", "2017"]),
    (MONTHLY, "Nommé le 4 mai 2019, il part le lendemain.", ["2019-05-04", "2019-05-05"]),
    (MONTHLY, "Le site ouvre en mai 2019. L’année suivante, il ferme.", ["2019-05", "2020"]),
    (MONTHLY, "Le 17 décembre 2020, Bruxelles accepte. Le 22 décembre, Canberra refuse.", ["2020-12-17", "2020-12-22"]),
    (MONTHLY, "Lancé en mars 2019, le service fermera en décembre.", ["2019-03", "2022-12"]),
    (MONTHLY, "Le 13 février 2013, une revue compare le pic de l’hiver.", ["2013-02-13", "2012-24"]),
    (MONTHLY, "Elle ferme le 4 mai 2014. À l’automne, elle rouvre.", ["2014-05-04", "2014-23"]),
    (DAILY, "Elle ferme le 4 mai 2014. Cet été-là, puis l’hiver suivant, rien.", ["2014-05-04", "2014-22", "2014-24"]),
    (DAILY, "Elle part le 3 mai 2019. Le lundi suivant, elle revient.", ["2019-05-03", "2019-05-06"]),
    (DAILY, "Le lundi suivant, elle revient.", []),
    (DAILY, "Elle part le 3 mai 2019. Cette semaine-là, rien.", ["2019-05-03", "2019-04-29/2019-05-05"]),
    (DAILY, "Elle part le 3 mai 2019. Le surlendemain, elle revient.", ["2019-05-03", "2019-05-05"]),
    (DAILY, "Née en 1998, elle part le 3 mai 2019. Le mois d’après, rien.", ["1998", "2019-05-03", "2019-06"]),
    (DAILY, "Partie le 3 mai, elle date de 1998. Un mois plus tôt, rien.", ["2022-05-03", "1998", "2022-04"]),
    (DAILY, "Née en 1998, elle part six mois plus tard.", ["1998", "1998"]),
    (DAILY, "Elle est ouverte de 2015 à 2018. Deux ans plus tard, elle rouvre.", ["2015/2018", "2020"]),
    (DAILY, "Née en mars 2019. Elle part deux ans plus tard. Ce printemps, rien.", ["2019-03", "2021", "2022-21"]),
    (MONTHLY, "Vers 2005, et il y a une dizaine d’années.", ["2005~", "2012~"]),
    (MONTHLY, "Le plan, annoncé en juin, sera clos en décembre.", ["2022-06", "2022-12"]),
    (DAILY, "Elle a rouvert lundi ; mardi prochain, elle fermera.", ["2022-08-15", "2022-08-23"]),
    (DAILY, "Avant-hier, demain matin, la semaine dernière.", ["2022-08-15", "2022-08-18", "2022-08-08/2022-08-14"]),
    (DAILY, "Il y a quinze jours, dans un mois.", ["2022-08-02", "2022-09"]),
    ("2023-01-10", "Cet hiver, l’été dernier, le printemps prochain.", ["2022-24", "2022-22", "2023-21"]),
]
ENGLISH = [
    (DAILY, "It shut in 2014. That autumn, then the following spring, nothing.", ["2014", "2014-23", "2015-21"]),
    (DAILY, "It shut in March 2014. It came back the previous winter.", ["2014-03", "2013-24"]),
    (DAILY, "It left on 3 May 2019. On the Friday after, it came back.", ["2019-05-03", "2019-05-10"]),
    (DAILY, "It left on 3 May 2019. The previous Monday, it came back.", ["2019-05-03", "2019-04-29"]),
    (DAILY, "It left on 3 May 2019. That weekend it rained.", ["2019-05-03", "2019-05-04/2019-05-05"]),
    (DAILY, "It left on 3 May 2019. The following week it rained.", ["2019-05-03", "2019-05-06/2019-05-12"]),
    (DAILY, "It left in May 2019. The following April it shut.", ["2019-05", "2020-04"]),
    (DAILY, "It left in May 2019. In summer 2021 it shut. It spoke on 4 June.", ["2019-05", "2021-22", "2022-06-04"]),
    (MONTHLY, "It closed a shop in October 2013; in the spring, it opened another.", ["2013-10", "2014-21"]),
    (MONTHLY, "It opened on Dec. 31, 2021, and closed on 4th July 2022.", ["2021-12-31", "2022-07-04"]),
    (MONTHLY, "In Q3 2021, in the second half of last year, in late 2020.", ["2021-35", "2021-41", "2020"]),
    (MONTHLY, "The early 2000s, the '90s, the 19th century, the twentieth century.", ["200X", "199X", "18XX", "19XX"]),
    (MONTHLY, "Between March and June 2021, from 2015 to 2019.", ["2021-03/2021-06", "2015/2019"]),
    (MONTHLY, "Since 2019, until 2025, by 2030, before the end of 2023.", ["2019/..", "../2025", "../2030", "../2023"]),
    (MONTHLY, "Earlier this year; last December; next January.", ["2022", "2021-12", "2023-01"]),
    (MONTHLY, "Founded in 2013, it was sold the following year and shut six months later.", ["2013", "2014", "2014"]),
    (MONTHLY, "Three years ago, about two years ago, over the last six months.", ["2019", "2020~", "2022-02/2022-08"]),
    (MONTHLY, "It fell in May of last year, and in June of that year.", ["2021-05", "2021-06"]),
    (MONTHLY, "Its 2018 purchase of PillPack and a 2020 study.", ["2018", "2020"]),
    (DAILY, "It said Monday that it will report on Friday.", ["2022-08-15", "2022-08-19"]),
    (
        DAILY,
        "The day before yesterday, tonight, two weeks ago, next week.",
        ["2022-08-15", "2022-08-17", "2022-08-03", "2022-08-22/2022-08-28"],
    ),
]


@pytest.mark.parametrize(("reference", "text", "values"), FRENCH)
def test_french_expressions_mean_these_dates(reference: str, text: str, values: list[str]) -> None:
    assert [value for _, value in found(text, "fr", reference)] == values


@pytest.mark.parametrize(("reference", "text", "values"), ENGLISH)
def test_english_expressions_mean_these_dates(reference: str, text: str, values: list[str]) -> None:
    assert [value for _, value in found(text, "en", reference)] == values


@pytest.mark.parametrize(
    "text",
    [
        "24 heures sur 24, 7 jours sur 7, pour 3,9 milliards.",
        "Le service a été étendu à sa clientèle, pendant deux ans, à 50 États.",
        "Le rendez-vous a lieu le jour même ou le lendemain.",
        "La version 2.0.21, la norme ISO 27001:2022, la sonde vers Mars, Avril Lavigne.",
        "Plus de 2000 personnes, près de 2010 patients, 1990 lits.",
        "Tous les deux ans, chaque mois, le lundi et le jeudi, entre 8 h et 20 h.",
    ],
)
def test_french_text_without_a_date_gives_none(text: str) -> None:
    assert found(text, "fr") == []


@pytest.mark.parametrize(
    "text",
    [
        "Nurses answer 24 hours a day, seven days a week, Monday to Friday.",
        "They may march in the second week of many; Theresa May and April Jones agree.",
        "Windows 2000, iPhone 14, room 2012, Covid-19, a 90-day trial, 2019 beds.",
        "The same day or the day after, every year, each Monday, on Black Friday.",
    ],
)
def test_english_text_without_a_date_gives_none(text: str) -> None:
    assert found(text, "en") == []


def test_extents_keep_what_changes_the_date_and_leave_plain_prepositions() -> None:
    text = "En 2018, depuis le mois de mai, d’ici la fin de l’année, le 1er avril 1976."
    assert [said for said, _ in found(text, "fr")] == [
        "2018",
        "depuis le mois de mai",
        "d’ici la fin de l’année",
        "le 1er avril 1976",
    ]


def test_typographic_signs_read_like_plain_ones() -> None:
    assert found("L’an\u00a0dernier, le 3\u202faoût\u00a02022, le plan 2018–2022", "fr") == [
        ("L’an\u00a0dernier", "2021"),
        ("le 3\u202faoût\u00a02022", "2022-08-03"),
        ("2018–2022", "2018/2022"),
    ]


def test_without_a_reference_only_what_needs_none_is_found() -> None:
    assert found("Le mois dernier, en mai, en 2019, il y a trois ans, hier.", "fr", None) == [("2019", "2019")]


def test_a_reference_is_used_at_its_own_precision() -> None:
    text = "Hier, le mois dernier, l’an dernier."
    assert [value for _, value in found(text, "fr", "2022-08-17")] == ["2022-08-16", "2022-07", "2021"]
    assert [value for _, value in found(text, "fr", "2022-08")] == ["2022-08", "2022-07", "2021"]
    assert [value for _, value in found(text, "fr", "2022")] == ["2022", "2022", "2021"]


def test_a_language_without_a_grammar_has_no_dates() -> None:
    assert found("am 31. Dezember 2022", "de") == []


PIECES = st.sampled_from(
    (
        "le la en du au de l' d' since by until between and from to entre et à 2019 2022-08-17 03.03.2021 31 1er mai "
        "March deux two ans years mois plus tard later ago il y a depuis dernier last lundi Monday été summer fin mid- "
        "( ) , . « »"
    ).split()
)


@given(
    st.lists(PIECES | st.text(max_size=3), max_size=25).map(" ".join) | st.text(max_size=80),
    st.sampled_from(["fr", "en"]),
    st.sampled_from([None, "2022", "2022-08", "2022-08-17", "2021-23", "2018/2020", "0001", "9999-12-31"]),
)
@example("il y a 999 ans", "fr", "0001")
@example("in 999 years' time", "en", "9999-12-31")
def test_whatever_the_text_expressions_lie_in_order_inside_it_and_mean_dates(
    text: str, lang: str, reference: str | None
) -> None:
    at = 0
    for one in find_time_expressions(text, lang, reference):
        assert at <= one.start < one.end <= len(text)
        assert is_edtf(one.value)
        at = one.end


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.slow
def test_long_runs_of_leads_and_figures_are_read_in_linear_time(lang: str) -> None:
    for piece in ("en ", "de ", "2019 ", "le 3 ", "the ", "between ", "- ", "début de ", "1 " * 3):
        assert len(find_time_expressions(piece * 4000, lang, MONTHLY)) <= 4000


@pytest.mark.skipif(not GOLD.exists(), reason="shared/data/timex_dev.jsonl is not here")
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_labelled_sentences_are_read_right(lang: str) -> None:
    count: Counter[str] = Counter()
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        if sentence["lang"] != lang:
            continue
        dates = [timex for timex in sentence["timex"] if timex["kind"] in ("date", "interval")]
        answers = find_time_expressions(sentence["text"], lang, sentence["reference"])
        count["wanted"] += len(dates)
        count["given"] += len(answers)
        count["right"] += sum(
            any(
                one.start < date["end"]
                and date["start"] < one.end
                and one.value in (date["value"], *date.get("accept", ()))
                for one in answers
            )
            for date in dates
        )
        count["traps"] += sentence["trap"]
        count["trapped"] += bool(sentence["trap"] and answers)
    assert 2 * count["right"] / (count["wanted"] + count["given"]) >= 0.95
    assert count["trapped"] <= 0.02 * count["traps"]
