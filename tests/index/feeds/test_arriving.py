"""Articles that arrive by feed: each once, from where it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from aiohttp import web

from index.engine import EngineOptions
from index.faults import EngineFault, FaultCode
from index.feeds.feeds import Feeds
from index.shelf.fetching import Visitor
from tests.index.feeds.newsroom import HOUR, Newsroom, Story, atom, json_feed, rss
from tests.index.web_site import Site

pytestmark = [  # sockets are left to be closed by themselves, for haste
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


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
