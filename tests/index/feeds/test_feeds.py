"""Articles that arrive by feed: each once, from where it says, whatever feeds and servers do."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from aiohttp import web

from index.engine import EngineOptions
from index.faults import EngineFault, FaultCode
from index.feeds.feeds import Feeds
from index.shelf import fetching
from index.shelf.fetching import Visitor
from tests.index.feeds.newsroom import DAY, HOUR, START, Newsroom, Story, atom, json_feed, rss
from tests.index.web_site import Site

pytestmark = [  # sockets are left to be closed by themselves, for haste
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture
def newsroom(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    monkeypatch.setattr(fetching, "TO_CLOSE", 0.0)
    return Newsroom(site, tmp_path)


# What arrives


def test_a_new_entry_becomes_an_article_that_says_where_it_came_from(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1))
    visit = newsroom.visit()
    assert visit.added == ("clinique-1",)
    article = newsroom.engine.article("clinique-1")
    assert article.body.endswith(Story(1).text)
    card = article.card
    assert (card.title, card.publisher, card.lang) == ("Clinique numéro 1", "Le Quotidien", "fr")
    assert (card.url, card.date) == (newsroom.site.address("/2026/clinique-1.html"), "2026-05-27")
    assert card.path == "news/clinique-1.md"
    front = newsroom.files()[card.path].partition("\n---\n")[0]
    assert f"feed: {newsroom.site.address('/feed.xml')}" in front
    assert newsroom.engine.ask("Combien d’infirmières la clinique numéro 1 emploie-t-elle ?").quotes


def test_what_was_read_is_not_read_again(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1))
    newsroom.visit()
    before = list(newsroom.site.asked)
    newsroom.publish(Story(2), Story(1))
    assert newsroom.visit(HOUR).added == ("clinique-2",)
    assert [path for _, path in newsroom.site.asked[len(before) :] if "clinique" in path] == ["/2026/clinique-2.html"]


@pytest.mark.parametrize(
    ("feed", "media_type"),
    [(atom, "application/atom+xml"), (json_feed, "application/feed+json"), (rss, "text/plain"), (rss, "text/html")],
)
def test_atom_json_and_badly_labelled_feeds_are_read_too(
    newsroom: Newsroom, feed: Callable[[Site, Iterable[Story]], str], media_type: str
) -> None:
    newsroom.feed, newsroom.media_type = feed, media_type
    newsroom.publish(Story(1), Story(2))
    assert sorted(newsroom.visit().added) == ["clinique-1", "clinique-2"]


def test_a_feed_is_found_by_the_address_of_its_site(newsroom: Newsroom) -> None:
    link = "<link rel='alternate' type='application/rss+xml' href='feed.xml'>"
    newsroom.site.pages["/"] = web.Response(
        text=f"<html><head>{link}</head><body>Bonjour</body></html>", content_type="text/html"
    )
    newsroom.list(newsroom.site.address("/"))
    newsroom.publish(Story(1))
    assert newsroom.visit().added == ("clinique-1",)
    newsroom.publish(Story(2))
    newsroom.site.asked.clear()
    assert newsroom.visit(HOUR).added == ("clinique-2",)
    assert "/" not in [path for _, path in newsroom.site.asked]


def test_a_page_that_names_no_feed_is_told(newsroom: Newsroom) -> None:
    newsroom.list(newsroom.site.address("/a.html"))
    assert newsroom.visit().failing == (newsroom.site.address("/a.html"),)
    assert newsroom.feeds.statuses()[0].reason == FaultCode.FEED_MISSING.value


def test_the_full_text_of_the_feed_stands_in_for_a_page_that_cannot_be_had(newsroom: Newsroom) -> None:
    story = Story(1, content="<p>Le texte <b>entier</b> de la nouvelle : Vega ferme ses cliniques de Lyon en mai.</p>")
    newsroom.publish(story)
    newsroom.site.pages[story.path] = web.Response(status=403)
    assert newsroom.visit().added == ("clinique-1",)
    assert "Le texte entier de la nouvelle" in newsroom.engine.article("clinique-1").body


def test_nothing_is_asked_for_unless_the_operator_allowed_it(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1))
    options = EngineOptions(newsroom.knowledge, newsroom.folder / "data")
    with pytest.raises(EngineFault) as fault:
        Feeds(options, newsroom.engine.base(None), lambda: Visitor(newsroom.site.network())).visit()
    assert fault.value.code is FaultCode.LINKS_OFF
    assert not newsroom.site.asked


# Once


def test_one_text_under_two_addresses_arrives_once(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1), replace(Story(1), number=2, id="other", path="/autre/clinique.html"))
    newsroom.visit()
    assert len(newsroom.articles()) == 1 == len(newsroom.files())


def test_an_article_that_the_base_has_already_does_not_arrive(newsroom: Newsroom) -> None:
    url = newsroom.site.address("/2026/clinique-1.html")
    (newsroom.knowledge / "mine.md").write_text(
        f"---\nurl: {url}?utm_source=mail#x\n---\nMon résumé.", encoding="utf-8"
    )
    newsroom.engine.prepare()
    newsroom.publish(Story(1))
    assert newsroom.visit().added == ()
    assert list(newsroom.articles()) == ["mine.md"]


def test_a_feed_that_changes_its_ids_brings_nothing_twice(newsroom: Newsroom) -> None:
    for turn in range(4):
        newsroom.publish(*(Story(number, id=f"{turn}-{number}") for number in range(3)))
        newsroom.visit(HOUR)
    assert len(newsroom.files()) == 3 == len(newsroom.articles())


def test_a_feed_that_changes_its_addresses_brings_nothing_twice(newsroom: Newsroom) -> None:
    for turn in range(3):
        newsroom.publish(*(Story(number, path=f"/p/{number}.html?session={turn}") for number in range(2)))
        for number in range(2):
            newsroom.site.pages[f"/p/{number}.html"] = Story(number).page()
        newsroom.visit(HOUR)
    assert len(newsroom.files()) == 2


def test_entries_without_ids_or_with_one_id_for_all_each_arrive_once(newsroom: Newsroom) -> None:
    for given in (None, "same"):
        newsroom.publish(*(Story(number, id=given) for number in range(3)))
        newsroom.visit(HOUR)
    assert len(newsroom.files()) == 3


def test_a_site_that_names_one_address_on_all_pages_loses_none(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1), Story(2))
    for story in newsroom.stories:
        page = story.page().text or ""
        link = f"<link rel='canonical' href='{newsroom.site.address('/toutes')}'>"
        newsroom.site.pages[story.path] = web.Response(
            text=page.replace("<head>", f"<head>{link}"), content_type="text/html", charset="utf-8"
        )
    newsroom.visit()
    assert len(newsroom.articles()) == 2


def test_entries_without_address_come_from_their_text_alone(newsroom: Newsroom) -> None:
    items = "".join(
        f"<item><title>Brève {n}</title><content:encoded>Vega a vendu {n + 2} cliniques à Orion lundi."
        "</content:encoded></item>"
        for n in range(2)
    )
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    newsroom.serve(f"<rss version='2.0' {space}><channel><title>Q</title>{items}</channel></rss>")
    newsroom.visit()
    newsroom.visit(HOUR)
    assert sorted(newsroom.articles()) == ["news/breve-0.md", "news/breve-1.md"]


def test_what_a_person_removed_does_not_come_back(newsroom: Newsroom) -> None:
    newsroom.publish(Story(1), Story(2))
    newsroom.visit()
    newsroom.engine.shelf.remove("clinique-1")
    newsroom.publish(Story(1, text="La clinique numéro 1 de Vega a changé de nom et d’adresse à Lyon cette semaine."))
    newsroom.visit(HOUR)
    assert list(newsroom.articles()) == ["news/clinique-2.md"]


# Pace


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


# Faults


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


# What changes, and what is withdrawn


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
