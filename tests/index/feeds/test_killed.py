"""The promise that an article arrives exactly once and is never half there, kept by a process that is killed."""

from __future__ import annotations

import multiprocessing
import random
from collections import Counter
from pathlib import Path

import pytest
from aiohttp import web

from index.engine import Engine, EngineOptions
from tests import forked
from tests.index.feeds.newsroom import Story, rss
from tests.index.feeds.week import CORRECTED, CORRECTION, STEPS, STORIES, live, published, step_in
from tests.index.web_site import Site

KILLS = 12


# The site's connections to a process that was killed are closed by nobody.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.slow
def test_in_a_week_of_kills_each_entry_arrives_once_and_whole(site: Site, tmp_path: Path) -> None:
    def feed() -> web.Response:
        stories = published(step_in(tmp_path))
        return web.Response(text=rss(site, reversed(stories)), content_type="application/rss+xml")

    def page(number: int) -> web.Response:
        return next(one for one in published(step_in(tmp_path)) if one.number == number).page()

    site.pages["/feed.xml"] = feed
    for number in range(STORIES):
        site.pages[Story(number).path] = lambda number=number: page(number)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(forked.IMPORTED)
    chance = random.Random(24)
    kills = 0
    while not (tmp_path / "over").exists():
        process = context.Process(target=live, args=(tmp_path, site.port), daemon=True)
        process.start()
        process.join(chance.uniform(0.2, 3.0) if kills < KILLS else 200)
        if process.is_alive():
            assert kills < KILLS, f"the week does not end: step {step_in(tmp_path)} of {STEPS}"
            process.kill()
            process.join()
            kills += 1
        else:
            assert process.exitcode == 0
        assert_none_is_twice_or_half_there(tmp_path / "knowledge")
    assert kills
    engine = Engine(EngineOptions(tmp_path / "knowledge", tmp_path / "data", reader="off"))
    bodies = [engine.article(card.id).body for card in engine.sources()]
    assert len(bodies) == STORIES
    for story in published(STEPS - 1):
        assert sum(body.endswith(story.text) for body in bodies) == 1
    (former,) = engine.shelf.trash()
    assert former.id == f"clinique-{CORRECTED}"


def assert_none_is_twice_or_half_there(knowledge: Path) -> None:
    texts = [file.read_text(encoding="utf-8").rstrip() for file in knowledge.rglob("*.md")]
    whole = [*(Story(number).text for number in range(STORIES)), CORRECTION]
    found = Counter(text for text in whole for file in texts if file.endswith(text) and file.startswith("---\n"))
    assert found.total() == len(texts)
    assert not found or max(found.values()) == 1
