"""``sourcier eval --pairs``: the same question over a passage that answers and over the same without what answers."""

import json
from pathlib import Path

from tests.bot.commands.conftest import Desk

TOLD = "The Brindle ferry was sold on Friday. Its new owner, Marta Quill, paid 3.4 million pounds for both boats."
PAIR = {
    "id": "a",
    "question": "How much did Marta Quill pay for the boats?",
    "lang": "en",
    "title": "The Brindle Ferry changes hands",
    "with": TOLD,
    "without": TOLD.replace(", paid 3.4 million pounds for both boats", ", kept both boats"),
    "answer": "3.4 million pounds",
    "kind": "absent",
}


def test_the_passage_that_answers_is_read_as_the_likelier_one(indexed: Desk, tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_text(json.dumps(PAIR) + "\n")
    figures = json.loads(indexed.run("eval", "--pairs", str(tmp_path / "pairs.jsonl"), "--json").out)
    assert figures == {
        "right_order": 1.0,
        "auroc": 1.0,
        "n": 1,
        "by_kind": {"absent": {**figures["by_kind"]["absent"]}},
    }
    assert "1.000" in indexed.run("eval", "--pairs", str(tmp_path / "pairs.jsonl")).out


def test_a_line_that_is_no_pair_is_named(indexed: Desk, tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_text(json.dumps(PAIR) + "\n{}\n")
    ended = indexed.run("eval", "--pairs", str(tmp_path / "pairs.jsonl"), status=1)
    assert "2" in ended.err
