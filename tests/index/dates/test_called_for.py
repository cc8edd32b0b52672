"""What is called for, and what is printed: the date of the one is to come, that of the other only says which issue."""

import pytest

from index.dates.finder import find_time_expressions, new_story

WRITTEN = "2020-04-03"
"""A Friday."""


def values(text: str, lang: str) -> list[str]:
    return [one.value for one in find_time_expressions(text, lang, WRITTEN)]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "The pilots have given notice of a walkout from 11 May.", ["2020-05-11"]),
        ("en", "The pilots gave notice of a long-dreaded walkout, unlimited for once, from 11 May.", ["2020-05-11"]),
        ("en", "The pilots have called a strike on 11 May.", ["2020-05-11"]),
        ("en", "The tenants have asked for a hearing on Tuesday.", ["2020-04-07"]),
        ("en", "The ferry company announced dearer tickets from 11 May.", ["2020-05-11"]),
        ("en", "The board approved a night bus starting in June.", ["2020-06/.."]),
        ("en", "The ferry company announced that it had lost money from June.", ["2019-06"]),
        ("en", "The board announced in June that it would close.", ["2019-06"]),
        ("fr", "Les pilotes ont déposé un préavis de grève à partir du 11 mai.", ["2020-05-11/.."]),
        ("fr", "Les pilotes ont appelé à la grève le 11 mai.", ["2020-05-11"]),
        ("fr", "La compagnie a annoncé une hausse, la seconde, à compter du 11 mai.", ["2020-05-11/.."]),
        ("fr", "La préfète a réclamé un plan d’ici au 11 mai.", ["../2020-05-11"]),
        ("fr", "La compagnie a annoncé qu’elle avait perdu des clients dès le mois de juin.", ["2019-06/.."]),
    ],
)
def test_what_is_called_for_lies_at_the_nearest_such_date(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "Il ne partira pas, contrairement à ce que nous avions annoncé le 27 mars.", ["2020-03-27"]),
        ("fr", "La halle ouvrira, comme le disait notre édition du 27 mars.", ["2020-03-27"]),
        ("en", "The hall will open later than our issue of 27 March has it.", ["2020-03-27"]),
    ],
)
def test_what_was_written_before_is_over_though_it_told_of_what_comes(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "The mill burned on 2 January. Our edition of 9 January told of it. The same night, a barn fell.",
            ["2020-01-02", "2020-01-09", "2020-01-02"],
        ),
        (
            "fr",
            "Le moulin a brûlé le 2 janvier. Dans son numéro du 9 janvier, L’Écho l’a dit. Le même jour, il plut.",
            ["2020-01-02", "2020-01-09", "2020-01-02"],
        ),
        ("en", "She promised a smaller edition in May 2019. That month, the fair closed.", ["2019-05", "2019-05"]),
    ],
)
def test_nothing_is_told_from_the_date_of_an_issue(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("Ann Lee won on Monday. The mill burned on 27 March. She saw it.", ["2020-03-27"]),
        ("Ann Lee won on Monday. The mill burned on 27 March. It was built in 1870.", ["2020-03-30"]),
    ],
)
def test_the_same_night_at_the_head_of_a_section_is_that_of_the_day_told_just_before(
    before: str, wanted: list[str]
) -> None:
    story = new_story("en", WRITTEN)
    find_time_expressions(before, "en", WRITTEN, story)
    section = find_time_expressions("A barn fell that same night.", "en", WRITTEN, story)
    assert [one.value for one in section] == wanted
