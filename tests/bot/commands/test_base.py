"""``sourcier sources``, ``article``, ``reindex``, ``status`` and ``eval``: the base and its care."""

from __future__ import annotations

import json
import shutil

from tests.bot.commands.conftest import Desk

CARD_KEYS = ["id", "title", "date", "publisher", "url", "path", "lang"]


def test_sources_are_the_cards_of_all_articles(indexed: Desk) -> None:
    ended = indexed.run("sources", "--json")
    cards = json.loads(ended.out)
    assert all(list(card) == CARD_KEYS for card in cards)
    assert sorted(card["path"] for card in cards) == ["clinics.md", "notes/horaires.txt", "rachat.md"]
    text = indexed.run("sources").out
    assert all(card["id"] in text for card in cards)
    assert text.splitlines()[-1] == "3 articles"


def test_an_article_is_its_card_and_its_whole_body(indexed: Desk) -> None:
    article = json.loads(indexed.run("article", "rachat", "--json").out)
    assert list(article) == [*CARD_KEYS, "body"]
    text = indexed.run("article", "rachat", env={"SOURCIER_LANG": "fr"}).out
    title, card, empty, *_ = text.splitlines()
    assert title == "Le rachat d’Orion par Vega"
    assert "4 mars 2021" in card
    assert empty == ""
    assert article["body"].strip() in text


def test_an_unknown_article_is_told_with_the_closest(indexed: Desk) -> None:
    ended = indexed.run("article", "rachta", "--json", status=1)
    assert ended.out == ""
    assert len(ended.told) == 1
    assert "rachat" in ended.err


def test_an_article_without_its_id_is_wrong_usage(indexed: Desk) -> None:
    assert len(indexed.run("article", status=2).told) == 1


def test_a_reindex_reports_what_changed_in_the_keys_of_the_contract(desk: Desk) -> None:
    first = json.loads(desk.run("reindex", "--json").out)
    assert list(first) == ["generation", "articles", "passages", "embedded", "seconds"]
    assert list(first["articles"]) == ["added", "updated", "removed", "unchanged", "rejected"]
    assert sorted(first["articles"]["added"]) == ["clinics", "horaires", "rachat"]

    (desk.knowledge / "clinics.md").unlink()
    (desk.knowledge / "rachat.md").write_text("---\ntitle: Autre\n---\nUn autre texte, plus court.\n", encoding="utf-8")
    (desk.knowledge / "neuf.txt").write_bytes("Une note ajoutée en été, à Besançon.".encode("cp1252"))
    (desk.knowledge / "vide.md").touch()
    ended = desk.run("reindex", "--json", env={"SOURCIER_LANG": "fr"})
    second = json.loads(ended.out)
    changes = second["articles"]
    assert (changes["added"], changes["updated"], changes["removed"]) == (["neuf"], ["rachat"], ["clinics"])
    assert changes["unchanged"] == 1
    assert [refused["path"] for refused in changes["rejected"]] == ["vide.md"]
    assert all(list(refused) == ["path", "reason"] for refused in changes["rejected"])
    assert "vide" in changes["rejected"][0]["reason"]
    assert any("neuf.txt" in line and "Windows-1252" in line for line in ended.told)

    text = desk.run("reindex", "--full").out
    assert "vide.md: the file is empty" in text
    assert "Unchanged: 3" in text or "Updated" in text


def test_the_first_question_builds_the_index_with_its_progress_on_stderr(desk: Desk) -> None:
    ended = desk.run("ask", "How many clinics will Vega close?", "--json")
    assert json.loads(ended.out)["generation"] == 1
    assert ended.told[0] == "Reading 3 files"
    assert "\x1b" not in ended.err
    assert desk.run("ask", "How many clinics will Vega close?", "--json").err == ""


def test_the_first_list_of_sources_builds_the_index_too(desk: Desk) -> None:
    assert len(json.loads(desk.run("sources", "--json").out)) == 3


def test_a_missing_articles_folder_is_told_in_one_line(desk: Desk) -> None:
    shutil.rmtree(desk.knowledge)
    for command in (["ask", "x"], ["reindex"], ["sources"]):
        ended = desk.run(*command, status=1)
        assert len(ended.told) == 1
        assert "knowledge" in ended.err
        assert ended.out == ""


def test_an_articles_folder_that_is_gone_is_no_longer_answered_from(indexed: Desk) -> None:
    for command in (["ask", "Vega"], ["sources"], ["timeline", "vega"], ["article", "rachat"], ["run"], ["reindex"]):
        ended = indexed.run(*command, "--knowledge-dir", "nowhere", status=1)
        assert len(ended.told) == 1
        assert "nowhere" in ended.err
        assert ended.out == ""


def test_sources_are_those_that_have_the_words(indexed: Desk) -> None:
    assert [card["id"] for card in json.loads(indexed.run("sources", "orion", "vega", "--json").out)] == ["rachat"]
    assert "zzz" in indexed.run("sources", "zzz").err


def test_a_data_folder_that_is_a_file_is_told_in_one_line(desk: Desk) -> None:
    desk.data.touch()
    ended = desk.run("reindex", status=1)
    assert len([line for line in ended.told if line.startswith("sourcier:")]) == 1
    assert "data" in ended.err


