"""``sourcier eval``: figures, the questions that went wrong, the reliability diagram."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.bot.commands.conftest import Desk

QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "a",
        "lang": "en",
        "question": "How many clinics will Vega close?",
        "answer_any": ["\\b27\\b"],
        "kind": "plain",
    },
    {"id": "b", "lang": "fr", "question": "Quelle recette de tarte ?", "answerable": False, "topic": None},
    {"id": "c", "lang": "fr", "question": "Quand Orion Santé a été fondée ?", "answer_any": ["nowhere"], "topic": "T9"},
]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(map(json.dumps, QUESTIONS)), encoding="utf-8")
    return file


def test_eval_measures_labelled_questions(indexed: Desk, questions: Path) -> None:
    figures = json.loads(indexed.run("eval", str(questions), "--json", "--topics", "").out)
    assert figures["all"]["unanswerable"] == 1
    figures = json.loads(indexed.run("eval", str(questions), "--json").out)
    assert figures["all"]["recall"]["3"] == 0.5
    assert figures["by_lang"]["en"]["recall"]["3"] == 1.0
    assert figures["by_kind"]["plain"]["answerable"] == 1
    assert [outcome["id"] for outcome in figures["outcomes"]] == ["a", "b", "c"]
    assert "errors" not in figures
    table = indexed.run("eval", str(questions)).out
    assert "R@1" in table
    assert "1.000" in table


@pytest.mark.slow
def test_a_compressed_file_is_read_too(indexed: Desk, questions: Path, tmp_path: Path) -> None:
    packed = tmp_path / "questions.jsonl.gz"
    packed.write_bytes(gzip.compress(questions.read_bytes()))
    assert indexed.run("eval", str(packed)).out == indexed.run("eval", str(questions)).out
    packed.write_bytes(packed.read_bytes()[:40])
    assert len(indexed.run("eval", str(packed), status=1).told) == 1


@pytest.mark.slow
def test_errors_tell_what_came_first_and_what_its_score_is_made_of(indexed: Desk, questions: Path) -> None:
    (error,) = json.loads(indexed.run("eval", str(questions), "--json", "--errors").out)["errors"]
    assert (error["id"], error["misses"][-1], error["right"]) == ("c", "not-first", None)
    first = error["first"]
    assert (first["rank"], first["article"]) == (1, "rachat")
    assert first["marked"] in first["text"]
    assert sum(first["parts"].values()) == pytest.approx(first["score"])
    shown = indexed.run("eval", str(questions), "--errors").out
    assert "c · fr · Quand Orion Santé a été fondée ?" in shown
    assert "1. rachat" in shown
    assert "a · en" not in shown


@pytest.mark.slow
def test_the_reliability_diagram_is_drawn_when_there_are_questions_enough(indexed: Desk, tmp_path: Path) -> None:
    file, picture = tmp_path / "many.jsonl", tmp_path / "reliability.png"
    file.write_text("\n".join(json.dumps(QUESTIONS[0]) for _ in range(20)), encoding="utf-8")
    assert json.loads(indexed.run("eval", str(file), "--json", "--reliability", str(picture)).out)["reliability"]
    assert picture.read_bytes().startswith(b"\x89PNG")
    file.write_text(json.dumps(QUESTIONS[0]), encoding="utf-8")
    ended = indexed.run("eval", str(file), "--reliability", str(tmp_path / "none.png"), status=1)
    assert "R@1" in ended.out
    assert len(ended.told) == 1
    assert not (tmp_path / "none.png").exists()


@pytest.mark.parametrize("content", ["not JSON\n", '{"id": "a"}\n'])
def test_a_file_of_questions_that_cannot_be_read_is_told_by_line(indexed: Desk, tmp_path: Path, content: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(content, encoding="utf-8")
    ended = indexed.run("eval", str(file), status=1)
    assert len(ended.told) == 1
    assert "line 1" in ended.err


def test_a_missing_file_of_questions_is_wrong_usage(indexed: Desk) -> None:
    assert "nowhere.jsonl" in indexed.run("eval", "nowhere.jsonl", status=2).err
    assert len(indexed.run("eval", status=2).told) == 1


def test_timelines_are_measured_on_gold_ones(indexed: Desk, tmp_path: Path) -> None:
    events = [
        {
            "date": "2021-03-04",
            "article": "rachat",
            "sentence": "Le groupe Vega a annoncé le 4 mars 2021",
            "named": True,
        },
        {"date": "1999", "article": "rachat", "sentence": "une phrase qui n’y est pas", "tie": "topic"},
    ]
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps({"subject": "Vega", "query": "vega", "events": events}) + "\n", encoding="utf-8")
    told = json.loads(indexed.run("eval", "--timelines", str(file), "--json", "--errors").out)
    assert told["all"]["found"] == {"count": 1, "of": 2, "share": 0.5}
    assert told["all"]["named"]["share"] == 1.0
    assert [one["date"] for one in told["timelines"][0]["missed"]] == ["1999"]
    assert told["timelines"][0]["lost"] == 1
    said = indexed.run("eval", "--timelines", str(file), "--errors").out
    assert "1999" in said
    assert "stands in no article" in said


@pytest.mark.parametrize("line", ["nonsense", '{"subject": "x"}', '{"subject": "x", "events": [{"date": "soon"}]}'])
def test_gold_timelines_that_cannot_be_read_are_refused_by_their_line(indexed: Desk, tmp_path: Path, line: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(f"{line}\n", encoding="utf-8")
    ended = indexed.run("eval", "--timelines", str(file), status=1)
    assert len(ended.told) == 1
    assert "labelled timeline" in str(ended.told[0])
    assert indexed.run("eval", str(file), "--timelines", str(file), status=2).told
