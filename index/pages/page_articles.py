"""Several articles on one page: the export of a press database, a newsletter, the posts of a blog."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.drafts.front_matter import web_address
from index.drafts.written_date import day_written

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHORTEST: Final = 80
"""Characters of running text under which a part of a page is a teaser, not an article."""
LARGEST_SHARE: Final = 0.75
"""Of the text in all parts: one that holds more is the page's article, the others lead elsewhere."""

_PARTS: Final = """//article | //*[self::div or self::section or self::li][
    contains(concat(' ', normalize-space(@class), ' '), ' post ') or
    contains(concat(' ', normalize-space(@class), ' '), ' hentry ') or
    contains(concat(' ', normalize-space(@class), ' '), ' h-entry ') or
    contains(concat(' ', normalize-space(@class), ' '), ' blog-post ') or
    contains(concat(' ', normalize-space(@class), ' '), ' article ') or
    contains(@itemtype, 'schema.org/Article') or contains(@itemtype, 'schema.org/NewsArticle') or
    contains(@itemtype, 'schema.org/BlogPosting')]"""
_BESIDE: Final = "ancestor::nav | ancestor::aside | ancestor::footer"
_ASIDE_NAMES: Final = re.compile(
    r"comment|related|teaser|promo|sidebar|widget|lire-aussi|read-?more|recommend", re.IGNORECASE
)
_TITLE_NAMES: Final = re.compile(r"titre|title|headline", re.IGNORECASE)
_DATE_NAMES: Final = re.compile(r"date|publi|posted|time|DocHeader", re.IGNORECASE)
_SOURCE_NAMES: Final = re.compile(r"PublicationName|publisher|source|journal|newspaper|site-?name", re.IGNORECASE)
_LONGEST_TITLE: Final = 300
_LONGEST_DATE: Final = 200


@dataclass(frozen=True, slots=True)
class PageArticle:
    """One of several articles on a page, and what it says of itself."""

    element: HtmlElement
    title: str | None
    date: str | None
    publisher: str | None
    url: str | None


def articles_on(page: HtmlElement, lang: str) -> list[PageArticle]:
    """The articles of a page that holds several, in order; none when it holds one, or nothing says how many."""
    parts = [part for part in page.xpath(_PARTS) if not _is_beside(part)]
    within = set(parts)
    outer = [part for part in parts if not any(above in within for above in part.iterancestors())]
    long = [(part, length) for part in outer if (length := _running_length(part)) >= SHORTEST]
    total = sum(length for _, length in long)
    if len(long) < 2 or max(length for _, length in long) > LARGEST_SHARE * total:
        return []
    return [_about(part, lang) for part, _ in long]


def _is_beside(part: HtmlElement) -> bool:
    if part.xpath(_BESIDE):
        return True
    names = (
        f"{one.get('class') or ''} {one.get('id') or ''}"
        for one in (part, *part.iterancestors("div", "section", "ol", "ul"))
    )
    return any(_ASIDE_NAMES.search(name) for name in names)


def _running_length(part: HtmlElement) -> int:
    """Characters of a part's text outside of links."""
    whole = len(_words(part))
    return whole - sum(len(_words(link)) for link in part.iter("a"))


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _about(part: HtmlElement, lang: str) -> PageArticle:
    heading = _heading(part)
    title = _words(heading)[:_LONGEST_TITLE] if heading is not None else None
    return PageArticle(part, title or None, _date(part, lang), _source(part), _address(part, heading))


def _heading(part: HtmlElement) -> HtmlElement | None:
    for element in part.iter("h1", "h2", "h3", "h4"):
        if _words(element):
            return element
    for element in _named(part, _TITLE_NAMES):
        if 0 < len(_words(element)) <= _LONGEST_TITLE:
            inner = [one for one in _named(element, _TITLE_NAMES) if _words(one) == _words(element)]
            return inner[-1] if inner else element
    return None


def _named(part: HtmlElement, names: re.Pattern[str]) -> Iterator[HtmlElement]:
    for element in part.iterdescendants():
        if isinstance(element.tag, str) and names.search(
            f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        ):
            yield element


def _date(part: HtmlElement, lang: str) -> str | None:
    """The day an article says it is of: by its ``<time>``, or by the first words that are marked as a date."""
    for element in part.iter("time"):
        if day := day_written(element.get("datetime") or "", lang):
            return day
        if day := day_written(_words(element), lang):
            return day
    for element in part.xpath(".//meta[contains(@itemprop, 'datePublished')]"):
        if day := day_written(element.get("content") or "", lang):
            return day
    for element in _named(part, _DATE_NAMES):
        words = _words(element)
        if len(words) <= _LONGEST_DATE and (day := day_written(words, lang)):
            return day
    return None


def _source(part: HtmlElement) -> str | None:
    for element in _named(part, _SOURCE_NAMES):
        words = _words(element)
        if 0 < len(words) <= _LONGEST_TITLE:
            return words
    return None


def _address(part: HtmlElement, heading: HtmlElement | None) -> str | None:
    links = list(part.xpath(".//a[@rel='bookmark' or contains(@class, 'u-url') or contains(@class, 'permalink')]"))
    links += list(heading.iter("a")) if heading is not None else []
    if heading is not None:
        links += heading.iterancestors("a")
    return next((address for link in links if (address := web_address(link.get("href")))), None)
