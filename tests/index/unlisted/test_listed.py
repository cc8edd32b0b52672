"""Somebody in the list of entities: few articles tell of them, and no less than when no list holds them."""

from pathlib import Path

from tests.index.unlisted.test_kin import timeline_of

KETTLE = {
    "en.md": "---\ntitle: The kettle that switched itself on\ndate: 2023-09-14\nlang: en\n---\n"
    "Marlow Electric told owners of the Boilia on Monday to unplug it. The kettle can start when nobody is there.\n\n"
    "It was drawn up in Tewbury in 2016, as a kettle for hospital wards. It was renamed when it went on general sale "
    "on 3 May 2019, at 80 pounds. A second model was shown in June 2021, and 12,000 had been sold by the spring of "
    "2022. It lost its safety mark in August 2023.\n",
}
LIST = (
    "- {id: marlow, name: Marlow Electric, kind: company, parent: null, aliases: []}\n"
    "- {id: boilia, name: Boilia, kind: product, parent: marlow, aliases: []}\n"
)


def dates(subject: str, data: Path, articles: dict[str, str]) -> set[str]:
    data.mkdir()
    return {event.date for event in timeline_of(subject, data, articles).events}


def test_a_product_that_the_list_gives_an_owner_keeps_what_is_told_of_it(tmp_path: Path) -> None:
    unlisted = dates("Boilia", tmp_path / "unlisted", KETTLE)
    listed = dates("Boilia", tmp_path / "listed", {**KETTLE, "entities.yaml": LIST})
    assert {"2016", "2019-05-03", "2023-08"} <= unlisted
    assert unlisted <= listed


FIRMS = {
    "fr.md": "---\ntitle: Talvoz, dix ans de vélos\ndate: 2024-03-05\nlang: fr\n---\n"
    "Talvoz fabrique des vélos à Montbrun. La société est née en 2013.\n\n"
    "Elle a embauché quarante personnes en 2019. Sa rivale, la société Roubert, a été liquidée en 2021.\n",
}
OF_FIRM = "- {id: talvoz, name: Talvoz, kind: company, parent: null, aliases: []}\n"


def test_what_befell_a_rival_named_in_passing_is_not_a_listed_firms_either(tmp_path: Path) -> None:
    told = dates("Talvoz", tmp_path / "listed", {**FIRMS, "entities.yaml": OF_FIRM})
    assert {"2013", "2019"} <= told
    assert "2021" not in told
