"""Months without their accent or in capitals, the first of a month, years in words, figures in other orders."""

from __future__ import annotations

import pytest

from index.dates.finder import find_time_expressions

REFERENCE = "2019-11-20"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le 8 Avril 2016, puis LE 9 AOÛT 2017, puis le 2 decembre 2018.", ["2016-04-08", "2017-08-09", "2018-12-02"]),
        ("En Mai 2018, en FEVRIER 2019, en Octobre.", ["2018-05", "2019-02", "2019-10"]),
        (
            "Le premier septembre 2014, le 1ᵉʳ mars 2015, le 1 er avril 2016.",
            ["2014-09-01", "2015-03-01", "2016-04-01"],
        ),
        ("Le vingt et un juin deux mille dix-huit, en mille neuf cent six.", ["2018-06-21", "1906"]),
        ("Les années trente, dans les années soixante-dix, les années quatre-vingt.", ["193X", "197X", "198X"]),
        ("Signé le 07/09/18, le 07-09-2018, le 7-sept-2018.", ["2018-09-07"] * 3),
        ("Reçu le 2018-09-07T23:10:00+02:00.", ["2018-09-07"]),
        ("Jeudi de la semaine dernière, lundi de la semaine prochaine.", ["2019-11-14", "2019-11-25"]),
        (
            "La saison 2017/18, la guerre de 1870-71, avril-juin 2018, au 2T18.",
            ["2017/2018", "1870/1871", "2018-04/2018-06", "2018-34"],
        ),
        ("Mai '36 et le 3 mai ’36.", ["1936-05", "1936-05-03"]),
        ("Il a suspendu lundi la vente, fermée le quatrième jeudi d'octobre.", ["2019-11-18", "2019-10-24"]),
        (
            "Le chantier ira de mars à juin prochains ; le dernier mardi du mois prochain.",
            ["2020-03/2020-06", "2019-12-31"],
        ),
        ("Depuis le 1er novembre, les clients doivent payer.", ["2019-11-01/.."]),
        (
            "L'assemblée est convoquée le 12 mars, l'audience fixée au 5 juin ; elle a été convoquée le 3 mars.",
            ["2020-03-12", "2020-06-05", "2019-03-03"],
        ),
        ("Les concerts de décembre sont annulés. Il a été annulé en mars.", ["2019-12", "2019-03"]),
        ("Il a jusqu'au 3 mars pour payer ; il avait jusqu'au 3 mars.", ["../2020-03-03", "../2019-03-03"]),
        (
            "Jugé le 17 mars 2017. Nommé l'automne dernier, il est venu le 9 janvier.",
            ["2017-03-17", "2018-23", "2019-01-09"],
        ),
        ("Fermé à la Toussaint, ouvert pour la Saint-Valentin 2020.", ["2019-11-01", "2020-02-14"]),
    ],
)
def test_french_dates_as_people_write_them(text: str, wanted: list[str]) -> None:
    assert [one.value for one in find_time_expressions(text, "fr", REFERENCE)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On 8 APRIL 2016, on 9 august 2017 and on december 2, 2018.", ["2016-04-08", "2017-08-09", "2018-12-02"]),
        ("The second of May 2018, on June the first, 2017.", ["2018-05-02", "2017-06-01"]),
        ("In nineteen eighty-four, the sixties, the late nineteen-nineties.", ["1984", "196X", "199X"]),
        ("FY2018, FY17, fiscal 2016/17, in 3Q18.", ["2018", "2017", "2016/2017", "2018-35"]),
        (
            "The 1870–71 siege, April–June 2018, December 2017–January 2018.",
            ["1870/1871", "2018-04/2018-06", "2017-12/2018-01"],
        ),
        ("Signed 25/12/2018, 7-Sep-2018, 2018-09-07T23:10Z.", ["2018-12-25", "2018-09-07", "2018-09-07"]),
        ("The shop will be closed on 3 December and would stay shut until 4 January.", ["2019-12-03", "../2020-01-04"]),
        ("It opens on the last Monday of this month, not the first Friday in May 2018.", ["2019-11-25", "2018-05-04"]),
        ("In January Exeter Crown Court fined the firm.", ["2019-01"]),
        ("Told in March 2017, it waited until this January.", ["2017-03", "../2019-01"]),
        ("He went on St Patrick's Day, after Christmas Eve 2018.", ["2019-03-17", "2018-12-24/.."]),
        ("Thursday of last week; next week, on Monday.", ["2019-11-14", "2019-11-25"]),
        ("The shows in December are cancelled. One was cancelled in March.", ["2019-12", "2019-03"]),
        ("They beat Leeds on Saturday and will play in March.", ["2019-11-16", "2020-03"]),
        ("It has until 1 March to pay; it had until 1 March.", ["../2020-03-01", "../2019-03-01"]),
        ("A meeting is called for 12 March; the case was adjourned until 3 June.", ["2020-03-12", "../2020-06-03"]),
    ],
)
def test_english_dates_as_people_write_them(text: str, wanted: list[str]) -> None:
    assert [one.value for one in find_time_expressions(text, "en", REFERENCE)] == wanted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It meets on the first Monday of each month, with June Brown and Valentine Day."),
        ("fr", "Le premier lundi du mois, avec Toussaint Louverture ; le dernier jeudi de chaque mois."),
        ("fr", "Une prime de 25 euros par dimanche."),
        ("en", "They train on Friday evenings and Sunday mornings."),
        ("en", "She is in her sixties; they may march; the march 20 miles on; version 2.10.19; 03-04-2018."),
        ("fr", "Deux Mars et demi ; les avenues de Mars ; la version 2.10.19 ; décret 2018-45."),
    ],
)
def test_what_only_looks_like_a_date_gives_none(lang: str, text: str) -> None:
    assert [one.value for one in find_time_expressions(text, lang, REFERENCE)] == []


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "The hall, which cost £4m in the end, will still be inaugurated in May.", ["2020-05"]),
        ("en", "She would leave in September, five months earlier than planned.", ["2020-09"]),
        ("fr", "Elle partira en mars, cinq mois plus tôt que prévu.", ["2020-03"]),
        ("en", "It is for the spring of next year. It shut in the autumn of last year.", ["2020-21", "2018-23"]),
        ("fr", "Ce sera à l'automne de l'an prochain, ou au printemps de l'année suivante.", ["2020-23", "2021-21"]),
        ("en", "Roofed in 1991. By 2018 it leaked, and was twice mended that year.", ["1991", "2018", "2018"]),
        ("fr", "Couverte en 1991. Dès 2018, elle fuyait : deux plaintes cette année-là.", ["1991", "2018/..", "2018"]),
        ("en", "It sailed on 24 December 2018. The old ship broke down on 20 December.", ["2018-12-24", "2018-12-20"]),
        ("en", '"I\'d do it again tomorrow," she says.', []),
        ("fr", "« Je recommencerais demain », dit-elle.", []),
    ],
)
def test_dates_that_lean_on_what_stands_beside_them(lang: str, text: str, wanted: list[str]) -> None:
    assert [one.value for one in find_time_expressions(text, lang, REFERENCE)] == wanted
