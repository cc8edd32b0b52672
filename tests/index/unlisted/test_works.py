"""A work told in the other language under a title that no word translates."""

from pathlib import Path

from tests.index.unlisted.test_kin import articles_of, timeline_of

SHOWN = (
    "---\ntitle: Une toile d'Elva Harnett à Brissac\ndate: 2019-05-06\nlang: fr\n---\n"
    "Le musée de Brissac expose La Guetteuse d'Elva Harnett, prêtée par la galerie Corran Hill.\n"
)
SOLD = (
    "---\ntitle: Sold at last\ndate: 2022-03-04\nlang: en\n---\n"
    "Elva Harnett painted The Sentinel in 1911. Corran Hill bought it in 1930. {more}\n"
)


def test_the_only_work_of_its_maker_there_is_the_same(tmp_path: Path) -> None:
    found = timeline_of("La Guetteuse", tmp_path, {"exposee.md": SHOWN, "sold.md": SOLD.format(more="")})
    assert "1911" in [event.date for event in found.events]


def test_a_title_goes_on_without_capitals(tmp_path: Path) -> None:
    shown = SHOWN.replace("La Guetteuse", "Les Heures basses").replace("prêtée", "prêtées")
    found = timeline_of("Les Heures basses", tmp_path, {"exposee.md": shown, "sold.md": SOLD.format(more="")})
    assert "1911" in [event.date for event in found.events]


def test_of_two_works_none_is_the_same(tmp_path: Path) -> None:
    more = "Elva Harnett also painted The Harvest in 1912."
    found = timeline_of("La Guetteuse", tmp_path, {"exposee.md": SHOWN, "sold.md": SOLD.format(more=more)})
    assert "sold" not in articles_of(found)


def test_a_maker_alone_makes_no_two_works_one(tmp_path: Path) -> None:
    elsewhere = SOLD.replace("Corran Hill", "A farmer").format(more="")
    found = timeline_of("La Guetteuse", tmp_path, {"exposee.md": SHOWN, "sold.md": elsewhere})
    assert "sold" not in articles_of(found)
