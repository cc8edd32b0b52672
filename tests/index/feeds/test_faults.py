"""Whatever feeds and servers do, nothing breaks and nothing false arrives."""

from __future__ import annotations

import gzip
import time
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from index.faults import FaultCode
from index.shelf import fetching
from tests.index.feeds.newsroom import DAY, HOUR, START, Newsroom, Story, rss

pytestmark = [  # sockets are left to be closed by themselves, for haste
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def test_a_redirect_to_an_inner_address_is_not_followed(newsroom: Newsroom) -> None:
    newsroom.site.addresses["inside.example"] = ["192.168.1.1"]
    newsroom.publish(Story(1), Story(2))
    for to, story in zip(("https://10.0.0.1:{}/", "https://inside.example:{}/x"), newsroom.stories, strict=True):
        where = {"Location": to.format(newsroom.site.port)}
        newsroom.site.pages[story.path] = web.Response(status=302, headers=where)
    newsroom.visit()
    assert not newsroom.files()
    newsroom.site.pages["/feed.xml"] = web.Response(status=302, headers={"Location": "http://news.example/"})
    newsroom.visit(HOUR)
    assert newsroom.feeds.statuses()[0].reason == FaultCode.LINK_NOT_HTTPS.value


def test_a_body_that_drips_is_given_up(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "TIME_LIMIT", 0.3)
    newsroom.publish(Story(1))
    newsroom.site.dripping.add(Story(1).path)
    started = time.monotonic()
    newsroom.visit()
    assert time.monotonic() - started < 20
    assert newsroom.feeds.statuses()[0].waiting == 1
    newsroom.site.dripping.clear()
    assert newsroom.visit(HOUR).added == ("clinique-1",)


@pytest.mark.slow
def test_of_an_endless_feed_what_came_is_read(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1))
    endless = rss(newsroom.site, newsroom.stories).partition("</channel>")[0] + "<item><title>x</title>" * 250_000
    newsroom.serve(endless)
    assert newsroom.visit().added == ("clinique-1",)


def test_a_gzip_bomb_is_not_unpacked(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1), Story(2))
    bomb = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    newsroom.site.pages[Story(1).path] = web.Response(body=gzip.compress(bytes(60_000_000)), headers=bomb)
    assert newsroom.visit().added == ("clinique-2",)
    newsroom.serve(gzip.compress(bytes(60_000_000)), **{"Content-Encoding": "gzip"})
    assert newsroom.visit(HOUR).failing


@pytest.mark.slow
def test_entities_stand_neither_for_a_huge_text_nor_for_a_file(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("le mot de passe")
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    doctype = f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}<!ENTITY f SYSTEM 'file://{tmp_path}/secret'>]>"
    newsroom.publish(Story(1), Story(2))
    stories = [replace(Story(1), title="TITLE"), replace(Story(2), title="FILE")]
    body = rss(newsroom.site, stories, doctype).replace("TITLE", "&l9;").replace("FILE", "&f;")
    newsroom.serve(body)
    newsroom.visit()
    assert all(len(text) < 10_000 and "passe" not in text for text in newsroom.files().values())


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "x-nonsense", None])
def test_a_wrong_charset_spoils_a_title_at_most(newsroom: Newsroom, declared: str | None) -> None:
    newsroom.publish(Story(1))
    head = f"<?xml version='1.0' encoding='{declared}'?>" if declared else "<?xml version='1.0'?>"
    body = rss(newsroom.site, newsroom.stories).replace("<?xml version='1.0'?>", head).encode("cp1252", "replace")
    newsroom.serve(body, f"text/xml; charset={declared or 'utf-8'}")
    assert newsroom.visit().added == ("clinique-1",)
    assert Story(1).text in newsroom.engine.article("clinique-1").body


def test_a_day_that_is_yet_to_come_dates_nothing(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1, published=START + 400 * DAY))
    newsroom.visit()
    assert newsroom.engine.article("clinique-1").card.date is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0" * 1000,
        b"{",
        b"[]",
        b"<rss",
        b"<html>",
        b'{"version": "https://jsonfeed.org/version/1", "items": [1, {"id": {}}]}',
    ],
)
def test_what_is_no_feed_brings_nothing_and_breaks_nothing(newsroom: Newsroom, body: bytes) -> None:
    newsroom.serve(body)
    assert newsroom.visit().added == ()


@pytest.mark.slow
def test_ten_thousand_entries_wait_their_turn(newsroom: Newsroom) -> None:
    newsroom.list(f"{{url: '{newsroom.site.address('/feed.xml')}', most: 3}}")
    newsroom.publish(Story(1), Story(2), Story(3))
    many = [*(Story(n, text="x") for n in range(10_000, 4, -1)), Story(3), Story(2), Story(1)]
    newsroom.serve(rss(newsroom.site, many).replace("<description>x</description>", ""))
    feeds = newsroom.feeds
    assert len(feeds.visit().added) == 3
    assert feeds.statuses()[0].waiting > 5_000


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("- http://[", "no https address"),
        ("- ftp://x", "no https address"),
        ("- {url: 'https://a.example', often: 3}", "often"),
        ("- {url: 'https://a.example', most: many}", "many"),
        ("x: 1", "not a list"),
        ("- [", ""),
    ],
)
def test_a_line_of_the_list_that_cannot_be_used_is_named(newsroom: Newsroom, line: str, told: str) -> None:
    (newsroom.knowledge / "feeds.yaml").write_text(f"# ours\n{line}\n", encoding="utf-8")
    (rejection,) = newsroom.feeds.listed().rejections
    assert rejection.details["line"] in (2, 3)
    assert told in str(rejection.details["problem"])
    newsroom.visit()
