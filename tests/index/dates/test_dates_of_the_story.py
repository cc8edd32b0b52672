"""Dates told from the line of the story, from an age, from the news; and words that look like dates."""

import pytest

from index.dates.finder import find_time_expressions

WRITTEN = "2022-02-11"  # a Friday


def values(text: str, lang: str, written: str = WRITTEN) -> list[str]:
    return [one.value for one in find_time_expressions(text, lang, written)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The levy was voted through in March 2016.", ["2016-03"]),
        ("The child was looked after in 2014.", ["2014"]),
        ("She had skated before in 2019.", ["2019"]),
        ("It stayed shut through March 2016.", ["../2016-03"]),
    ],
)
def test_a_preposition_that_belongs_to_the_verb_leads_no_date(text: str, wanted: list[str]) -> None:
    assert values(text, "en") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She joined in 1988, on the Tuesday after her wedding.", ["1988"]),
        ("The shop burned in 1988, on the Sunday before the fair.", ["1988"]),
        ('"They told us on a Monday," he said.', []),
        ("She told us on Monday.", ["2022-02-07"]),
        ("He left on 3 May 2021; the Saturday after, he was back.", ["2021-05-03", "2021-05-08"]),
    ],
)
def test_a_weekday_of_what_nobody_dates_is_none_of_this_week(text: str, wanted: list[str]) -> None:
    assert values(text, "en") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "In the spring of 2015 the beam bent; by November the tower would lean.",
            ["2015-21", "2015-11"],
        ),
        ("After the strike of the spring of 2015, she left in November.", ["2015-21", "2021-11"]),
    ],
)
def test_a_month_behind_a_season_is_of_its_year(text: str, wanted: list[str]) -> None:
    assert values(text, "en")[-2:] == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "He was born in Dover in 1961, and sang at the age of eight. At ten he sailed. Two years later he won.",
            ["1961", "1969", "1971", "1973"],
        ),
        (
            "fr",
            "Née à Aix en 1961, elle chante à huit ans. À l’âge de vingt ans, elle part. Un an plus tard, elle gagne.",
            ["1961", "1969", "1981", "1982"],
        ),
        ("fr", "Né en 1961, il a été condamné à vingt ans de prison.", ["1961"]),
        ("en", "He was born in 1961 and died in May 2021 at the age of 60.", ["1961", "2021-05"]),
        ("en", "She was born in 1961.\n\nAt twenty he sailed.", ["1961"]),
        ("en", "At twenty she sailed.", []),
    ],
)
def test_an_age_is_counted_from_the_birth_that_the_paragraph_tells(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "The inn gives its age as 1790. A deed found in May shows guests there six years earlier.",
            ["1790", "2021-05", "1784"],
        ),
        (
            "fr",
            "L’auberge se dit de 1790. Un acte retrouvé en mai y montre des hôtes six ans plus tôt.",
            ["1790", "2021-05", "1784"],
        ),
    ],
)
def test_nothing_is_counted_from_the_day_a_paper_was_found(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang)[1:] == wanted[1:]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "fr",
            "Un premier essai avait échoué en mai 2018. L’essai réussit le 2 juin 2019.\n\nIl naît le jour de l’essai.",
            ["2018-05", "2019-06-02", "2019-06-02"],
        ),
        (
            "fr",
            "L’essai a réussi en juin 2019. Un autre essai avait échoué en mai 2018.\n\nIl est né le jour de l’essai.",
            ["2019-06", "2018-05", "2019-06"],
        ),
        (
            "fr",
            "Commandé en mai 2018, le vitrail a été posé en juin 2019.\n\nIl est mort le jour de la pose.",
            ["2018-05", "2019-06", "2019-06"],
        ),
    ],
)
def test_what_failed_is_not_the_day_that_is_meant(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "Le pont a cédé en mai 2018. La mairie l’avait fermé le soir même.", ["2018-05", "2018-05"]),
        ("en", "She won on Monday. The pier fell in May 2018. It shut that evening.", ["2018-05", "2018-05"]),
        ("fr", "Elle a parlé jeudi. Le pont a cédé le 3 mai 2018. On l’a fermé le soir même.", ["2018-05-03"] * 2),
    ],
)
def test_the_same_evening_is_no_finer_than_was_told(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang)[-2:] == wanted


def test_what_begins_behind_a_colon_has_a_tense_of_its_own() -> None:
    text = "Le conseil a tranché mardi : à partir du 1er janvier, le bac sera payant."
    assert values(text, "fr") == ["2022-02-08", "2023-01-01/.."]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "fr",
            "Vega a retiré mardi son offre, que le conseil avait acceptée le 3 janvier.\n\n« Tant pis », dit-elle.\n\n"
            "Deux jours plus tard, Lyra a fermé.",
            "2022-02-10",
        ),
        (
            "en",
            "The court ruled on 3 May 2021. Nobody came. The head had left a month earlier.\n\nIt moved the following"
            " month.",
            "2021-06",
        ),
        (
            "fr",
            "Le procès s’est clos le 3 mai 2021. Il n’a pas plu. Sa chef était partie un mois plus tôt.\n\nLe parc"
            " a rouvert le mois suivant.",
            "2021-06",
        ),
    ],
)
def test_the_story_goes_on_from_what_it_tells(lang: str, text: str, wanted: str) -> None:
    assert values(text, lang)[-1] == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "It earned 3 million in 2020 and shut a yard in May. It lost one in the same year.", "2020"),
        ("fr", "Elle a gagné 3 millions en 2020 et fermé en mai. La même année, elle a perdu un procès.", "2020"),
        ("en", "In 2019 it moved, and opened in May 2021. A shop closed in the same year.", "2021"),
    ],
)
def test_the_same_year_is_one_that_was_named(lang: str, text: str, wanted: str) -> None:
    assert values(text, lang, "2022-10-03")[-1] == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "Vega cut jobs on Wednesday, a week after its founder Ann Lee quit.", ["2022-02-09", "2022-02-02"]),
        ("fr", "Vega a fermé mardi, quatre jours après l’incendie.", ["2022-02-08", "2022-02-04"]),
        ("fr", "Douze ans après sa première nuit ici, Jean Petit rend les clés.", ["2010"]),
        ("en", "Three years after it burned, the mill opened a café.", ["2019"]),
        ("fr", "Sept ans après le choix initial, Vega change de fournisseur.", []),
        ("fr", "En 2009, le moulin a brûlé. Dix ans après son ouverture, tout était noir.", ["2009"]),
        ("fr", "Il sera opéré deux ans après les faits.", []),
        ("fr", "Dix ans après le scandale de 2012, elle a payé.", ["2012"]),
    ],
)
def test_so_long_after_what_no_date_tells_counts_back_from_what_is_told(
    lang: str, text: str, wanted: list[str]
) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It opened on 3 May 2021, two months after the day she had named. It won a month later.", "2021-06"),
        ("The shop shut in July, ten months after it opened. On the first of the same month, she left.", "2021-07"),
    ],
)
def test_nothing_is_counted_from_what_was_so_long_before(text: str, wanted: str) -> None:
    assert values(text, "en")[-1] == wanted
