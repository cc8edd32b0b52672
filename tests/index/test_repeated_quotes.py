"""A sentence that stands in two windows of its article is shown once."""

from __future__ import annotations

from pathlib import Path

from index.articles.folder import read_article
from index.engine import Engine, EngineOptions
from index.passages.windows import passages_of

_BEFORE = " ".join(f"Stop {number} was painted." for number in range(37))
_AFTER = " ".join(f"Driver {number} learnt the route of the tramway in three weeks of spring." for number in range(20))
ARTICLE = f"""---
title: The Marl Hills tramway
date: 2024-11-05
lang: en
---
{_BEFORE} The first tram to the airport ran on 19 June 2023. {_AFTER}
"""


def test_a_sentence_marked_in_one_quote_is_not_all_that_another_marks(tmp_path: Path) -> None:
    windows = passages_of(read_article(ARTICLE.encode(), "tramway.md")[0])
    assert sum("19 June 2023" in window.text for window in windows) == 2
    knowledge = tmp_path / "knowledge"
    knowledge.mkdir()
    (knowledge / "tramway.md").write_text(ARTICLE, encoding="utf-8")
    engine = Engine(EngineOptions(knowledge, tmp_path / "data", reading_seconds=60))
    engine.prepare()
    answer = engine.ask("When did the first tram to the airport run?")
    engine.close()
    marked = [quote.highlights for quote in answer.quotes]
    assert "19 June 2023" in answer.quotes[0].text
    assert len(marked) == len(set(marked))
