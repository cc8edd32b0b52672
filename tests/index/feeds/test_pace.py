"""Feeds and pages are asked for at their own pace, and given up in the end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from aiohttp import web

from tests.index.feeds.newsroom import DAY, HOUR, START, Newsroom, Story, rss

pytestmark = [  # sockets are left to be closed by themselves, for haste
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def test_requests_are_conditional(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1))
    newsroom.serve(rss(newsroom.site, newsroom.stories), ETag='"v1"')
    newsroom.visit()
    newsroom.site.pages["/feed.xml"] = web.Response(status=304)
    newsroom.visit(HOUR)
    assert newsroom.feeds.statuses()[0].failing_since is None
    assert newsroom.site.conditions[-1] == '"v1"'


def test_a_feed_is_asked_at_its_own_pace(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1))
    newsroom.serve(rss(newsroom.site, newsroom.stories).replace("<item>", "<ttl>240</ttl><item>", 1))
    newsroom.visit()
    newsroom.site.asked.clear()
    newsroom.visit(3 * HOUR)
    assert ("news.example", "/feed.xml") not in newsroom.site.asked
    newsroom.visit(2 * HOUR)
    assert ("news.example", "/feed.xml") in newsroom.site.asked


def test_a_failing_feed_is_asked_less_and_less_and_told_of_once(newsroom: Newsroom) -> None:
    asked = []
    for _ in range(5 * 24 * 2):
        before = len(newsroom.site.asked)
        newsroom.visit(HOUR / 2)
        if len(newsroom.site.asked) > before:
            asked.append(newsroom.now)
    gaps = [later - earlier for earlier, later in pairwise(asked)]
    assert len(asked) < 20
    assert gaps[-1] > 10 * HOUR > gaps[0]
    told = newsroom.feeds.to_tell()
    assert [one.reason for one in told.fail] == ["HTTP 404"]
    newsroom.feeds.told(told)
    assert not newsroom.feeds.to_tell().fail


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_wants_to_be_left_alone_is(newsroom: Newsroom, status: int) -> None:
    newsroom.publish(Story(1), Story(2))
    for story in newsroom.stories:
        newsroom.site.pages[story.path] = web.Response(status=status, headers={"Retry-After": "7200"})
    newsroom.visit()
    newsroom.site.asked.clear()
    newsroom.publish(*newsroom.stories)
    newsroom.visit(HOUR)
    assert not [path for _, path in newsroom.site.asked if "clinique" in path]
    assert len(newsroom.visit(2 * HOUR).added) == 2


def test_a_feed_that_says_when_to_come_back_is_left_alone_until_then(newsroom: Newsroom) -> None:
    newsroom.site.pages["/feed.xml"] = web.Response(status=503, headers={"Retry-After": str(int(2 * DAY))})
    newsroom.visit()
    assert newsroom.feeds.statuses()[0].due >= START + 2 * DAY


def test_no_more_than_so_many_arrive_a_day_and_the_others_later(newsroom: Newsroom) -> None:
    newsroom.list(f"{{url: '{newsroom.site.address('/feed.xml')}', most: 2}}")
    newsroom.publish(*(Story(number) for number in range(5)))
    assert len(newsroom.visit().added) == 2
    assert newsroom.visit(HOUR).added == ()
    newsroom.serve(rss(newsroom.site, ()))  # what was seen is not lost when it leaves the feed
    assert len(newsroom.visit(DAY).added) == 2
    assert len(newsroom.visit(DAY + HOUR).added) == 1


@pytest.mark.slow
def test_a_page_that_fails_is_tried_again_and_given_up_in_the_end(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1), Story(2))
    newsroom.site.pages[Story(1).path] = web.Response(status=500)
    assert newsroom.visit().added == ("clinique-2",)
    newsroom.site.pages[Story(1).path] = Story(1).page()
    assert newsroom.visit(HOUR).added == ("clinique-1",)
    newsroom.publish(Story(3))
    newsroom.site.pages[Story(3).path] = web.Response(status=500)
    for _ in range(12):
        newsroom.visit(DAY)
    assert newsroom.feeds.statuses()[0].refused == 1
