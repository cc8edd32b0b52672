"""What somebody is said to be beside the name stands for the name further on."""

from pathlib import Path

import pytest

from tests.index.unlisted.test_kin import timeline_of

HEAD = "---\ntitle: Une nuit au port\ndate: 2023-02-23\nlang: fr\n---\n"
CREATED = "L'association a été créée en 2008 par neuf dockers.\n"


@pytest.mark.parametrize(
    "beside",
    [
        "Le convoi appartient à Grand Large, une association bretonne.",
        "Le convoi appartient à l'association Grand Large.",
        "Le convoi appartient à une petite association, Grand Large.",
    ],
)
def test_what_it_is_stands_for_it(tmp_path: Path, beside: str) -> None:
    text = f"{HEAD}{beside} Le vent est tombé.\n\nUn orage a suivi.\n\n{CREATED}"
    assert "2008" in [event.date for event in timeline_of("Grand Large", tmp_path, {"port.md": text}).events]


def test_where_another_one_is_named_it_may_be_that(tmp_path: Path) -> None:
    text = (
        f"{HEAD}Le convoi appartient à Grand Large, une association bretonne. L'association Valmorin l'a rejoint.\n\n"
        f"Un orage a suivi.\n\n{CREATED}"
    )
    assert "2008" not in [event.date for event in timeline_of("Grand Large", tmp_path, {"port.md": text}).events]
