"""An article of a million words is indexed like any other, a batch at a time."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.index.encoder.making import WORDS

MILLION = 1_000_000
INDEXING = """
import resource, sys
from pathlib import Path
from index.engine import Engine, EngineOptions

def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

knowledge, data, model, article = map(Path, sys.argv[1:])
engine = Engine(EngineOptions(knowledge, data, model=str(model)))
engine.prepare()
engine.ask("how many clinics")
before = most()
article.rename(knowledge / article.name)
report = engine.reindex()
print(before, most(), report.passages, len(report.rejected))
"""


def long_article(words: int) -> str:
    """Paragraphs of made-up words, some of them known to the model."""
    draw = random.Random(0)
    letters = "abcdefghijklmnopqrstuvwxyz"
    known = ["".join(draw.choices(letters, k=draw.randint(2, 10))) for _ in range(20_000)] + WORDS.split()
    sentences = [" ".join(draw.choices(known, k=16)).capitalize() + "." for _ in range(words // 16)]
    paragraphs = [" ".join(sentences[start : start + 6]) for start in range(0, len(sentences), 6)]
    return "\n\n".join(["# Long", *paragraphs]) + "\n"


@pytest.mark.slow
def test_an_article_of_a_million_words_does_not_double_the_memory(tiny: Path, tmp_path: Path) -> None:
    knowledge, article = tmp_path / "knowledge", tmp_path / "long.md"
    knowledge.mkdir()
    (knowledge / "short.md").write_text("# Vega\n\nVega closed 27 clinics in 2021.\n", encoding="utf-8")
    article.write_text(long_article(MILLION), encoding="utf-8")
    arguments = [str(path) for path in (knowledge, tmp_path / "data", tiny, article)]
    done = subprocess.run([sys.executable, "-c", INDEXING, *arguments], capture_output=True, text=True, check=True)
    before, most, passages, rejected = map(int, done.stdout.split())
    assert (passages > 5000, rejected) == (True, 0)
    assert most < 2 * before
