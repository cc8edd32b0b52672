"""A base filled from a sitemap: all of it, once, going on where it was broken off."""

from __future__ import annotations

import gzip
from itertools import count

import pytest
from aiohttp import web

from index.faults import EngineFault, FaultCode
from tests.index.feeds.newsroom import DAY, HOUR, Newsroom, Story
from tests.index.web_site import Site

pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(autouse=True)
def published(newsroom: Newsroom) -> None:
    newsroom.publish(*(Story(number) for number in range(4)))


def sitemap(site: Site, *paths: str, kind: str = "url", changed: str = "") -> bytes:
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    rows = "".join(f"<{kind}><loc>{site.address(path)}</loc>{lastmod}</{kind}>" for path in paths)
    return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{rows}</urlset>".encode()


def serve(site: Site, path: str, content: bytes) -> None:
    site.pages[path] = web.Response(body=content, content_type="application/xml")


def paths(*numbers: int) -> list[str]:
    return [Story(number).path for number in numbers]


def test_all_pages_of_a_sitemap_and_of_those_it_names_are_added_once(newsroom: Newsroom) -> None:
    site = newsroom.site
    serve(site, "/map.xml", sitemap(site, "/old.xml.gz", "/new.xml", "/map.xml", kind="sitemap"))
    serve(site, "/old.xml.gz", gzip.compress(sitemap(site, *paths(0, 1))))
    serve(site, "/new.xml", sitemap(site, *paths(1, 2), "/gone.html"))
    told: list[tuple[int, int]] = []
    filling = newsroom.feeds.fill(site.address("/map.xml"), progress=lambda done, total: told.append((done, total)))
    assert sorted(filling.added) == ["clinique-0", "clinique-1", "clinique-2"]
    assert filling.waiting == 1  # it may be back
    assert told[-1] == (4, 4)
    assert newsroom.feeds.fill(site.address("/map.xml")).added == ()
    newsroom.visit(HOUR)
    assert len(newsroom.articles()) == 4  # the fourth is in the feed alone


def test_what_is_broken_off_goes_on_where_it_was(newsroom: Newsroom) -> None:
    site, asked = newsroom.site, count()
    serve(site, "/map.xml", sitemap(site, *paths(0, 1, 2, 3)))
    stopped = newsroom.feeds.fill(site.address("/map.xml"), stopped=lambda: next(asked) >= 2)
    assert (len(stopped.added), stopped.waiting) == (2, 2)
    site.asked.clear()
    assert len(newsroom.feeds.fill(site.address("/map.xml")).added) == 2
    assert not {path for _, path in site.asked} & set(paths(0, 1))


def test_only_what_changed_since_a_day_is_added_where_a_sitemap_tells(newsroom: Newsroom) -> None:
    site = newsroom.site
    serve(site, "/map.xml", sitemap(site, "/a.xml", "/b.xml", kind="sitemap"))
    serve(site, "/a.xml", sitemap(site, *paths(0), changed="2020-01-02T10:00:00Z"))
    serve(site, "/b.xml", sitemap(site, *paths(1), changed="2026-03"))
    assert newsroom.feeds.fill(site.address("/map.xml"), since="2026-01-15").added == ("clinique-1",)
    with pytest.raises(EngineFault) as fault:
        newsroom.feeds.fill(site.address("/map.xml"), since="whenever")
    assert fault.value.code is FaultCode.DATE_UNREADABLE


def test_the_sitemap_of_a_site_is_found_by_its_robots_txt(newsroom: Newsroom) -> None:
    site = newsroom.site
    site.pages["/robots.txt"] = web.Response(text=f"Sitemap: {site.address('/deep/map.xml')}")
    serve(site, "/deep/map.xml", sitemap(site, *paths(0)))
    assert newsroom.feeds.fill(site.address("/")).added == ("clinique-0",)


@pytest.mark.parametrize("body", [b"", b"<html>", b"\x1f\x8b nonsense", gzip.compress(bytes(100_000_000))])
def test_what_is_no_sitemap_is_told(newsroom: Newsroom, body: bytes) -> None:
    serve(newsroom.site, "/map.xml", body)
    with pytest.raises(EngineFault) as fault:
        newsroom.feeds.fill(newsroom.site.address("/map.xml"))
    assert fault.value.code is FaultCode.SITEMAP_MISSING


def test_a_site_that_wants_to_be_left_alone_is_and_the_rest_waits(newsroom: Newsroom) -> None:
    site = newsroom.site
    serve(site, "/map.xml", sitemap(site, *paths(0, 1)))
    site.pages[Story(0).path] = web.Response(status=503, headers={"Retry-After": "3600"})
    assert newsroom.feeds.fill(site.address("/map.xml")).waiting == 2
    site.pages[Story(0).path] = Story(0).page()
    newsroom.now += DAY
    assert len(newsroom.feeds.fill(site.address("/map.xml")).added) == 2
