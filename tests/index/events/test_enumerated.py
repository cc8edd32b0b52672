"""Lists of what was done, of which only the last has a date."""

import pytest

from tests.index.events.telling import about

LISTS = {
    "en": "Her friends praise the market, the new Orion and the closing of Lyra in May 2019.",
    "fr": "Ses amis citent le marché, le nouvel Orion et la fermeture de Lyra en mai 2019.",
}


@pytest.mark.parametrize("lang", LISTS)
def test_a_date_is_that_of_the_last_item(lang: str) -> None:
    assert about("orion", LISTS[lang], lang) == []
    assert about("lyra", LISTS[lang], lang) == ["2019-05"]


def test_so_it_is_when_the_name_begins_the_list() -> None:
    text = "Her friends point to the Orion, the new market and the closing of Lyra in May 2019."
    assert about("orion", text, "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Orion, the market and the closing of Lyra were debated in May 2019.",
        "Lyra, Vega and Orion closed in May 2019.",
        "In France, Orion praised the closing of Lyra in May 2019.",
    ],
)
def test_names_that_are_no_items_keep_it(text: str) -> None:
    assert about("orion", text, "en") == ["2019-05"]


EACH_DATED = {
    "en": "The court fined Vega 3 million in May 2018, Lyra 2 million in June 2019 and Altair Santé one in July 2020.",
    "fr": "Le juge condamne Vega en mai 2018, la société Lyra en juin 2019 et Altair Santé en juillet 2020.",
}


@pytest.mark.parametrize("lang", EACH_DATED)
def test_items_that_have_each_a_date_have_no_other(lang: str) -> None:
    assert about("lyra", EACH_DATED[lang], lang) == ["2019-06"]
    assert about("altair", EACH_DATED[lang], lang) == ["2020-07"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Vega bought Lyra in June 2019 and Altair Santé in July 2020.", "en"),
        ("Vega a racheté Lyra en juin 2019 et Altair Santé en juillet 2020.", "fr"),
    ],
)
def test_who_did_all_of_it_has_all_dates(text: str, lang: str) -> None:
    assert about("vega", text, lang) == ["2019-06", "2020-07"]


def test_what_was_done_twice_to_one_has_both_dates() -> None:
    text = "Founded in May 2015 by Vega, and renamed in July 2020, the shop is small."
    assert "2015-05" in about("vega", text, "en")


def test_a_name_behind_what_opens_a_sentence_has_the_date_there() -> None:
    text = "First shown on May 11, 2018, the price of Orion was set on June 6, 2019, through the agency Altair Santé."
    assert "2018-05-11" in about("orion", text, "en")
