"""Words of a question that the article tells nowhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.answer import Verdict
from index.calibration.calibration import ReadCalibration
from index.engine import Engine, EngineOptions
from index.judging.untold import at_most

FERRY = """---
title: The ferry of Brume sails again
date: 2024-05-02
lang: en
---
The ferry Corvane left the quay of Brume on Thursday, two years after the fire, with forty passengers aboard.

Built in 1987, she is 62 metres long. Her repair cost 4 million euros. Captain Ada Vance took her across the sound in
thirty minutes.
"""

MARKET = """---
title: A new roof for the market of Orle
date: 2023-03-11
lang: en
---
The covered market of Orle will have a new roof before the summer. The town council voted for it on Tuesday.

Seventeen stalls move to the square meanwhile. Their holders pay no rent until the market is open again.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "ferry.md").write_text(FERRY, encoding="utf-8")
    (folder / "market.md").write_text(MARKET, encoding="utf-8")
    engine = Engine(EngineOptions(folder, tmp_path_factory.mktemp("data"), reading_seconds=60))
    engine.prepare()
    yield engine
    engine.close()


@pytest.mark.parametrize(
    "question",
    [
        "Who composed the music played on the Corvane?",
        "What salary does the cook of the Corvane earn?",
    ],
)
def test_what_the_article_tells_nothing_of_is_refused(engine: Engine, question: str) -> None:
    assert engine.ask(question).verdict is Verdict.NONE


@pytest.mark.parametrize(
    "question",
    [
        "How much did the repairs of the Corvane cost?",
        "When was the Corvane built?",
        "Who is the captain of the Corvane?",
    ],
)
def test_what_it_tells_in_other_forms_is_answered(engine: Engine, question: str) -> None:
    assert engine.ask(question).verdict is not Verdict.NONE


def test_the_more_is_untold_the_surer_a_reader_has_to_be() -> None:
    fitted = ReadCalibration(trees=(), ranking={}, highlight={}, found=0.8, weak=0.2, fitted_on="")
    assert at_most(0, 0.25, fitted) == 0.25
    assert at_most(1, 0.25, fitted) < fitted.weak
    assert at_most(1, 0.5, fitted) == 0.5
    assert at_most(2, 0.5, fitted) < fitted.weak
    assert at_most(2, 0.9, fitted) == 0.9
