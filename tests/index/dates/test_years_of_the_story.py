"""Months, seasons and days without a year, told in a story that is years old."""

import pytest

from index.dates.finder import find_time_expressions

WRITTEN = "2025-02-16"


def values(text: str, lang: str, written: str = WRITTEN) -> list[str]:
    return [one.value for one in find_time_expressions(text, lang, written)]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "In 2019 the dairy opened a second shop. In March it hired a cook.", ["2019", "2019-03"]),
        ("en", "In 2019, the dairy opened a shop in March and a stall in May.", ["2019", "2019-03", "2019-05"]),
        ("fr", "En 2018, la laiterie tente le bio. Le premier fromage sort en juillet.", ["2018", "2018-07"]),
        ("en", "In 2019 the dairy opened a shop. It will close in November.", ["2019", "2025-11"]),
        ("en", "In 2019 the dairy opened a shop.\n\nIn January it closed it.", ["2019", "2025-01"]),
        ("en", "The dairy, founded in 2019, is doing well. In January it hired a cook.", ["2019", "2025-01"]),
    ],
)
def test_a_month_is_of_the_year_that_a_sentence_begins_with(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "Le four s'éteint du 12 avril au 3 mai 2019. La ville avance 9 000 euros en juin.", "2019-06"),
        ("en", "The mill stood still from 12 April to 3 May 2019. The town lent money in June.", "2019-06"),
        ("fr", "L'idée lui vient en 2016. Elle quitte son poste au mois de mars suivant.", "2017-03"),
        ("en", "The idea came to her in 2016. She left the following March.", "2017-03"),
    ],
)
def test_a_month_goes_on_from_a_span_or_a_year(lang: str, text: str, wanted: str) -> None:
    assert values(text, lang)[-1] == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "Le moulin marche bien. L'appétit vient à l'automne. Le 9 octobre 2021, il achète un four.", "2021-23"),
        ("en", "It all changed in March. On 12 March 2019, the roof fell in.", "2019-03"),
        ("en", "It all changed in March. On 12 May 2019, the roof fell in.", "2024-03"),
        ("en", "It all changed in March.\n\nOn 12 March 2019, the roof fell in.", "2024-03"),
    ],
)
def test_the_next_sentence_says_of_which_year_a_month_is(lang: str, text: str, wanted: str) -> None:
    assert values(text, lang, "2025-01-10")[0] == wanted


def test_the_same_month_is_the_one_the_story_has_come_to() -> None:
    text = "On 24 May 2022 the owner said that the mill would shut after 31 October. Two bakers left the same month."
    assert values(text, "en")[-1] == "2022-05"
    text = "On 24 May 2022 the owner bought flour. On 3 June 2022 he sold it. Two bakers left the same month."
    assert values(text, "en")[-1] == "2022-06"


def test_ce_jour_la_is_not_the_day_of_the_news_where_another_year_is_told() -> None:
    lead = "Aujourd'hui, la laiterie livre la ville.\n\n"
    text = lead + "Elle a débuté petite. Il y avait un âne. Née en 2017, elle signe. « Ce jour-là, j'ai ri. »"
    assert WRITTEN not in values(text, "fr")[1:]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La somme est réduite en décembre 2022. Ce même hiver, une grève éclate.", "2022-24"),
        ("La somme est réduite en mai 2022. Ce même mois, une grève éclate.", "2022-05"),
        ("La carte arrivera en mars 2029. Le dossier commencera au même moment.", "2029-03"),
    ],
)
def test_ce_meme_points_to_what_was_told(text: str, wanted: str) -> None:
    assert values(text, "fr")[-1] == wanted


def test_au_meme_moment_is_no_date_without_one() -> None:
    assert values("La carte arrive. Le dossier commence au même moment.", "fr") == []


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "L'aïeul du moulin a brûlé il y a plus de vingt ans.", ["2005~"]),
        ("en", "The mill burned more than twenty years ago.", ["2005~"]),
        ("fr", "La proposition porte la référence DEC(2022) 114.", []),
        ("fr", "La proposition (2022) est connue.", ["2022"]),
    ],
)
def test_what_is_told_roughly_or_only_numbers_a_paper(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted
