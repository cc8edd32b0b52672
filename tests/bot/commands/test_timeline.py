"""``sourcier timeline``: to read, as JSON, CSV and TimelineJS, drawn; and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.bot.commands.conftest import Desk

PNG = b"\x89PNG\r\n\x1a\n"


def test_the_json_is_what_the_contract_says(indexed: Desk) -> None:
    found = json.loads(indexed.run("timeline", "vega", "--json").out)
    assert set(found) == {"subject", "entity", "theme", "kind", "possible", "branches", "events"}
    assert (found["subject"], found["entity"]) == ("vega", None)
    assert {"2021-03-04", "2023-11-09"} <= {event["date"] for event in found["events"]}
    for event in found["events"]:
        assert set(event) == {
            *("date", "precision", "expression", "label", "kind", "kinds", "marks", "level", "owned", "disputed"),
            *("quotes", "more"),
        }
        assert ("carried-over" in event["marks"]) == (event["level"] not in ("named", "in-sentence"))
        for quote in event["quotes"]:
            assert event["expression"] in event["quotes"][0]["text"]
            assert set(quote) == {
                *("text", "start", "end", "highlights", "answer", "score", "section", "article"),
                *("also", "contradicted_by"),
            }
            article = json.loads(indexed.run("article", quote["article"]["id"], "--json").out)
            assert quote["text"] == article["body"][quote["start"] : quote["end"]]


def test_one_kind_of_event_is_shown_alone(indexed: Desk) -> None:
    found = json.loads(indexed.run("timeline", "vega", "--kind", "purchase", "--json").out)
    assert found["kind"] == "purchase"
    assert found["events"]
    assert all("purchase" in event["kinds"] for event in found["events"])


def test_a_kind_that_there_is_not_is_refused_with_those_there_are(indexed: Desk) -> None:
    refused = indexed.run("timeline", "vega", "--kind", "party", status=2)
    assert "party" in refused.err
    assert "closure" in refused.err


def test_of_whom_nothing_is_told_beside_another_is_said(indexed: Desk) -> None:
    head = indexed.run("timeline", "vega", "--with", "Quaggatron").out.splitlines()[0]
    assert "No dated event about “Quaggatron” in the base" in head
    assert "“vega”" not in head


def test_a_person_reads_dates_quotes_and_sources(indexed: Desk) -> None:
    said = indexed.run("timeline", "vega", env={"SOURCIER_LANG": "fr"}).out
    assert "4 mars 2021" in said
    assert "Le groupe Vega a annoncé le 4 mars 2021 le rachat d’Orion Santé" in said
    assert "Le rachat d’Orion par Vega · Le Quotidien du test" in said


def test_nothing_told_is_said_in_a_line(indexed: Desk) -> None:
    assert indexed.run("timeline", "Quaggatron").out.count("\n") == 1
    assert json.loads(indexed.run("timeline", "Quaggatron", "--json").out)["events"] == []


def test_what_a_limit_left_out_is_said(indexed: Desk) -> None:
    total = len(json.loads(indexed.run("timeline", "vega", "--json").out)["events"])
    assert f"--limit {total}" in indexed.run("timeline", "vega", "--limit", "1").out


def test_what_may_be_the_subjects_is_counted_and_shown_when_asked_for(indexed: Desk) -> None:
    sure = json.loads(indexed.run("timeline", "vega", "--json").out)
    everything = json.loads(indexed.run("timeline", "vega", "--json", "--possible").out)
    assert sure["possible"] > 0
    assert "--possible" in indexed.run("timeline", "vega").out
    assert len(everything["events"]) > len(sure["events"])
    named = json.loads(indexed.run("timeline", "vega", "--json", "--named-only").out)
    assert {event["level"] for event in named["events"]} <= {"named", "in-sentence"}


def test_csv_has_a_line_a_quote(indexed: Desk) -> None:
    rows = list(csv.DictReader(io.StringIO(indexed.run("timeline", "vega", "--csv").out)))
    assert {"2021-03-04", "2023-11-09"} <= {row["date"] for row in rows}
    assert all(row["label"] for row in rows)
    assert all(row["expression"] in row["quote"] for row in rows)


def test_timelinejs_keeps_the_precision_of_dates(indexed: Desk) -> None:
    slides = json.loads(indexed.run("timeline", "vega", "--timelinejs").out)["events"]
    starts = [slide["start_date"] for slide in slides]
    assert {"year": 2021, "month": 3, "day": 4} in starts
    assert all("<blockquote>" in slide["text"]["text"] for slide in slides)


def test_a_picture_is_drawn_beside_any_output(indexed: Desk, tmp_path: Path) -> None:
    file = tmp_path / "vega.png"
    ended = indexed.run("timeline", "vega", "--json", "--png", str(file))
    assert json.loads(ended.out)["events"]
    assert file.read_bytes().startswith(PNG)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["timeline"], 2),
        (["timeline", "  "], 2),
        (["timeline", "vega", "--json", "--csv"], 2),
        (["timeline", "vega", "--named-only", "--possible"], 2),
        (["timeline", "vega", "--limit", "0"], 2),
        (["timeline", "vega", "--from", "someday"], 1),
        (["timeline", "vega", "--from", "2022", "--to", "2020"], 1),
        (["timeline", "vega", "--png", "/nowhere/at/all.png"], 1),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(indexed: Desk, arguments: list[str], status: int) -> None:
    assert len(indexed.run(*arguments, status=status).told) == 1


def test_the_console_shows_timelines_too(indexed: Desk) -> None:
    said = indexed.run("run", stdin="/timeline vega\n/timeline\n/timeline Quaggatron\n")
    assert "Le groupe Vega a annoncé" in said.out
    assert len(said.told) == 1


def test_the_console_takes_the_options_of_the_command(indexed: Desk, tmp_path: Path) -> None:
    file = tmp_path / "vega.png"
    lines = [
        f"/timeline vega --from 2023 --png {file}",
        "/timeline Orion Santé --limit 1",
        "/timeline vega --limit none",
        "/timeline vega --unknown",
        "/timeline --help",
        "/timeline vega --from 'oops",
    ]
    said = indexed.run("run", stdin="\n".join(lines))
    assert "Vega said on November 9, 2023" in said.out
    assert file.read_bytes().startswith(PNG)
    assert "Le groupe Vega a annoncé le 4 mars 2021 le rachat d’Orion Santé" in said.out
    assert len(said.told) == 3


def test_a_picture_says_what_it_shows_to_those_who_do_not_see_it(indexed: Desk, tmp_path: Path) -> None:
    file = tmp_path / "vega.png"
    indexed.run("timeline", "vega", "--png", str(file))
    assert b"Vega" in file.read_bytes() or b"vega" in file.read_bytes()


def test_two_subjects_stand_side_by_side_in_every_form(indexed: Desk, tmp_path: Path) -> None:
    two = json.loads(indexed.run("timeline", "vega", "--with", "Orion Santé", "--json").out)
    assert [one["subject"] for one in two["subjects"]] == ["vega", "Orion Santé"]
    common = [event for event in two["events"] if event["subjects"] == ["vega", "Orion Santé"]]
    assert "2021-03-04" in {event["date"] for event in common}
    file = tmp_path / "two.png"
    said = indexed.run("timeline", "vega", "--with", "Orion Santé", "--png", str(file)).out
    assert "[vega + Orion Santé]" in said
    assert file.read_bytes().startswith(PNG)
    rows = list(csv.DictReader(io.StringIO(indexed.run("timeline", "vega", "--with", "Orion Santé", "--csv").out)))
    assert "vega + Orion Santé" in {row["subjects"] for row in rows}
    slides = json.loads(indexed.run("timeline", "vega", "--with", "Orion Santé", "--timelinejs").out)["events"]
    assert all(slide["group"] for slide in slides)


@pytest.mark.parametrize(
    ("written", "understood"), [("01/02/2020", "1 February 2020"), ("juillet 2022", "July 2022"), ("été 2021", "2021")]
)
def test_a_date_in_words_is_told_as_it_was_understood(indexed: Desk, written: str, understood: str) -> None:
    ended = indexed.run("timeline", "vega", "--from", written, "--json")
    assert len(ended.told) == 1
    assert f"“{written}”" in ended.told[0]
    assert understood in ended.told[0]
    assert indexed.run("timeline", "vega", "--from", "2020-02", "--json").err == ""


def test_weekdays_are_dates_in_both_languages(indexed: Desk) -> None:
    french, english = (indexed.run("timeline", "vega", "--to", day).told[0] for day in ("lundi", "monday"))
    assert french.split("as")[-1] == english.split("as")[-1]


def test_a_page_to_publish_holds_all_events_whatever_else_is_asked(indexed: Desk, tmp_path: Path) -> None:
    file = tmp_path / "vega.html"
    said = indexed.run("timeline", "vega", "--json", "--html", str(file))
    quotes = [quote["text"] for event in json.loads(said.out)["events"] for quote in event["quotes"]]
    assert file.read_text(encoding="utf-8").count("<blockquote") == len(quotes)
    indexed.run("timeline", "vega", "--with", "orion", "--html", str(file))
    assert 'class="owner' in file.read_text(encoding="utf-8")
    refused = indexed.run("timeline", "vega", "--html", str(tmp_path / "no" / "where.html"), status=1)
    assert "where.html" in refused.err


def test_a_subject_beside_itself_is_refused(indexed: Desk) -> None:
    assert indexed.run("timeline", "vega", "--with", " ", status=2).err
    ran = indexed.run("timeline", "vega", "--with", "Vega", status=2)
    assert "--with" in ran.err
    assert "vega" in ran.err
