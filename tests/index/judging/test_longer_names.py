"""A longer name is not the shorter one in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.answer import Verdict
from index.engine import Engine, EngineOptions
from tests.conftest import write_articles

TOWER = (
    "The Lantern leans. The keeper of the Lantern, Una Brandt, has painted the tower twice. Visitors climb the Lantern"
    " on Sundays, and pay two shillings."
)
LITTLE = (
    "The harbour has a new mast. Nobody should confuse the Little Lantern with it: the Little Lantern, a buoy, was"
    " towed out in 1931."
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    home: Path = tmp_path_factory.mktemp("names")
    (home / "articles").mkdir()
    article = "---\ntitle: {}\ndate: 2011-05-0{}\nlang: en\n---\n\n{}\n"
    write_articles(
        home / "articles",
        {
            "tower.md": article.format("The leaning tower", 1, TOWER),
            "little.md": article.format("A new mast", 2, LITTLE),
        },
    )
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


def test_who_keeps_the_one_does_not_surely_keep_the_other(base: Engine) -> None:
    assert base.ask("who is the keeper of the little lantern").verdict is not Verdict.FOUND


def test_the_shorter_name_is_told_of_itself(base: Engine) -> None:
    first = base.ask("who is the keeper of the lantern").quotes[0]
    assert first.article.id == "tower"
    assert first.answer is not None
    assert "Una Brandt" in first.text[first.answer[0] - first.start : first.answer[1] - first.start]
