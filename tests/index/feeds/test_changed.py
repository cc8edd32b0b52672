"""Entries that change, pages that are withdrawn."""

from __future__ import annotations

import pytest
from aiohttp import web

from tests.index.feeds.newsroom import DAY, HOUR, Newsroom, Story

pytestmark = [  # sockets are left to be closed by themselves, for haste
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def test_an_entry_that_changed_keeps_its_id_and_its_former_version_is_in_the_trash(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1), Story(2))
    newsroom.visit()
    corrected = "La clinique numéro 1 de Vega n’a pas ouvert à Lyon, contrairement à ce qui a été écrit ici."
    newsroom.publish(Story(1, text=corrected))
    visit = newsroom.visit(HOUR)
    assert (visit.added, visit.updated) == ((), ("clinique-1",))
    assert corrected in newsroom.engine.article("clinique-1").body
    (former,) = newsroom.engine.shelf.trash()
    assert former.id == "clinique-1"
    assert len(newsroom.files()) == 2


@pytest.mark.slow
def test_a_page_gone_for_a_week_is_marked_and_told_and_one_that_comes_back_is_not(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1), Story(2))
    newsroom.visit()
    newsroom.site.pages[Story(1).path] = web.Response(status=410)
    path = "news/clinique-1.md"
    for day in range(1, 11):
        newsroom.visit(DAY)
        assert ("withdrawn:" in newsroom.files()[path]) == (day >= 8)
    assert [where for _, _, where in newsroom.feeds.to_tell().withdrawn] == [path]
    newsroom.feeds.told(newsroom.feeds.to_tell())
    assert not newsroom.feeds.to_tell().withdrawn
    assert path in newsroom.articles()
    newsroom.site.pages[Story(1).path] = Story(1).page()
    newsroom.visit(DAY + HOUR)
    assert "withdrawn:" not in newsroom.files()[path]


def test_a_page_that_is_gone_for_some_days_only_is_not_marked(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1))
    newsroom.visit()
    for day in range(12):
        newsroom.site.pages[Story(1).path] = Story(1).page() if day == 5 else web.Response(status=404)
        newsroom.visit(DAY + 60)
        assert "withdrawn:" not in newsroom.files()["news/clinique-1.md"]
