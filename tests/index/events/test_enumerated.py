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
