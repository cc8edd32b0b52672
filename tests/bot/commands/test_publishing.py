"""``sourcier publish`` and ``mirror``, and a running bot that follows."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest

from bot.reindexing import BackgroundReindexing
from index.engine import Engine, EngineOptions
from index.report import MadeBy
from tests.bot.commands.conftest import Desk
from tests.index.generation.stand import add_article


@pytest.mark.slow
def test_an_index_is_published_and_answers_elsewhere(desk: Desk) -> None:
    assert len(desk.run("publish", "out", status=1).told) == 1  # nothing made yet
    desk.run("reindex")
    published = json.loads(desk.run("publish", "out", "--json").out)
    assert list(published) == ["generation", "files", "bytes", "copied_bytes"]
    assert published["bytes"] == published["copied_bytes"] > 0
    there = ("--data-dir", "there", "--knowledge-dir", "nowhere")
    mirrored = json.loads(desk.run("mirror", "out", "--json", *there).out)
    assert list(mirrored) == ["before", "generation", "is_new", "copied_bytes"]
    assert (mirrored["before"], mirrored["generation"]["number"], mirrored["is_new"]) == (None, 1, True)
    question = "Combien Vega a-t-il payé Orion Santé ?"
    here, other = (json.loads(desk.run("ask", question, "--json", *at).out) for at in ((), there))
    assert (here["quotes"], here["verdict"]) == (other["quotes"], other["verdict"])
    assert "publié" in desk.run("mirror", "out", *there, env={"SOURCIER_LANG": "fr"}).out
    for refused in (("reindex",), ("rollback",), ("add", "knowledge/clinics.md", "--title", "Another")):
        assert len(desk.run(*refused, *there, status=1).told) == 1


@pytest.mark.slow
def test_the_first_start_takes_what_is_to_be_mirrored(desk: Desk) -> None:
    desk.run("reindex")
    desk.run("publish", "out")
    ended = desk.run("ask", "Vega?", "--json", "--data-dir", "there", env={"SOURCIER_MIRROR": "out"})
    assert json.loads(ended.out)["generation"] == 1
    desk.run("mirror", "--data-dir", "there", env={"SOURCIER_MIRROR": "out"})


def test_no_folder_is_wrong_usage(desk: Desk) -> None:
    assert len(desk.run("publish", status=2).told) == 1
    assert len(desk.run("mirror", status=2).told) == 1


def test_a_running_bot_follows_what_is_published(knowledge: Path, tmp_path: Path) -> None:
    maker = Engine(EngineOptions(knowledge, tmp_path / "made"))
    maker.prepare()
    maker.upkeep.publish(tmp_path / "out")
    follower = Engine(EngineOptions(tmp_path / "nowhere", tmp_path / "there"))
    follower.upkeep.mirror(tmp_path / "out")
    taken, outcomes = Event(), []

    def ended(made_by: MadeBy, succeeded: bool) -> None:
        outcomes.append(succeeded)
        taken.set()

    following = BackgroundReindexing(follower, None, tmp_path / "there", ended, mirrored=tmp_path / "out")
    following.start()
    add_article(knowledge, 1)
    maker.reindex()
    maker.upkeep.publish(tmp_path / "out")
    following.ask(MadeBy.SIGNAL)
    assert taken.wait(60)
    following.close()
    assert outcomes == [True]
    assert follower.status().generation == 2
