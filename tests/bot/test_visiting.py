"""What goes on behind the answers: feeds visited when they are due, articles that leave when their day is over."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot import reindexing, visiting
from bot.reindexing import BackgroundReindexing
from bot.visiting import FeedVisits
from index.articles.lifetime import Lifetime
from index.engine import Engine, EngineOptions
from index.feeds.feeds import Feeds
from index.shelf import fetching
from index.shelf.submission import Submission
from tests.index.feeds.newsroom import Newsroom, Story
from tests.index.web_site import served

PATIENCE = 60.0
GUILD = 7


def wait_until(ready: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < until
        time.sleep(0.05)


class Reading(Engine):
    """Reads the feeds of the newsroom's site, at an address that is allowed to tests alone."""

    def __init__(self, newsroom: Newsroom) -> None:
        super().__init__(EngineOptions(newsroom.knowledge, newsroom.folder / "data", add_by_url=True, reader="off"))
        self._newsroom = newsroom
        self.looks = 0

    def feeds(self, guild: int | None) -> Feeds:
        assert guild is None
        self.looks += 1
        if self.looks == 1:
            raise RuntimeError("the first look fails")
        return self._newsroom.feeds


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.slow
def test_feeds_are_read_behind_the_answers_when_they_are_due_and_a_look_that_fails_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fetching, "TO_CLOSE", 0.0)
    monkeypatch.setattr(visiting, "LOOK_EVERY", 0.05)
    with served() as site:
        newsroom = Newsroom(site, tmp_path)
        newsroom.publish(Story(1))
        engine = Reading(newsroom)
        visits = FeedVisits(engine)
        visits.start()
        wait_until(lambda: [card.id for card in engine.base(None).cards().cards] == ["clinique-1"])
        newsroom.publish(Story(2), Story(1))
        looks = engine.looks
        wait_until(lambda: engine.looks > looks + 3)
        assert len(engine.base(None).cards().cards) == 1  # not due yet
        newsroom.now += 86_400
        wait_until(lambda: len(engine.base(None).cards().cards) == 2)
        visits.close()
        looks = engine.looks
        time.sleep(0.3)
        assert engine.looks <= looks + 1
    assert "feeds failed: RuntimeError" in caplog.text


def test_articles_leave_every_base_when_their_day_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = tmp_path / "knowledge"
    knowledge.mkdir()
    text = "---\ntitle: {0}\nexpires: 2030-05-01\n---\nLe marché de {0} se tient le mardi jusqu’en avril."
    (knowledge / "vega.md").write_text(text.format("Vega"), encoding="utf-8")
    (knowledge / "lyra.md").write_text("---\ntitle: Lyra\n---\nLa foire de Lyra dure neuf jours.", encoding="utf-8")
    at(monkeypatch, date(2030, 5, 1))
    engine = Engine(EngineOptions(knowledge, tmp_path / "data", reader="off"))
    engine.prepare()
    own = engine.base(GUILD)
    own.shelf.add(own.shelf.preview(Submission("orion.md", text.format("Orion").encode())))
    shown = {card.title for card in engine.seen_from(GUILD).sources()}
    assert shown == {"Vega", "Lyra", "Orion"}

    at(monkeypatch, date(2030, 5, 2))
    monkeypatch.setattr(reindexing, "_until_tomorrow", lambda: 0.2)
    behind = BackgroundReindexing(engine, None, tmp_path / "data")
    behind.start()
    try:
        wait_until(lambda: {card.title for card in engine.seen_from(GUILD).sources()} == {"Lyra"})
    finally:
        behind.close()
    assert (knowledge / "vega.md").exists()


def test_the_day_ends_some_minutes_after_midnight() -> None:
    assert 0 < reindexing._until_tomorrow() <= 86_400 + 300


def at(monkeypatch: pytest.MonkeyPatch, today: date) -> None:
    monkeypatch.setattr(Lifetime, "now", classmethod(lambda cls, days: cls(today, days)))
