"""A newsroom's site with its feed, and a base that reads it, at a clock that the test moves."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from email.utils import formatdate
from html import escape
from pathlib import Path

from aiohttp import web

from index.engine import Engine, EngineOptions
from index.feeds.feeds import Feeds, Visit
from index.shelf.fetching import Visitor
from tests.index.web_site import Site

START = 1_780_000_000.0
HOUR, DAY = 3600.0, 86_400.0


@dataclass
class Story:
    """What the newsroom publishes: a page, and an entry of its feed."""

    number: int
    text: str = ""
    title: str = ""
    id: str | None = ""
    path: str = ""
    content: str = ""
    published: float = START - DAY

    def __post_init__(self) -> None:
        self.title = self.title or f"Clinique numéro {self.number}"
        self.path = self.path or f"/2026/clinique-{self.number}.html"
        self.id = f"story-{self.number}" if self.id == "" else self.id
        self.text = self.text or (
            f"La clinique numéro {self.number} de Vega a ouvert à Lyon. Elle emploie {self.number + 10} infirmières, "
            f"et reçoit {self.number * 7 + 3} malades par jour."
        )

    def page(self) -> web.Response:
        title, text = escape(self.title), escape(self.text)
        html = (
            f"<html lang='fr'><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article>"
        )
        return web.Response(text=f"{html}</body></html>", content_type="text/html", charset="utf-8")


def rss(site: Site, stories: Iterable[Story], head: str = "") -> str:
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{escape(site.address(one.path))}</link>"
        + (f"<guid isPermaLink='false'>{escape(one.id)}</guid>" if one.id else "")
        + f"<pubDate>{formatdate(one.published)}</pubDate><description>{escape(one.text[:40])}</description>"
        + (f"<content:encoded>{escape(one.content)}</content:encoded>" if one.content else "")
        + "</item>"
        for one in stories
    )
    head += "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
    return f"<?xml version='1.0'?>{head}<channel><title>Le Quotidien</title>{items}</channel></rss>"


def atom(site: Site, stories: Iterable[Story]) -> str:
    items = "".join(
        f"<entry><title>{escape(one.title)}</title><link href='{site.address(one.path)}'/><id>{one.id}</id>"
        "<updated>2026-05-01T10:00:00Z</updated></entry>"
        for one in stories
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Le Quotidien</title>{items}</feed>"


def json_feed(site: Site, stories: Iterable[Story]) -> str:
    items = [{"id": one.id, "url": site.address(one.path), "title": one.title} for one in stories]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Le Quotidien", "items": items})


@dataclass
class Newsroom:
    """``publish`` changes the site; ``visit`` has the base look at its feeds, at the clock ``now``."""

    site: Site
    folder: Path
    now: float = START
    stories: list[Story] = field(default_factory=list)
    feed: Callable[[Site, Iterable[Story]], str] = rss
    media_type: str = "application/rss+xml"

    def __post_init__(self) -> None:
        self.knowledge.mkdir(parents=True, exist_ok=True)
        self.list(self.site.address("/feed.xml"))
        self.engine = Engine(EngineOptions(self.knowledge, self.folder / "data", add_by_url=True, reader="off"))

    @property
    def knowledge(self) -> Path:
        return self.folder / "knowledge"

    @property
    def feeds(self) -> Feeds:
        options = EngineOptions(self.knowledge, self.folder / "data", add_by_url=True, max_article_bytes=4 * 2**20)
        network = self.site.network()
        return Feeds(options, self.engine.base(None), lambda: Visitor(network, pause=0), lambda: self.now)

    def list(self, *lines: str) -> None:
        (self.knowledge / "feeds.yaml").write_text("".join(f"- {line}\n" for line in lines), encoding="utf-8")

    def publish(self, *stories: Story) -> None:
        for story in stories:
            self.stories = [story, *(one for one in self.stories if one.number != story.number)]
            self.site.pages[story.path] = story.page()
        self.serve(self.feed(self.site, self.stories))

    def serve(self, body: str | bytes, media_type: str | None = None, **headers: str) -> None:
        content = body.encode() if isinstance(body, str) else body
        named = {"Content-Type": media_type or self.media_type, **headers}
        self.site.pages["/feed.xml"] = web.Response(body=content, headers=named)

    def visit(self, after: float = 0.0) -> Visit:
        self.now += after
        return self.feeds.visit()

    def articles(self) -> dict[str, str]:
        """The title of each article that is in the base, by its file."""
        return {card.path: card.title for card in self.engine.sources()}

    def files(self) -> dict[str, str]:
        """The articles' files that are in the folder."""
        found = self.knowledge.rglob("*.md")
        return {file.relative_to(self.knowledge).as_posix(): file.read_text(encoding="utf-8") for file in found}