def test_status_tells_of_an_index_and_of_its_absence(desk: Desk, indexed: Desk) -> None:
    present = json.loads(indexed.run("status", "--json").out)
    assert (present["health"], present["generation"], present["articles"]) == ("ok", 1, 3)
    assert present["languages"] == {"en": 1, "fr": 2}
    absent = json.loads(desk.run("status", "--json").out)
    assert (absent["health"], absent["generation"]) == ("missing", None)
    assert "sourcier reindex" in desk.run("status").out
    assert "Articles: 3" in indexed.run("status").out


GENERATION_KEYS = ["number", "created", "made_by", "articles", "passages", "rejected", "bytes", "current"]


def test_rollback_switches_back_and_status_lists_what_there_is(desk: Desk) -> None:
    desk.run("reindex")
    (desk.knowledge / "clinics.md").unlink()
    desk.run("reindex")
    history = json.loads(desk.run("status", "--json").out)["history"]
    assert all(list(card) == GENERATION_KEYS for card in history)
    assert [(card["number"], card["made_by"], card["articles"]) for card in history] == [
        (2, "shell", 2),
        (1, "shell", 3),
    ]

    done = json.loads(desk.run("rollback", "--json").out)
    assert (done["before"], done["generation"]["number"], done["generation"]["current"]) == (2, 1, True)
    assert len(json.loads(desk.run("sources", "--json").out)) == 3
    assert "1: " in desk.run("rollback", "1").out
    text = desk.run("status", env={"SOURCIER_LANG": "fr"}).out
    assert [line.endswith("← servie") for line in text.splitlines()[-2:]] == [False, True]

    assert "no earlier version" in desk.run("rollback", status=1).err
    assert "2, 1" in desk.run("rollback", "7", status=1).err
    assert len(desk.run("rollback", "zero", status=2).told) == 1
    assert json.loads(desk.run("reindex", "--json").out)["generation"] == 3


def test_an_article_is_added_removed_and_restored(desk: Desk) -> None:
    desk.run("reindex")
    note = desk.folder / "Note d’été.txt"
    note.write_text("date 2024-05 Vega publie sa note n° 7.\n\nElle coûte 3 000 €.", encoding="utf-8")
    details = ("--title", "La note", "--publisher", "Nous", "--lang", "fr", "--url", "https://example.org/7")

    dry = json.loads(desk.run("add", str(note), *details, "--dry-run", "--json").out)
    assert list(dry) == ["article", "file", "format", "sections", "passages", "report"]
    assert (dry["file"], dry["report"]) == ("note-d-ete.md", None)
    assert not (desk.knowledge / "note-d-ete.md").exists()

    shown = desk.run("add", str(note), *details, env={"SOURCIER_LANG": "fr"}).out
    assert "« note-d-ete » est écrit dans note-d-ete.md" in shown
    assert "Date : mai 2024" in shown
    assert "Ajoutés (1) : note-d-ete" in shown
    assert json.loads(desk.run("article", "note-d-ete", "--json").out)["title"] == "La note"

    assert len(desk.run("add", str(note), status=1).told) == 1
    removed = json.loads(desk.run("remove", "note-d-ete", "--json").out)
    assert (removed["article"]["path"], removed["days"]) == ("note-d-ete.md", 30)
    assert removed["report"]["articles"]["removed"] == ["note-d-ete"]
    assert [article["id"] for article in json.loads(desk.run("restore", "--json").out)] == ["note-d-ete"]
    assert "La note" in desk.run("restore").out
    assert "“note-d-ete” is back in note-d-ete.md." in desk.run("restore", "note-d-ete").out
    assert desk.run("restore").out == "The trash is empty.\n"


def test_what_cannot_be_added_or_removed_is_told_in_one_line(indexed: Desk) -> None:
    empty = indexed.folder / "empty.txt"
    empty.touch()
    for arguments, status, told in (
        (("add",), 2, "missing"),
        (("add", "nowhere.md"), 2, "nowhere.md"),
        (("add", str(empty)), 1, "the file is empty"),
        (("add", str(indexed.folder)), 1, "not an ordinary file"),
        (("add", str(empty), "--lang", "de"), 2, "fr, en"),
        (("add", "https://example.org/x"), 1, "SOURCIER_ADD_BY_URL=1"),
        (("remove",), 2, "id"),
        (("remove", "rachta"), 1, "rachat"),
        (("restore", "zzz"), 1, "zzz"),
    ):
        ended = indexed.run(*arguments, status=status)
        assert len(ended.told) == 1
        assert told in ended.err


def test_an_article_that_tries_to_drive_the_terminal_is_shown_harmless(desk: Desk) -> None:
    title = "Un [bold]titre[/bold]"
    hostile = f"---\ntitle: '{title}'\n---\nVega ferme \u202etout\u202c demain. \x9b31mRouge [red]ou pas[/red].\n"
    (desk.knowledge / "hostile.md").write_text(hostile, encoding="utf-8")
    body = json.loads(desk.run("article", "hostile", "--json").out)["body"]
    shown = desk.run("article", "hostile").out
    for sign in ("\x1b", "\x9b", "\u202e"):
        assert sign not in shown
    assert "\u202e" in body
    assert "[red]ou pas[/red]" in shown
    assert title in shown
