"""Our own press: short texts on all kinds of subjects, French and English, with questions in both languages.

Written for training and measuring (``press_en.jsonl``, ``press_fr.jsonl``); the people, firms and figures in them are
mostly invented, and none of it is about the subject of knowledge/. ``press_absent.tsv`` asks of the same people, firms
and affairs what no text tells, or takes for granted what is not so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from index.measuring.labelled import LabelledQuestion, labelled

ABSENT: Final = Path(__file__).with_name("press_absent.tsv")
FILES: Final = tuple(Path(__file__).with_name(f"press_{lang}.jsonl") for lang in ("en", "fr"))


def write_press(folder: Path, chosen: Callable[[int], bool] = lambda _: True) -> set[str]:
    """Write the texts whose number is ``chosen`` into ``folder`` as articles; tells which these are."""
    kept = set()
    for number, (name, record) in enumerate(_records()):
        if chosen(number):
            kept.add(name)
            card = yaml.safe_dump({"title": record["title"], "lang": record["lang"]}, allow_unicode=True)
            (folder / f"{name}.md").write_text(f"---\n{card}---\n\n{record['text']}\n", encoding="utf-8")
    return kept


def press_questions() -> Iterator[LabelledQuestion]:
    """The questions on them, each to be answered from its own article."""
    for name, record in _records():
        for number, asked in enumerate(record["questions"], start=1):
            yield labelled(
                {
                    "id": f"{name}-{number}",
                    "lang": asked["lang"],
                    "question": asked["question"],
                    "answers": [asked["answer"]],
                    "article": name,
                }
            )


def absent_questions() -> Iterator[LabelledQuestion]:
    """Questions near a text, its ``article``, which nothing answers."""
    for number, line in enumerate(ABSENT.read_text(encoding="utf-8").splitlines(), start=1):
        article, lang, text = line.split("\t")
        record = {"id": f"absent-{number}", "lang": lang, "question": text, "answerable": False, "article": article}
        yield labelled({**record, "kind": "absent"})


def _records() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in FILES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield f"{path.stem.replace('_', '-')}-{number:03}", json.loads(line)
