"""Questions about a time and nothing else."""

from pathlib import Path

import pytest

from index.answer import Verdict
from index.engine import Engine, EngineOptions
from index.listing.when_asked import time_asked_about

ARTICLES = {
    "ferme.md": "---\ntitle: La ferme\ndate: 2025-07-30\nlang: fr\n---\n"
    "Les éleveurs ont bloqué la route le 5 mai. Ils se sont réunis en avril. La ferme fermera en septembre.\n",
    "mill.md": "---\ntitle: The mill\ndate: 2025-06-02\nlang: en\n---\n"
    "The mill was sold on 20 May 2025. It was built in 1793. It may not open in May 2026.\n",
}


@pytest.mark.parametrize(
    ("question", "lang", "time"),
    [
        ("What happened in May 2025?", "en", "2025-05"),
        ("What took place on 5 May 2025", "en", "2025-05-05"),
        ("Que s’est-il passé en mai 2025 ?", "fr", "2025-05"),
        ("Qu'est-ce qui s'est passé le 3 mai 2025 ?", "fr", "2025-05-03"),
        ("What happened to the bridge in May 2025?", "en", None),
        ("Que s'est-il passé à Besfort en mai 2025 ?", "fr", None),
        ("What happened?", "en", None),
    ],
)
def test_a_question_may_ask_for_a_time_alone(question: str, lang: str, time: str | None) -> None:
    assert time_asked_about(question, lang) == time


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("then")
    (folder / "knowledge").mkdir()
    for name, text in ARTICLES.items():
        (folder / "knowledge" / name).write_text(text, encoding="utf-8")
    engine = Engine(EngineOptions(folder / "knowledge", folder / "data"))
    engine.prepare()
    return engine


def test_what_happened_then_is_told_in_the_order_of_time(engine: Engine) -> None:
    answer = engine.ask("What happened in May 2025?", lang="en")
    assert answer.verdict is Verdict.FOUND
    assert [quote.article.id for quote in answer.quotes] == ["ferme", "mill"]
    marked = [quote.text[a - quote.start : b - quote.start] for quote in answer.quotes for a, b in quote.highlights]
    assert marked == ["Les éleveurs ont bloqué la route le 5 mai.", "The mill was sold on 20 May 2025."]


def test_of_a_time_that_nothing_is_told_of_nothing_is_answered(engine: Engine) -> None:
    assert engine.ask("What happened in July 1950?", lang="en").verdict is not Verdict.FOUND
